"""The box that lines are jotted into."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ..fields.edits import ENTER, TextEdit

_MOST = 8  # lines, until it scrolls
_AIR = 4  # pixels, else a last line that fits makes it scroll


class JotBox(TextEdit):
    """Grows with its lines; Enter is done, Shift+Enter a new line."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        rows = min(max(round(self.document().size().height()), 1), _MOST)
        around = self.contentsMargins()
        frame = 2 * self.document().documentMargin() + around.top() + around.bottom()
        high = self.fontMetrics().lineSpacing() * rows + frame
        return QSize(super().sizeHint().width(), round(high) + _AIR)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER or self._belongs_to_composing(event):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
        else:
            self.entered.emit()
