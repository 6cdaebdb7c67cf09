"""A date: typed as people write dates, or picked from a calendar."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton

from ...errors import Unreadable
from ...records.day import Day
from ...records.specs import Spec
from ..look import icon
from .calendar import CalendarPopup
from .context import Context
from .edits import LineEdit
from .text import TextField


class DayField(TextField):
    """A date as precise as known. The year at work completes ``3月5日``."""

    def __init__(self, spec: Spec, context: Context, name: str = "") -> None:
        super().__init__(spec, context, name)
        self._button = QToolButton()
        self._button.setIcon(icon("calendar-days"))
        self._button.setToolTip("打开日历（Alt+↓）")
        self._button.setAccessibleName(f"{spec.label}：打开日历")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has Alt+↓
        self._button.clicked.connect(self.open_calendar)
        self._lay_out(self._edit, self._button)
        self._popup: CalendarPopup | None = None

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        self.take_in()
        if self._popup is None:
            self._popup = CalendarPopup(self)
            self._popup.picked.connect(self._on_picked)
        self._popup.open_at(self._value, self.context.year)

    def _make_edit(self) -> LineEdit:
        return _DayEdit(self)

    def _read(self, text: str) -> Day | None:
        if not text.strip():
            return None
        try:
            return Day.read(text, self.context.year)
        except Unreadable as error:
            raise Unreadable(f"“{self.spec.label}”：{error}") from None

    def _on_picked(self, day: Day) -> None:
        self._edit.selectAll()
        self._edit.insert(self._show(day))
        self._edit.setFocus()


class _DayEdit(LineEdit):
    """Opens the calendar by the keys that open lists elsewhere."""

    def __init__(self, field: DayField) -> None:
        super().__init__()
        self._field = field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        keypad = Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_F4 or (event.key(), event.modifiers() & ~keypad) == alt_down:
            self._field.open_calendar()
        else:
            super().keyPressEvent(event)
