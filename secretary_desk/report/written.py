"""The report of an archive's year, and how long it is."""

from ..facts.load import load_year, settings_of
from ..kinds.branch import Branch
from ..kinds.highlight import Highlight
from ..kinds.own_outline import OwnOutline
from ..kinds.problem import Problem
from ..kinds.report_settings import ReportSettings
from ..kinds.study_meeting import StudyMeeting
from ..kinds.theme_day import ThemeDay
from ..records.text import characters
from ..records.year import Year
from ..store.store import Store
from .build import Report, compose
from .document import Document, Table, runs_of
from .outline import Outline, choose_outline
from .telling import GAP
from .wording import load_wording

_WORK = (StudyMeeting, ThemeDay, Highlight, Problem)


def written_report(store: Store, number: int, outline: str = "") -> Document:
    """Return the report of a year in an archive; raises DeskError for an unknown outline."""
    return report_of(load_year(store, number), settings_of(store, number), outline)


def report_of(year: Year, settings: ReportSettings, outline: str = "") -> Document:
    """Return the report of a year; raises DeskError for an unknown outline."""
    return whole_report(year, settings, outline).document


def whole_report(
    year: Year, settings: ReportSettings, outline: str = "", *, spoken: bool = False
) -> Report:
    """Return the report of a year with its passages; raises DeskError for an unknown outline."""
    told_by = outline_of(year, settings, outline)
    return compose(year, settings, load_wording(), told_by, spoken=spoken)


def outline_of(year: Year, settings: ReportSettings, outline: str = "") -> Outline:
    """Return the outline by which a year is told; raises DeskError for an unknown one."""
    branch, own = year.one(Branch), [] if outline else year.counted(OwnOutline)
    unit_type = branch.unit_type if branch else None
    return choose_outline(outline or settings.outline, unit_type, own[-1] if own else None)


def earlier_reports(store: Store, number: int, most: int = 3) -> list[tuple[int, Document]]:
    """Return the reports of the years before, where there is anything to tell, the latest first."""
    found = []
    for year in range(number - 1, number - 1 - most, -1):
        loaded = load_year(store, year)
        if has_work(loaded):
            found.append((year, report_of(loaded, settings_of(store, year))))
    return found


def has_work(year: Year) -> bool:
    """Whether a year has entries of its own; profile and roster stand in every year."""
    return any(map(year.counted, _WORK))


def counted(document: Document) -> tuple[int, int]:
    """Return the report's 字数 without its ledgers, and how many gaps it has."""
    text = "\n".join(
        "".join(run.text for run in runs_of(block))
        for block in document.blocks
        if not isinstance(block, Table)
    )
    return characters(text), text.count(GAP)
