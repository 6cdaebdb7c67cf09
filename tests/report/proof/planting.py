"""Reports with a fault planted into them, and what the proof reading finds."""

from dataclasses import replace
from typing import NamedTuple

from report.telling import OUTLINES
from sample import sample_year

from secretary_desk.kinds.passage_edit import PassageEdit
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.records.finding import Finding
from secretary_desk.records.record import Record
from secretary_desk.records.year import Year
from secretary_desk.report.build import Report, compose
from secretary_desk.report.document import Document, Own, Paragraph
from secretary_desk.report.outline import Outline
from secretary_desk.report.proof.proofread import proofread
from secretary_desk.report.wording import load_wording

SECTION = "履职情况/严肃党内组织生活"
BEFORE, AFTER = "这一段由我执笔。", "写到这里为止。"


class Planted(NamedTuple):
    """What a report is made of."""

    year: Year
    settings: ReportSettings = ReportSettings(year=2026)
    outline: Outline = OUTLINES[0]
    earlier: tuple[tuple[int, Document], ...] = ()
    spoken: bool = False

    def report(self) -> Report:
        return compose(self.year, self.settings, load_wording(), self.outline, spoken=self.spoken)

    def findings(self, **options: bool) -> list[Finding]:
        return proofread(
            self.report(), self.year, self.settings, self.outline, self.earlier, **options
        )


def with_records(year: Year, *records: Record, instead: bool = False) -> Year:
    """Return a year with more records, or with these instead of its own of their kind."""
    counted = dict(year.counted_entries)
    for cls in {type(record) for record in records}:
        kept = () if instead else counted.get(cls, ())
        counted[cls] = (*kept, *(record for record in records if type(record) is cls))
    return replace(year, counted_entries=counted)


def changed(year: Year, cls: type[Record], change) -> Year:
    """Return a year whose records of a kind are changed; those that become None are gone."""
    records = [new for record in year.counted(cls) if (new := change(record)) is not None]
    return replace(year, counted_entries={**year.counted_entries, cls: records})


def edited(passage: str, text: str) -> Planted:
    """Return the sample with a passage as the user has it."""
    edit = PassageEdit(year=2026, passage=passage, text=text)
    return Planted(with_records(sample_year(), edit))


def added(text: str, section: str = SECTION) -> Planted:
    """Return the sample with the user's own words at a section's end."""
    entry = Supplement(year=2026, section=section, text=f"{BEFORE}{text}{AFTER}")
    return Planted(with_records(sample_year(), entry, instead=True))


def all_own(report: Report) -> Report:
    """Return a report every word of which the user might have typed."""
    blocks = tuple(
        replace(block, runs=tuple(Own(run.text) for run in block.runs))
        if isinstance(block, Paragraph)
        else block
        for block in report.document.blocks
    )
    return Report(replace(report.document, blocks=blocks), report.passages)
