"""The proof reading on the report page: what is found, where it stands, what the user answers."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from ....errors import DeskError
from ....kinds.dismissal import Dismissal
from ....kinds.fixed_phrase import FixedPhrase
from ....kinds.report_settings import ReportSettings
from ....records.finding import Finding
from ....records.record import ref
from ....records.text import one_line
from ....records.year import Year
from ....report.build import Report
from ....report.outline import Outline
from ....report.proof.proofread import dismissal_of
from ...desk import Desk
from ..entries import told_entries
from ..passage_pane import PassagePane
from ..working import Working
from .found import Found, Reader

REST = 500  # milliseconds without a change until what is found is counted


class Proofing(QObject):
    """Fills the proof pane, and counts what is found while another part is shown.

    ``wanted`` gives the finding whose place is to be shown, ``entry_wanted`` the place of the
    entry whose words it is about; ``counted`` tells how many are to be mended, and looked at.
    """

    wanted = Signal(object)  # Finding
    entry_wanted = Signal(object)  # Place
    counted = Signal(int, int)

    def __init__(self, desk: Desk, working: Working, pane: PassagePane) -> None:
        super().__init__(pane)
        self._desk, self._working, self._pane = desk, working, pane
        self._reader = Reader(desk, self)
        self._taken: tuple[Report, Year, ReportSettings, Outline] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._on_rest)
        pane.installEventFilter(self)
        proof = pane.proof
        proof.wanted.connect(self.wanted)
        proof.dismissed.connect(self._on_dismissed)
        proof.restored.connect(self._on_restored)
        proof.phrase_added.connect(self._on_phrase)
        proof.entries_wanted.connect(self._on_entries)

    def show(self, report: Report) -> None:
        """Read a report and show what does not agree."""
        self._take(report)
        found = self._read()
        self._pane.proof.show_findings(found.open, found.answered, report.document)

    def follow(self, report: Report) -> None:
        """Take a report that may differ from the one before; read it when the user rests."""
        if self._taken is None or report is not self._taken[0]:
            self._take(report)
            self._rest.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._taken:
            self._rest.start()
        return super().eventFilter(watched, event)

    def _take(self, report: Report) -> None:
        working = self._working
        self._taken = (report, working.year(), working.settings(), working.outline())

    def _on_rest(self) -> None:
        """Count what is found; where the page was left the archive may be closed by now."""
        if self._pane.isVisible():
            self._read()

    def _read(self) -> Found:
        self._rest.stop()
        assert self._taken
        found = self._reader.read(*self._taken)
        self.counted.emit(len(found.grave), len(found.hints))
        return found

    def _on_dismissed(self, finding: Finding, reason: str) -> None:
        self._desk.save(
            Dismissal(
                year=self._desk.year,
                check_name=finding.check,
                sentence=finding.sentence,
                words=one_line(finding.words),
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
        """Go to the entry that a finding is about; of several, let the user choose."""
        told = told_entries(self._desk, finding.text, finding.entries)
        if len(told.lines) == 1:
            self.entry_wanted.emit(told.lines[0].place)
        else:
            self._pane.behind.tell(told, "")
