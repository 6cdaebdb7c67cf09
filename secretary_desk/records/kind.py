"""A kind of record, declared once: its fields, when it counts, and what may be said of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

from .day import FIRST_YEAR, LAST_YEAR, Day
from .fact import Fact, Listing, Measure, Shelf
from .fields import specs_of
from .period import Period
from .record import Record, told_value
from .specs import Choice, Line, Linked, Spec, Tags
from .text import one_line
from .year import Year

R = TypeVar("R", bound=Record)
ALWAYS, OPEN = "", "9999"
_TEXTS = (Line, Choice, Linked, Tags)
_EXCERPT = 60  # characters


class When(Protocol):
    """When an entry of a kind counts."""

    def bounds(self, record: Any) -> tuple[str, str]:
        """Return first and last day as text, as the archive's index keeps them."""

    def holds(self, record: Any, period: Period) -> bool | None:
        """Say whether the entry counts in the period; None where its date leaves it open."""


@dataclass(frozen=True, slots=True)
class Point:
    """It counts on one day."""

    on: str

    def bounds(self, record: Any) -> tuple[str, str]:
        day = getattr(record, self.on) or _filed(record)
        return day, day

    def holds(self, record: Any, period: Period) -> bool | None:
        return _within(record, getattr(record, self.on), period)


@dataclass(frozen=True, slots=True)
class Span:
    """It counts in every period that it touches; without an end it stays open, or is one day."""

    start: str
    end: str
    stays_open: bool = False

    def bounds(self, record: Any) -> tuple[str, str]:
        first, end = self._first(record), getattr(record, self.end)
        return first, max(first, end) if end else OPEN if self.stays_open else first

    def holds(self, record: Any, period: Period) -> bool | None:
        first, end = self._first(record), getattr(record, self.end)
        if end is None and not self.stays_open:
            return _within(record, getattr(record, self.start), period)
        return _touches(Day.trusted(first) if first else None, end, period)

    def _first(self, record: Any) -> str:
        """Return the start; where it is unknown, the year filed under, or the end if earlier."""
        known = filter(None, (_filed(record), getattr(record, self.end)))
        return getattr(record, self.start) or min(known, default="")


@dataclass(frozen=True, slots=True)
class Yearly:
    """It belongs to the year that a field names; ``current`` where a new one is of the year at hand
    (a plan may be the next year's)."""

    year: str
    current: bool = False

    def bounds(self, record: Any) -> tuple[str, str]:
        year = str(getattr(record, self.year) or record.filed_under or "")
        return year, year

    def holds(self, record: Any, period: Period) -> bool | None:
        return bool((getattr(record, self.year) or record.filed_under) == period.year)


@dataclass(frozen=True, slots=True)
class Standing:
    """It stands from one day to another; without days, always."""

    start: str
    end: str

    def bounds(self, record: Any) -> tuple[str, str]:
        start, end = getattr(record, self.start) or ALWAYS, getattr(record, self.end)
        return start, max(start, end) if end else OPEN

    def holds(self, record: Any, period: Period) -> bool | None:
        return _touches(getattr(record, self.start), getattr(record, self.end), period)


@dataclass(frozen=True, slots=True)
class Always:
    """It counts in every year."""

    def bounds(self, record: Any) -> tuple[str, str]:
        return ALWAYS, OPEN

    def holds(self, record: Any, period: Period) -> bool | None:
        return True


@dataclass(frozen=True, slots=True)
class OneAYear:
    """One entry a year, filed under it; a year without its own uses the nearest one before it,
    else after it."""

    def bounds(self, record: Any) -> tuple[str, str]:
        return ALWAYS, OPEN

    def holds(self, record: Any, period: Period) -> bool | None:
        return True

    def nearest(self, records: Iterable[R], year: int) -> R | None:
        """Return the entry that stands for a year."""

        def distance(record: R) -> tuple[bool, int]:
            away = year - (record.filed_under or year)
            return away < 0, abs(away)

        return min(records, key=distance, default=None)


def _filed(record: Record) -> str:
    year = record.filed_under or 0
    return str(year) if FIRST_YEAR <= year <= LAST_YEAR else ""


def _touches(start: Day | None, end: Day | None, period: Period) -> bool:
    """Whether a span touches the period; one that ends before it starts is its first day."""
    if start is not None and start.first() > period.as_of:
        return False
    if end is None:
        return True
    return (max(start.first(), end.last()) if start else end.last()) >= period.start


def _within(record: Record, day: Day | None, period: Period) -> bool | None:
    return record.filed_under == period.year if day is None else period.holds(day)


def no_facts(_year: Year) -> Iterator[Fact | Listing | None]:
    """Say nothing: the facts of a kind that is not told of."""
    return iter(())


@dataclass(frozen=True)
class Kind(Generic[R]):
    """A kind of record. ``columns`` are what tables show; the first two name an entry.

    ``measures`` and ``shelves`` declare every figure and listing that ``facts`` may yield;
    ``derived`` are values that follow from a record's fields as they were known on a day.
    ``deed`` says in words what was done to an entry, by the verb 新增, 修改 or 删除.
    """

    name: str
    label: str
    record: type[R]
    when: When
    columns: tuple[str, ...]
    measures: tuple[Measure, ...] = ()
    shelves: tuple[Shelf, ...] = ()
    facts: Callable[[Year], Iterable[Fact | Listing | None]] = no_facts
    derived: Mapping[str, Callable[[R, date], Any]] = field(default_factory=dict)
    deed: Callable[[R, str], str] | None = None

    @cached_property
    def specs(self) -> dict[str, Spec]:
        """The fields' specs by name."""
        return specs_of(self.record)

    @cached_property
    def by_label(self) -> dict[str, tuple[str, Spec]]:
        """The fields' names and specs by label."""
        return {spec.label: (name, spec) for name, spec in self.specs.items()}

    def title(self, record: R) -> str:
        """Return the words by which people know an entry: ``3月5日 支部委员会``."""
        return " ".join(text for name in self.columns[:2] if (text := self._short(record, name)))

    def excerpt(self, record: R) -> str:
        """Return what tells an entry from others of its title: the texts of its other columns."""
        names = (name for name in self.columns[2:] if isinstance(self.specs.get(name), _TEXTS))
        told = (
            one_line(self.shown(record, name)) for name in names if not self.specs[name].private
        )
        text = "　".join(filter(None, told))
        return text if len(text) <= _EXCERPT else f"{text[: _EXCERPT - 1]}…"

    def done(self, record: R, verb: str) -> str:
        """Return what was done to an entry, for people: ``新增 三会一课 3月5日 支部委员会``."""
        if self.deed:
            return self.deed(record, verb)
        return " ".join((verb, self.label, self.title(record))).strip()

    def column(self, name: str) -> str:
        """Return the label of a field or derived value."""
        return self.specs[name].label if name in self.specs else name

    def shown(self, record: R, name: str, on: date = date.max) -> str:
        """Return a field, or a value derived as of a day, as people read it."""
        if name in self.specs:
            return self.specs[name].show(told_value(record, name))
        value = self.derived[name](record, on)
        return value.show() if isinstance(value, Day) else str(value or "")

    def _short(self, record: R, name: str) -> str:
        value = getattr(record, name, None)
        text = value.show_in_year() if isinstance(value, Day) else self.shown(record, name)
        return text if len(text) <= 24 else text[:23] + "…"
