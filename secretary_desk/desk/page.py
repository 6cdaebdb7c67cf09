"""What every page of the window is, and how one page leads to another."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ..records.record import Record, Ref
from .desk import Change


@dataclass(frozen=True, slots=True)
class Place:
    """Where to go: a page by name, and there an entry, a new entry begun, or words to find.

    Pages are ``calendar``, ``report``, ``history``, ``search``, and the kinds by their names.
    """

    page: str
    entry: Ref | None = None
    draft: Record | None = None
    find: str = ""


class Page(QWidget):
    """One page of the window. It hears of changes only while it is shown, or when it next is."""

    wanted = Signal(object)  # Place
    noted = Signal(str)  # a sentence for the status bar
    title = ""
    help = ""

    def actions_on_top(self) -> Sequence[QAction]:
        """Return what the page's head offers; the last one is the primary."""
        return ()

    def show_place(self, place: Place) -> None:
        """Show what a place names on this page."""

    def here(self, place: Place) -> Place:
        """Return the page's place with what stands open on it, to come back to."""
        return place

    def enter(self) -> None:
        """Open what the page has foremost, if there is such a thing."""

    def leave(self) -> bool:
        """Take in and save what was typed; False when the user wants to stay."""
        return True

    def refresh(self, change: Change) -> None:
        """Show what is there now."""
