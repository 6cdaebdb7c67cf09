"""最近改动: the steps in words and in local time, what was taken back, and the way back."""

import re
from datetime import UTC, datetime

import pytest
from desk.windows import SMALL, standing
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton
from typing_chinese import compose

from secretary_desk.desk.history_page import HistoryPage
from secretary_desk.desk.moments import spoken
from secretary_desk.desk.page import Place
from secretary_desk.kinds.dismissal import Dismissal
from secretary_desk.kinds.fixed_phrase import FixedPhrase
from secretary_desk.kinds.own_outline import OwnOutline
from secretary_desk.kinds.own_wording import OwnWording
from secretary_desk.kinds.passage_edit import PassageEdit
from secretary_desk.kinds.rehearsal import Rehearsal, Timed
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref
from secretary_desk.store.store import Store

NOW = datetime(2026, 11, 21, 9)
MEETINGS = "履职情况/严肃党内组织生活"


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


def rows(page) -> QListView:
    return page.findChild(QListView)


def click(page, row: int) -> None:
    at = rows(page).visualRect(rows(page).model().index(row, 0)).center()
    QTest.mouseClick(rows(page).viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.fixture
def window(qtbot, sample_desk):
    window = standing(qtbot, sample_desk, SMALL)
    yield window
    assert window.close()


def test_a_step_leads_to_the_entry_that_it_changed(window):
    (saved,) = window.desk.save(meeting())
    window.go(Place("history"))
    click(window.page, 0)
    assert window.page.title == "三会一课"
    assert window.page._editor.base.id == saved.id
    window.go_back()
    assert window.page.title == "最近改动"


def test_a_step_of_many_entries_leads_to_the_one_it_names(window):
    window.desk.save(meeting("第一次"), meeting("第二次"))
    window.go(Place("history"))
    rows(window.page).setCurrentIndex(rows(window.page).model().index(0, 0))
    QTest.keyClick(rows(window.page), Qt.Key.Key_Return)
    assert window.page._editor.base.topic == "第一次"


def test_a_step_leads_to_the_passage_that_was_written(window):
    window.go(Place("report"))
    outline = window.page._outline
    outline.select(MEETINGS)
    cards = window.page._passage._cards
    key = list(cards)[1]
    cards[key].editor.setFocus()
    compose(cards[key].editor, "我们")
    assert window.leave()
    outline.select("导语")
    window.go(Place("history"))
    assert steps(window.page)[0].startswith("改写")
    click(window.page, 0)
    assert window.page.title == "述职报告"
    assert outline.key() == MEETINGS
    assert window.page._passage._cards[key].editor.hasFocus()


def test_a_step_of_another_years_report_leads_to_that_year(window):
    edit = PassageEdit(year=2025, passage="导语", name="导语", text="写的话", generated="原来的话")
    window.desk.save(edit)
    window.go(Place("history"))
    click(window.page, 0)
    assert (window.page.title, window.desk.year) == ("述职报告", 2025)
    assert window._head._years.currentText() == "2025 年度"
    assert window.page._passage.entered_key() == "导语"


def test_a_step_whose_entry_is_gone_says_so_and_stays(window):
    (saved,) = window.desk.save(meeting())
    window.desk.delete(ref(saved))
    window.go(Place("history"))
    click(window.page, 0)
    assert window.page.title == "最近改动"
    assert "现在不在档案里" in window._status._note.text()


def test_no_step_on_the_report_is_told_by_an_id(window):
    store, hexes = window.desk.store, re.compile("[0-9a-f]{8}|@")
    for record in (
        PassageEdit(year=2026, passage=f"亮点/{'ab12cd34' * 4}", name="盾构机刀盘修复", text="话"),
        OwnWording(passage="现场/导语", text="话"),
        Supplement(year=2026, section="自定/新的一节·ab12cd34", text="话"),
        Dismissal(year=2026, check_name="重复", sentence="一句话。"),
        FixedPhrase(right="两个维护", wrong="二个维护"),
        OwnOutline(year=2026, preset="通用"),
        Rehearsal(year=2026, held_on=Day("2026-11-20"), sections=(Timed(part="x", seconds=60),)),
    ):
        window.desk.save(record)
        window.desk.delete(ref(record))
    window.go(Place("history"))
    told = [step for step in steps(window.page)[:14] if hexes.search(step)]
    assert told == []
    assert store.undoable() == steps(window.page)[0]
