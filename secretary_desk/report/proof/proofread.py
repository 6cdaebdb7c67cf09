"""The proof reading: every check over a report, in its order, without what was answered."""

from collections.abc import Callable, Iterator, Sequence

from ...kinds.dismissal import Dismissal
from ...kinds.report_settings import ReportSettings
from ...records.finding import Finding
from ...records.text import one_line
from ...records.year import Year
from ..build import Report
from ..document import Document
from ..outline import Outline
from . import (
    across,
    answers,
    beside,
    junk,
    marks,
    ordinals,
    phrases,
    praise,
    quoted,
    repeated,
    shape,
    shares,
    sums,
    typed,
)
from .reading import Reading

Check = Callable[[Reading], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    shape.length,
    shape.first_person,
    shape.headings,
    shape.moved_on,
    typed.check,
    across.check,
    beside.check,
    quoted.check,
    sums.check,
    shares.check,
    answers.problems_and_measures,
    answers.comments,
    answers.plans,
    repeated.check,
    praise.check,
    marks.check,
    junk.check,
    ordinals.check,
    phrases.check,
)


def proofread(
    report: Report,
    year: Year,
    settings: ReportSettings,
    outline: Outline,
    earlier: Sequence[tuple[int, Document]] = (),
    *,
    with_dismissed: bool = False,
) -> list[Finding]:
    """Return what the proof reading finds, in the report's order.

    ``earlier`` are this branch's reports of other years, each with its year. What the user has
    answered is left out, unless ``with_dismissed``; ``dismissal_of`` then tells which it is.
    """
    reading = Reading(report, year, settings, outline, earlier)
    found = dict.fromkeys(finding for check in CHECKS for finding in check(reading))
    kept = [f for f in found if with_dismissed or dismissal_of(f, year) is None]
    return sorted(_once(kept), key=lambda finding: (finding.block, finding.start))


def _once(found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings, of one check at one place the first: a typed number is named once."""
    places: set[tuple[str, int, int]] = set()
    for finding in found:
        place = (finding.check, finding.block, finding.start)
        if finding.end == finding.start or place not in places:
            yield finding
        places.add(place)


def dismissal_of(finding: Finding, year: Year) -> Dismissal | None:
    """Return the user's answer to a finding, None where he has given none."""
    same = (each for each in year.counted(Dismissal) if each.check_name == finding.check)
    about = one_line(finding.sentence) if year.counted(Dismissal) else ""
    said = (each for each in same if one_line(each.sentence) == about)
    return next((each for each in said if each.words in ("", one_line(finding.words))), None)
