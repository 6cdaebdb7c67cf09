"""Years in which the user has changed passages, and what is told of them then."""

from dataclasses import replace

from report.telling import OUTLINES

from secretary_desk.facts.gather import gather
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.records.record import Ref
from secretary_desk.records.year import Year
from secretary_desk.report.build import Report, compose
from secretary_desk.report.document import Figure, text_of
from secretary_desk.report.editing import written
from secretary_desk.report.passage import Passage
from secretary_desk.report.resolving import Resolver
from secretary_desk.report.wording import load_wording

SETTINGS = ReportSettings(year=2026)


def report(year: Year, *, spoken: bool = False, outline: int = 0) -> Report:
    return compose(year, SETTINGS, load_wording(), OUTLINES[outline], spoken=spoken)


def resolver(year: Year, passage: Passage | None = None) -> Resolver:
    return Resolver(gather(year), year, passage.entry if passage else None)


def having(year: Year, *records) -> Year:
    """Return a year with more of what the user decides."""
    entries = dict(year.counted_entries)
    for record in records:
        entries[type(record)] = (*entries.get(type(record), ()), record)
    return replace(year, counted_entries=entries)


def without(year: Year, entry: Ref) -> Year:
    """Return a year as it is once an entry has been deleted."""

    def kept(entries):
        return {cls: [r for r in rs if r.id != entry.id] for cls, rs in entries.items()}

    return replace(
        year,
        counted_entries=kept(year.counted_entries),
        aside_entries=kept(year.aside_entries),
        previous=without(year.previous, entry) if year.previous else None,
        following=without(year.following, entry) if year.following else None,
    )


def edited(year: Year, key: str, change=lambda text: text + "这是我加的话。") -> Year:
    """Return a year in which the user has changed a passage."""
    passage = report(year, spoken=key.startswith("现场/")).passages[key]
    return having(year, written(passage, change(passage.template), 2026, resolver(year, passage)))


def all_edited(year: Year, outline: int = 0) -> Year:
    passages = report(year, outline=outline).passages.values()
    edits = [
        written(p, p.template + "（已改）", 2026, resolver(year, p))
        for p in passages
        if p.generated
    ]
    return having(year, *edits)


def text(passage: Passage) -> str:
    return "\n".join(map(text_of, passage.paragraphs))


def figures(passage: Passage) -> dict[str, tuple[str, tuple[Ref, ...]]]:
    runs = (run for runs in passage.paragraphs for run in runs)
    return {run.fact: (run.text, run.entries) for run in runs if isinstance(run, Figure)}


def instead(year: Year, record) -> Year:
    """Return a year with an entry as it is now."""
    entries = dict(year.counted_entries)
    entries[type(record)] = tuple(record if r.id == record.id else r for r in entries[type(record)])
    return replace(year, counted_entries=entries)
