"""What is done with the report as a whole: its outline put in order, its speech rehearsed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ...errors import DeskError
from ...kinds.own_outline import OwnOutline
from ...kinds.rehearsal import Rehearsal
from ...report.outline import load_outlines
from ...report.own_outline import own_of
from ...report.speech import target_of
from ..buttons import action
from ..desk import Desk
from .exits import Exits
from .outline_pane import PROOF
from .panes import Panes
from .working import Working

if TYPE_CHECKING:
    from .rehearsal.window import RehearsalWindow


class Around(QObject):
    """Actions over the panes. ``turned`` comes when the page turns to the speech, or back."""

    turned = Signal()

    def __init__(
        self, desk: Desk, page: QWidget, working: Working, exits: Exits, panes: Panes
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._working, self._exits = desk, page, working, exits
        self._arrange = action(page, "调整提纲", "list", None, self._on_arrange)
        self._check = action(page, "校核", "list-checks", None, lambda: panes.outline.select(PROOF))
        exits.exporter.proof_wanted.connect(self._check.trigger)
        self._speech = action(page, "现场稿", "messages-square", None, self._on_speech)
        self._speech.setCheckable(True)
        self._rehearse = action(page, "试讲", "target", None, self._on_rehearse)
        self._rehearse.setEnabled(False)
        self._window: RehearsalWindow | None = None
        for each in (self._check, self._arrange, self._speech):
            panes.offer(each)
        panes.offer_more((self._rehearse, exits.proof, exits.copy))

    def count_findings(self, grave: int, hints: int) -> None:
        """Tell on the way to the proof reading how much it has found."""
        self._check.setText(f"校核 {grave + hints}" if grave + hints else "校核")

    def _on_arrange(self) -> None:
        from .outlining.dialog import OutlineDialog
        from .outlining.material import material_of

        if self._exits.whole() is None:
            return
        year = self._desk.loaded()
        known = year.counted(OwnOutline)
        own = known[-1] if known else own_of(self._working.outline(), self._desk.year)
        dialog = OutlineDialog(own, load_outlines(), material_of(year), self._desk.ask, self._page)
        while dialog.exec() and dialog.own() != own and not self._saved(dialog.own()):
            pass  # it comes again, with all that was arranged

    def _saved(self, own: OwnOutline) -> bool:
        """Whether an outline could be saved; the user is told why not."""
        try:
            self._desk.save(own)
        except DeskError as error:
            self._desk.ask.tell(str(error))
            return False
        return True

    def _on_speech(self) -> None:
        if self._exits.whole() is None:
            self._speech.setChecked(self._working.spoken)
            return
        self._working.spoken = self._speech.isChecked()
        self._rehearse.setEnabled(self._working.spoken)
        self._exits.proof.setEnabled(not self._working.spoken)
        self.turned.emit()

    def _on_rehearse(self) -> None:
        from .rehearsal.window import RehearsalWindow

        if (found := self._exits.whole()) is None:
            return
        report, _ = found
        self._window = RehearsalWindow(
            report.document,
            target_of(self._working.settings()),
            self._desk.loaded().counted(Rehearsal),
            today=self._desk.today,
            ask=self._desk.ask,
            parent=self._page,
        )
        self._window.finished.connect(self._on_rehearsed)
        self._window.showMaximized()

    def _on_rehearsed(self, rehearsal: Rehearsal) -> None:
        try:
            self._desk.save(rehearsal)
        except DeskError as error:
            if self._window:
                self._window.take_back(str(error))
