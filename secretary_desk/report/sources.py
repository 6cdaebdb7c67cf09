"""The proof copy: every figure of the text with the entries behind it, and a table of them all."""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from ..facts.gather import LAST_YEAR, Facts
from ..kinds import find_kind
from ..records.day import Day
from ..records.kind import Kind, Point, Span
from ..records.period import Period
from ..records.record import Record, Ref
from ..records.year import Year
from . import forms
from .document import (
    AnnexTitle,
    Block,
    Column,
    Document,
    Figure,
    Heading,
    Number,
    Own,
    Paragraph,
    Quotation,
    Run,
    Runs,
    Table,
    Value,
    Wording,
)
from .resolving import Resolver
from .template import Reference, reference

LINES, NAMED = 12, 3  # so many entries a comment names, and a row of the table
COLUMNS = (
    Column("序号", 0.08, "centre"),
    Column("数据", 0.22),
    Column("数值", 0.14, "centre"),
    Column("所在部分", 0.26),
    Column("来源记录", 0.30),
)
DERIVED = {
    "占比": "{}占{}的比例",
    "较上年": "{}比{}",
    "多": "{}比{}多",
    "少": "{}比{}少",
    "余下": "{}减去{}",
}
Said = Figure | Own


class Proof(NamedTuple):
    """A document with its sources as last annex, and what is said of each figure of its text."""

    document: Document
    comments: Mapping[Run, str]


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the figures of which a figure is made: all there is to it, or a part and a whole."""

    label: str
    shown: str
    entries: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """What stands behind a figure; ``shown`` is what the ledger gives, None where nothing."""

    said: Said
    label: str
    shown: str | None
    sides: tuple[_Side, ...]

    def same(self) -> Hashable:
        """Return what it has in common with the same figure said elsewhere in another form."""
        typed = self.said.text if isinstance(self.said, Own) else None
        return self.label, self.shown, self.sides, typed


def proof_of(document: Document, facts: Facts, year: Year) -> Proof:
    """Return a document as its proof copy; one without figures stays as it is.

    A figure is one of the text: the ledgers' cells are their entries' own.
    """
    resolver = Resolver(facts, year)
    places = list(_figures(document))
    sources = {said: _source(said, resolver) for said, _ in places}
    comments: dict[Run, str] = {
        said: "\n".join(_comment(source, resolver)) for said, source in sources.items()
    }
    found = [(sources[said], path) for said, path in places]
    annex = tuple(_annex(found, resolver)) if found else ()
    return Proof(replace(document, blocks=(*document.blocks, *annex)), comments)


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


def _figures(document: Document) -> Iterator[tuple[Said, tuple[Heading, ...]]]:
    """Yield the figures of the text in order, with the headings above them."""
    path: tuple[Heading, ...] = ()
    for block in document.blocks:
        match block:
            case Heading(level, runs):
                path = (*(above for above in path if above.level < level), block)
            case Paragraph(runs):
                pass
            case _:
                continue
        for run in runs:
            if isinstance(run, Figure) or (isinstance(run, Own) and run.fact):
                yield run, path


def _source(said: Said, resolver: Resolver) -> _Source:
    ref = _reference(said.fact)
    sides = list(_sides(ref, resolver))
    label = sides[0].label
    for form, other in zip(_derivations(ref), sides[1:], strict=True):
        label = DERIVED[form].format(label, other.label)
    figure, fact = resolver.figure(ref), resolver.fact(ref)
    if figure is None or fact is None:
        entries = said.entries if isinstance(said, Figure) else ()
        shown = said.text if entries else None
        return _Source(said, label, shown, (_Side(label, shown or "", entries),))
    typed = isinstance(said, Own)
    return _Source(said, label, figure.text if typed else fact.show(), tuple(sides))


def _reference(text: str) -> Reference:
    try:
        return reference(text)
    except ValueError:
        return Reference(text)  # the user names figures of his own as he likes


def _derivations(ref: Reference) -> list[str]:
    return [step.name for step in ref.steps if step.name in DERIVED]


def _sides(ref: Reference, resolver: Resolver) -> Iterator[_Side]:
    yield _side(ref.key, resolver)
    for step in ref.steps:
        if step.name in DERIVED:
            against_last = forms.FORMS[step.name].needs == forms.LAST_YEAR
            yield _side(LAST_YEAR + ref.key if against_last else step.argument, resolver)


def _side(key: str, resolver: Resolver) -> _Side:
    ref = _reference(key)
    fact = resolver.fact(ref)
    if fact is None and key.replace(".", "").isdigit():
        return _Side(f"手填的{key}", "", ())
    label = resolver.label(ref)
    if "@" in key:
        label = f"{key.partition('.')[0]}“{label}”"
    return _Side(label, fact.show() if fact else "", fact.entries if fact else ())


def _comment(source: _Source, resolver: Resolver) -> Iterator[str]:
    yield _headline(source)
    for side in source.sides:
        if len(source.sides) > 1:
            yield f"{side.label}：{side.shown}" if side.shown else side.label
        most = LINES // len(source.sides)
        yield from (entry_line(entry, resolver) for entry in side.entries[:most])
        if len(side.entries) > most:
            yield f"等{len(side.entries)}条"


def _headline(source: _Source) -> str:
    text, shown = source.said.text, source.shown
    match source.said, shown:
        case Own(), None:
            return f"手填“{text}”，台账中没有“{source.label}”"
        case Own(), _:
            return f"手填“{text}”，台账{shown}（{source.label}）"
    return f"{source.label}：{shown}" + (f"（文中写作“{text}”）" if text != shown else "")


def _annex(
    found: Sequence[tuple[_Source, tuple[Heading, ...]]], resolver: Resolver
) -> Iterator[Block]:
    times = Counter(source.same() for source, _ in found)
    first = {source.same(): (source, path) for source, path in reversed(found)}
    rows = tuple(
        ((Number(str(place)),), *_cells(*first[same], times[same], resolver))
        for place, same in enumerate(times, 1)
    )
    label = Value(resolver.year.period.label, "年度")
    # No number: the report's own annexes keep theirs, and this one is not handed in with them.
    yield AnnexTitle((Wording("核对附表"),), (label, Wording("数据来源")))
    yield Table(COLUMNS, rows)


def _cells(
    source: _Source, path: tuple[Heading, ...], times: int, resolver: Resolver
) -> Iterator[Runs]:
    yield (Value(source.label, "数据"),)
    yield tuple(_value(source))
    elsewhere = (Wording("等"), Number(str(times)), Wording("处")) if times > 1 else ()
    yield (*(_joined([heading.runs for heading in path], "／") or (Wording("开头"),)), *elsewhere)
    yield tuple(_named(source, resolver))


def _value(source: _Source) -> Iterator[Run]:
    yield source.said
    if isinstance(source.said, Own):
        yield Wording("（手填，台账" if source.shown else "（手填，台账中没有")
        if source.shown:
            yield Figure(source.shown, source.said.fact, source.sides[0].entries)
        yield Wording("）")


def _named(source: _Source, resolver: Resolver) -> Iterator[Run]:
    entries = tuple(dict.fromkeys(entry for side in source.sides for entry in side.entries))
    if entries:
        yield from (Number(str(len(entries))), Wording("条："))
    before, named = None, list[Runs]()
    for entry in entries[:NAMED]:
        line = entry_line(entry, resolver)
        if entry.kind == before:  # said once for those that follow
            line = line.removeprefix(f"{find_kind(entry.kind).label} ")
        named.append((Quotation(line, entry, "名称"),))
        before = entry.kind
    yield from _joined(named, "；")
    if len(entries) > NAMED:
        yield Wording("等")
    for typed in (side for side in source.sides[1:] if not side.shown):
        yield from (Wording("；"), Value(typed.label, "手填"))


def _joined(parts: Sequence[Runs], mark: str) -> Runs:
    return tuple(
        run for place, part in enumerate(parts) for run in ((Wording(mark),) * bool(place) + part)
    )


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
