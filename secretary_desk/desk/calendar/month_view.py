"""月: every entry on its day, what is to be done by when, and what names no day."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...facts.rhythm import Month, rows
from ...records.year import Year
from ...rules.agenda import Happening
from ..card import CardLine, Line, label
from ..desk import Desk
from ..page import Place
from .beginning import beginnings
from .day_cell import DayCell
from .entries_cell import EntryLine
from .leading_menu import LeadingMenu
from .month_grid import MonthGrid

_UNDATED = 3  # at once; one more line offers the rest


class MonthView(QWidget):
    """One month. ``turn`` shows another one, and says whether it could."""

    def __init__(
        self, desk: Desk, go: Callable[[Place], object], turn: Callable[[Month], object]
    ) -> None:
        super().__init__()
        self._desk, self._go = desk, go
        self._year: Year | None = None
        self._undated: Sequence[Happening] = ()
        self._grid = MonthGrid()
        self._grid.opened.connect(go)
        self._grid.begun.connect(self._on_begun)
        self._grid.asked.connect(self._on_asked)
        self._grid.left.connect(lambda day: turn(Month.of(day)))
        self._strip = QHBoxLayout()
        self._strip.addWidget(label("只写到月份", "group"))
        self._lines = [CardLine(Line("")) for _ in range(_UNDATED + 1)]
        for line in self._lines:
            line.clicked.connect(lambda _=False, line=line: self._on_undated(line))
            self._strip.addWidget(line, 1)
        below = self._below = QWidget()
        self._strip.setContentsMargins(0, 0, 0, 0)
        below.setLayout(self._strip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._grid, 1)
        layout.addWidget(below)

    def show_month(self, year: Year, found: Sequence[Happening], month: Month) -> None:
        """Show a month of a year, of which ``found`` is everything that lies in it, in order."""
        self._year = year
        here = [each for each in found if each.month == month]
        dated = [each for each in here if each.on.whole]
        lines = {
            day: [line_of(each) for each in found]
            for day, found in groupby(dated, key=lambda each: each.on.first())
        }
        self._grid.show_month(month, lines, self._desk.today())
        self._show_undated([each for each in here if not each.on.whole])

    def take_focus(self, day: date) -> None:
        """Give a day the keyboard."""
        self._grid.go_to(day)

    def _show_undated(self, undated: Sequence[Happening]) -> None:
        self._undated = undated
        self._below.setVisible(bool(undated))
        fits = len(undated) <= len(self._lines)
        shown = undated if fits else undated[:_UNDATED]
        told = [Line(each.text, place=place_of(each)) for each in shown]
        if not fits:
            told.append(Line(f"另有{len(undated) - _UNDATED}项"))
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(told))
            if place < len(told):
                line.say(told[place])

    def _on_undated(self, line: CardLine) -> None:
        if line.line.place is not None:
            self._go(line.line.place)
            return
        menu = LeadingMenu(self, self._go)
        for each in self._undated[_UNDATED:]:
            menu.lead(each.text, place_of(each))
        menu.open_below(line)

    def _on_begun(self, cell: DayCell) -> None:
        self._open_menu(cell, [])

    def _on_asked(self, cell: DayCell) -> None:
        self._open_menu(cell, cell.lines)

    def _open_menu(self, cell: DayCell, lines: Sequence[EntryLine]) -> None:
        if self._year is None:
            return
        menu = LeadingMenu(self, self._go)
        for line in lines:
            menu.lead(line.told(), line.place)
        if lines:
            menu.addSeparator()
        menu.begin(cell.on(), beginnings(self._year, rows(self._year, self._desk.today())))
        menu.open_below(cell)


def line_of(happening: Happening) -> EntryLine:
    """Return what a cell says of something, and where that leads."""
    return EntryLine(happening.text, place_of(happening), happening.sort, happening.kind)


def place_of(happening: Happening) -> Place:
    """Return the way to an entry, or to the new one offered."""
    return Place(happening.kind, happening.entry, happening.draft)
