"""A move as the program makes it: the dialog over its window, and what arrives is opened."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ..ask import Ask
from ..memory import Memory

if TYPE_CHECKING:
    from ..main_window import MainWindow
    from .dialog import MovingDialog


class Mover(Protocol):
    """What a move wants of the program."""

    window: "MainWindow | None"

    def open(self, path: Path) -> bool: ...
    def archive(self) -> Path | None: ...


class Moving:
    """Shows one dialog at a time."""

    def __init__(self, program: Mover, memory: Memory, ask: Ask) -> None:
        self._program, self._memory, self._ask = program, memory, ask
        self.dialog: MovingDialog | None = None

    def show(self, over: QWidget | None, package: Path | None = None) -> bool:
        """Show the dialog, with a package that is to be brought in; whether it is shown."""
        from .dialog import MovingDialog  # seldom wanted

        if self.dialog is not None and not self.dialog.close():
            return True  # it is at work: one after the other
        window = self._program.window
        if window is not None and not window.may_leave():
            return False
        made = MovingDialog(self._ask, self._memory, self._program.archive(), parent=over)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.arrived.connect(self._program.open)
        made.finished.connect(self._on_finished)
        self.dialog = made
        made.open()
        if package is not None:
            made.show_package(package)
        return True

    def _on_finished(self) -> None:
        self.dialog = None
