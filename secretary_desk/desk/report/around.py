"""What is done with the report as a whole: its outline put in order, its speech rehearsed."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ...errors import DeskError
from ...kinds.own_outline import OwnOutline
from ...report.build import Report
from ...report.outline import load_outlines
from ...report.own_outline import own_of
from ..buttons import action
from ..desk import Desk
from .exits import Exits
from .outline_pane import PROOF
from .panes import Panes
from .rehearsing import Rehearsing
from .wordings import Wordings
from .working import Working


class Around(QObject):
    """Actions over the panes. ``turned`` comes when the page turns to the speech, or back."""

    turned = Signal()
    noted = Signal(str)  # a sentence for the status bar

    def __init__(
        self, desk: Desk, page: QWidget, working: Working, exits: Exits, panes: Panes
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._working, self._exits = desk, page, working, exits
        self._panes = panes
        self._arrange = action(page, "调整提纲", "list", None, self._on_arrange)
        self._check = action(page, "校核", "list-checks", None, lambda: panes.outline.select(PROOF))
        exits.exporter.proof_wanted.connect(self._check.trigger)
        self._speech = action(page, "现场稿", "messages-square", None, self._on_speech)
        self._speech.setCheckable(True)
        self._rehearsing = Rehearsing(desk, page, working, self._spoken)
        self._wordings = Wordings(desk, page, working)
        for teller in (self._rehearsing, self._wordings):
            teller.noted.connect(self.noted)
        for each in (self._check, self._arrange, self._speech):
            panes.offer(each)
        rehearsals = (self._rehearsing.rehearse, self._rehearsing.earlier)
        panes.speech.offer(rehearsals)
        panes.offer_more((*rehearsals, exits.proof, exits.copy, self._wordings.manage))

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
        spoken = self._working.spoken = self._speech.isChecked()
        self._exits.offer_proof(none_of_speech=spoken)
        self._panes.speech.setVisible(spoken)
        self.turned.emit()

    def _spoken(self) -> Report | None:
        """Turn to the speech and return it, all that is typed saved."""
        if not self._working.spoken:
            self._speech.trigger()
        if not self._working.spoken or (found := self._exits.whole()) is None:
            return None
        return found[0]
