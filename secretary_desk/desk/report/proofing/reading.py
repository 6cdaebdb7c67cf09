"""The proof reading on the report page: what is found, where it stands, what the user answers."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ....errors import DeskError
from ....kinds.dismissal import Dismissal
from ....kinds.fixed_phrase import FixedPhrase
from ....records.finding import Finding
from ....records.record import ref
from ....report.build import Report
from ....report.document import Document
from ....report.proof.proofread import dismissal_of, proofread
from ....report.written import has_work
from ...desk import Desk
from ..entries import told_entries
from ..passage_pane import PassagePane
from ..working import Working

_YEARS = 3  # earlier reports that a sentence is looked for in


class Proofing(QObject):
    """Fills the proof pane. ``wanted`` gives the finding whose place is to be shown."""

    wanted = Signal(object)  # Finding

    def __init__(self, desk: Desk, working: Working, pane: PassagePane) -> None:
        super().__init__(pane)
        self._desk, self._working, self._pane = desk, working, pane
        proof = pane.proof
        proof.wanted.connect(self.wanted)
        proof.dismissed.connect(self._on_dismissed)
        proof.restored.connect(self._on_restored)
        proof.phrase_added.connect(self._on_phrase)
        proof.entries_wanted.connect(self._on_entries)

    def show(self, report: Report) -> None:
        """Read a report and show what does not agree."""
        year = self._working.year()
        found = proofread(
            report,
            year,
            self._working.settings(),
            self._working.outline(),
            self._earlier(),
            with_dismissed=True,
        )
        answers = [(finding, dismissal_of(finding, year)) for finding in found]
        open_ = [finding for finding, answer in answers if answer is None]
        answered = [(finding, answer.reason) for finding, answer in answers if answer]
        self._pane.proof.show_findings(open_, answered, report.document)

    def _earlier(self) -> Sequence[tuple[int, Document]]:
        years = range(self._desk.year - 1, self._desk.year - 1 - _YEARS, -1)
        told = [year for year in years if has_work(self._desk.loaded(year))]
        return [(year, self._desk.report(year)) for year in told]

    def _on_dismissed(self, finding: Finding, reason: str) -> None:
        self._desk.save(
            Dismissal(
                year=self._desk.year,
                check_name=finding.check,
                sentence=finding.sentence,
                reason=reason,
            )
        )

    def _on_restored(self, finding: Finding) -> None:
        if answer := dismissal_of(finding, self._desk.loaded()):
            self._desk.delete(ref(answer))

    def _on_phrase(self, right: str, wrong: str) -> None:
        try:
            self._desk.save(FixedPhrase(right=right, wrong=wrong))
        except DeskError as error:
            self._pane.proof.take_back(right, wrong, str(error))

    def _on_entries(self, finding: Finding) -> None:
        self._pane.behind.tell(told_entries(self._desk, finding.text, finding.entries), "")
