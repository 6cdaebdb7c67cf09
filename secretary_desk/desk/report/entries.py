"""What stands behind the words of a report, told for people."""

from typing import NamedTuple

from ...facts.gather import gather
from ...kinds import find_kind
from ...records.record import Ref
from ...report.document import Figure, Quotation, Run
from ...report.resolving import Resolver
from ...report.template import Reference, reference
from ..desk import Desk
from ..page import Place
from .gaps import Gap


class Line(NamedTuple):
    """One line to read: what it is, what is said beside it, where it leads."""

    text: str
    beside: str
    place: Place


class Told(NamedTuple):
    """A heading and its lines."""

    heading: str
    lines: list[Line]


def told_run(desk: Desk, run: Run) -> Told | None:
    """Return the entries behind a figure or a quotation; None for other words."""
    match run:
        case Figure(text, fact, entries):
            heading = f"{text} {_label(desk, fact)} —— 来自这些记录"
            return Told(heading, _lines(desk, entries))
        case Quotation(text, entry, field):
            short = text if len(text) <= 16 else f"{text[:15]}…"
            return Told(f"“{short}” —— 来自这条记录的“{field}”", _lines(desk, (entry,)))
    return None


def told_reference(desk: Desk, resolver: Resolver, reference: Reference) -> Told | None:
    """Return the entries behind a figure or a quotation in the user's text."""
    if reference.text is None or not (figure := resolver.figure(reference.bare())):
        return told_run(desk, resolver.run(reference))
    typed = f"手填 {reference.text}，记录里是 {figure.text} —— 来自这些记录"
    return Told(typed, _lines(desk, figure.entries))


def told_entries(desk: Desk, heading: str, entries: tuple[Ref, ...]) -> Told:
    """Return entries under a heading."""
    return Told(heading, _lines(desk, entries))


def told_gaps(gaps: list[Gap]) -> Told | None:
    """Return what is missing, each line leading to where it is filled in."""
    lines = [Line(gap.text, gap.hint, gap.place) for gap in gaps]
    return Told(f"待补充 {len(lines)} 处", lines) if lines else None


def _label(desk: Desk, key: str) -> str:
    """Return what a figure is called."""
    year = desk.loaded()
    return Resolver(gather(year), year).label(reference(key))


def _lines(desk: Desk, refs: tuple[Ref, ...]) -> list[Line]:
    several = len({ref.kind for ref in refs}) > 1
    return [line for ref in refs if (line := _line(desk, ref, told=several))]


def _line(desk: Desk, ref: Ref, *, told: bool) -> Line | None:
    """Return an entry's line; what kind it is where that is to be ``told``."""
    record = desk.store.get(ref)
    if record is None:
        return None
    kind = find_kind(ref.kind)
    more = [" ".join(kind.shown(record, name).split()) for name in kind.columns[2:3]]
    text = "　".join(filter(None, (kind.title(record) or kind.label, *more)))
    return Line(text, kind.label if told else "", Place(ref.kind, ref))
