"""A passage editor opened for a test, and what a user does in it."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from secretary_desk.desk.report.editor.editor import PassageEditor
from secretary_desk.desk.report.editor.mime import PASSAGE

KEY = Qt.Key
PLAIN, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
MEETINGS, COMMITTEE = "{{ 三会一课.次数 }}", "{{ 三会一课.支委会 }}"
TOPIC = '{{ 三会一课.主题@1 | 原文("怎么干") }}'
# 全年开会12次，其中支委会8次。
TOLD = f"全年开会{MEETINGS}，其中支委会{COMMITTEE}。"
FIGURES = {"三会一课.次数": "12次", "三会一课.支委会": "8次"}


def shown(reference):
    """Return a figure as a test's report has it; nothing for one that is unknown."""
    return FIGURES.get(reference.key, "")


def typed(text, key="三会一课.次数"):
    """Return the template of a number typed over a figure."""
    return f'{{{{ {key} | 手填("{text}") }}}}'


def opened(qtbot, template=TOLD):
    """Return an editor with a template, shown and active."""
    editor = PassageEditor(lambda reference: f"<b>{reference.key}")
    editor.set_pieces(template, shown)
    qtbot.addWidget(editor)
    editor.resize(500, 200)
    editor.show()
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    return editor


def press(editor, *keys, modifier=PLAIN):
    for key in keys:
        QTest.keyClick(editor, key, modifier)


def type_in(editor, letters):
    QTest.keyClicks(editor, letters)


def go(editor, place):
    """Walk with the arrow keys to before the letter at a place."""
    press(editor, KEY.Key_Home, modifier=CTRL)
    press(editor, *[KEY.Key_Right] * place)


def select(editor, start, end):
    """Select with the arrow keys, to the left where the end comes first."""
    go(editor, start)
    step = KEY.Key_Right if end > start else KEY.Key_Left
    press(editor, *[step] * abs(end - start), modifier=SHIFT)


def undo(editor):
    press(editor, KEY.Key_Z, modifier=CTRL)


def redo(editor):
    press(editor, KEY.Key_Y, modifier=CTRL)


def undone(editor):
    """Return how many steps back it is to the beginning, and walk them there and forth."""
    states, was_undone = [editor.template()], editor.document().isRedoAvailable()
    while editor.document().isUndoAvailable():
        undo(editor)
        states.append(editor.template())
    for state in reversed(states[:-1]):
        redo(editor)
        assert editor.template() == state
    assert editor.document().isRedoAvailable() == was_undone
    while editor.document().isUndoAvailable():
        undo(editor)
    assert editor.template() == states[-1]
    return len(states) - 1


def copy(editor):
    press(editor, KEY.Key_C, modifier=CTRL)


def cut(editor):
    press(editor, KEY.Key_X, modifier=CTRL)


def mime(text="", html="", passage=None):
    """Return what another program, or another window of this one, puts on the clipboard."""
    made = QMimeData()
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    if passage is not None:
        made.setData(PASSAGE, passage)
    return made


def paste(editor, mime=None):
    """Paste what is on the clipboard, or what another program has put there."""
    if mime:
        QApplication.clipboard().setMimeData(mime)
    press(editor, KEY.Key_V, modifier=CTRL)
