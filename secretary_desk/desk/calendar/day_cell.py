"""One day of a month: its number, the holiday that it is, and what lies on it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent

from ...records.day import Day
from ...rules.holidays import Special, special
from ...rules.workdays import is_working
from ..look import ACCENT, INK, MUTED, PAPER
from .entries_cell import EntriesCell, EntryLine

_FREE = "#FAF8F4"
WEEKDAYS = "一二三四五六日"


class DayCell(EntriesCell):
    """A place in the month's grid, which may hold no day."""

    def __init__(self) -> None:
        super().__init__()
        self.day: date | None = None
        self._special: Special | None = None
        self._is_today = self._is_free = False

    def show_day(self, day: date | None, lines: Sequence[EntryLine], today: date) -> None:
        """Show a day and what lies on it; None leaves the place empty."""
        self.day, self._is_today = day, day == today
        self.setEnabled(day is not None)
        self._special = special(day) if day else None
        self._is_free = day is not None and not is_working(day)
        self.show_lines(self._name(), lines)

    def on(self) -> Day:
        """Return the day for an entry."""
        return Day(self.day.isoformat() if self.day else "")

    def head(self) -> float:
        return self.fontMetrics().height()

    def paper(self) -> str:
        return _FREE if self._is_free else PAPER

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.day is not None:
            super().paintEvent(event)

    def paint_head(self, painter: QPainter) -> None:
        assert self.day is not None
        box = QRectF(6, 2, self.width() - 12, self.head())
        font = QFont(self.font())
        font.setBold(self._is_today)
        painter.setFont(font)
        painter.setPen(QColor(ACCENT if self._is_today else MUTED if self._is_free else INK))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, str(self.day.day))
        font.setBold(False)
        font.setPointSizeF(font.pointSizeF() * 0.8)
        painter.setFont(font)
        painter.setPen(QColor(MUTED))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, self._word())

    def _word(self) -> str:
        """Return what stands beside the number: the holiday, 班 for a day worked in exchange."""
        if self._special is None:
            return "今天" if self._is_today else ""
        return self._special.holiday if self._special.is_free else "班"

    def _name(self) -> str:
        if self.day is None:
            return ""
        words = [f"{self.day.month}月{self.day.day}日", f"星期{WEEKDAYS[self.day.weekday()]}"]
        if self._is_today:
            words.append("今天")
        if self._special:
            worked = "放假" if self._special.is_free else "调休上班"
            words.append(f"{self._special.holiday}{worked}")
        return " ".join(words)
