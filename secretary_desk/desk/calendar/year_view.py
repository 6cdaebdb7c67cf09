"""全年: twelve months by what comes round, what is due soon, how the report stands."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...facts.due import Due, dues
from ...facts.rhythm import Cell, Month, rows
from ...kinds import KINDS, kind_of
from ...kinds.branch import Branch
from ...kinds.theme_day import ThemeDay
from ...records.record import Record, kind_name, ref
from ...records.year import Year
from ...rules.calendar_values import terms_of, turned_off
from ...rules.steps_due import steps_due
from ..card import Card, Line
from ..desk import Desk
from ..moments import spoken
from ..page import Place
from .cell import CalendarCell
from .grid import CalendarGrid
from .leading_menu import LeadingMenu, titled

RECENT = 5
_NAMED = 15  # entries of a cell in its menu


class YearView(QWidget):
    """The grid over three cards. A cell leads to its entry, or to a new one for its month."""

    wanted = Signal(object)  # Place

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._grid = CalendarGrid()
        self._due = Card("近期要办", "近期没有到期的事。")
        self._report = Card("述职报告", "正在统计……")
        self._recent = Card("最近记录", "这一年还没有记录。")
        self._is_report_old = False
        self._after_paint = QTimer(self, singleShot=True, interval=0)
        self._after_paint.timeout.connect(self._show_report)
        self._grid.pressed.connect(self._on_cell_pressed)
        self._grid.asked.connect(self._on_cell_asked)
        cards, layout = QHBoxLayout(), QVBoxLayout(self)
        cards.setSpacing(14)
        for card in (self._due, self._report, self._recent):
            card.wanted.connect(self.wanted)
            cards.addWidget(card, 1)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self._grid, 3)
        layout.addLayout(cards, 2)

    def show_year(self, year: Year) -> None:
        """Show a year; what is due is of the year in which today lies."""
        today = self._desk.today()
        shown = rows(year, today, turned_off(year))
        self._grid.show_rows(shown, Month.of(today), _groups(year))
        current = self._current(year)
        expected = rows(current, today, turned_off(current))
        soon = dues(current, expected, today, terms_of(current))
        found = [*soon, *steps_due(current, today)]
        found.sort(key=lambda due: due.by)
        self._due.show_lines([_due_line(due, current) for due in found])
        self._is_report_old = True
        self.update()
        latest = sorted(_entries(year), key=lambda entry: entry.changed, reverse=True)
        self._recent.show_lines([self._recent_line(entry) for entry in latest[:RECENT]])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all else first: the report takes longest."""
        super().paintEvent(event)
        if self._is_report_old:
            self._is_report_old = False
            self._after_paint.start()

    def _show_report(self) -> None:
        from ..report_card import report_lines  # loads what reports are made with

        desk = self._desk
        self._report.show_lines(report_lines(desk.report(), desk.loaded(), desk.settings()))

    def _current(self, year: Year) -> Year:
        """Return the year in which today lies, whichever year the switch shows."""
        today = self._desk.today()
        numbers = (today.year, today.year + 1, today.year - 1)
        for found in chain((year,), map(self._desk.loaded, numbers)):
            if found.period.start <= today <= found.period.end:
                return found
        return year

    def _recent_line(self, entry: Record) -> Line:
        kind = kind_of(entry)
        when = spoken(entry.changed, self._desk.now())
        return Line(f"{kind.label} · {kind.title(entry)}", when, Place(kind.name, ref(entry)))

    def _on_cell_pressed(self, cell: CalendarCell) -> None:
        match cell.cell.entries:
            case ():
                self.wanted.emit(self._new(cell.cell))
            case (entry,):
                self.wanted.emit(Place(kind_name(type(entry)), ref(entry)))
            case _:
                self._on_cell_asked(cell)

    def _on_cell_asked(self, cell: CalendarCell) -> None:
        menu = LeadingMenu(self, self.wanted.emit)
        entries, kind = cell.cell.entries, cell.cell.rhythm.kind
        for entry in entries[:_NAMED]:
            menu.lead(titled(entry), Place(kind_name(type(entry)), ref(entry)))
        if entries[_NAMED:]:
            menu.lead(f"另有{len(entries) - _NAMED}条，到{kind.label}里看", Place(kind.name))
        menu.addSeparator()
        menu.lead(f"新增{cell.cell.rhythm.label}", self._new(cell.cell))
        menu.open_below(cell)

    def _new(self, cell: Cell) -> Place:
        """Return the way to a new entry of a month: of its fixed day, where the branch has one."""
        if not cell.rhythm.on:  # a year's entries are there: a month in each is wanting
            return Place(cell.rhythm.kind.name)
        draft = cell.rhythm.draft(cell.month.day)
        if isinstance(draft, ThemeDay) and not cell.entries:
            draft = _offered(self._desk.loaded(), cell.month) or draft
        return Place(kind_name(type(draft)), draft=draft)


def _groups(year: Year) -> list[str]:
    branch = year.one(Branch)
    return [group.name for group in branch.groups if group.name] if branch else []


def _entries(year: Year) -> Sequence[Record]:
    classes = (kind.record for kind in KINDS)
    return [entry for c in classes for entry in (*year.counted(c), *year.aside(c))]


def _due_line(due: Due, year: Year) -> Line:
    if not isinstance(due.draft, ThemeDay) or due.draft.held_on is None:
        return Line(due.text, due.when, Place(due.kind, due.entry, due.draft))
    draft = _offered(year, Month.of(due.draft.held_on.first())) or due.draft
    on = draft.held_on
    when = f"固定日{on.show_in_year()}" if on and on.whole else due.when
    return Line(due.text, when, Place(due.kind, draft=draft))


def _offered(year: Year, month: Month) -> ThemeDay | None:
    """Return the 主题党日 that a month is offered, on the branch's fixed day where it has one."""
    from ...rules.agenda import offer  # takes long to load

    offered = offer(year, month)
    return offered.draft if offered and isinstance(offered.draft, ThemeDay) else None
