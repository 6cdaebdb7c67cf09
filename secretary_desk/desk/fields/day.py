"""A date: typed as people write dates, or picked from a calendar."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ...errors import Unreadable
from ...records.day import Day
from ...records.specs import Spec
from ..look import icon
from .calendar import CalendarPopup
from .context import Context
from .edits import LineEdit
from .text import TextField

_DAYS_OFF = {"前天": -2, "昨天": -1, "今天": 0, "明天": 1}


class DayField(TextField):
    """A date as precise as known. The year at work completes ``3月5日``; 今天 is a date too."""

    def __init__(self, spec: Spec, context: Context, name: str = "") -> None:
        super().__init__(spec, context, name)
        self._lay_out(self._edit)
        self._popup: CalendarPopup | None = None

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        self.take_in()
        if self._popup is None:
            self._popup = CalendarPopup(self)
            self._popup.picked.connect(self._on_picked)
        self._popup.open_at(self._value, self.context.year)

    def _make_edit(self) -> LineEdit:
        edit = _DayEdit()
        edit.calendar_wanted.connect(self.open_calendar)
        return edit

    def _read(self, text: str) -> Day | None:
        if not (word := text.strip()):
            return None
        if word in _DAYS_OFF:
            return Day((date.today() + timedelta(days=_DAYS_OFF[word])).isoformat())
        try:
            return Day.read(text, self.context.year)
        except Unreadable as error:
            raise Unreadable(f"“{self.spec.label}”：{error}") from None

    def _on_picked(self, day: Day) -> None:
        self._edit.selectAll()
        self._edit.insert(self._show(day))
        self._edit.setFocus()


class _DayEdit(LineEdit):
    """Has a button for the calendar, and the keys that open lists elsewhere."""

    calendar_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        calendar = self.addAction(icon("calendar-days"), LineEdit.ActionPosition.TrailingPosition)
        calendar.setText("打开日历（Alt+↓）")
        calendar.triggered.connect(self.calendar_wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F4 or (event.key() == Qt.Key.Key_Down and with_alt):
            self.calendar_wanted.emit()
        else:
            super().keyPressEvent(event)
