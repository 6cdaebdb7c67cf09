"""The page 最近改动, opened for a test, and what a user does on it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QPushButton, QWidget

from secretary_desk.desk.history.page import HistoryPage, View
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.day import Day

SMALL = (903, 510)  # the page in the smallest window


def opened(qtbot, desk, view: View = View.DAYS) -> HistoryPage:
    """Return the page, shown with one of its views."""
    page = HistoryPage(desk)
    qtbot.addWidget(page)
    desk.changed.connect(page.refresh)
    page.resize(*SMALL)
    with qtbot.waitExposed(page):
        page.show()
    if view is not View.DAYS:
        press(page, view)
    return page


def meeting(topic: str = "学习条例") -> StudyMeeting:
    """Return a party lesson that is not saved."""
    return StudyMeeting(held_on=Day("2026-11-20"), form=Form.LESSON, topic=topic)


def steps(page: QWidget) -> list[str]:
    """Return the words of the steps that are listed, without days and times."""
    model = listed(page).model()
    rows = (model.index(row) for row in range(model.rowCount()))
    chosen = (row.data() for row in rows if row.flags() & Qt.ItemFlag.ItemIsSelectable)
    return [said.split(" ", 2)[2] for said in chosen]


def listed(page: QWidget, name: str = "") -> QListView:
    """Return the list that is shown, by its name where there are two."""
    found = [each for each in page.findChildren(QListView) if each.isVisible()]
    return next(each for each in found if name in each.accessibleName())


def button(page: QWidget, words: str) -> QPushButton:
    """Return the button with these words that is shown."""
    found = (each for each in page.findChildren(QPushButton) if each.isVisible())
    return next(each for each in found if each.text().strip() == words)


def press(page: QWidget, words: str) -> None:
    """Press the button with these words."""
    QTest.mouseClick(button(page, words), Qt.MouseButton.LeftButton)


def choose(page: QWidget, words: str, name: str = "") -> None:
    """Choose the first row whose words begin so."""
    view = listed(page, name)
    model = view.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    row = next(row for row in rows if words in row.data())
    view.setCurrentIndex(row)
    view.scrollTo(row)
