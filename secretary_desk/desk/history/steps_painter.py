"""Painting of steps: a day as a heading; when, what, whether it was taken back, what changed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ..look import INK, MUTED
from ..row_panel import row_panel
from .steps_model import LINES

_HEIGHT, _LINE = 1.7, 1.35  # of a step and of each line under it, in lines of text
_SHOWN = 8  # lines under a step; its details have all
_Index = QModelIndex | QPersistentModelIndex


class StepsPainter(QStyledItemDelegate):
    """Paints a row; ``sample`` is the longest time that stands before a step's words."""

    def __init__(self, sample: str) -> None:
        super().__init__()
        self._sample = sample

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        count = len(_lines(index))
        return QSize(0, round(option.fontMetrics.height() * (_HEIGHT + _LINE * count)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        with row_panel(painter, option):
            room = option.rect.adjusted(12, 0, -12, 0)
            match index.data(Qt.ItemDataRole.UserRole):
                case str() as day:
                    _paint_day(painter, room, option.font, day)
                case when, words, undone:
                    head = QRect(room)
                    head.setHeight(round(option.fontMetrics.height() * _HEIGHT))
                    self._paint_step(painter, option, head, when, words, undone=undone)
                    self._paint_lines(painter, option, room, _lines(index))

    def _paint_step(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, when: str, words: str,
        *, undone: bool,
    ) -> None:  # fmt: skip
        metrics, middle = option.fontMetrics, Qt.AlignmentFlag.AlignVCenter
        last = metrics.horizontalAdvance("已撤销国") if undone else 0
        painter.setFont(option.font)
        painter.setPen(QColor(MUTED))
        painter.drawText(room, middle, when)
        if undone:
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, "已撤销")
        else:
            painter.setPen(QColor(INK))
        said = QRect(room).adjusted(metrics.horizontalAdvance(self._sample), 0, -last, 0)
        elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, said.width())
        painter.drawText(said, middle, elided)

    def _paint_lines(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, lines: list[str]
    ) -> None:
        metrics = option.fontMetrics
        left = room.left() + metrics.horizontalAdvance(self._sample)
        painter.setPen(QColor(MUTED))
        for place, text in enumerate(lines):
            top = room.top() + round(metrics.height() * (_HEIGHT + _LINE * place))
            line = QRect(left, top, room.right() - left, metrics.height())
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, elided)


def _lines(index: _Index) -> list[str]:
    found = list(index.data(LINES) or ())
    return found if len(found) <= _SHOWN else [*found[: _SHOWN - 1], "……"]


def _paint_day(painter: QPainter, room: QRect, font: QFont, day: str) -> None:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    painter.setPen(QColor(INK))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, day)
