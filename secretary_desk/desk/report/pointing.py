"""What the user points at in a passage: which entries are behind it, and the way to them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ...report.document import Run
from ...report.passage import Passage
from ...report.template import Reference
from ..desk import Desk
from .entries import told_reference, told_run
from .passage_pane import PassagePane
from .working import Working


class Pointing(QObject):
    """Tells under the passages what is behind a figure. ``wanted`` gives where an entry is."""

    wanted = Signal(object)  # Place

    def __init__(
        self, desk: Desk, working: Working, pane: PassagePane, told: Callable[[str], Passage]
    ) -> None:
        super().__init__(pane)
        self._desk, self._working, self._pane, self._told = desk, working, pane, told
        self._about: tuple[str, Reference] | None = None
        pane.chosen.connect(self.tell)
        pane.opened.connect(self._on_opened)
        pane.behind.wanted.connect(self.wanted)
        pane.behind.restored.connect(self._on_restored)

    def tell(self, reference: Reference) -> bool:
        """Show the entries behind a reference of the passage that the user is in, if any is."""
        self._about = self._pane.key(), reference
        resolver = self._working.resolver(self._told(self._pane.key()))
        if told := told_reference(self._desk, resolver, reference):
            self._pane.behind.tell(told, "")
        return bool(told)

    def tell_run(self, run: Run) -> None:
        """Show the entries behind a run of the printed text."""
        if told := told_run(self._desk, run):
            self._pane.behind.tell(told, "")

    def _on_restored(self) -> None:
        """Let the figure stand again where a number was typed over it."""
        key, typed = self._about or ("", None)
        editor = self._pane.editor(key)
        if editor and typed and editor.make_live(typed):
            editor.setFocus()
            self.tell(typed.bare())

    def _on_opened(self, reference: Reference) -> None:
        """Go to the entry behind a figure; of several, let the user choose."""
        if not self.tell(reference):
            return
        places = self._pane.behind.places()
        if len(places) == 1:
            self.wanted.emit(places[0])
        else:
            self._pane.behind.focus_list()
