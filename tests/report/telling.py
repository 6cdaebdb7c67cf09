"""Reports for the tests, and what must hold of every one of them."""

import re
from collections.abc import Iterable

from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.records.record import Ref, ref
from secretary_desk.records.year import Year
from secretary_desk.report.build import build
from secretary_desk.report.document import (
    Block,
    Document,
    Figure,
    Paragraph,
    Quotation,
    Run,
    Wording,
    runs_of,
    text_of,
)
from secretary_desk.report.outline import choose_outline
from secretary_desk.report.wording import load_wording

OUTLINES = tuple(choose_outline(name, None) for name in ("国企", "通用"))
GAP = "【待补充："


def told(year: Year, outline: int = 0, **settings: object) -> Document:
    """Return a year's report."""
    chosen = OUTLINES[outline]
    return build(year, ReportSettings(year=year.period.year, **settings), load_wording(), chosen)


def all_runs(document: Document) -> list[Run]:
    """Return every run of a document."""
    return [run for block in document.blocks for run in runs_of(block)]


def block_text(block: Block) -> str:
    """Return a block's text."""
    return text_of(tuple(runs_of(block)))


def assert_sound(document: Document, year: Year) -> None:
    """Hold what every report must hold."""
    known = set(refs_of(year))
    for run in all_runs(document):
        assert run.text, run
        assert not re.search("[\ufdd0-\ufdef]", run.text), run
        match run:
            case Wording():
                assert not any(char.isdigit() for char in run.text), run
            case Figure():
                assert run.entries, run
                assert set(run.entries) <= known, run
            case Quotation():
                assert run.entry in known, run
    for block in document.blocks:
        if isinstance(block, Paragraph):
            said = "".join(run.text for run in block.runs if isinstance(run, Wording))
            assert said.count(GAP) <= 1, said


def refs_of(year: Year | None) -> Iterable[Ref]:
    """Yield every entry that a year, the one before and the one after count."""
    if year is not None:
        yield from (ref(record) for found in year.counted_entries.values() for record in found)
        yield from refs_of(year.previous)
        yield from refs_of(year.following)
