"""What stands behind the words of a report, told for people."""

from typing import NamedTuple

from ...facts.gather import gather
from ...kinds import find_kind
from ...records.record import Ref
from ...report.document import Figure, Quotation, Run
from ...report.resolving import Resolver
from ...report.template import TYPED, Reference, reference
from ..desk import Desk
from ..page import Place
from .gaps import Gap


class Line(NamedTuple):
    """One line to read: what it is, what is said beside it, where it leads."""

    text: str
    beside: str
    place: Place


class Told(NamedTuple):
    """A heading and its lines; of a number typed over a figure, the ``figure`` that it hides."""

    heading: str
    lines: list[Line]
    figure: Reference | None = None


def told_run(desk: Desk, run: Run) -> Told | None:
    """Return the entries behind a figure or a quotation; None for other words."""
    match run:
        case Figure(text, fact, entries):
            heading = f"{text} {_label(desk, fact)} —— 来自这些记录"
            return Told(heading, _lines(desk, entries))
        case Quotation(text, entry, field):
            short = text if len(text) <= 16 else f"{text[:15]}…"
            heading = f"“{short}” —— 来自这条记录的“{field}”"
            if (record := desk.store.get(entry)) and record.left_out:
                heading += "。这条记录已不写进报告，改写过的段落仍写到它"
            return Told(heading, _lines(desk, (entry,)))
    return None


def told_reference(desk: Desk, resolver: Resolver, reference: Reference) -> Told | None:
    """Return the entries behind a figure or a quotation in the user's text."""
    if reference.text is None or reference.steps[-1].name != TYPED:
        return told_run(desk, resolver.run(reference))
    typed, bare = f"手填 {reference.text}", reference.bare()
    if not (figure := resolver.figure(bare)):
        return Told(f"{typed}，记录里现在没有“{resolver.label(bare)}”这个数", [])
    of_it = f"，记录里是 {figure.text}"
    if figure.text == reference.text:
        of_it = "，和记录里的数一样，但不随记录变化"
    return Told(f"{typed}{of_it} —— 来自这些记录", _lines(desk, figure.entries), bare)


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
    beside = "、".join(filter(None, (kind.label * told, "不写进报告" * record.left_out)))
    return Line(text, beside, Place(ref.kind, ref))
