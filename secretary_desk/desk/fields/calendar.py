"""The calendar that opens under a date."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...records.day import FIRST_YEAR, LAST_YEAR, Day
from ..look import ACCENT
from .buttons import Button, tool


class CalendarPopup(QFrame):
    """A month with weeks from Monday on; arrows move, Enter picks, Esc goes away."""

    picked = Signal(object)  # Day

    def __init__(self, under: QWidget) -> None:
        super().__init__(under, Qt.WindowType.Popup)
        self._under = under
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._calendar = QCalendarWidget()
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        self._calendar.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            plain = self._calendar.weekdayTextFormat(Qt.DayOfWeek.Monday)
            self._calendar.setWeekdayTextFormat(weekend, plain)  # no warning red
        self._calendar.setMinimumSize(self._room())
        self._calendar.clicked.connect(self._on_picked)
        self._calendar.activated.connect(self._on_picked)
        self._calendar.setNavigationBarVisible(False)  # it says 十一月 2026
        self._month = QLabel()
        self._month.setProperty("role", "h")
        self._calendar.currentPageChanged.connect(self._on_page)
        self._on_page(self._calendar.yearShown(), self._calendar.monthShown())
        today = Button("今天", "quiet")
        today.clicked.connect(self._on_today)
        layout = QVBoxLayout(self)
        layout.addLayout(self._head())
        layout.addWidget(self._calendar)
        layout.addWidget(today, 0, Qt.AlignmentFlag.AlignRight)

    def open_at(self, day: Day | None, year: int) -> None:
        """Show a date, else this month of the year at work."""
        self._mark_today()
        at = day.first() if day else _in_year(date.today(), year)
        self._calendar.setSelectedDate(QDate(at.year, at.month, at.day))
        self.adjustSize()
        self.move(self._place())
        self.show()
        self.move(self._place())  # once more, with the size that its frame has only now
        self._calendar.setFocus()

    def _head(self) -> QHBoxLayout:
        """Return the month shown between the buttons that turn to others."""
        calendar = self._calendar
        back, forth = (
            tool("chevron-left", "上个月（PageUp）"),
            tool("chevron-right", "下个月（PageDown）"),
        )
        before, after = tool("chevrons-left", "上一年"), tool("chevrons-right", "下一年")
        for button, turn in (
            (before, calendar.showPreviousYear), (back, calendar.showPreviousMonth),
            (forth, calendar.showNextMonth), (after, calendar.showNextYear),
        ):  # fmt: skip
            button.clicked.connect(turn)
        head = QHBoxLayout()
        for widget in (before, back):
            head.addWidget(widget)
        head.addWidget(self._month, 1, Qt.AlignmentFlag.AlignCenter)
        for widget in (forth, after):
            head.addWidget(widget)
        return head

    def _mark_today(self) -> None:
        """Have the day of today, and no other, stand out."""
        today = QTextCharFormat()
        today.setForeground(QColor(ACCENT))
        today.setFontWeight(QFont.Weight.Bold)
        self._calendar.setDateTextFormat(QDate(), QTextCharFormat())
        self._calendar.setDateTextFormat(QDate.currentDate(), today)

    def _room(self) -> QSize:
        """Return what a month needs; the calendar's own hint leaves out the style sheet."""
        metrics = self.fontMetrics()
        return QSize(7 * 4 * metrics.horizontalAdvance("国"), 12 * metrics.height())

    def _place(self) -> QPoint:
        """Return where the popup stands under its field without leaving the screen."""
        under = self._under
        room, size = under.screen().availableGeometry(), self.size()
        below = under.mapToGlobal(QPoint(0, under.height()))
        above = under.mapToGlobal(QPoint(0, -size.height()))
        place = below if below.y() + size.height() <= room.bottom() else above
        return QPoint(
            max(room.left(), min(place.x(), room.right() - size.width())),
            max(room.top(), place.y()),
        )

    def _on_page(self, year: int, month: int) -> None:
        self._month.setText(f"{year}年{month}月")

    def _on_today(self) -> None:
        self._on_picked(QDate.currentDate())

    def _on_picked(self, on: QDate) -> None:
        self.hide()
        self.picked.emit(Day(on.toString(Qt.DateFormat.ISODate)))


def _in_year(on: date, year: int) -> date:
    return on if on.year == year else on.replace(year=year, day=1)
