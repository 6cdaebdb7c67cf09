"""A month as a calendar: weeks from Monday, each day with what lies on it."""

import calendar
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ...facts.rhythm import Month
from ..card import label
from .day_cell import WEEKDAYS, DayCell
from .entries_cell import EntryLine

_WEEK, _WEEKS = 7, 6
_MOVES = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_WEEK, Qt.Key.Key_Down: _WEEK,
}  # fmt: skip


class MonthGrid(QWidget):
    """Shows a month's days. Tab comes to one day, the arrows lead on, Enter asks what to do."""

    opened = Signal(object)  # Place
    begun = Signal(object)  # DayCell
    asked = Signal(object)  # DayCell
    left = Signal(object)  # date of another month, to which an arrow led

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("月历")
        layout = self._layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for column, name in enumerate(WEEKDAYS):
            head = label(f"星期{name}", "muted")
            head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(head, 0, column)
            layout.setColumnStretch(column, 1)
        self._cells = [self._made(place) for place in range(_WEEK * _WEEKS)]

    def show_month(
        self, month: Month, lines: Mapping[date, Sequence[EntryLine]], today: date
    ) -> None:
        """Show a month; ``lines`` are what lies on its days."""
        before, days = calendar.monthrange(*month)
        first = date(*month, 1)
        for place, cell in enumerate(self._cells):
            day = first + timedelta(place - before) if 0 <= place - before < days else None
            cell.show_day(day, lines.get(day, ()) if day else (), today)
            cell.setVisible(place // _WEEK <= (before + days - 1) // _WEEK)
        for week in range(_WEEKS):
            used = week <= (before + days - 1) // _WEEK
            self._layout.setRowStretch(week + 1, 1 if used else 0)
        self._let_tab_come_to(self.cell(today) or self.cell(first))

    def cell(self, day: date) -> DayCell | None:
        """Return the cell of a day; None where it is not of this month."""
        return next((cell for cell in self._cells if cell.day == day), None)

    def go_to(self, day: date) -> None:
        """Give a day the keyboard; one of another month is asked for first."""
        cell = self.cell(day)
        if cell is None:
            self.left.emit(day)
            cell = self.cell(day)
        if cell is not None:
            cell.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, DayCell) or watched.day is None:
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._let_tab_come_to(watched)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched, watched.day, Qt.Key(event.key()))
        return False

    def _on_key(self, cell: DayCell, day: date, key: Qt.Key) -> bool:
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.asked.emit(cell)
            case Qt.Key.Key_Home:
                self.go_to(day.replace(day=1))
            case Qt.Key.Key_End:
                self.go_to(day.replace(day=calendar.monthrange(day.year, day.month)[1]))
            case key if key in _MOVES:
                self.go_to(day + timedelta(_MOVES[key]))
            case _:
                return False
        return True

    def _let_tab_come_to(self, chosen: DayCell | None) -> None:
        for cell in self._cells:
            strong = cell is chosen
            policy = Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(policy)

    def _made(self, place: int) -> DayCell:
        made = DayCell()
        made.installEventFilter(self)
        made.opened.connect(self.opened)
        made.begun.connect(lambda: self.begun.emit(made))
        made.asked.connect(lambda: self.asked.emit(made))
        self._layout.addWidget(made, place // _WEEK + 1, place % _WEEK)
        return made
