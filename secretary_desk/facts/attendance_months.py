"""Attendance by months, and whether it lies below the limit."""

from collections.abc import Iterable
from dataclasses import dataclass

from .attendance import Absence, Gathering, Presence
from .rhythm import Month


@dataclass(frozen=True, slots=True)
class Tally:
    """What was due in a month, in the order of the days, and what of it was missed."""

    entries: tuple[Gathering, ...] = ()
    absences: tuple[Absence, ...] = ()

    @property
    def due(self) -> int:
        """How many were due."""
        return len(self.entries)

    @property
    def present(self) -> int:
        """How many were attended."""
        return len(self.entries) - len(self.absences)

    def show(self) -> str:
        """Return ``2/3``, 3 where all were attended, nothing where none was due."""
        if not self.due:
            return ""
        return f"{self.present}/{self.due}" if self.absences else str(self.due)


def by_month(of: Presence, months: Iterable[Month]) -> dict[Month, Tally]:
    """Return what the months hold; entries without a month are in none."""
    entries: dict[Month, list[Gathering]] = {month: [] for month in months}
    missed: dict[Month, list[Absence]] = {month: [] for month in entries}
    absences = {id(absence.entry): absence for absence in of.absences}
    for entry in of.entries:
        month = _month(entry)
        if month not in entries:
            continue
        entries[month].append(entry)
        if id(entry) in absences:
            missed[month].append(absences[id(entry)])
    return {month: Tally(tuple(entries[month]), tuple(missed[month])) for month in entries}


def is_below(of: Presence, limit: int, enough: int) -> bool:
    """Whether less than ``limit`` percent was attended, of no fewer than ``enough`` due."""
    return of.due >= enough and of.present * 100 < of.due * limit


def below(limit: int) -> str:
    """Return in words that attendance is below a limit: 低于一半, 低于60%."""
    return "低于一半" if limit == 50 else f"低于{limit}%"


def _month(entry: Gathering) -> Month | None:
    day = entry.held_on
    return Month.of(day.first()) if day and len(day) >= 7 else None
