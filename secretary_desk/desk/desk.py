"""What the window works on: the open archive, the year, and word of every change."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from ..facts.load import load_year, period_of, settings_of
from ..kinds.report_settings import ReportSettings
from ..records.period import Period
from ..records.record import Record, Ref, ref
from ..records.year import Year
from ..store.entering import enter
from ..store.store import Store
from .ask import Ask
from .memory import Memory

if TYPE_CHECKING:
    from ..report.build import Report
    from ..report.document import Document


class Change(NamedTuple):
    """Which entries changed; None where it may be any (undo, another year)."""

    refs: frozenset[Ref] | None = None

    def touches(self, *kinds: str) -> bool:
        """Whether entries of one of the kinds may have changed."""
        return self.refs is None or any(entry.kind in kinds for entry in self.refs)


class Desk(QObject):
    """One open archive with its year switch. Pages ask it, and it tells them what changed."""

    changed = Signal(object)
    year_changed = Signal(int)
    saved = Signal(object)

    def __init__(
        self,
        store: Store,
        memory: Memory,
        ask: Ask,
        year: int | None = None,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__()
        self.store, self.memory, self.ask, self.now = store, memory, ask, now
        self.year = year or self.today().year
        self._years: dict[int, Year] = {}
        self._reports: dict[int, Report] = {}

    def today(self) -> date:
        """Return the date on the user's wall."""
        return self.now().date()

    def save(self, *records: Record, visit: str = "", typing: bool = False) -> list[Record]:
        """Save entries as one step and return them as saved: linked, filed, merged.

        While ``typing`` goes on nothing is drawn from what may be half a name or half a date.
        """
        saved = enter(self.store, records, self.year, visit=visit, typing=typing)
        self._tell(Change(frozenset(map(ref, (*records, *saved)))))
        return saved

    def delete(self, *refs: Ref) -> None:
        """Put entries into the recycle bin, as one step."""
        self.store.delete(*refs)
        self._tell(Change(frozenset(refs)))

    def undo(self) -> str | None:
        """Take the last step back and return its words."""
        return self._stepped(self.store.undo())

    def redo(self) -> str | None:
        """Do the step undone last again and return its words."""
        return self._stepped(self.store.redo())

    def undo_step(self, number: int) -> None:
        """Take back one step of all that there are; raises DeskError where that cannot be."""
        self._stepped(self.store.undo_step(number))

    def put_back(self, *refs: Ref) -> None:
        """Take entries out of the recycle bin again, as one step; raises DeskError."""
        self.store.put_back(*refs)
        self._tell(Change(frozenset(refs)))

    def erase(self, refs: Sequence[Ref] | None) -> str:
        """Delete entries of the recycle bin for good, all that is in it when none are named.

        Returns what is still to be done, in a sentence; raises DeskError, and then nothing went.
        """
        left = self.store.empty_bin() if refs is None else self.store.erase(*refs)
        self._tell(Change())
        return left

    def set_year(self, number: int) -> None:
        """Turn the year switch."""
        if number != self.year:
            self.year = number
            self.year_changed.emit(number)
            self.changed.emit(Change())

    def loaded(self, number: int | None = None) -> Year:
        """Return a year of work, the switch's by default."""
        number = number or self.year
        if number not in self._years:
            self._years[number] = load_year(self.store, number)
        return self._years[number]

    def period(self) -> Period:
        """Return the span of time that this year's report counts."""
        return period_of(self.store, self.year)

    def settings(self) -> ReportSettings:
        """Return how this year's report is counted, addressed and signed."""
        return settings_of(self.store, self.year)

    def report(self, number: int | None = None) -> "Document":
        """Return the report of a year, the switch's by default."""
        return self.whole(number).document

    def whole(self, number: int | None = None) -> "Report":
        """Return the report of a year with its passages."""
        from ..report.written import whole_report  # takes long to load

        number = number or self.year
        if number not in self._reports:
            settings = settings_of(self.store, number)
            self._reports[number] = whole_report(self.loaded(number), settings)
        return self._reports[number]

    def _stepped(self, words: str | None) -> str | None:
        if words is not None:
            self._tell(Change())
        return words

    def _tell(self, change: Change) -> None:
        self._years.clear()
        self._reports.clear()
        self.saved.emit(self.now())
        self.changed.emit(change)
