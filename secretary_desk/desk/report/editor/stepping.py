"""Undo and redo in a passage: its own steps first, the window's where it has none left."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from .view import ChipView

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_REDO = (  # both on every system: the menu names the first, some systems know only the other
    QKeyCombination(_CTRL, Qt.Key.Key_Y),
    QKeyCombination(_CTRL | _SHIFT, Qt.Key.Key_Z),
)


class Stepping(ChipView):
    """Leaves the keys of undo and redo to the window where the text has nothing to step to.

    Qt's own text takes them at any time, and then does nothing.
    """

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and not self.isReadOnly():
            if _is_undo(event):
                return _answer(event, taken=self.document().isUndoAvailable())
            if _is_redo(event):
                return _answer(event, taken=self.document().isRedoAvailable())
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_redo(event) and not self.isReadOnly():
            self.redo()
        else:
            super().keyPressEvent(event)


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo)


def _is_redo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() in _REDO


def _answer(event: QKeyEvent, *, taken: bool) -> bool:
    event.setAccepted(taken)
    return True
