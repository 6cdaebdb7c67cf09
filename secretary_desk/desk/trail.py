"""The way that the user has come through the window's pages, and back along it."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from .page import Page, Place

_LONGEST = 50  # pages


class Stop(NamedTuple):
    """A place that was left, and what had the keyboard there."""

    place: Place
    page: Page
    focus: QWidget | None

    def take_up(self) -> None:
        """Give the keyboard back to what had it, if it is there still."""
        if self.focus and isValid(self.focus) and self.page.isAncestorOf(self.focus):
            self.focus.setFocus(Qt.FocusReason.OtherFocusReason)


class Trail:
    """The places that were left, the last one last."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []

    def leave(self, name: str, page: Page) -> None:
        """Take note of a page that is left for another."""
        focus = page.focusWidget()
        self._stops.append(Stop(page.here(Place(name)), page, focus))
        del self._stops[:-_LONGEST]

    def last(self) -> Stop | None:
        """Return where the user came from; None at the beginning."""
        return self._stops[-1] if self._stops else None

    def go_back(self) -> None:
        """Forget the place come from, which is reached again, and the one just left for it."""
        del self._stops[-2:]
