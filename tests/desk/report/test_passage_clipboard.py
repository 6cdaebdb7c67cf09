"""Cutting, copying, pasting and dropping in passages, from each other and from elsewhere."""

import subprocess
import sys

import pytest
from desk.report.editing import (
    COMMITTEE,
    FIGURES,
    MEETINGS,
    TOLD,
    TOPIC,
    copy,
    cut,
    go,
    mime,
    opened,
    paste,
    redo,
    select,
    typed,
    undo,
    undone,
)
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from typing_chinese import compose

from secretary_desk.desk.report.editor.mime import PASSAGE

ENDING = """
from PySide6.QtWidgets import QApplication
from secretary_desk.desk.report.editor.editor import PassageEditor

app = QApplication([])
editor = PassageEditor(str)
editor.set_pieces("{{ 三会一课.次数 }}", lambda reference: "12次")
editor.selectAll()
editor.copy()
"""
ALL = len("全年开会12次，其中支委会8次。")


@pytest.fixture
def editor(qtbot):
    return opened(qtbot)


@pytest.fixture
def other(qtbot):
    return opened(qtbot, "另外，。")


def drop(editor, dropped, place):
    """Let something be dropped before the letter at a place."""
    cursor = editor.textCursor()
    cursor.setPosition(place)
    at = QPointF(editor.cursorRect(cursor).center())
    copied, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    viewport = editor.viewport()
    entering = QDragEnterEvent(at.toPoint(), copied, dropped, left, plain)
    QApplication.sendEvent(viewport, entering)
    if entering.isAccepted():
        QApplication.sendEvent(viewport, QDropEvent(at, copied, dropped, left, plain))
    return entering.isAccepted()


# Between passages --------------------------------------------------------------------------------


def test_a_chip_copied_into_another_passage_is_a_chip_there(editor, other):
    select(editor, 4, 7)
    copy(editor)
    assert QApplication.clipboard().text() == "12次"
    assert set(QApplication.clipboard().mimeData().formats()) == {PASSAGE, "text/plain"}
    go(other, 3)
    paste(other)
    assert other.template() == f"另外，{MEETINGS}。"
    compose(other, "和")
    paste(other)
    assert other.template() == f"另外，{MEETINGS}和{MEETINGS}。"
    assert undone(other) == 3
    assert other.template() == "另外，。"


def test_what_is_cut_keeps_its_figures_quotations_numbers_and_paragraphs(qtbot, other):
    template = rf"以“{TOPIC}”{MEETINGS}" + f"\n{typed('15次')}" + r"\{{ a }}"
    editor = opened(qtbot, template)
    select(editor, len("以“怎么干”12次¶15次{{ a }}"), 0)
    cut(editor)
    assert editor.template() == ""
    go(other, 3)
    paste(other)
    assert other.template() == f"另外，{template}。"
    assert other.textCursor().blockFormat().textIndent() > 0
    undo(editor)
    assert editor.template() == template
    undo(other)
    assert other.template() == "另外，。"
    redo(other)
    assert other.template() == f"另外，{template}。"


def test_a_part_of_a_chip_is_copied_as_words(editor, other):
    select(editor, 3, 6)
    copy(editor)
    go(other, 0)
    paste(other)
    assert other.template() == "会12另外，。"


def test_a_chip_pasted_over_a_chip_replaces_it_in_one_step(editor):
    select(editor, 4, 7)
    copy(editor)
    select(editor, ALL - 1, ALL - 3)
    paste(editor)
    assert editor.template() == f"全年开会{MEETINGS}，其中支委会{MEETINGS}。"
    assert undone(editor) == 1
    assert editor.template() == TOLD


@pytest.mark.parametrize(
    ("text", "expected"),
    [("15次", typed("15次")), ("很多次", "很多次"), ("每月的活动里有2次", "每月的活动里有2次")],
)
def test_words_pasted_over_a_chip_are_a_typed_number_where_they_give_one(editor, text, expected):
    select(editor, 7, 4)
    paste(editor, mime(text))
    assert editor.template() == TOLD.replace(MEETINGS, expected)
    assert undone(editor) == 1
    assert editor.template() == TOLD


@pytest.mark.parametrize("place", [4, 7])
def test_what_is_pasted_beside_a_chip_is_words(editor, place):
    go(editor, place)
    paste(editor, mime("5"))
    assert editor.template() == TOLD.replace(
        MEETINGS, f"5{MEETINGS}" if place == 4 else f"{MEETINGS}5"
    )


def test_the_program_ends_well_with_a_chip_on_the_clipboard():
    run = subprocess.run([sys.executable, "-c", ENDING], check=False, timeout=60)
    assert run.returncode == 0


# Dropped -----------------------------------------------------------------------------------------


def test_what_is_dropped_keeps_its_chips(editor, other):
    select(editor, 4, 7)
    told = []
    other.edited.connect(lambda: told.append(other.template()))
    assert drop(other, editor.createMimeDataFromSelection(), 3)
    assert told == [f"另外，{MEETINGS}。"]
    assert undone(other) == 1


def test_what_is_dropped_while_composing_loses_nothing(editor):
    go(editor, 0)
    compose(editor, "今", commit=False)
    assert drop(editor, mime("，，"), 8)
    assert editor.template() == f"今{TOLD}".replace(f"{MEETINGS}，", f"{MEETINGS}，，")


def test_a_file_cannot_be_dropped(editor):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile("/a.png")])
    assert not drop(editor, dropped, 3)
    assert editor.template() == TOLD


def test_a_figure_of_another_year_that_this_one_lacks_is_pasted_as_words(editor, monkeypatch):
    select(editor, 4, 7)
    copy(editor)
    monkeypatch.delitem(FIGURES, "三会一课.次数")
    go(editor, 0)
    paste(editor)
    assert editor.template() == f"12次{TOLD}"
    assert COMMITTEE in editor.template()
