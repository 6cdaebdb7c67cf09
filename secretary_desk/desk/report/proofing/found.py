"""What the proof reading finds in a report of the desk's, and what the user has answered."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from PySide6.QtCore import QObject

from ....errors import DeskError
from ....kinds import EDIT, SUPPLEMENT
from ....kinds.dismissal import KIND as DISMISSAL
from ....kinds.fixed_phrase import KIND as PHRASE
from ....kinds.report_settings import ReportSettings
from ....records.finding import Finding
from ....records.year import Year
from ....report.build import Report
from ....report.document import Document
from ....report.outline import Outline
from ....report.proof.proofread import dismissal_of, proofread
from ....report.proof.shape import MOVED
from ....report.written import has_work
from ...desk import Change, Desk

_YEARS = 3  # earlier reports that a sentence is looked for in
# Written on this page, for this year's report: earlier ones stay as they are.
_OF_THIS_YEAR = {kind.name for kind in (EDIT, SUPPLEMENT, DISMISSAL, PHRASE)}


class Found(NamedTuple):
    """What is open, and what was answered with which reason."""

    open: Sequence[Finding] = ()
    answered: Sequence[tuple[Finding, str]] = ()

    @property
    def grave(self) -> list[Finding]:
        """What is to be mended before the report is handed out."""
        return [finding for finding in self.open if finding.weight == "应改"]

    @property
    def hints(self) -> list[Finding]:
        """What is to be looked at."""
        return [finding for finding in self.open if finding.weight == "提示"]

    def untold(self) -> list[Finding]:
        """Return what is to be mended, without what the page counts as 有变化 already."""
        return [finding for finding in self.grave if finding.check != MOVED]


class Reader(QObject):
    """Reads reports of the desk's year beside those of the years before, which it keeps."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._earlier: Sequence[tuple[int, Document]] | None = None
        desk.changed.connect(self._on_changed)

    def read(self, report: Report, year: Year, settings: ReportSettings, outline: Outline) -> Found:
        """Return what is found in a report of a year that is perhaps not saved yet."""
        if self._earlier is None:
            self._earlier = list(self._reports())
        found = proofread(report, year, settings, outline, self._earlier, with_dismissed=True)
        answers = [(finding, dismissal_of(finding, year)) for finding in found]
        return Found(
            [finding for finding, answer in answers if answer is None],
            [(finding, answer.reason) for finding, answer in answers if answer],
        )

    def _reports(self) -> Iterator[tuple[int, Document]]:
        for year in range(self._desk.year - 1, self._desk.year - 1 - _YEARS, -1):
            # A year whose outline is not known here has no report to compare with.
            with suppress(DeskError):
                if has_work(self._desk.loaded(year)):
                    yield year, self._desk.report(year)

    def _on_changed(self, change: Change) -> None:
        if change.refs is None or any(ref.kind not in _OF_THIS_YEAR for ref in change.refs):
            self._earlier = None
