"""按日: the steps in words and in local time, any one taken back, and the way to its entry."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from desk.history.looking_back import button, choose, listed, meeting, opened, press, steps
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from typing_chinese import compose

from secretary_desk.desk.moments import spoken
from secretary_desk.desk.page import Place
from secretary_desk.kinds.dismissal import Dismissal
from secretary_desk.kinds.fixed_phrase import FixedPhrase
from secretary_desk.kinds.own_outline import OwnOutline
from secretary_desk.kinds.own_wording import OwnWording
from secretary_desk.kinds.passage_edit import PassageEdit
from secretary_desk.kinds.person import Person
from secretary_desk.kinds.rehearsal import Rehearsal, Timed
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref
from secretary_desk.store.store import Store

NOW = datetime(2026, 11, 21, 9)
MEETINGS = "履职情况/严肃党内组织生活"


@pytest.fixture
def page(qtbot, sample_desk):
    return opened(qtbot, sample_desk)


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


def details(page) -> str:
    return next(e for e in page.findChildren(QPlainTextEdit) if e.isVisible()).toPlainText()


def reason(page) -> str:
    """Return the sentence beside the buttons."""
    shown = (each.text() for each in page.findChildren(QLabel) if each.isVisible())
    return next((said for said in shown if said.startswith("不能撤销")), "")


def test_steps_stand_under_their_days(page, sample_desk, monkeypatch):
    for day in (18, 20, 21):
        at = datetime(2026, 11, day, 8, 5).astimezone(UTC)
        monkeypatch.setattr(sample_desk.store._journal, "_now", lambda at=at: at)
        sample_desk.save(meeting(f"{day}日的"))
    model = listed(page).model()
    said = [model.index(row).data() for row in range(7)]
    assert said[0] == "今天"
    assert said[1] == "今天 8:05 新增 三会一课 11月20日 党课"
    assert (said[2], said[4]) == ("昨天", "11月18日")
    assert not model.index(0).flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_step_among_others_is_taken_back_and_this_with_the_next_undo(page, sample_desk):
    (saved,) = sample_desk.save(meeting("原来的"))
    sample_desk.save(replace(saved, topic="改过的"))
    sample_desk.save(meeting("别的"))
    choose(page, "修改 三会一课")
    assert "主题：原来的 → 改过的" in details(page)
    press(page, "撤销这一步")
    assert sample_desk.store.get(ref(saved)).topic == "原来的"
    assert steps(page)[:4] == [
        "撤销：修改 三会一课 11月20日 党课",
        "新增 三会一课 11月20日 党课",
        "修改 三会一课 11月20日 党课，已撤销",
        "新增 三会一课 11月20日 党课",
    ]
    assert listed(page).currentIndex().data().endswith("，已撤销")
    assert not button(page, "撤销这一步").isEnabled()
    sample_desk.undo()
    assert sample_desk.store.get(ref(saved)).topic == "改过的"


def test_a_step_that_cannot_be_taken_back_says_why(page, sample_desk):
    (saved,) = sample_desk.save(meeting("原来的"))
    sample_desk.save(replace(saved, topic="改过的"))
    choose(page, "新增 三会一课")
    undo = button(page, "撤销这一步")
    assert not undo.isEnabled()
    assert "又改了“主题”" in reason(page)
    assert "又改了“主题”" in undo.toolTip()
    choose(page, "修改 三会一课")
    assert undo.isEnabled()
    assert reason(page) == ""


def test_who_comes_back_to_the_page_finds_the_newest_step_chosen(window):
    window.go(Place("history"))
    window.go(Place("calendar"))
    window.desk.save(meeting())
    window.go(Place("history"))
    assert "新增 三会一课" in listed(window.page).currentIndex().data()


def test_what_is_private_is_masked(page, sample_desk):
    sample_desk.save(Person(name="钱七", id_number="110101199003071234"))
    choose(page, "新增 党员名册 钱七")
    assert "身份证号：1101**********1234" in details(page)


def test_two_meetings_of_one_day_are_told_apart_also_when_one_is_deleted(page, sample_desk):
    (one,) = sample_desk.save(meeting("甲"))
    sample_desk.save(meeting("乙"))
    sample_desk.delete(ref(one))
    model = listed(page).model()
    words = [model.index(row).data(Qt.ItemDataRole.UserRole)[1] for row in (1, 2, 3)]
    assert words == [
        "删除 三会一课 11月20日 党课　甲",
        "新增 三会一课 11月20日 党课　乙",
        "新增 三会一课 11月20日 党课　甲",
    ]
    assert "；乙" in model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_step_of_many_entries_names_them(page):
    choose(page, "等23条")
    assert len(details(page).splitlines()) == 23


def test_by_keyboard_alone_a_step_is_taken_back(qtbot, window):
    (saved,) = window.desk.save(meeting())
    window.go(Place("history"))
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Up)
    for _ in range(2):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is button(window.page, "撤销这一步")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert window.desk.store.get(ref(saved)) is None


def test_a_step_of_many_entries_says_how_many(page):
    assert any(
        words.startswith("新增 主题党日") and words.endswith("等23条") for words in steps(page)
    )


def test_signs_in_the_users_words_stay_as_they_are(page, sample_desk):
    sample_desk.save(ThemeDay(held_on=Day("2026-11-21"), topic="<b>甲&乙"))
    assert steps(page)[0] == "新增 主题党日 11月21日 <b>甲&乙"
    choose(page, "甲&乙")
    assert "<b>甲&乙" in details(page)
    tip = listed(page).currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;甲&amp;乙" in tip


def test_an_archive_without_steps_says_what_will_stand_here(qtbot, sample_desk, tmp_path):
    with Store.create(tmp_path / "空.sdesk") as store:
        sample_desk.store = store
        page = opened(qtbot, sample_desk)
        said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        assert said[0].startswith("还没有改动。")
        offered = [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]
        assert offered == ["按日", "按记录", "回收站"]


def test_older_steps_come_as_the_list_is_scrolled(qtbot, sample_desk):
    for number in range(150):
        sample_desk.store.save(meeting(f"第{number}次"))
    page = opened(qtbot, sample_desk)
    assert len(steps(page)) == 100
    view = listed(page)
    for _ in range(3):
        view.scrollToBottom()
        QApplication.processEvents()
    assert len(steps(page)) == len(sample_desk.store.history(1000))
    assert steps(page)[-1] == sample_desk.store.history(1000)[-1].words


def test_a_step_leads_to_the_entry_that_it_changed(window):
    (saved,) = window.desk.save(meeting())
    window.go(Place("history"))
    press(window.page, "打开记录")
    assert window.page.title == "三会一课"
    assert window.page._editor.base.id == saved.id
    window.go_back()
    assert window.page.title == "最近改动"


def test_a_step_of_many_entries_leads_to_the_one_it_names(window):
    window.desk.save(meeting("第一次"), meeting("第二次"))
    window.go(Place("history"))
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.page._editor.base.topic == "第一次"


def test_a_step_of_many_opens_no_other_entry_for_the_one_it_names(window):
    one, other = window.desk.save(meeting("第一次"), meeting("第二次"))
    window.desk.delete(ref(one))
    window.go(Place("history"))
    choose(window.page, "等2条")
    press(window.page, "打开记录")
    assert window.page.title == "最近改动"
    assert "现在不在档案里" in window._status._note.text()
    window.desk.erase([ref(one)])
    choose(window.page, "其中1条已彻底删除")
    press(window.page, "打开记录")
    assert window.page._editor.base.id == other.id


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
    press(window.page, "打开记录")
    assert window.page.title == "述职报告"
    assert outline.key() == MEETINGS
    assert window.page._passage._cards[key].editor.hasFocus()


def test_a_step_of_another_years_report_leads_to_that_year(window):
    edit = PassageEdit(year=2025, passage="导语", name="导语", text="写的话", generated="原来的话")
    window.desk.save(edit)
    window.go(Place("history"))
    press(window.page, "打开记录")
    assert (window.page.title, window.desk.year) == ("述职报告", 2025)
    assert window._head._years.currentText() == "2025 年度"
    assert window.page._passage.entered_key() == "导语"


def test_a_step_whose_entry_is_gone_says_so_and_stays(window):
    (saved,) = window.desk.save(meeting())
    window.desk.delete(ref(saved))
    window.go(Place("history"))
    press(window.page, "打开记录")
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
