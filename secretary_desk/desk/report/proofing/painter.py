"""Painting of findings: what is said of a place, and its sentence with the place marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ....records.finding import Finding
from ...look import INK, LINE, MARK, MUTED
from ...row_panel import row_panel
from ..lines import Index
from .excerpt import Excerpt

_SAID, _SENTENCE, _REASON = 4, 2, 2  # rows at most


@dataclass(frozen=True, slots=True)
class Group:
    """The heading over findings of one weight."""

    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as a line of a list; one that was answered has a reason, which may be empty."""

    finding: Finding
    excerpt: Excerpt
    reason: str | None = None

    def words(self) -> str:
        """Return all of it, for a reader of the screen."""
        said = (self.finding.check, self.finding.text, self.excerpt.text, self.answer())
        return "，".join(filter(None, said))

    def answer(self) -> str:
        """Return why it stays as it is; empty where it was not answered."""
        if self.reason is None:
            return ""
        return f"不用改：{self.reason}" if self.reason else "不用改（没有写理由）"


class _Piece(NamedTuple):
    text: str
    colour: str
    rows: int
    start: int = 0
    end: int = 0


class ProofPainter(QStyledItemDelegate):
    """Paints a heading on one row, a finding on as many as its words need, up to a few."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.initStyleOption(option, index)
        row, metrics = index.data(Qt.ItemDataRole.UserRole), option.fontMetrics
        if isinstance(row, Group):
            return QSize(0, round(metrics.height() * 1.7))
        layouts = (_laid_out(p, option.font, self._width(metrics)) for p in _pieces(row))
        height = sum(layout.boundingRect().height() for layout in layouts)
        return QSize(0, round(height) + 2 * _air(metrics) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        with row_panel(painter, option):
            side = option.fontMetrics.averageCharWidth()
            match index.data(Qt.ItemDataRole.UserRole):
                case Group() as group:
                    _paint_group(painter, option, option.rect.adjusted(side, 0, -side, 0), group)
                case Told() as told:
                    painter.setPen(QColor(LINE))
                    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
                    self._paint_told(painter, option, told)

    def _paint_told(self, painter: QPainter, option: QStyleOptionViewItem, told: Told) -> None:
        metrics = option.fontMetrics
        at = QPointF(option.rect.topLeft())
        at += QPointF(metrics.averageCharWidth(), _air(metrics))
        for piece in _pieces(told):
            layout = _laid_out(piece, option.font, self._width(metrics))
            painter.setPen(QColor(piece.colour))
            layout.draw(painter, at)
            at += QPointF(0, layout.boundingRect().height())

    def _width(self, metrics: QFontMetrics) -> int:
        """Return the room for words: the same with a scroll bar and without, lest rows jump."""
        bar = self._view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        room = self._view.width() - bar - 2 * self._view.frameWidth()
        least = metrics.horizontalAdvance("国") * 3
        return max(room - 2 * metrics.averageCharWidth(), least)


def _pieces(told: Told) -> Iterator[_Piece]:
    answered = told.reason is not None
    yield _Piece(told.finding.text, MUTED if answered else INK, _SAID)
    if told.excerpt.text:
        yield _Piece(told.excerpt.text, MUTED, _SENTENCE, told.excerpt.start, told.excerpt.end)
    if answered:
        yield _Piece(told.answer(), INK, _REASON)


def _laid_out(piece: _Piece, font: QFont, width: int) -> QTextLayout:
    """Return a piece broken into rows; the last ends in … where there is more."""
    layout, shown = _broken(piece, font, width)
    if shown < _units(piece.text):
        units = piece.text.encode("utf-16-le")[: 2 * (shown - 2)]
        cut = units.decode("utf-16-le", "ignore") + "…"
        layout, _ = _broken(piece._replace(text=cut), font, width)
    return layout


def _broken(piece: _Piece, font: QFont, width: int) -> tuple[QTextLayout, int]:
    """Return a piece's layout and how much of it is in view, in UTF-16 units as Qt counts."""
    layout = QTextLayout(piece.text, font)
    if piece.end:
        layout.setFormats([_mark(piece)])
    layout.beginLayout()
    height, shown = 0.0, 0
    for _ in range(piece.rows):
        if not (line := layout.createLine()).isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
        shown = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, shown


def _mark(piece: _Piece) -> QTextLayout.FormatRange:
    tint, span = QTextCharFormat(), QTextLayout.FormatRange()
    tint.setBackground(QColor(MARK))
    tint.setForeground(QColor(INK))
    span.start = _units(piece.text[: piece.start])
    span.length = _units(piece.text[piece.start : piece.end])
    span.format = tint
    return span


def _paint_group(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, group: Group
) -> None:
    bold, middle = QFont(option.font), Qt.AlignmentFlag.AlignVCenter
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    painter.setPen(QColor(INK))
    painter.drawText(room, middle, group.text)
    room.setLeft(room.left() + QFontMetrics(bold).horizontalAdvance(f"{group.text}国"))
    painter.setFont(option.font)
    painter.setPen(QColor(MUTED))
    note = option.fontMetrics.elidedText(group.note, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, middle, note)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _air(metrics: QFontMetrics) -> int:
    return metrics.height() // 3
