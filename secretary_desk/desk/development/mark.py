"""The mark of a step on the line that runs through all of them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...rules.path import State
from ..look import ACCENT, EDGE, INK, LINE, MUTED, PAPER, SIDE

_COLOURS = {  # of the disc, its edge and its number
    State.DONE: (LINE, LINE, INK),
    State.NEXT: (ACCENT, ACCENT, PAPER),
    State.PLANNED: (PAPER, MUTED, INK),
    State.MISSED: (PAPER, ACCENT, ACCENT),
    State.LATER: (PAPER, EDGE, MUTED),
    State.CLOSED: (SIDE, LINE, EDGE),
}
_SIZE = 1.35  # of the disc, in heights of the font


class StepMark(QWidget):
    """A numbered disc; the line comes to it from above and leaves it below."""

    def __init__(self, number: int, *, first: bool, last: bool) -> None:
        super().__init__()
        self._number, self._first, self._last = number, first, last
        self._state = State.LATER
        self._middle = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def say(self, state: State) -> None:
        """Show another state."""
        self._state = state
        self.update()

    def beside(self, middle: int) -> None:
        """Put the disc's centre so many pixels below the top: in line with what it marks."""
        self._middle = middle
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * _SIZE)
        return QSize(side + 4, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc, edge, number = (QColor(colour) for colour in _COLOURS[self._state])
        radius = self.fontMetrics().height() * _SIZE / 2
        centre = QPointF(self.width() / 2, max(self._middle, radius))
        painter.setPen(QPen(QColor(EDGE), 1))
        if not self._first:
            painter.drawLine(QPointF(centre.x(), 0), centre)
        if not self._last:
            painter.drawLine(centre, QPointF(centre.x(), self.height()))
        painter.setPen(QPen(edge, 1.2))
        painter.setBrush(disc)
        around = QRectF(-radius, -radius, 2 * radius, 2 * radius).translated(centre)
        painter.drawEllipse(around.adjusted(1, 1, -1, -1))
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        painter.setPen(number)
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, str(self._number))
