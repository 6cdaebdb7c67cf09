"""A year of work: the entries of a period, with those of the year before and after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, cast

from .period import Period
from .record import Record

R = TypeVar("R", bound=Record)
Entries = Mapping[type[Record], Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Year:
    """Entries by record class.

    ``counted`` make the figures; those ``aside`` are listed but not counted: unfinished, of a
    date that leaves the period open, or later than ``as_of``.
    """

    period: Period
    counted_entries: Entries
    aside_entries: Entries = field(default_factory=dict)
    previous: "Year | None" = None
    following: "Year | None" = None

    def counted(self, cls: type[R]) -> Sequence[R]:
        """Return the entries that count, in the order of their dates."""
        return cast(Sequence[R], self.counted_entries.get(cls, ()))

    def aside(self, cls: type[R]) -> Sequence[R]:
        """Return the entries that are unfinished or whose date leaves the period open."""
        return cast(Sequence[R], self.aside_entries.get(cls, ()))

    def one(self, cls: type[R]) -> R | None:
        """Return the entry of a kind that has one a year."""
        return next(iter(self.counted(cls)), None)
