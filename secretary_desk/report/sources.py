"""The proof copy: every figure of the text with the entries behind it, and a table of them all."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..facts.gather import Facts
from ..kinds import find_kind
from ..records.year import Year
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
from .figure_source import Said, Source, entry_line, source_of
from .resolving import Resolver

LINES, NAMED = 12, 3  # so many entries a comment names, and a row of the table
COLUMNS = (
    Column("序号", 0.07, "centre"),
    Column("数据", 0.19),
    Column("数值", 0.12, "centre"),
    Column("所在部分", 0.22),
    Column("来源记录", 0.40),
)


class Proof(NamedTuple):
    """A document with its sources as last annex, and what is said of each figure of its text."""

    document: Document
    comments: Mapping[Run, str]


def proof_of(document: Document, facts: Facts, year: Year) -> Proof:
    """Return a document as its proof copy; one without figures stays as it is.

    A figure is one of the text: the ledgers' cells are their entries' own.
    """
    resolver = Resolver(facts, year)
    places = list(_figures(document))
    sources = {said: source_of(said, resolver) for said, _ in places}
    comments: dict[Run, str] = {
        said: "\n".join(_comment(source, resolver)) for said, source in sources.items()
    }
    found = [(sources[said], path) for said, path in places]
    annex = tuple(_annex(found, resolver)) if found else ()
    return Proof(replace(document, blocks=(*document.blocks, *annex)), comments)


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


def _comment(source: Source, resolver: Resolver) -> Iterator[str]:
    yield _headline(source)
    for side in source.sides:
        if len(source.sides) > 1:
            yield f"{side.label}：{side.shown}" if side.shown else side.label
        most = LINES // len(source.sides)
        yield from (entry_line(entry, resolver) for entry in side.entries[:most])
        if len(side.entries) > most:
            yield f"等{len(side.entries)}条"


def _headline(source: Source) -> str:
    text, shown = source.said.text, source.shown
    match source.said, shown:
        case Own(), None:
            return f"手填“{text}”，台账中没有“{source.label}”"
        case Own(), _:
            return f"手填“{text}”，台账{shown}（{source.label}）"
    return f"{source.label}：{shown}" + (f"（文中写作“{text}”）" if text != shown else "")


def _annex(
    found: Sequence[tuple[Source, tuple[Heading, ...]]], resolver: Resolver
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
    source: Source, path: tuple[Heading, ...], times: int, resolver: Resolver
) -> Iterator[Runs]:
    yield (Value(source.label, "数据"),)
    yield tuple(_value(source))
    elsewhere = (Wording("等"), Number(str(times)), Wording("处")) if times > 1 else ()
    yield (*(_joined([heading.runs for heading in path], "／") or (Wording("开头"),)), *elsewhere)
    yield tuple(_named(source, resolver))


def _value(source: Source) -> Iterator[Run]:
    yield source.said
    if isinstance(source.said, Own):
        yield Wording("（手填，台账" if source.shown else "（手填，台账中没有")
        if source.shown:
            yield Figure(source.shown, source.said.fact, source.sides[0].entries)
        yield Wording("）")


def _named(source: Source, resolver: Resolver) -> Iterator[Run]:
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
