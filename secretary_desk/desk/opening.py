"""One archive claimed, opened and shown in a window of its own; and given back."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Thread

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from ..store.leftovers import sweep
from ..store.store import Store
from .ask import Ask
from .backups.keeper import Keeper
from .desk import Desk
from .instance import Claim, Instance
from .main_window import MainWindow
from .memory import Memory
from .place_note import PlaceNote

_NARROW = 1180  # pixels of the screen's width


def claimed(instance: Instance, ask: Ask) -> Claim:
    """Claim an archive, asking about one that another computer holds."""
    claim = instance.claim()
    if claim is Claim.ELSEWHERE and ask.confirm(instance.sentence(), "继续打开"):
        claim = instance.claim(forcibly=True)
        if claim is Claim.ELSEWHERE:
            ask.tell(instance.sentence())
    return claim


class Opened:
    """A claimed archive with its window, which is not shown yet. Raises DeskError."""

    def __init__(
        self,
        path: Path,
        instance: Instance,
        memory: Memory,
        ask: Ask,
        now: Callable[[], datetime],
    ) -> None:
        self._instance, self._memory = instance, memory
        self.store = Store.open(path)
        try:
            self.desk = Desk(self.store, memory, ask, now=now)
            self.window = MainWindow(self.desk, self._may_close)
            self.keeper = Keeper(self.desk, self.window)
            self.window.put_above(PlaceNote(path, memory))
        except BaseException:
            self.store.close()
            raise
        self._is_open = True
        instance.shown.connect(self._on_shown)

    @property
    def instance(self) -> Instance:
        """The claim on the archive."""
        return self._instance

    def show(self) -> None:
        """Show the window, as large as it was last."""
        window = self.window
        if not window.restoreGeometry(self._memory.state("window")):
            screen = window.screen().availableSize()
            # Once no longer maximized; on a small screen as wide as that, which is hardly enough.
            share = 1.0 if screen.width() < _NARROW else 0.9
            window.resize(round(screen.width() * share), round(screen.height() * 0.9))
            window.showMaximized()
        window.show()
        # Beside the window: a folder on a stick or in the network may be slow to list.
        Thread(target=sweep, args=(self.store.path, self._memory.folder()), daemon=True).start()

    def set_down(self) -> None:
        """Hide the window and close the file, so that it can be replaced; the claim stays."""
        self.keeper.rest()
        self._memory.keep_state("window", self.window.saveGeometry())
        self.window.hide()
        self._close_file()

    def put_away(self) -> None:
        """Take the window away, without a question, and close the file; the claim stays."""
        self.keeper.rest()
        self.window.hide()
        self.window.deleteLater()
        self._close_file()

    def _may_close(self) -> bool:
        """Back up, close the archive and let others have it; False when the user stays."""
        if not self.keeper.may_close():
            return False
        self._close_file()
        self._instance.release()
        return True

    def _on_shown(self) -> None:
        if self._is_open:  # the claim may outlive this window
            to_the_front(self.window)

    def _close_file(self) -> None:
        self._is_open = False
        for timer in self.window.findChildren(QTimer):
            timer.stop()  # what was put off would ask a closed file
        self.store.close()


def to_the_front(window: QWidget) -> None:
    """Bring a window to the front, from where it was minimized to."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
