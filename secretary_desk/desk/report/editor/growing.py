"""A text as high as its contents, which stands among others in a scroll area."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QTextEdit, QWidget

_WRAPPED = Qt.TextFlag.TextWordWrap.value
_INDENT = "　　"  # as wide as that of a paragraph


class GrowingText(QTextEdit):
    """Never scrolls by itself: the area around it turns with the wheel and follows the cursor."""

    def __init__(self) -> None:
        super().__init__()
        self._pressed, self._hint = False, ""
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(never)
        self.setHorizontalScrollBarPolicy(never)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() + 1)  # read at length, unlike forms
        self.setFont(font)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.cursorPositionChanged.connect(self._follow)

    def setPlaceholderText(self, text: str) -> None:
        """Set what stands in the empty box; Qt itself would cut it after one line."""
        self._hint = f"{_INDENT}{text}" if text else ""  # not under the cursor
        self.viewport().update()
        self.updateGeometry()

    def placeholderText(self) -> str:
        return self._hint

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        is_composing = bool(self.document().firstBlock().layout().preeditAreaText())
        if self._hint and self.document().isEmpty() and not is_composing:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            painter.drawText(self._hint_room(), _WRAPPED, self._hint)

    def sizeHint(self) -> QSize:
        edges = self.height() - self.viewport().height()
        text = self.document().documentLayout().documentSize().height()
        if self.document().isEmpty():
            text = max(text, self._hint_height())
        return QSize(super().sizeHint().width(), round(text + 0.5) + edges)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
        if event.size().width() == event.oldSize().width():
            self._follow()  # the text has grown, perhaps under the edge of what is seen

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _hint_height(self) -> float:
        hint = self.fontMetrics().boundingRect(self._hint_room(), _WRAPPED, self._hint)
        return hint.height() + 2 * self.document().documentMargin()

    def _hint_room(self) -> QRect:
        margin = round(self.document().documentMargin())
        return self.viewport().rect().adjusted(margin, margin, -margin, -margin)

    def _grow(self) -> None:
        self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed = False

    def _is_clicked(self) -> bool:
        """Whether the mouse is down and selects nothing: what is under it is in sight, and stays
        where it is until the button is up."""
        return self._pressed and not self.textCursor().hasSelection()

    def _follow(self) -> None:
        area = _around(self) if self.hasFocus() and not self._is_clicked() else None
        if area and (inside := area.widget()):
            rect = self.cursorRect()
            at = self.viewport().mapTo(inside, rect.center())
            area.ensureVisible(at.x(), at.y(), 0, rect.height())

    def _shape(self) -> QTextBlockFormat:
        """Return the shape of a paragraph as it is read here."""
        shape = QTextBlockFormat()
        shape.setTextIndent(2 * self.fontMetrics().horizontalAdvance("国"))
        shape.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return shape


def _around(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    return parent if parent is None or isinstance(parent, QScrollArea) else _around(parent)
