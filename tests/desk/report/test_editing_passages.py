"""Editing a passage on the page: what is typed shows, is saved, and is not lost on any way."""

import pytest
from desk.answering import Answering
from desk.conftest import NOW
from desk.report.opened import (
    LEFT,
    MEETINGS,
    card,
    click,
    delete_behind,
    editor,
    editors,
    edits,
    empty,
    go_to,
    lay_out,
    opened,
    outline,
    press,
    said,
    status,
    tool,
    words,
    write_at_end,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from typing_chinese import commit_text, compose

from secretary_desk.desk.autosave import AUTOSAVE
from secretary_desk.desk.desk import Desk
from secretary_desk.desk.report.page import PAUSE
from secretary_desk.kinds import highlight
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.records.record import ref
from secretary_desk.report.written import counted
from secretary_desk.store.store import Store

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TALKS, DAYS = "三会一课", "主题党日"
ADDED = "我心里有数。"
FIGURE = "{{ 三会一课.次数.支部党员大会 }}"


@pytest.fixture
def page(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    go_to(page, MEETINGS)
    return page


def saved(qtbot, page, key=TALKS):
    qtbot.waitUntil(lambda: key in edits(page), timeout=AUTOSAVE * 5)


# Typed, shown, saved -----------------------------------------------------------------------------


def test_what_is_typed_stands_in_the_report_after_a_pause_and_is_saved(page, qtbot):
    before = counted(page._document)[0]
    write_at_end(page, TALKS, ADDED)
    assert ADDED not in said(page)
    qtbot.waitUntil(lambda: ADDED in said(page), timeout=PAUSE * 5)
    assert f"正文 {before + len(ADDED):,} 字" in status(page)
    assert card(page, TALKS)._state.text() == "已改写"
    saved(qtbot, page)
    assert edits(page)[TALKS].text.endswith(ADDED)
    assert FIGURE in edits(page)[TALKS].text
    assert page._desk.report() == page._document


def test_keys_pressed_in_one_go_make_one_edit(page):
    box = write_at_end(page, TALKS, "abc")
    QTest.keyClicks(box, "def")
    press(box, KEY.Key_Backspace)
    assert page.leave()
    assert list(edits(page)) == [TALKS]
    assert edits(page)[TALKS].text.endswith("abcde")


def test_a_letter_typed_and_taken_back_leaves_the_passage_as_generated(page, qtbot):
    before = words(page)
    box = write_at_end(page, TALKS, "a")
    press(box, KEY.Key_Backspace)
    qtbot.waitUntil(lambda: not page._pause.isActive(), timeout=PAUSE * 5)
    assert words(page) == before
    assert page.leave()
    assert edits(page) == {}


def test_a_letter_taken_back_after_the_pause_is_gone_too(page, qtbot):
    before = words(page)
    box = write_at_end(page, TALKS, ADDED)
    qtbot.waitUntil(lambda: ADDED in said(page), timeout=PAUSE * 5)
    press(box, *[KEY.Key_Backspace] * len(ADDED))
    qtbot.waitUntil(lambda: ADDED not in said(page), timeout=PAUSE * 5)
    assert page.leave()
    assert words(page) == before
    assert edits(page) == {}


def test_a_figure_deleted_from_an_edited_text_is_not_in_the_report(page):
    box = click(page, "12次")
    press(box, *[KEY.Key_Right] * (box._chip().end - box.textCursor().position()))
    press(box, KEY.Key_Backspace)
    assert page.leave()
    assert "{{ 三会一课.次数.支部委员会 }}" not in edits(page)[TALKS].text
    assert FIGURE in edits(page)[TALKS].text


def test_enter_begins_a_paragraph_of_the_report(page):
    box = write_at_end(page, TALKS, "a")
    press(box, KEY.Key_Return, KEY.Key_Return)
    compose(box, ADDED)
    assert page.leave()
    blocks = [b for b in page._document.blocks if getattr(b, "passage", "") == TALKS]
    assert [run.text for run in blocks[-1].runs] == [ADDED]
    assert len(blocks) == 2
    assert box.toPlainText().endswith(f"a\n\n{ADDED}")


def test_typing_goes_on_undisturbed_while_it_is_saved(page, qtbot):
    box = write_at_end(page, TALKS, "ab ")
    press(box, KEY.Key_Return)
    saved(qtbot, page)
    assert box is editor(page, TALKS)
    assert box.hasFocus()
    assert box.toPlainText().endswith("ab \n")
    assert box.textCursor().atEnd()
    compose(box, "再去")
    assert box.toPlainText().endswith("ab \n再去")
    press(box, KEY.Key_Z, modifier=CTRL)
    press(box, KEY.Key_Z, modifier=CTRL)
    assert box.toPlainText().endswith("ab ")
    assert page.leave()
    assert edits(page)[TALKS].text.endswith("ab ")


def test_composing_goes_on_while_what_stood_before_is_saved(page, qtbot):
    box = write_at_end(page, TALKS, "a")
    compose(box, "再去", commit=False)
    saved(qtbot, page)
    assert box._composed == "再去"
    commit_text(box, "再去班组")
    assert page.leave()
    assert edits(page)[TALKS].text.endswith("a再去班组")


def test_an_emptied_passage_stays_a_card_and_can_be_written_again(page):
    empty(editor(page, DAYS))
    assert page.leave()
    assert edits(page)[DAYS].is_written
    assert "我要求主题党日" not in said(page)
    assert list(editors(page))[:2] == [TALKS, DAYS]
    assert editor(page, DAYS).placeholderText().strip() == "这一段没有文字，不写进报告"
    write_at_end(page, DAYS, ADDED)
    assert page.leave()
    assert edits(page)[DAYS].text == ADDED
    assert ADDED in said(page)


# Kept on every way -------------------------------------------------------------------------------


def test_what_is_still_being_composed_is_kept_on_leaving(page):
    write_at_end(page, TALKS, ADDED, commit=False)
    assert page.leave()
    assert edits(page)[TALKS].text.endswith(ADDED)


def test_what_is_still_being_composed_is_kept_on_the_way_to_another_part(page):
    write_at_end(page, TALKS, ADDED, commit=False)
    press(outline(page), KEY.Key_Down)
    assert edits(page)[TALKS].text.endswith(ADDED)
    press(outline(page), KEY.Key_Up)
    assert editor(page, TALKS).toPlainText().endswith(ADDED)


def test_what_is_still_being_composed_is_kept_when_another_passage_is_clicked(page):
    write_at_end(page, TALKS, ADDED, commit=False)
    lay_out(page)
    QTest.mouseClick(editor(page, DAYS).viewport(), LEFT)
    assert page.leave()
    assert edits(page)[TALKS].text.endswith(ADDED)
    assert editor(page, TALKS).toPlainText().count(ADDED) == 1


def test_what_is_still_being_composed_is_kept_by_a_tool(page):
    write_at_end(page, TALKS, "a")
    assert page.leave()
    write_at_end(page, TALKS, ADDED, commit=False)
    tool(page, "存为常用")
    assert edits(page)[TALKS].text.endswith(f"a{ADDED}")


def test_an_edit_outlives_the_page_and_the_archive_that_is_reopened(page, qtbot):
    write_at_end(page, TALKS, ADDED)
    assert page.leave()
    desk = page._desk
    page.close()
    with Store.open(desk.store.path) as store:
        again = opened(qtbot, Desk(store, desk.memory, Answering(), now=lambda: NOW))
        go_to(again, MEETINGS)
        assert editor(again, TALKS).toPlainText().endswith(ADDED)
        assert card(again, TALKS)._state.text() == "已改写"
        again.hide()  # what is not seen asks nothing of an archive that is closed


def test_another_year_has_its_own_edits(page):
    write_at_end(page, TALKS, ADDED)
    assert page.leave()
    page._desk.set_year(2025)
    assert ADDED not in said(page)
    page._desk.set_year(2026)
    assert ADDED in said(page)
    assert editor(page, TALKS).toPlainText().endswith(ADDED)


def test_figures_in_an_edited_text_follow_the_entries_and_the_cursor_stays(page):
    box = write_at_end(page, TALKS, ADDED)
    assert page.leave()
    delete_behind(page, "4次")
    press(box, KEY.Key_End, modifier=CTRL)
    box.setFocus()
    place, length = box.textCursor(), len(box.toPlainText())
    page._desk.undo()
    assert "支部党员大会开了4次" in box.toPlainText()
    page._desk.redo()
    assert "支部党员大会开了3次" in box.toPlainText()
    assert "支部党员大会开了3次" in said(page)
    assert len(box.toPlainText()) == length
    assert box.textCursor().position() == place.position()
    assert box.hasFocus()
    assert edits(page)[TALKS].text.endswith(ADDED)


def test_figures_that_are_not_saved_yet_follow_an_entry_too(page):
    box = write_at_end(page, TALKS, ADDED, commit=False)
    delete_behind(page, "4次")
    assert "支部党员大会开了3次" in box.toPlainText()
    assert box.toPlainText().endswith(ADDED)
    assert page.leave()
    assert edits(page)[TALKS].text.endswith(ADDED)


def test_an_edit_stays_when_entries_change_of_which_it_says_nothing(page):
    write_at_end(page, TALKS, ADDED)
    assert page.leave()
    before = edits(page)[TALKS]
    page._desk.delete(ref(page._desk.store.entries(highlight.KIND)[0]))
    assert edits(page)[TALKS] == before
    assert editor(page, TALKS).toPlainText().endswith(ADDED)


def test_the_keyboard_stays_in_a_passage_when_another_one_comes_or_goes(page):
    go_to(page, "下一步打算")
    first, *_, last = editors(page)
    plan = editor(page, first)
    write_at_end(page, first, "b")
    other = next(key for key in editors(page) if key not in (first, last))
    page._desk.delete(ref(page._report.passages[other].entry))
    assert other not in editors(page)
    assert plan.hasFocus()
    compose(plan, "会", commit=False)
    page._desk.undo()
    assert list(editors(page))[1] == other
    assert plan.hasFocus()
    assert plan._composed == "会"
    assert page.leave()
    assert edits(page)[first].text.endswith("b会")


# Undo by the desk --------------------------------------------------------------------------------


def test_the_edits_of_a_passage_in_one_visit_are_one_step(page):
    steps, before = len(page._desk.store.history(99)), words(page)
    for text in ("我", "心里", "有数。"):
        write_at_end(page, TALKS, text)
        page._saving.save()
    after = words(page)
    assert ADDED in after
    assert len(page._desk.store.history(99)) == steps + 1
    page._desk.undo()
    assert words(page) == before
    assert edits(page) == {}
    page._desk.redo()
    assert words(page) == after


def test_another_passages_edits_are_another_step(page):
    write_at_end(page, TALKS, "a")
    page._saving.save()
    write_at_end(page, DAYS, "b")
    assert page.leave()
    page._desk.undo()
    assert list(edits(page)) == [TALKS]


def test_another_visits_edits_are_another_step(page):
    write_at_end(page, TALKS, "a")
    press(outline(page), KEY.Key_Down, KEY.Key_Up)
    write_at_end(page, TALKS, "b")
    assert page.leave()
    page._desk.undo()
    assert editor(page, TALKS).toPlainText().endswith("a")


def test_undo_by_the_desk_loses_nothing_that_was_typed_since(page):
    box = write_at_end(page, TALKS, "a")
    page._saving.save()
    write_at_end(page, TALKS, ADDED)
    page._desk.undo()
    assert box.toPlainText().endswith(f"a{ADDED}")
    assert box.hasFocus()
    assert page.leave()
    assert edits(page)[TALKS].text.endswith(f"a{ADDED}")


def test_undo_by_the_desk_leaves_what_is_being_composed(page):
    page._desk.save(Supplement(year=2026, section="下一步打算", text="再去班组。"))
    box = write_at_end(page, TALKS, ADDED, commit=False)
    page._desk.undo()
    assert box._composed == ADDED
    assert page.leave()
    assert edits(page)[TALKS].text.endswith(ADDED)
