"""最近改动: the steps in words and in local time, what was taken back, and the way back."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton

from secretary_desk.desk.history_page import HistoryPage
from secretary_desk.desk.moments import spoken
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.day import Day
from secretary_desk.store.store import Store

NOW = datetime(2026, 11, 21, 9)


def shown(qtbot, desk) -> HistoryPage:
    page = HistoryPage(desk)
    qtbot.addWidget(page)
    desk.changed.connect(page.refresh)
    page.resize(903, 510)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def page(qtbot, sample_desk):
    return shown(qtbot, sample_desk)


def steps(page) -> list[str]:
    """Return the words of the steps in the list, without their times."""
    model = page.findChild(QListView).model()
    return [model.index(row).data().split(" ", 2)[2] for row in range(model.rowCount())]


def buttons(page) -> list[QPushButton]:
    return page.findChildren(QPushButton)


def meeting(topic: str = "学习条例") -> StudyMeeting:
    return StudyMeeting(held_on=Day("2026-11-20"), form=Form.LESSON, topic=topic)


def local(*given: int) -> str:
    """Return a local time as the journal keeps it."""
    return datetime(*given).astimezone(UTC).isoformat(timespec="seconds")


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ((2026, 11, 21, 8, 5), "今天 8:05"),
        ((2026, 11, 21, 0, 0), "今天 0:00"),
        ((2026, 11, 20, 23, 59), "昨天 23:59"),
        ((2026, 11, 6, 14, 3), "11月6日 14:03"),
        ((2025, 12, 31, 14, 3), "2025年12月31日"),
        ((2026, 11, 22, 1, 0), "11月22日 1:00"),
    ],
)
def test_times_are_said_as_the_clock_on_the_wall_had_them(at, words):
    assert spoken(local(*at), NOW) == words


def test_a_step_is_taken_back_and_done_again_by_its_words(qtbot, page, sample_desk):
    sample_desk.save(meeting())
    undo, redo = buttons(page)
    assert undo.text() == " 撤销：新增 三会一课 11月20日 党课"
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert steps(page)[:2] == [
        "撤销：新增 三会一课 11月20日 党课",
        "新增 三会一课 11月20日 党课，已撤销",
    ]
    assert redo.text() == " 重做：新增 三会一课 11月20日 党课"
    qtbot.mouseClick(redo, Qt.MouseButton.LeftButton)
    assert steps(page)[:3] == [
        "重做：新增 三会一课 11月20日 党课",
        "撤销：新增 三会一课 11月20日 党课",
        "新增 三会一课 11月20日 党课",
    ]
    assert not redo.isEnabled()


def test_a_step_of_many_entries_says_how_many(page):
    assert any(
        words.startswith("新增 主题党日") and words.endswith("等23条") for words in steps(page)
    )


def test_signs_in_the_users_words_stay_as_they_are(page, sample_desk):
    sample_desk.save(ThemeDay(held_on=Day("2026-11-21"), topic="<b>甲&乙"))
    assert buttons(page)[0].text() == " 撤销：新增 主题党日 11月21日 <b>甲&&乙"
    assert steps(page)[0] == "新增 主题党日 11月21日 <b>甲&乙"


def test_long_words_are_cut_on_a_button_and_told_whole_to_a_screen_reader(page, sample_desk):
    sample_desk.save(ThemeDay(held_on=Day("2026-11-21"), topic="很长的主题" * 10))
    undo = buttons(page)[0]
    assert undo.text().endswith("…")
    assert undo.accessibleName() == f"撤销：{sample_desk.store.undoable()}"
    assert undo.width() < page.width() / 2


def test_an_archive_without_steps_says_what_will_stand_here(qtbot, sample_desk, tmp_path):
    with Store.create(tmp_path / "空.sdesk") as store:
        sample_desk.store = store
        page = shown(qtbot, sample_desk)
        said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        assert said[0].startswith("还没有改动。")
        assert [button.text() for button in buttons(page)] == [" 没有可以撤销的", " 没有可以重做的"]
        assert not any(button.isEnabled() for button in buttons(page))


def test_older_steps_come_as_the_list_is_scrolled(qtbot, sample_desk):
    for number in range(150):
        sample_desk.store.save(meeting(f"第{number}次"))
    page = shown(qtbot, sample_desk)
    assert len(steps(page)) == 100
    view = page.findChild(QListView)
    for _ in range(3):
        view.scrollToBottom()
        QApplication.processEvents()
    assert len(steps(page)) == len(sample_desk.store.history(1000))
    assert steps(page)[-1] == sample_desk.store.history(1000)[-1].words
