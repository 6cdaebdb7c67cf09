"""Lists of lines: words on the left, what is said beside them on the right."""

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ..look import ACCENT, INK, MUTED

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a line tells beside its words; ``LEVEL`` counts from one."""

    BESIDE = Qt.ItemDataRole.UserRole + 1
    MARK = Qt.ItemDataRole.UserRole + 2
    LEVEL = Qt.ItemDataRole.UserRole + 3


class LineDelegate(QStyledItemDelegate):
    """Paints a line; words that are too long take a second row where they may, or end in …."""

    def __init__(self, view: QListView, *, rows: int = 1) -> None:
        super().__init__(view)
        self._view, self._rows = view, rows

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        metrics, area = option.fontMetrics, self._area(option.rect, option.fontMetrics, index)
        beside, mark = index.data(Role.BESIDE) or "", index.data(Role.MARK) or ""
        top = QRect(area.left(), area.top(), area.width(), metrics.height())
        _put(painter, top, beside, MUTED)
        top.setRight(top.right() - _room(metrics, beside))
        _put(painter, top, mark, ACCENT)
        painter.setPen(QColor(INK))
        painter.setFont(option.font)
        width = self._text_width(metrics, index)
        for row, words in enumerate(self._broken(index.data() or "", width, option)):
            painter.drawText(
                QRect(area.left(), area.top() + row * metrics.lineSpacing(), width,
                      metrics.height()), Qt.AlignmentFlag.AlignVCenter, words)  # fmt: skip
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.initStyleOption(option, index)
        metrics = option.fontMetrics
        rows = len(self._broken(index.data() or "", self._text_width(metrics, index), option))
        height = max(rows, 1) * metrics.lineSpacing() + 2 * _air(metrics)
        return QSize(metrics.horizontalAdvance("国"), height)

    def _area(self, whole: QRect, metrics: QFontMetrics, index: Index) -> QRect:
        side = metrics.averageCharWidth()
        inset = side * (index.data(Role.LEVEL) or 1)
        return whole.adjusted(inset, _air(metrics), -side, -_air(metrics))

    def _text_width(self, metrics: QFontMetrics, index: Index) -> int:
        """Return the room for words: the same with a scroll bar and without, lest rows jump."""
        bar = self._view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        whole = QRect(0, 0, self._view.width() - bar - 2 * self._view.frameWidth(), 0)
        area = self._area(whole, metrics, index)
        taken = (_room(metrics, index.data(role) or "") for role in (Role.BESIDE, Role.MARK))
        return max(area.width() - sum(taken), metrics.horizontalAdvance("国") * 3)

    def _broken(self, text: str, width: int, option: QStyleOptionViewItem) -> list[str]:
        layout = QTextLayout(text, option.font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        units = text.encode("utf-16-le")  # Qt counts these; rare characters are two
        rows: list[str] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start, end = line.textStart(), line.textStart() + line.textLength()
            if len(rows) == self._rows - 1:
                end = len(units)
            rows.append(units[2 * start : 2 * end].decode("utf-16-le"))
            if len(rows) == self._rows:
                break
        layout.endLayout()
        elide = Qt.TextElideMode.ElideRight
        return [option.fontMetrics.elidedText(row, elide, width) for row in rows]


def _put(painter: QPainter, area: QRect, text: str, colour: str) -> None:
    painter.setPen(QColor(colour))
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def _room(metrics: QFontMetrics, text: str) -> int:
    return metrics.horizontalAdvance(text) + metrics.averageCharWidth() if text else 0


def _air(metrics: QFontMetrics) -> int:
    return metrics.height() // 4
