"""When typing is saved: after a pause, after a while however steadily it goes on, and again where
it could not be."""

from typing import ClassVar
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Signal

AUTOSAVE = 800  # milliseconds after the last edit
LONGEST = 1200  # milliseconds after the first unsaved edit: a crash loses less than two seconds
RETRY = 10  # seconds: an archive that is locked holds the window for five of them at each try
CAUGHT_UP = "刚才没有存成的内容，现在已经保存"


class Autosave(QObject):
    """Emits ``due`` when what was edited is to be saved."""

    due = Signal()
    waiting: ClassVar[WeakSet["Autosave"]] = WeakSet()  # those with edits that are not saved yet

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pause = QTimer(self, singleShot=True, interval=AUTOSAVE)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        self._again = QTimer(self, singleShot=True, interval=RETRY * 1000)
        for timer in (self._pause, self._longest, self._again):
            timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """Take note of an edit."""
        self.waiting.add(self)
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def try_again(self) -> None:
        """Let the edits that could not be saved be due once more, after a while."""
        self.waiting.add(self)
        self._again.start()

    def stop(self) -> None:
        """Forget the edits: they are saved, or given up."""
        self.waiting.discard(self)
        self._pause.stop()
        self._longest.stop()
        self._again.stop()

    def _on_timeout(self) -> None:
        self.stop()
        self.due.emit()
