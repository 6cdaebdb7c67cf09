"""The keys of undo and redo, and whose they are: a text's own while it has a step to go."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_REDO = (  # both on every system: the menu names the first, some systems know only the other
    QKeyCombination(_CTRL, Qt.Key.Key_Y),
    QKeyCombination(_CTRL | _SHIFT, Qt.Key.Key_Z),
)


def is_undo(event: QKeyEvent) -> bool:
    """Whether a key asks to undo."""
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """Whether a key asks to redo."""
    return event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() in _REDO
