"""Text that an input method is still composing: nothing of it is lost, nothing doubled."""

import pytest
from desk.fields.forms import OFFSCREEN, box, field_for, press, shown
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from typing_chinese import commit_text, compose, preedit

from secretary_desk.desk.fields import edits
from secretary_desk.records.specs import Line, Link, Linked, Prose, Tags

TYPED = {
    Line(label="主题"): "研究支委会分工",
    Prose(label="内容"): "研究支委会分工",
    Tags(label="标签"): ("研究支委会分工",),
    Linked(label="主持人"): Link(None, "研究支委会分工"),
}

pytestmark = OFFSCREEN


@pytest.fixture(params=TYPED, ids=lambda spec: type(spec).__name__)
def typing(request, qtbot):
    """A field in which 研究 is typed and 支委会分工 is being composed."""
    field = field_for(request.param)
    form = shown(qtbot, field)
    compose(box(field), "研究")
    compose(box(field), "支委会分工", letters="zwh'fg", commit=False)
    return form, field, TYPED[request.param]


def test_what_is_composed_is_no_value_yet(typing):
    _, field, whole = typing
    assert field.value() != whole


def test_what_is_composed_is_taken_in_before_saving(typing):
    _, field, whole = typing
    field.take_in()
    assert field.value() == whole
    field.take_in()
    assert field.value() == whole


def test_taking_in_is_an_edit(typing, qtbot):
    _, field, _ = typing
    with qtbot.waitSignal(field.edited):
        field.take_in()


def test_what_is_composed_is_kept_on_leaving_by_tab(typing):
    form, field, whole = typing
    press(form, Qt.Key.Key_Tab)
    assert form.after.hasFocus()
    assert field.value() == whole


def test_what_is_composed_is_kept_on_leaving_by_mouse(typing):
    form, field, whole = typing
    form.before.setFocus(Qt.FocusReason.MouseFocusReason)
    assert field.value() == whole


def test_what_is_composed_is_kept_when_the_window_closes(typing):
    form, field, whole = typing
    form.closed = field.take_in
    form.close()
    assert field.value() == whole


def test_enter_while_composing_does_not_accept(typing):
    form, field, whole = typing
    accepted = []
    for keys in ("Return", "Ctrl+Return", "Enter"):
        QShortcut(QKeySequence(keys), form).activated.connect(lambda: accepted.append(1))
    press(form, Qt.Key.Key_Return, Qt.Key.Key_Enter)
    press(form, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert (form.keys, accepted) == ([], [])
    commit_text(box(field), "支委会分工")
    assert field.value() == whole
    press(form, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert accepted == [1]


def test_composing_that_is_given_up_leaves_nothing(typing):
    _, field, whole = typing
    preedit(box(field), "")
    before = field.value()
    field.take_in()
    assert field.value() == before != whole


def test_another_entry_is_shown_without_what_was_being_composed_for_the_last(typing):
    _, field, _ = typing
    field.set_value(field.spec.empty)
    field.take_in()
    assert field.value() == field.spec.empty


class Method:
    """An input method as they differ: it commits when told to, only when reset, or not at all."""

    def __init__(self, edit, *, on):
        self.edit, self.on = edit, on

    def inputMethod(self):
        return self

    def commit(self):
        if self.on == "commit":
            commit_text(self.edit, "支委会分工")

    def reset(self):
        if self.on == "reset":
            commit_text(self.edit, "支委会分工")
        elif self.on == "giving up":
            preedit(self.edit, "")


@pytest.mark.parametrize("on", ["commit", "reset", "giving up", "nothing"])
def test_whatever_the_input_method_does_the_text_is_there_once(typing, monkeypatch, on):
    _, field, whole = typing
    monkeypatch.setattr(edits, "QGuiApplication", Method(box(field), on=on))
    field.take_in()
    assert field.value() == whole


def test_letters_become_words_where_the_input_method_can_still_do_it(qtbot, monkeypatch):
    field = field_for(Line(label="主题"))
    shown(qtbot, field)
    preedit(box(field), "zwh'fg")
    monkeypatch.setattr(edits, "QGuiApplication", Method(box(field), on="commit"))
    field.take_in()
    assert field.value() == "支委会分工"


def test_composing_replaces_what_was_selected(qtbot):
    field = field_for(Line(label="主题"), value="支部大会")
    shown(qtbot, field)
    box(field).selectAll()
    compose(box(field), "支委会")
    assert field.value() == "支委会"
