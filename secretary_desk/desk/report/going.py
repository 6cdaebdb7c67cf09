"""From place to place of a report: between the outline, its passages and its pages."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSignalBlocker, Signal

from ...kinds.dismissal import Dismissal
from ...kinds.fixed_phrase import FixedPhrase
from ...kinds.passage_edit import PassageEdit
from ...kinds.report_settings import ReportSettings
from ...kinds.supplement import Supplement
from ...records.finding import Finding
from ...records.record import Record
from ...render.pages import Spot
from ...report.document import Enclosures, runs_of, text_of
from ...report.parts import ANNEXES, HEAD
from ..page import Place
from .contents import Contents
from .outline_pane import PROOF, UNUSED
from .panes import Panes
from .pointing import Pointing
from .stops import Stop, next_drift, next_gap
from .working import Working


class Going(QObject):
    """Leads the panes to what is clicked, found or next; ``led_away`` gives another page's place.

    ``contents`` gives what is shown, ``enter`` saves the part that is left and shows the one that
    the outline stands on.
    """

    led_away = Signal(object)  # Place

    def __init__(
        self,
        working: Working,
        panes: Panes,
        pointing: Pointing,
        contents: Callable[[], Contents],
        enter: Callable[[], None],
    ) -> None:
        super().__init__(panes)
        self._working, self._panes, self._pointing = working, panes, pointing
        self._contents, self._enter = contents, enter
        self._outline, self._passage = panes.outline, panes.passage
        self._preview = panes.preview
        self._outline.chosen.connect(self._on_chosen)
        panes.previewed.connect(self._show_on_page)
        panes.gap_wanted.connect(lambda: self._go_to_next(next_gap))
        panes.drift_wanted.connect(lambda: self._go_to_next(next_drift))
        self._preview.view.clicked.connect(self._on_spot)
        pointing.wanted.connect(self._on_wanted)

    def to_entry(self, entry: Record | None) -> None:
        """Go to the passage that the user wrote, to the settings or his answers; else stay."""
        contents = self._contents()
        self._outline.setFocus()
        match entry:
            case Supplement(section=section) if section in contents.parts:
                self._to_passage(section, self._working.added_key(section))
            case PassageEdit(passage=key) if part := contents.part_of(key):
                self._to_passage(part, key)
            case Supplement() | PassageEdit():
                self._outline.select(UNUSED)
            case ReportSettings():
                self._outline.select(HEAD.key)
            case Dismissal() | FixedPhrase():
                self._outline.select(PROOF)

    def to_finding(self, finding: Finding) -> None:
        """Go to what the proof reading names, and mark it."""
        contents = self._contents()
        self._outline.select(contents.part_with(finding.block))
        self._passage.go_to(contents.document, finding.block, finding.start, finding.end)

    def _on_chosen(self) -> None:
        """Enter the part that is chosen, its page beside it."""
        self._enter()
        annexes = self._preview.annexes or self._outline.key() == ANNEXES.key
        self._preview.set_annexes(shown=annexes)
        self._show_on_page()

    def _show_on_page(self) -> None:
        contents = self._contents()
        part = contents.parts.get(self._outline.key())
        for number in part.blocks if part else ():
            # The annexes begin under the text, where they are only named.
            if not isinstance(contents.document.blocks[number], Enclosures):
                self._preview.view.go_to(number)
                return

    def _go_to_next(self, following: Callable[..., Stop | None]) -> None:
        """Go to the next place that is to be seen to, from where the user is."""
        contents = self._contents()
        here = Stop(self._outline.key(), self._passage.entered_key())
        if stop := following(contents.parts, contents.told, here):
            self._to_passage(*stop)

    def _to_passage(self, part: str, passage: str) -> None:
        self._outline.select(part)
        self._panes.show_passage()
        self._passage.go_to_passage(passage)

    def _on_wanted(self, place: Place) -> None:
        """Go to where something is filled in, on this page or another."""
        if place.page != "report":
            self.led_away.emit(place)
        elif place.find:
            self._outline.select(place.find)
            self._passage.go_to_passage(self._working.added_key(place.find))
        else:
            self._outline.select(HEAD.key)
            self._passage.form.focus_first()

    def _on_spot(self, spot: Spot) -> None:
        """Go to the passage of a place on the page, without turning the page away."""
        contents = self._contents()
        key, here = contents.part_with(spot.block), self._outline.key()
        with QSignalBlocker(self._outline):
            self._outline.select(key)
        if key != here:
            self._enter()
        self._panes.show_passage()
        runs = list(runs_of(contents.document.blocks[spot.block]))
        before = runs[: spot.run] if spot.run is not None else []
        if spot.run is not None:  # first: what is told takes room from the passages
            self._pointing.tell_run(runs[spot.run])
        self._passage.go_to(contents.document, spot.block, len(text_of(tuple(before))))
