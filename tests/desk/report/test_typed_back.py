"""Back at the generated text, letter by letter: the passage is the program's again."""

from dataclasses import replace

import pytest
from desk.report.opened import (
    MEETINGS,
    can,
    card,
    delete_behind,
    editor,
    edits,
    go_to,
    opened,
    press,
    said,
    tool,
    write_at_end,
)
from PySide6.QtCore import Qt

from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.record import new_id

TALKS = "三会一课"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    go_to(page, MEETINGS)
    return page


def type_and_save(page):
    write_at_end(page, TALKS, "abc")
    assert page.leave()
    assert TALKS in edits(page)


def type_back(page, count=3):
    box = editor(page, TALKS)
    press(box, Qt.Key.Key_End, modifier=CTRL)
    press(box, *[Qt.Key.Key_Backspace] * count)


def test_it_follows_the_records_again_and_is_no_edit(page):
    before = editor(page, TALKS).template()
    type_and_save(page)
    type_back(page)
    page._rebuild()
    assert card(page, TALKS)._state.text() == ""
    assert page.leave()
    assert edits(page) == {}
    assert editor(page, TALKS).template() == before
    assert not can(page, "恢复自动")
    delete_behind(page, "4次")
    assert "支部党员大会开了3次" in said(page)
    assert card(page, TALKS)._drift.isHidden()


def test_undo_brings_back_what_was_typed(page):
    type_and_save(page)
    text = edits(page)[TALKS].text
    type_back(page)
    assert page.leave()
    assert page._desk.undo() == "去掉“三会一课”一段的改写，用自动文字"
    assert edits(page)[TALKS].text == text
    assert editor(page, TALKS).toPlainText().endswith("abc")


def test_going_on_typing_is_an_edit_all_the_same(page):
    type_and_save(page)
    type_back(page)
    write_at_end(page, TALKS, "xyz")
    assert page.leave()
    assert list(edits(page)) == [TALKS]
    assert edits(page)[TALKS].text.endswith("xyz")
    assert card(page, TALKS)._drift.isHidden()


def test_a_wording_that_was_chosen_stays_chosen(page):
    editor(page, TALKS).setFocus()
    tool(page, "换说法")
    chosen = editor(page, TALKS).toPlainText()
    type_and_save(page)
    type_back(page)
    assert page.leave()
    assert not edits(page)[TALKS].is_written
    assert editor(page, TALKS).toPlainText() == chosen
    meetings = page._desk.loaded().counted(StudyMeeting)
    pattern = next(each for each in meetings if each.form is Form.GENERAL)
    page._desk.save(replace(pattern, id=new_id(), created=""))
    assert "5次" in editor(page, TALKS).toPlainText()
    page._desk.undo()
    assert editor(page, TALKS).toPlainText() == chosen
