"""How the overview draws a phase: a bar of its steps over the day on which it began."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ...records.day import Day
from ...rules.path import PathStep, State
from ..look import ACCENT, EDGE, INK, MUTED, PAPER
from .overview_model import NEXT, PHASES, OverviewModel, next_told

_Index = QModelIndex | QPersistentModelIndex
_LONGEST = "2026.12.30"
_AIR = 5  # pixels beside a cell's words
_FILLED = {State.DONE: MUTED, State.NEXT: ACCENT}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OverviewCell(QStyledItemDelegate):
    """Draws the name as any table does, the rest in two lines."""

    def __init__(self, model: OverviewModel) -> None:
        super().__init__()
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, round(option.fontMetrics.height() * 2.4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        if index.column() == 0:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = option.rect.adjusted(_AIR, 0, -_AIR, 0)
        middle = room.center().y()
        above = QRect(room.left(), middle - option.fontMetrics.height(), room.width(), 0)
        above.setBottom(middle)
        below = QRect(above).translated(0, above.height())
        path = self._model.path(index.row())
        if index.column() == NEXT:
            what, when = next_told(path)
            self._write(painter, above, what, INK if path.next else MUTED, option.font)
            self._write(painter, below, when, MUTED, _small(option.font))
        else:
            steps = path.of(PHASES[index.column() - 1])
            self._draw_bar(painter, above, steps)
            began = next((step.on for step in steps if step.on), None)
            small = _small(option.font)
            words = _fitting(began, below.width(), QFontMetrics(small)) if began else ""
            self._write(painter, below, words, MUTED, small)
        painter.restore()

    def _draw_bar(self, painter: QPainter, room: QRect, steps: list[PathStep]) -> None:
        height, gap = room.height() * 0.32, 2.0
        width = (room.width() - gap * (len(steps) - 1)) / len(steps)
        top = room.center().y() - height / 2 + 1
        for place, step in enumerate(steps):
            bar = QRectF(room.left() + place * (width + gap), top, width, height)
            edge = ACCENT if step.state in (State.NEXT, State.MISSED) else EDGE
            painter.setPen(QColor(_FILLED.get(step.state, edge)))
            painter.setBrush(QColor(_FILLED.get(step.state, PAPER)))
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _write(self, painter: QPainter, room: QRect, words: str, colour: str, font: QFont) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)


def _fitting(day: Day, room: int, metrics: QFontMetrics) -> str:
    """Return a day in the one form for which a column has room: ``2023.9.12``, ``23.9.12`` or
    ``23.9``."""
    whole = day.show_short()
    if metrics.horizontalAdvance(_LONGEST) <= room:
        return whole
    brief = whole[2:]
    if metrics.horizontalAdvance(_LONGEST[2:]) <= room or not day.whole:
        return brief
    return brief.rpartition(".")[0]


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.85)
    return small
