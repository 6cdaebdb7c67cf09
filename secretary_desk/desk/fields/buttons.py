"""The buttons that stand in fields."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton

from ..look import icon
from .edits import ENTER

_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Button(QPushButton):
    """Pressed by Space or Enter while it has the focus, and by no Enter elsewhere."""

    def __init__(self, text: str, role: str, picture: str = "") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setAutoDefault(False)
        if picture:
            self.setIcon(icon(picture))
        self.say(text)

    def say(self, text: str) -> None:
        """Show a text, a blank away from the picture."""
        self.setText(text if self.icon().isNull() else f" {text}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & ~_KEYPAD:
            self.click()
        else:
            super().keyPressEvent(event)


def tool(picture: str, tip: str) -> QToolButton:
    """Return a small button for the mouse; its tip names the key that does the same."""
    button = QToolButton()
    button.setIcon(icon(picture))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
