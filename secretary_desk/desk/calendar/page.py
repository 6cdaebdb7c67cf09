"""年历: the year's months by what comes round, what is due soon, how the report stands."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from ...facts.due import Due, dues
from ...facts.rhythm import Month, rows
from ...kinds import KINDS, branch, kind_of, person
from ...records.day import Day
from ...records.record import Record, kind_name, ref
from ...records.year import Year
from ..buttons import action
from ..card import Card, Line
from ..desk import Change, Desk
from ..first_steps import FirstSteps
from ..look import set_role
from ..moments import spoken
from ..page import Page, Place
from .cell import CalendarCell
from .grid import CalendarGrid

RECENT = 5


class CalendarPage(Page):
    """Home. A cell leads to its entry, or to a new one begun for its month."""

    title = "年历"
    help = "calendar"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._begin = action(self, "记一笔", "plus", "Ctrl+N", self._on_begin)
        self._grid, self._first_steps = CalendarGrid(), FirstSteps()
        self._due = Card("近期要办", "近期没有到期的事。")
        self._report = Card("述职报告", "正在统计……")
        self._recent = Card("最近记录", "这一年还没有记录。")
        self._full = QWidget()
        self._is_report_old = False
        self._after_paint = QTimer(self, singleShot=True, interval=0)
        self._after_paint.timeout.connect(self._show_report)
        self._lay_out()
        self._grid.pressed.connect(self._on_cell_pressed)
        self._grid.asked.connect(self._on_cell_asked)
        for part in (self._due, self._report, self._recent, self._first_steps):
            part.wanted.connect(self.wanted)
        self.refresh(Change())

    def actions_on_top(self) -> Sequence[QAction]:
        return (self._begin,)

    def refresh(self, change: Change) -> None:
        year, is_new = self._desk.loaded(), self._is_new()
        self._first_steps.setVisible(is_new)
        self._full.setVisible(not is_new)
        if is_new:
            self._first_steps.show_year(year, _day(self._desk))
        else:
            self._show_year(year)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all else first: the report takes longest."""
        super().paintEvent(event)
        if self._is_report_old:
            self._is_report_old = False
            self._after_paint.start()

    def _show_year(self, year: Year) -> None:
        today = self._desk.today()
        self._grid.show_rows(rows(year, today), Month.of(today))
        current = self._current(year)
        found = dues(current, rows(current, today), today)
        self._due.show_lines([_due_line(due) for due in found])
        self._is_report_old = True
        self.update()
        latest = sorted(_entries(year), key=lambda entry: entry.changed, reverse=True)
        self._recent.show_lines([self._recent_line(entry) for entry in latest[:RECENT]])

    def _show_report(self) -> None:
        from ..report_card import report_lines  # loads what reports are made with

        desk = self._desk
        self._report.show_lines(report_lines(desk.report(), desk.loaded(), desk.settings()))

    def _is_new(self) -> bool:
        """Whether the archive holds no more than what it was founded with."""
        kinds = (kind for kind in KINDS if kind not in (branch.KIND, person.KIND))
        return not any(self._desk.store.years(kind) for kind in kinds)

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

    def _on_begin(self) -> None:
        """Offer what may be put on record; what comes round is begun with today's date."""
        menu, year, today = self._menu(), self._desk.loaded(), self._desk.today()
        on = _day(self._desk) if year.period.start <= today <= year.period.end else None
        rhythms = [row.rhythm for row in rows(year, today)]
        for rhythm in rhythms:
            self._add(menu, rhythm.label, Place(rhythm.kind.name, draft=rhythm.draft(on)))
        menu.addSeparator()
        told = {rhythm.kind.name for rhythm in rhythms} | {branch.KIND.name}
        for kind in (kind for kind in KINDS if kind.name not in told):
            self._add(menu, kind.label, Place(kind.name, draft=kind.record()))
        menu.popup(self.mapToGlobal(QPoint(self.width() - menu.sizeHint().width(), 0)))

    def _on_cell_pressed(self, cell: CalendarCell) -> None:
        match cell.cell.entries:
            case ():
                self.wanted.emit(_new(cell))
            case (entry,):
                self.wanted.emit(Place(kind_name(type(entry)), ref(entry)))
            case _:
                self._on_cell_asked(cell)

    def _on_cell_asked(self, cell: CalendarCell) -> None:
        menu = self._menu()
        for entry in cell.cell.entries:
            kind = kind_of(entry)
            titles = (kind.title(entry), getattr(entry, "topic", ""))
            self._add(menu, " ".join(dict.fromkeys(titles)), Place(kind.name, ref(entry)))
        menu.addSeparator()
        self._add(menu, f"新增{cell.cell.rhythm.label}", _new(cell))
        menu.popup(cell.mapToGlobal(cell.rect().bottomLeft()))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _add(self, menu: QMenu, text: str, place: Place) -> None:
        menu.addAction(text.replace("&", "&&"), lambda: self.wanted.emit(place))

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(14)
        for card in (self._due, self._report, self._recent):
            cards.addWidget(card, 1)
        full = QVBoxLayout(self._full)
        full.setContentsMargins(0, 0, 0, 0)
        full.setSpacing(14)
        full.addWidget(self._grid, 3)
        full.addLayout(cards, 2)
        content, scroll = QWidget(), QScrollArea(widgetResizable=True)
        set_role(content, "page")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._full, 1)
        inner.addWidget(self._first_steps, 1)
        scroll.setWidget(content)
        QVBoxLayout(self).addWidget(scroll)


def _entries(year: Year) -> list[Record]:
    classes = (kind.record for kind in KINDS)
    return [entry for c in classes for entry in (*year.counted(c), *year.aside(c))]


def _day(desk: Desk) -> Day:
    return Day(desk.today().isoformat())


def _new(cell: CalendarCell) -> Place:
    draft = cell.cell.rhythm.draft(cell.cell.month.day)
    return Place(kind_name(type(draft)), draft=draft)


def _due_line(due: Due) -> Line:
    return Line(due.text, due.when, Place(due.kind, due.entry, due.draft))
