"""When typing is saved: after a pause, and after a while however steadily it goes on."""

from typing import ClassVar
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Signal

AUTOSAVE = 800  # milliseconds after the last edit
LONGEST = 1200  # milliseconds after the first unsaved edit: a crash loses less than two seconds


class Autosave(QObject):
    """Emits ``due`` when what was edited is to be saved."""

    due = Signal()
    waiting: ClassVar[WeakSet["Autosave"]] = WeakSet()  # those with edits that are not saved yet

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pause = QTimer(self, singleShot=True, interval=AUTOSAVE)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """Take note of an edit."""
        self.waiting.add(self)
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def stop(self) -> None:
        """Forget the edits: they are saved, or given up."""
        self.waiting.discard(self)
        self._pause.stop()
        self._longest.stop()

    def _on_timeout(self) -> None:
        self.stop()
        self.due.emit()
