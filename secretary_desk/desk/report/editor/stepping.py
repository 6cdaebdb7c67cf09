"""Undo and redo in a passage: its own steps first, the window's where it has none left."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

from ...fields.step_keys import is_redo, is_undo
from .view import ChipView


class Stepping(ChipView):
    """Leaves the keys of undo and redo to the window where the text has nothing to step to.

    Qt's own text takes them at any time, and then does nothing.
    """

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and not self.isReadOnly():
            if is_undo(event):
                return _answer(event, taken=self.document().isUndoAvailable())
            if is_redo(event):
                return _answer(event, taken=self.document().isRedoAvailable())
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_redo(event) and not self.isReadOnly():
            self.redo()
        else:
            super().keyPressEvent(event)


def _answer(event: QKeyEvent, *, taken: bool) -> bool:
    event.setAccepted(taken)
    return True
