"""What stands behind a figure of a report: the figures it is made of, and their entries."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from ..kinds import find_kind
from ..records.day import Day
from ..records.kind import Kind, Point, Span
from ..records.period import Period
from ..records.record import Record, Ref
from .document import Figure, Own
from .resolving import Resolver, derivations
from .template import reference_to

Said = Figure | Own


@dataclass(frozen=True, slots=True)
class Side:
    """One of the figures of which a figure is made: all there is to it, or a part and a whole."""

    label: str
    shown: str
    entries: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What stands behind a figure; ``shown`` is what the ledger gives, None where nothing."""

    said: Said
    label: str
    shown: str | None
    sides: tuple[Side, ...]

    def same(self) -> Hashable:
        """Return what it has in common with the same figure said elsewhere in another form."""
        typed = self.said.text if isinstance(self.said, Own) else None
        return self.label, self.shown, self.sides, typed


def source_of(said: Said, resolver: Resolver) -> Source:
    """Return what stands behind a figure, or behind a number typed over one."""
    ref = reference_to(said.fact)
    derived = derivations(ref)
    sides = [_side(key, resolver) for key in (ref.key, *(other for _, other in derived))]
    label = sides[0].label
    for (form, _), other in zip(derived, sides[1:], strict=True):
        label = form.called.format(label, other.label)
    figure, fact = resolver.figure(ref), resolver.fact(ref)
    if figure is None or fact is None:
        entries = said.entries if isinstance(said, Figure) else ()
        shown = said.text if entries else None
        return Source(said, label, shown, (Side(label, shown or "", entries),))
    typed = isinstance(said, Own)
    return Source(said, label, figure.text if typed else fact.show(), tuple(sides))


def entry_line(entry: Ref, resolver: Resolver) -> str:
    """Return an entry in one line: its kind, its date, its title; nothing private is in it."""
    kind, record = find_kind(entry.kind), resolver.entry_of(entry.id)
    if record is None:
        return kind.label
    title, day = kind.title(record), _day(kind, record)
    if day is None:
        return f"{kind.label} {title}"
    title = " ".join(title.replace(day.show_in_year(), "", 1).split())
    return f"{kind.label} {_dated(day, resolver.year.period)} {title}".rstrip()


def _side(key: str, resolver: Resolver) -> Side:
    ref = reference_to(key)
    fact = resolver.fact(ref)
    label = resolver.label(ref)
    if "@" in key:
        label = f"{key.partition('.')[0]}“{label}”"
    return Side(label, fact.show() if fact else "", fact.entries if fact else ())


def _day(kind: Kind[Any], record: Record) -> Day | None:
    match kind.when:
        case Point(on=name) | Span(start=name) if name in kind.specs:
            day: Day | None = getattr(record, name)
            return day
    return None


def _dated(day: Day, period: Period) -> str:
    """Return a day without its year where it is one of the period's."""
    within = period.start <= day.first() <= period.end
    return day.show_in_year() if within else day.show().split(" ")[0]
