"""到会情况: who came, who did not and why; every line leads to its meeting or its member."""

import pytest
from docx import Document as WordFile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QMenu, QPushButton, QTableView

from secretary_desk.desk.attendance.page import AttendancePage
from secretary_desk.desk.card import CardLine
from secretary_desk.desk.main_window import MainWindow
from secretary_desk.desk.page import Place
from secretary_desk.desk.record.page import RecordPage
from secretary_desk.kinds.person import KIND as PERSON
from secretary_desk.kinds.person import Category, Person
from secretary_desk.kinds.rule_value import RuleValue
from secretary_desk.kinds.theme_day import KIND as THEME_DAY
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.day import Day
from secretary_desk.records.record import Attendance, ref
from secretary_desk.records.specs import Link

# What the offscreen screen says of every menu.
pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)", extend=True)
LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key
DAYS = ("2026-01-06", "2026-02-06", "2026-02-20", "2026-03-06", "2026-04-07")


def member(name: str) -> Person:
    return Person(name=name, category=Category.FULL, joined_on=Day("2010-05-04"))


@pytest.fixture
def branch(new_desk):
    """A desk with three members over five days: 示例甲 always came, 示例乙 only once."""
    people = [member(name) for name in ("示例甲", "示例乙", "示例丙")]
    new_desk.save(*people)
    for number, day in enumerate(DAYS):
        here = [True, number == 0, number != 2]
        reasons = ["", "出差" if number == 1 else "", "请假"]
        rows = zip(people, here, reasons, strict=True)
        new_desk.save(
            ThemeDay(
                held_on=Day(day),
                topic=f"学习{number}",
                attendance=tuple(
                    Attendance(who=Link(p.id, p.name), present=h, reason="" if h else r)
                    for p, h, r in rows
                ),
            )
        )
    return new_desk


@pytest.fixture
def page(qtbot, branch):
    return shown(qtbot, branch)


def shown(qtbot, desk) -> AttendancePage:
    page = AttendancePage(desk)
    qtbot.addWidget(page)
    desk.changed.connect(page.refresh)
    page.places = []
    page.wanted.connect(page.places.append)
    page.resize(900, 500)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.setFocus()
    return page


def table(page) -> QTableView:
    return page.findChild(QTableView)


def rows(page) -> dict[str, list[str]]:
    model = table(page).model()
    told = [
        [model.index(row, column).data() or "" for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    return {cells[0]: cells[1:] for cells in told}


def go_to(page, name: str, column: int = 0) -> None:
    model = table(page).model()
    place = next(n for n in range(model.rowCount()) if model.index(n, 0).data() == name)
    table(page).setCurrentIndex(model.index(place, column))
    QApplication.processEvents()


def absences(page) -> dict[str, str]:
    lines = [line.line for line in page.findChildren(CardLine) if line.isVisible()]
    return {line.text: line.state for line in lines}


def test_every_members_year_is_counted_as_a_whole_and_by_month(page):
    assert list(rows(page)["示例甲"][:8]) == ["5", "5", "100%", "", "1", "2", "1", "1"]
    assert list(rows(page)["示例乙"][:8]) == ["5", "1", "20%", "低于一半", "1", "0/2", "0/1", "0/1"]
    assert list(rows(page)["示例丙"][:6]) == ["5", "4", "80%", "", "1", "1/2"]


def test_absences_are_told_with_their_reasons_and_lead_to_their_meetings(qtbot, page, branch):
    go_to(page, "示例乙")
    assert absences(page) == {
        "2月6日 学习1": "出差",
        "2月20日 学习2": "没有写原因",
        "3月6日 学习3": "没有写原因",
        "4月7日 学习4": "没有写原因",
    }
    line = next(line for line in page.findChildren(CardLine) if line.line.state == "出差")
    qtbot.mouseClick(line, LEFT)
    assert branch.store.get(page.places[0].entry).held_on == "2026-02-06"


def test_enter_on_a_name_leads_to_the_member_and_on_a_month_to_its_meetings(page, branch):
    go_to(page, "示例乙")
    QTest.keyClick(table(page), KEY.Key_Return)
    assert branch.store.get(page.places[0].entry).name == "示例乙"
    go_to(page, "示例乙", 5)
    QTest.keyClick(table(page), KEY.Key_Return)
    assert branch.store.get(page.places[1].entry).held_on == "2026-01-06"
    go_to(page, "示例丙", 6)
    QTest.keyClick(table(page), KEY.Key_Return)
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    assert [a.text() for a in menu.actions()] == ["2月6日 学习1", "2月20日 学习2（缺席）"]
    menu.close()


def test_the_member_chosen_stays_so_when_something_changes(page, branch):
    go_to(page, "示例丙")
    branch.save(Person(name="阿大", category=Category.FULL, joined_on=Day("2010-05-04")))
    assert list(absences(page)) == ["2月20日 学习2"]


def test_only_those_below_the_limit_are_left_when_asked(qtbot, page):
    box = page.findChild(QCheckBox)
    assert box.text() == "只看低于一半的"
    box.click()
    assert list(rows(page)) == ["示例乙"]


def test_the_page_says_what_is_counted_and_who_is_too_seldom_due_for_the_limit(page, branch):
    told = page._basis
    assert told.text() == "5次会议和活动都勾了到会情况。应到不足4次的，不算“低于一半”。"
    branch.save(ThemeDay(held_on=Day("2026-03-20"), topic="没有勾到会情况"))
    branch.save(RuleValue(key="到会.最少应到", value="6"))
    assert told.text() == (
        "6次会议和活动里5次勾了到会情况，只统计这5次。应到不足6次的，不算“低于一半”。"
    )
    page.findChild(QCheckBox).click()
    assert list(rows(page)) == []


def test_the_limit_is_the_self_checks(page, branch):
    branch.save(RuleValue(key="到会.最低比例", value="90"))
    assert [cells[3] for cells in rows(page).values()].count("低于90%") == 2
    assert page.findChild(QCheckBox).text() == "只看低于90%的"


def test_a_head_sorts_and_the_member_goes_along(qtbot, page):
    go_to(page, "示例丙")
    table(page).sortByColumn(2, Qt.SortOrder.AscendingOrder)
    names = [name for name, cells in rows(page).items() if cells[0] == "5"]
    assert names == ["示例乙", "示例丙", "示例甲"]
    assert table(page).currentIndex().siblingAtColumn(0).data() == "示例丙"


def test_an_archive_without_attendance_says_what_belongs_here(qtbot, new_desk):
    page = shown(qtbot, new_desk)
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("到会情况" in text for text in texts)
    assert not table(page).isVisible()
    assert not any(way.isEnabled() for way in page.actions_on_top())


def test_the_word_file_has_the_rows_that_are_shown(page, branch, tmp_path):
    path = tmp_path / "到会.docx"
    branch.ask.answers += [path, "关闭"]
    page.actions_on_top()[-1].trigger()
    told = [[cell.text for cell in row.cells] for row in WordFile(str(path)).tables[0].rows]
    assert [row[1] for row in told[1:]] == list(rows(page))
    assert "2月6日出差" in next(row[5] for row in told if row[1] == "示例乙")


def test_the_roster_is_one_press_away(qtbot, page):
    buttons = page.findChildren(QPushButton)
    qtbot.mouseClick(next(b for b in buttons if b.accessibleName() == "党员名册"), LEFT)
    assert page.places == [Place("person")]


def test_the_member_told_of_leads_to_himself(qtbot, page, branch):
    go_to(page, "示例甲")
    who = next(b for b in page.findChildren(QPushButton) if "应到5次" in b.text())
    qtbot.mouseClick(who, LEFT)
    (found,) = (p for p in branch.loaded().counted(Person) if p.name == "示例甲")
    assert page.places == [Place("person", ref(found))]


def test_the_roster_leads_here_and_other_pages_do_not(qtbot, branch):
    page = RecordPage(branch, PERSON)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.wanted, check_params_cb=lambda place: place.page == "attendance"):
        next(a for a in page.actions_on_top() if a.text() == "到会情况").trigger()
    other = RecordPage(branch, THEME_DAY)
    qtbot.addWidget(other)
    assert "到会情况" not in [a.text() for a in other.actions_on_top()]


@pytest.mark.parametrize("size", [(903, 510), (1730, 970)])
def test_all_months_are_seen_without_scrolling(page, size):
    page.resize(*size)
    QApplication.processEvents()
    assert not table(page).horizontalScrollBar().isVisible()


def test_the_page_comes_back_with_its_buttons_after_the_first_attendance(new_desk, qtbot):
    window = MainWindow(new_desk, lambda: True)
    qtbot.addWidget(window)
    window.go(Place("attendance"))
    with qtbot.waitSignal(window._head._buttons[0].destroyed):
        window.go(Place("theme_day"))
    one = member("示例甲")
    here = Attendance(who=Link(one.id, one.name), present=True)
    new_desk.save(one, ThemeDay(held_on=Day(DAYS[0]), topic="学习", attendance=(here,)))
    window.go(Place("attendance"))
    assert [each.isEnabled() for each in window._head._buttons] == [True, True]


def test_without_absences_there_is_nothing_to_press_in_their_card(new_desk, qtbot):
    here = Attendance(who=Link(None, "张三"), present=True)
    new_desk.save(ThemeDay(held_on=Day(DAYS[0]), topic="学习", attendance=(here,)))
    page = shown(qtbot, new_desk)
    assert not [line for line in page.findChildren(CardLine) if line.isVisible()]
