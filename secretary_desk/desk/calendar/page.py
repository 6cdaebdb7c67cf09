"""年历: the year, a quarter or a month of it; every cell leads to an entry or a new one."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ...facts.rhythm import Month, months_of, rows
from ...kinds import KINDS, branch, person
from ...records.day import Day
from ...rules.calendar_values import turned_off
from ..buttons import action
from ..desk import Change, Desk
from ..first_steps import FirstSteps
from ..look import set_role
from ..page import Page, Place
from .leading_menu import LeadingMenu
from .turning import Span, nearest, shown, title, turned
from .view_bar import ViewBar
from .year_view import YearView

if TYPE_CHECKING:
    from .month_view import MonthView
    from .quarter_view import QuarterView


class CalendarPage(Page):
    """Home. The view chosen last is shown again."""

    title = "年历"
    help = "calendar"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._at = Month.of(desk.today())
        self._span = self._remembered()
        self._make_actions()
        self._bar = ViewBar(tuple(self._spans.values()), self._turns, (self._attendance,))
        self._year_view, self._first_steps = YearView(desk), FirstSteps()
        self._quarter_view: QuarterView | None = None
        self._month_view: MonthView | None = None
        self._full = QWidget()
        self._lay_out()
        for part in (self._year_view, self._first_steps):
            part.wanted.connect(self.wanted)
        self.refresh(Change())

    def actions_on_top(self) -> Sequence[QAction]:
        return (self._begin,)

    def refresh(self, change: Change) -> None:
        year, is_new = self._desk.loaded(), self._is_new()
        self._first_steps.setVisible(is_new)
        self._full.setVisible(not is_new)
        for each in (*self._spans.values(), *self._turns):
            each.setEnabled(not is_new)
        if is_new:
            self._first_steps.show_year(year, Day(self._desk.today().isoformat()))
        else:
            self._show()

    def _show(self) -> None:
        year = self._desk.loaded()
        months = months_of(year.period)
        self._at = nearest(months, self._at)
        is_year = self._span is Span.YEAR
        for span, each in self._spans.items():
            each.setChecked(span is self._span)
        for each, step in zip(self._turns, (-1, 1), strict=False):
            each.setEnabled(turned(self._span, months, self._at, step) is not None)
        for each in self._turns:
            each.setVisible(not is_year)
        self._turns[-1].setEnabled(Month.of(self._desk.today()) in months)
        self._bar.say(title(self._span, self._at))
        match self._span:
            case Span.YEAR:
                self._year_view.show_year(year)
            case Span.QUARTER:
                self._show_quarter(months)
            case Span.MONTH:
                self._show_month()
        self._year_view.setVisible(is_year)
        if self._quarter_view:
            self._quarter_view.setVisible(self._span is Span.QUARTER)
        if self._month_view:
            self._month_view.setVisible(self._span is Span.MONTH)

    def _show_quarter(self, months: Sequence[Month]) -> None:
        from ...rules.agenda import agenda  # takes long to load
        from .quarter_rows import quarter_rows
        from .quarter_view import QuarterView

        if self._quarter_view is None:
            self._quarter_view = QuarterView(self.wanted.emit, self._on_month_wanted)
            self._quarter_view.reached.connect(self._scroll.ensureWidgetVisible)
            self._views.addWidget(self._quarter_view, 1)
        year, today = self._desk.loaded(), self._desk.today()
        here = shown(Span.QUARTER, months, self._at)
        expected = rows(year, today, turned_off(year))
        found = quarter_rows(expected, agenda(year, today), here)
        self._quarter_view.show_rows(here, found, Month.of(today))

    def _show_month(self) -> None:
        from ...rules.agenda import agenda
        from .month_view import MonthView

        if self._month_view is None:
            self._month_view = MonthView(self._desk, self.wanted.emit, self._turn_to)
            self._views.addWidget(self._month_view, 1)
        year = self._desk.loaded()
        self._month_view.show_month(year, agenda(year, self._desk.today()), self._at)

    def _turn_to(self, month: Month) -> None:
        """Show another month, where it is of the year."""
        if month in months_of(self._desk.loaded().period):
            self._at = month
            self._show()

    def _on_turned(self, step: int) -> None:
        months = months_of(self._desk.loaded().period)
        if month := turned(self._span, months, self._at, step):
            self._turn_to(month)

    def _on_today(self) -> None:
        today = self._desk.today()
        self._turn_to(Month.of(today))
        if self._span is Span.MONTH and self._month_view:
            self._month_view.take_focus(today)

    def _on_month_wanted(self, month: Month) -> None:
        self._at = month
        self._on_span_chosen(Span.MONTH)

    def _on_span_chosen(self, span: Span) -> None:
        self._span = span
        self._desk.memory.keep_state("calendar", QByteArray(span.name.encode()))
        self._show()

    def _remembered(self) -> Span:
        name = bytes(self._desk.memory.state("calendar").data()).decode("ascii", "ignore")
        return Span[name] if name in Span.__members__ else Span.YEAR

    def _is_new(self) -> bool:
        """Whether the archive holds no more than what it was founded with."""
        kinds = (kind for kind in KINDS if kind not in (branch.KIND, person.KIND))
        return not any(self._desk.store.years(kind) for kind in kinds)

    def _on_begin(self) -> None:
        """Offer what may be put on record; what comes round is begun with today's date."""
        menu, year, today = LeadingMenu(self, self.wanted.emit), self._desk.loaded(), None
        if year.period.start <= self._desk.today() <= year.period.end:
            today = Day(self._desk.today().isoformat())
        rhythms = [row.rhythm for row in rows(year, self._desk.today())]
        for rhythm in rhythms:
            menu.lead(rhythm.label, Place(rhythm.kind.name, draft=rhythm.draft(today)))
        menu.addSeparator()
        told = {rhythm.kind.name for rhythm in rhythms} | {branch.KIND.name}
        for kind in (kind for kind in KINDS if kind.name not in told):
            menu.lead(kind.label, Place(kind.name, draft=kind.record()))
        menu.open_below(self, QPoint(self.width() - menu.sizeHint().width(), 0))

    def _make_actions(self) -> None:
        self._begin = action(self, "新增", "plus", "Ctrl+N", self._on_begin)
        self._spans = {
            span: action(
                self, span, "calendar-days", f"Ctrl+{place}",
                partial(self._on_span_chosen, span),
            )
            for place, span in enumerate(Span, 1)
        }  # fmt: skip
        for each in self._spans.values():
            each.setCheckable(True)
        self._turns = (
            action(self, "上一页", "chevron-left", "PgUp", lambda: self._on_turned(-1)),
            action(self, "下一页", "chevron-right", "PgDown", lambda: self._on_turned(1)),
            action(self, "今天", "calendar-days", None, self._on_today),
        )
        wanted = Place("attendance")
        self._attendance = action(self, "到会情况", "users", None, lambda: self.wanted.emit(wanted))

    def _lay_out(self) -> None:
        self._views = QVBoxLayout(self._full)
        self._views.setContentsMargins(0, 0, 0, 0)
        self._views.setSpacing(8)
        self._views.addWidget(self._bar)
        self._views.addWidget(self._year_view, 1)
        content, self._scroll = QWidget(), QScrollArea(widgetResizable=True)
        set_role(content, "page")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._full, 1)
        inner.addWidget(self._first_steps, 1)
        self._scroll.setWidget(content)
        QVBoxLayout(self).addWidget(self._scroll)
