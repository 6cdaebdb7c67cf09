"""Figures: what the report may say in numbers, each with the entries behind it."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from .record import Record, Ref, ref
from .text import rounded, trimmed

R = TypeVar("R", bound=Record)
K = TypeVar("K", bound=Hashable)
Number = int | Decimal


class Nature(StrEnum):
    """Counted inside the period, standing at its as_of day, or typed by the user."""

    FLOW = "flow"
    STOCK = "stock"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure. ``entries`` are all records that decide it: without one, it may be another."""

    key: str
    label: str
    value: Number
    unit: str
    nature: Nature
    entries: tuple[Ref, ...]

    def rounded(self) -> Number:
        """Return the value as it is said: percents to one decimal, other decimals to two."""
        if isinstance(self.value, int):
            return self.value
        if self.unit == "%" and 0 < self.value < 100:  # not quite none, not quite all
            return min(max(rounded(self.value, 1), Decimal("0.1")), Decimal("99.9"))
        return rounded(self.value, 1 if self.unit in ("%", "个百分点") else 2)

    def show(self) -> str:
        """Return the number with its measure word: ``12次``, ``94.2%``."""
        number = self.rounded()
        return f"{trimmed(number) if isinstance(number, Decimal) else number}{self.unit}"


@dataclass(frozen=True, slots=True)
class Listing:
    """Entries that the wording may walk through, in the order in which they are told."""

    key: str
    label: str
    records: tuple[Record, ...]

    def told(self) -> tuple[Record, ...]:
        """Return those that the report may tell of; ledgers have them all."""
        return tuple(record for record in self.records if not record.left_out)


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure that a kind declares: its key, frozen once released, its label and unit.

    Every method returns the Fact, or None where no entry stands behind it or it is nought:
    a figure without an entry is never said.
    """

    key: str
    label: str
    unit: str
    nature: Nature = Nature.FLOW

    def of(self, value: Number | None, entries: Iterable[Record]) -> Fact | None:
        """Return the figure with this value."""
        if not value:
            return None
        refs = tuple(dict.fromkeys(ref(entry) for entry in entries))
        if not refs:
            return None
        return Fact(self.key, self.label, value, self.unit, self.nature, refs)

    def count(self, entries: Sequence[Record]) -> Fact | None:
        """Return how many entries there are."""
        return self.of(len(entries), entries)

    def total(self, entries: Iterable[R], number: Callable[[R], Number | None]) -> Fact | None:
        """Return the sum of a number over the entries that have it."""
        having = [(entry, given) for entry in entries if (given := number(entry))]
        return self.of(sum(given for _, given in having), [entry for entry, _ in having])

    def share(
        self,
        entries: Iterable[R],
        part: Callable[[R], int | None],
        whole: Callable[[R], int | None],
    ) -> Fact | None:
        """Return part of whole in percent, over the entries that have both."""
        every = [(e, p, w) for e in entries if (p := part(e)) is not None and (w := whole(e))]
        having = [(e, p, w) for e, p, w in every if p <= w]  # more than all cannot be right
        wholes = sum(w for _, _, w in having)
        return self.of(percent(sum(p for _, p, _ in having), wholes), [e for e, _, _ in having])


@dataclass(frozen=True, slots=True)
class Shelf:
    """A listing that a kind declares."""

    key: str
    label: str

    def holds(self, records: Iterable[Record]) -> Listing | None:
        """Return the listing, or None when it is empty."""
        return Listing(self.key, self.label, kept) if (kept := tuple(records)) else None


def split(
    measures: Mapping[K, Measure], entries: Sequence[R], by: Callable[[R], K | None]
) -> Iterator[Fact | None]:
    """Yield one count per category."""
    for category, measure in measures.items():
        yield measure.count([entry for entry in entries if by(entry) == category])


def percent(part: Number, whole: Number) -> Decimal | None:
    """Return part of whole in percent; None when there is no whole."""
    return Decimal(part) * 100 / Decimal(whole) if whole else None
