"""Painting of the self-check's lines, each as high as its words need."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from ...rules.standing import stand
from ..look import INK, LINE, MUTED
from ..report.lines import Index
from ..row_panel import row_panel
from .lines import AreaLine, FoundLine, Line, RuleLine

LINE_ROLE = Qt.ItemDataRole.UserRole
_WEIGHT, _STATE, _STAND = 3, 4, 10  # characters: the columns beside the words
_LEAST = 6  # characters of words on a row


class _Piece(NamedTuple):
    """Words in a column, and in which row of columns they stand."""

    text: str
    left: int
    width: int
    colour: str = INK
    row: int = 0
    bold: bool = False


class CheckPainter(QStyledItemDelegate):
    """Paints headings, rules with how they stand, and findings with the user's reason below."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.initStyleOption(option, index)
        metrics = option.fontMetrics
        heights = _heights(self._pieces(metrics, index), option.font)
        return QSize(0, round(sum(heights)) + 2 * _air(metrics) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        with row_panel(painter, option):
            painter.setPen(QColor(LINE))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
            pieces = self._pieces(option.fontMetrics, index)
            heights = _heights(pieces, option.font)
            corner = option.rect.topLeft()
            for piece in pieces:
                top = corner.y() + _air(option.fontMetrics) + sum(heights[: piece.row])
                painter.setPen(QColor(piece.colour))
                _laid_out(piece, option.font).draw(painter, QPointF(corner.x() + piece.left, top))

    def _pieces(self, metrics: QFontMetrics, index: Index) -> list[_Piece]:
        line: Line = index.data(LINE_ROLE)
        wide, room = metrics.horizontalAdvance("国"), self._room(metrics, index)
        match line:
            case AreaLine(text, note):
                side, taken = wide // 2, metrics.horizontalAdvance(f"{text}国国")
                return [
                    _Piece(text, side, taken, bold=True),
                    _Piece(note, side + taken, max(room - side - taken, _LEAST * wide), MUTED),
                ]
            case RuleLine(outcome):
                colour = INK if outcome.findings else MUTED
                words = max(room - (_WEIGHT + _STAND + 1) * wide, _LEAST * wide)
                return [
                    _Piece(outcome.rule.weight, 0, _WEIGHT * wide, MUTED),
                    _Piece(outcome.rule.text, _WEIGHT * wide, words, colour),
                    _Piece(stand(outcome), (_WEIGHT + 1) * wide + words, _STAND * wide, colour),
                ]
            case FoundLine():
                left, words = _STATE * wide, max(room - _STATE * wide, _LEAST * wide)
                answered = MUTED if line.reason else INK
                return [
                    _Piece(line.finding.found.state, 0, left, answered),
                    _Piece(line.text, left, words, answered),
                    *([_Piece(line.reason, left, words, row=1)] if line.reason else []),
                ]

    def _room(self, metrics: QFontMetrics, index: Index) -> int:
        """Return how wide a line may be, without what stands before and after it."""
        depth, parent = 0, index.parent()
        while parent.isValid():
            depth, parent = depth + 1, parent.parent()
        used = depth * self._view.indentation() + metrics.averageCharWidth()
        return self._view.viewport().width() - used


def _heights(pieces: Sequence[_Piece], font: QFont) -> list[float]:
    """Return how high each row of columns is."""
    rows: dict[int, float] = {}
    for piece in pieces:
        height = _laid_out(piece, font).boundingRect().height()
        rows[piece.row] = max(rows.get(piece.row, 0), height)
    return [rows[row] for row in sorted(rows)]


def _laid_out(piece: _Piece, font: QFont) -> QTextLayout:
    if piece.bold:
        font = QFont(font)
        font.setWeight(QFont.Weight.DemiBold)
    layout = QTextLayout(piece.text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (row := layout.createLine()).isValid():
        row.setLineWidth(piece.width)
        row.setPosition(QPointF(0, height))
        height += row.height()
    layout.endLayout()
    return layout


def _air(metrics: QFontMetrics) -> int:
    return metrics.height() // 4
