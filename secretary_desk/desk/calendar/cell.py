"""One month of one rhythm: how many, on which days, or that none is registered."""

from collections.abc import Collection
from html import escape

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ...facts.rhythm import Cell, Month
from ...kinds import kind_of
from ...kinds.study_meeting import Form
from ..look import ACCENT, EDGE, INK, MUTED

_HELD, _HELD_HOVERED, _OPEN_NOW = "#F0EDE6", "#E7E2D7", "#FFFBFA"
_SMALL, _LARGE = 0.85, 1.5  # of the font's size
_GAP = 3  # pixels around a cell's box
_LEAST = 1.45  # lines that a row of the year takes, where there are many
_NAMED = 15  # entries in the tip


class CalendarCell(QAbstractButton):
    """Paints a cell and can be pressed. Quiet where nothing is expected."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_cell(self, cell: Cell, now: Month, groups: Collection[str] = ()) -> None:
        """Show a cell as it stands in this month; ``groups`` are those that meet each month."""
        self.cell, self._is_now = cell, cell.month == now
        self._lacking = _lacking(cell, groups)
        name = f"{cell.month.month}月 {cell.rhythm.label}：{self._told()}"
        self.setAccessibleName(name)
        titles = (escape(kind_of(entry).title(entry)) for entry in cell.entries[:_NAMED])
        rest = ["……"] if cell.entries[_NAMED:] else []
        self.setToolTip("<br>".join(("<qt>" + name, *titles, *rest)))
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(_sized(self.font(), _SMALL)).horizontalAdvance("未登记")
        return QSize(wide + 4 * _GAP, round(self.fontMetrics().height() * 1.45) + 2 * _GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), round(self.fontMetrics().height() * _LEAST))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(_GAP + 0.5, _GAP + 0.5, -_GAP - 0.5, -_GAP - 0.5)
        self._paint_box(painter, box)
        if self.cell.entries:
            self._paint_count(painter, box)
        elif self.cell.due:
            _paint_words(painter, box, "未登记", ACCENT if self._is_now else MUTED)
        elif self.underMouse() or self.hasFocus():
            _paint_words(painter, box, "＋", MUTED)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(ACCENT), 2))
            painter.drawRoundedRect(box, 4, 4)

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        hovered = self.underMouse()
        if self.cell.entries and not (self.cell.unfinished or self._lacking):
            painter.setBrush(QColor(_HELD_HOVERED if hovered else _HELD))
        elif self.cell.entries:
            painter.setPen(QPen(QColor(EDGE), 1))
            painter.setBrush(QColor(_HELD if hovered else "white"))
        elif self.cell.due:
            painter.setPen(
                QPen(QColor("#D9A3A3" if self._is_now else EDGE), 1, Qt.PenStyle.DashLine)
            )
            painter.setBrush(QColor(_HELD if hovered else _OPEN_NOW if self._is_now else "white"))
        elif hovered:
            painter.setBrush(QColor("#F8F6F2"))
        else:
            return
        painter.drawRoundedRect(box, 4, 4)

    def _paint_count(self, painter: QPainter, box: QRectF) -> None:
        count, metrics = str(len(self.cell.entries)), self.fontMetrics()
        below = "未填完" if self.cell.unfinished else self._days()
        if not below or box.height() < metrics.height() * 2.2:
            text = f"{count} 未填完" if self.cell.unfinished else count
            _paint_words(painter, box, text, INK, size=_SMALL if self.cell.unfinished else 1)
            return
        middle = QPointF(0, box.height() * 0.46)
        upper, lower = QRectF(box.topLeft(), box.bottomRight() - middle), QRectF(box)
        lower.setTop(upper.bottom())
        align = Qt.AlignmentFlag
        size = _LARGE if box.height() > metrics.height() * 3.2 else 1
        _paint_words(painter, upper, count, INK, align.AlignBottom, size=size)
        _paint_words(painter, lower, below, MUTED, align.AlignTop)

    def _days(self) -> str:
        """Return on which days of the month they were, as far as there is room for it."""
        on = self.cell.rhythm.on
        held = [getattr(entry, on) for entry in self.cell.entries] if on else []
        days = [str(int(day[8:10])) for day in held if day.whole]
        text = "、".join(days) + "日" if days else ""
        room = self.width() - 4 * _GAP
        return (
            text
            if QFontMetrics(_sized(self.font(), _SMALL)).horizontalAdvance(text) <= room
            else ""
        )

    def _told(self) -> str:
        count, unfinished = len(self.cell.entries), self.cell.unfinished
        if not count:
            return "未登记" if self.cell.due else "没有记录"
        told = (f"{count}次", f"{unfinished}条未填完" if unfinished else "", self._lacking)
        return "，".join(filter(None, told))


def _lacking(cell: Cell, groups: Collection[str]) -> str:
    """Return of how many groups a month names meetings; nothing where it is all, or unknown."""
    if cell.rhythm.form is not Form.GROUP or not cell.entries:
        return ""
    met = [getattr(entry, "group", "") for entry in cell.entries]
    known = {name for name in met if name in groups}
    if "" in met or len(known) >= len(groups):
        return ""
    return f"{len(groups)}个党小组，登记了{len(known)}个"


def _sized(font: QFont, size: float) -> QFont:
    sized = QFont(font)
    sized.setPointSizeF(font.pointSizeF() * size)
    return sized


def _paint_words(
    painter: QPainter,
    box: QRectF,
    text: str,
    colour: str,
    vertical: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
    *,
    size: float = _SMALL,
) -> None:
    painter.save()
    painter.setPen(QColor(colour))
    painter.setFont(_sized(painter.font(), size))
    painter.drawText(box, vertical | Qt.AlignmentFlag.AlignHCenter, text)
    painter.restore()
