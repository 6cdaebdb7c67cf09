"""Which backups stay: many of late, fewer of long ago."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date, datetime
from typing import Protocol, TypeVar

DAYS, WEEKS, MONTHS = 12, 10, 12


class Dated(Protocol):
    """Something made at a time."""

    @property
    def at(self) -> datetime: ...


B = TypeVar("B", bound=Dated)


def kept(backups: Sequence[B], today: date) -> list[B]:
    """Return the backups that stay, in the order given: that in which they were made.

    Those are all of today's, then the last of each of the 12 days before on which any was made,
    then of 10 weeks, then of 12 months. Going by the order in which they were made, a wrong clock
    may put one into a wrong period, but never makes the latest ones the oldest. The latest stays.
    """
    todays = {id(backup) for backup in backups if backup.at.date() == today}
    others: Sequence[B] = [one for one in reversed(backups) if id(one) not in todays]
    staying = set(todays)
    for period, number in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        last, others = _last_of_each(period, number, others)
        staying |= set(map(id, last))
    return [backup for backup in backups if id(backup) in staying]


def _last_of_each(
    period: Callable[[datetime], Hashable], number: int, latest_first: Sequence[B]
) -> tuple[list[B], Sequence[B]]:
    """Return the last backup of each of the latest periods, and what is older than those."""
    found: dict[Hashable, B] = {}
    for place, backup in enumerate(latest_first):
        if (key := period(backup.at)) not in found and len(found) == number:
            return list(found.values()), latest_first[place:]
        found.setdefault(key, backup)
    return list(found.values()), []


def _day(at: datetime) -> Hashable:
    return at.date()


def _week(at: datetime) -> Hashable:
    return at.isocalendar()[:2]


def _month(at: datetime) -> Hashable:
    return at.year, at.month
