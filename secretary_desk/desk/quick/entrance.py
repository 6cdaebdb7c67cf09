"""The way into 记一笔 from the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ..desk import Desk
from ..page import Place

if TYPE_CHECKING:
    from .dialog import QuickDialog


class QuickEntrance:
    """Makes the dialog when it is first wanted; ``go`` and ``help`` lead on in the window."""

    def __init__(
        self, desk: Desk, window: QWidget, go: Callable[[Place], bool], help: Callable[[str], None]
    ) -> None:
        self._desk, self._window, self._go, self._help = desk, window, go, help
        self._dialog: QuickDialog | None = None

    def show(self, page: str) -> None:
        """Let the user jot down lines; one that names no kind is of the page's."""
        if self._dialog is None:
            from .dialog import QuickDialog  # not needed to start

            self._dialog = QuickDialog(self._desk, self._window)
            self._dialog.wanted.connect(self._go)
            self._dialog.help_wanted.connect(self._help)
        self._dialog.take_lines(page)

    def may_close(self) -> bool:
        """Ask about what is typed and not kept; False when the user wants to stay."""
        return self._dialog is None or self._dialog.may_close()
