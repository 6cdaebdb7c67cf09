"""A cell that names what lies in it, one line each; a line leads to its entry."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ...rules.agenda import Sort
from ..look import ACCENT, INK, LINE, MUTED, PAPER, icon
from ..page import Place
from ..record.empty import PICTURES

_SMALL, _PAD = 0.85, 4  # of the font's size; pixels
_HOVERED = "#F8F6F2"


class EntryLine(NamedTuple):
    """What a line says, where it leads, and whose picture stands before it."""

    text: str
    place: Place
    sort: Sort = Sort.ENTRY
    kind: str = ""

    def told(self) -> str:
        """Return the line as it is read aloud."""
        return self.text if self.sort is Sort.ENTRY else f"{self.sort}：{self.text}"


class EntriesCell(QAbstractButton):
    """Paints lines as far as there is room and says how many more there are.

    ``opened`` names the place of a line that was clicked; a click beside the lines ``begins``;
    Enter, a right click and a click on 另有 ask for everything there is (``asked``).
    """

    opened = Signal(object)  # Place
    begun = Signal()
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)
        self.lines: Sequence[EntryLine] = ()
        self._hovered = -1
        self._least = 2  # lines
        self.clicked.connect(lambda _=False: self.asked.emit())

    def show_lines(self, name: str, lines: Sequence[EntryLine], most: int = 2) -> None:
        """Show these lines, with room for ``most`` of them at least; ``name`` is read aloud."""
        self.lines, self._hovered = lines, -1
        self._least = max(1, min(len(lines), most))
        told = [line.told() for line in lines]
        self.setAccessibleName(f"{name}：{'；'.join(told) or '没有记录'}")
        self.setToolTip("<br>".join(("<qt>" + name, *map(escape, told))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._metrics()
        height = self.head() + self._least * self._pitch() + 2 * _PAD
        return QSize(metrics.horizontalAdvance("国") * 6, round(height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def head(self) -> float:
        """Return how high what stands above the lines is."""
        return 0

    def paper(self) -> str:
        """Return the colour of the cell."""
        return PAPER

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(QColor(_HOVERED if self.underMouse() else self.paper()))
        painter.setPen(QPen(QColor(ACCENT), 2) if self.hasFocus() else QColor(LINE))
        painter.drawRoundedRect(box, 3, 3)
        self.paint_head(painter)
        painter.setFont(_small(self.font()))
        shown = self._shown()
        for place, line in enumerate(self.lines[:shown]):
            self._paint_line(painter, place, line)
        rest = len(self.lines) - shown
        if rest:
            painter.setPen(QColor(ACCENT if self._hovered == shown else MUTED))
            painter.drawText(self._box(shown), Qt.AlignmentFlag.AlignVCenter, f"另有{rest}项")
        elif not self.lines and (self.underMouse() or self.hasFocus()):
            painter.setPen(QColor(MUTED))
            painter.drawText(self._box(0), Qt.AlignmentFlag.AlignVCenter, "＋")

    def paint_head(self, painter: QPainter) -> None:
        """Paint what stands above the lines."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._line_at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_on = self.isDown() and event.button() is Qt.MouseButton.LeftButton
        self.setDown(False)
        if not is_on or not self.hitButton(event.position().toPoint()):
            return
        place, shown = self._line_at(event.position()), self._shown()
        if place == shown and shown < len(self.lines):
            self.asked.emit()
        elif 0 <= place < shown:
            self.opened.emit(self.lines[place].place)
        else:
            self.begun.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked.emit()

    def leaveEvent(self, event: object) -> None:
        self._hovered = -1
        self.update()

    def _paint_line(self, painter: QPainter, place: int, line: EntryLine) -> None:
        box, metrics = self._box(place), self._metrics()
        if line.kind:
            size = round(metrics.height() * 0.85)
            picture = icon(PICTURES[line.kind], ACCENT if line.sort is Sort.DUE else MUTED)
            top = round(box.center().y() - size / 2)
            picture.paint(painter, round(box.left()), top, size, size)
            box.setLeft(box.left() + size + _PAD)
        colour = {Sort.ENTRY: INK, Sort.DUE: ACCENT}.get(line.sort, MUTED)
        painter.setPen(QColor(ACCENT if place == self._hovered else colour))
        text = "＋" * (line.sort is Sort.OFFER) + line.text
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _shown(self) -> int:
        """Return how many lines are shown; where not all are, one is left for saying so."""
        room = int((self.height() - self.head() - 2 * _PAD) / self._pitch())
        return len(self.lines) if len(self.lines) <= room else max(room - 1, 0)

    def _line_at(self, at: QPointF) -> int:
        place = int((at.y() - self.head() - _PAD) // self._pitch())
        return place if 0 <= place <= min(self._shown(), len(self.lines) - 1) else -1

    def _box(self, place: int) -> QRectF:
        top = self.head() + _PAD + place * self._pitch()
        return QRectF(_PAD + 1, top, self.width() - 2 * _PAD - 2, self._pitch())

    def _pitch(self) -> float:
        return self._metrics().height() * 1.12

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(_small(self.font()))


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small
