"""Painting of what was found: the user's words as they are, the matches on a tint."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ..store.search import Hit, Marks
from .look import INK, MARK, MUTED
from .row_panel import row_panel

_Index = QModelIndex | QPersistentModelIndex


class Group(NamedTuple):
    """The heading of one kind's hits."""

    text: str
    note: str


class Told(NamedTuple):
    """What stands under a hit's title."""

    text: str
    marks: Marks


def told(hit: Hit) -> Told:
    """Return the second line of a hit: the field, and what it says around the match."""
    if not hit.where:
        return Told(hit.excerpt, hit.marks)
    head = f"{hit.where}：" if hit.excerpt else f"{hit.where}（不在这里显示）"
    marks = tuple((start + len(head), end + len(head)) for start, end in hit.marks)
    return Told(head + hit.excerpt, marks)


class SearchPainter(QStyledItemDelegate):
    """Paints a heading on one line, a hit on two."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        lines = 2.0 if isinstance(index.data(Qt.ItemDataRole.UserRole), Group) else 2.7
        return QSize(0, round(option.fontMetrics.height() * lines))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        with row_panel(painter, option):
            room = option.rect.adjusted(12, 0, -12, 0)
            match index.data(Qt.ItemDataRole.UserRole):
                case Group() as group:
                    self._paint_group(painter, option, room, group)
                case Hit() as hit:
                    self._paint_hit(painter, option, room, hit)

    def _paint_group(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, group: Group
    ) -> None:
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        low = room.adjusted(0, 0, 0, -round(option.fontMetrics.height() * 0.3))
        painter.setFont(bold)
        painter.setPen(QColor(INK))
        painter.drawText(low, Qt.AlignmentFlag.AlignBottom, group.text)
        painter.setFont(option.font)
        painter.setPen(QColor(MUTED))
        low.setLeft(low.left() + QFontMetrics(bold).horizontalAdvance(group.text + "国"))
        painter.drawText(low, Qt.AlignmentFlag.AlignBottom, group.note)

    def _paint_hit(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, hit: Hit
    ) -> None:
        height = option.fontMetrics.height()
        top = room.top() + round(height * 0.3)
        year = f"{hit.year}年" if hit.year else ""
        taken = option.fontMetrics.horizontalAdvance(year + "国") if year else 0
        upper = QRect(room.left(), top, room.width() - taken, height)
        lower = QRect(room.left(), top + round(height * 1.05), room.width(), height)
        _paint_marked(painter, upper, Told(hit.title, hit.title_marks), option.font, INK)
        _paint_marked(painter, lower, told(hit), option.font, MUTED)
        painter.setFont(option.font)
        painter.setPen(QColor(MUTED))
        upper.setRight(room.right())
        painter.drawText(upper, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, year)


def _paint_marked(painter: QPainter, room: QRect, said: Told, font: QFont, colour: str) -> None:
    """Paint one line with its matches on a tint, cut where there is no more room."""
    text = QFontMetrics(font).elidedText(said.text, Qt.TextElideMode.ElideRight, room.width())
    layout = QTextLayout(text, font)
    tint = QTextCharFormat()
    tint.setBackground(QColor(MARK))
    tint.setForeground(QColor(INK))
    formats = []
    for start, end in said.marks:
        if start < len(text):
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = start, min(end, len(text)) - start, tint
            formats.append(span)
    layout.setFormats(formats)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    painter.setPen(QColor(colour))
    layout.draw(painter, QPointF(room.topLeft()))
