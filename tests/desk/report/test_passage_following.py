"""What is being composed, and figures that change, while a passage is written."""

from time import process_time

import pytest
from desk.report.editing import (
    COMMITTEE,
    CTRL,
    KEY,
    MEETINGS,
    SHIFT,
    TOLD,
    copy,
    cut,
    go,
    opened,
    paste,
    press,
    redo,
    select,
    shown,
    type_in,
    typed,
    undo,
    undone,
)
from hypothesis import given
from hypothesis import strategies as st
from typing_chinese import commit_text, compose, preedit

from secretary_desk.desk.fields import edits
from secretary_desk.desk.report.editor.editor import PassageEditor
from secretary_desk.report.template import reference


class Method:
    """An input method as they differ: it commits when told to, only when reset, or not at all."""

    def __init__(self, editor, text, *, on):
        self.editor, self.text, self.on = editor, text, on

    def inputMethod(self):
        return self

    def commit(self):
        if self.on == "commit":
            commit_text(self.editor, self.text)

    def reset(self):
        if self.on == "reset":
            commit_text(self.editor, self.text)
        elif self.on == "giving up":
            preedit(self.editor, "")


@pytest.fixture
def editor(qtbot):
    return opened(qtbot)


def told_by(editor):
    """Return a list that grows with every edit which is told from now on."""
    told = []
    editor.edited.connect(lambda: told.append(editor.template()))
    return told


def test_composed_text_is_taken_in_once(editor):
    go(editor, 4)
    compose(editor, "了", commit=False)
    assert editor.template() == TOLD
    editor.take_in()
    editor.take_in()
    assert editor.template() == TOLD.replace("开会", "开会了")


@pytest.mark.parametrize("on", ["commit", "reset", "giving up", "nothing"])
def test_whatever_the_input_method_does_the_text_is_there_once(editor, monkeypatch, on):
    monkeypatch.setattr(edits, "QGuiApplication", Method(editor, "十五次", on=on))
    select(editor, 4, 7)
    compose(editor, "十五次", commit=False)
    editor.take_in()
    assert editor.template() == TOLD.replace(MEETINGS, typed("十五次"))
    assert undone(editor) == 1


def test_the_same_template_disturbs_neither_composing_nor_selection_nor_undo(editor):
    go(editor, 4)
    type_in(editor, "5")
    compose(editor, "了", commit=False)
    editor.set_pieces(editor.template(), shown)
    commit_text(editor, "了")
    press(editor, KEY.Key_Left, modifier=SHIFT)
    editor.set_pieces(editor.template(), shown)
    assert editor.textCursor().selectedText() == "了"
    assert undone(editor) == 2


def test_only_the_user_edits(editor):
    told = told_by(editor)
    editor.set_pieces(f"{MEETINGS}。", shown)
    editor.set_pieces(f"{MEETINGS}。", lambda reference: "130次")
    assert editor.toPlainText() == "130次。"
    go(editor, 0)
    compose(editor, "会", commit=False)
    assert told == []
    commit_text(editor, "会")
    undo(editor)
    redo(editor)
    assert told == [f"会{MEETINGS}。", f"{MEETINGS}。", f"会{MEETINGS}。"]


@pytest.mark.parametrize(("place", "after"), [(3, 3), (4, 4), (5, 5), (7, 8), (9, 10), (15, 16)])
def test_figures_follow_the_entries_under_a_cursor_that_stays(editor, place, after):
    go(editor, place)
    editor.set_pieces(TOLD, lambda reference: {"12次": "113次"}.get(shown(reference), "8次"))
    assert editor.toPlainText() == "全年开会113次，其中支委会8次。"
    assert editor.template() == TOLD
    assert editor.textCursor().position() == after
    type_in(editor, "x")
    undo(editor)
    assert editor.template() == TOLD


def test_figures_wait_for_what_is_being_composed(editor):
    go(editor, 9)
    compose(editor, "某", commit=False)
    editor.set_pieces(TOLD, lambda reference: "113次")
    assert "12次" in editor.toPlainText()
    commit_text(editor, "某")
    assert editor.toPlainText() == "全年开会113次，其某中支委会113次。"
    assert editor.textCursor().position() == 11


def test_a_typed_number_does_not_become_a_figure_when_the_entries_agree_with_it(editor):
    select(editor, 4, 7)
    compose(editor, "15次")
    template = editor.template()
    editor.set_pieces(template, lambda reference: "15次")
    assert editor.template() == template == TOLD.replace(MEETINGS, typed("15次"))


def test_an_inserted_figure_replaces_the_selection_and_breaks_no_chip(editor):
    told = told_by(editor)
    select(editor, 0, 4)
    editor.insert_figure(reference("三会一课.支委会"), "8次")
    go(editor, 4)
    editor.insert_figure(reference("三会一课.次数 | 余"), "10余次")
    assert told[-1] == f"{COMMITTEE}{MEETINGS}{{{{ 三会一课.次数 | 余 }}}}，其中支委会{COMMITTEE}。"
    assert editor.textCursor().position() == 9
    assert undone(editor) == 2


def test_a_key_costs_no_time_to_speak_of_in_a_long_passage(qtbot):
    editor = opened(qtbot, "\n".join(["全年召开会议听取意见建议研究部署" * 3 + MEETINGS] * 100))
    assert editor.document().characterCount() > 5000
    go(editor, 500)
    before = process_time()
    type_in(editor, "x" * 20)
    assert process_time() - before < 20 * 0.010


DOINGS = {
    "type": lambda editor: type_in(editor, "7x"),
    "compose": lambda editor: compose(editor, "三次𠮷"),
    "leave composing": lambda editor: compose(editor, "五", commit=False),
    "take in": lambda editor: editor.take_in(),
    "erase": lambda editor: press(editor, KEY.Key_Backspace),
    "delete": lambda editor: press(editor, KEY.Key_Delete),
    "delete word": lambda editor: press(editor, KEY.Key_Delete, modifier=CTRL),
    "paragraph": lambda editor: press(editor, KEY.Key_Return),
    "copy": copy,
    "cut": cut,
    "paste": paste,
    "undo": undo,
    "redo": redo,
    "insert": lambda editor: editor.insert_figure(reference("三会一课.支委会"), "8次"),
    "show again": lambda editor: editor.set_pieces(editor.template(), shown),
}
PLACES = st.integers(0, 12)


@given(st.lists(st.tuples(PLACES, PLACES, st.sampled_from(list(DOINGS))), max_size=15))
def test_whatever_is_done_every_change_is_told_and_undo_leads_back(qapp, doings):
    editor = PassageEditor(str)
    editor.set_pieces(f"{MEETINGS}好\n{COMMITTEE}{typed('15次')}。", shown)
    told = [editor.template()]
    editor.edited.connect(lambda: told.append(editor.template()))
    for start, length, doing in doings:
        editor.take_in()
        select(editor, start, start + length)
        DOINGS[doing](editor)
        assert told[-1] == editor.template()
    editor.take_in()
    again = PassageEditor(str)
    again.set_pieces(editor.template(), shown)
    assert again.toPlainText() == editor.toPlainText()
    assert again.template() == editor.template()
    undone(editor)
    assert editor.template() == told[0]
