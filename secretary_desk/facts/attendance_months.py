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
    names = {str(month.day): month for month in months}
    entries: dict[str, list[Gathering]] = {name: [] for name in names}
    missed: dict[str, list[Absence]] = {name: [] for name in names}
    for entry in of.entries:
        if (name := _month(entry)) in entries:
            entries[name].append(entry)
    for absence in of.absences:
        if (name := _month(absence.entry)) in missed:
            missed[name].append(absence)
    return {month: Tally(tuple(entries[n]), tuple(missed[n])) for n, month in names.items()}


def is_below(of: Presence, limit: int, enough: int) -> bool:
    """Whether less than ``limit`` percent was attended, of no fewer than ``enough`` due."""
    return of.due >= enough and of.present * 100 < of.due * limit


def below(limit: int) -> str:
    """Return in words that attendance is below a limit: 低于一半, 低于60%."""
    return "低于一半" if limit == 50 else f"低于{limit}%"


def _month(entry: Gathering) -> str:
    """Return the month as a date begins with it; hundreds of members came to thousands."""
    return entry.held_on[:7] if entry.held_on else ""
