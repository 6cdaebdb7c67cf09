"""Python's garbage, collected on the window's thread alone.

Python collects on whichever thread happens to allocate. One that reads a backup would then delete
what is left of a closed window, and Qt's objects must not be deleted from another thread: that is
a crash. So Python's own collecting stays off, and this is done now and then instead.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from .autosave import Autosave

_PAUSE = 1_000  # milliseconds


class Collecting(QObject):
    """Collects between two events, when nobody types just now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=_PAUSE)
        timer.timeout.connect(self._on_timeout)
        timer.start()

    def _on_timeout(self) -> None:
        if not Autosave.waiting:
            collect()


def collect() -> None:
    """Collect as Python would: young garbage often, old garbage seldom."""
    for generation, (count, most) in enumerate(
        zip(gc.get_count(), gc.get_threshold(), strict=True)
    ):
        if count <= most:
            return
        gc.collect(generation)
