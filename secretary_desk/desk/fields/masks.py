"""What stands in the place of a private field: a mask over it, or what it says, to be read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolTip

from ...records.masking import HIDDEN
from ..look import MUTED, icon, set_role
from .edits import ENTER

_HOW = "再点一下（或按 F2）才能修改"


class Mask(QPushButton):
    """Stands where the field would: a click or Space uncovers it, Enter goes on as in any box."""

    def __init__(self, label: str) -> None:
        super().__init__(icon("eye", MUTED), "")
        self._label = label
        set_role(self, "mask")
        self.setAutoDefault(False)
        self.setToolTip("点一下显示（或按空格键）")

    def say(self, shown: str) -> None:
        """Show a masked value."""
        self.setText(f" {shown}　点这里显示" if shown == HIDDEN else f" {shown}")
        self.setAccessibleName(f"{self._label} {shown} 已隐藏，按空格键显示")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Shown(QLabel):
    """Says what is private and takes no letter of what is typed: looking changes nothing.

    A second click wants it edited, and so do F2, Space and Enter.
    """

    wanted = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label, self._is_pressed = label, False
        set_role(self, "shown")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setWordWrap(True)
        self.setToolTip(_HOW)

    def say(self, shown: str) -> None:
        """Show a value; empty says nothing."""
        self.setText(shown)
        self.setAccessibleName(f"{self._label} {shown} {_HOW}" if shown else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_pressed = event.button() is Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_pressed:
            self._is_pressed = False
            self.wanted.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second half of a double click for nothing: it was meant for the mask."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wants = event.key() in (*ENTER, Qt.Key.Key_F2, Qt.Key.Key_Space)
        if wants and not event.isAutoRepeat():
            self.wanted.emit()
        elif event.text() and event.key() != Qt.Key.Key_Escape:
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), _HOW, self)
        else:
            super().keyPressEvent(event)
