"""Long work with a package, in a thread: it tells how far it is, and can be stopped."""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ...errors import DeskError
from ...store.progress import Progress
from ..work import Work

_LOOK = 60  # milliseconds between looks at how far it is


class _StoppedError(Exception):
    """The user has stopped the work."""


class Job(QObject):
    """Runs ``run`` in a thread from now on. One of ``done``, ``failed`` and ``stopped`` follows."""

    went = Signal(str, float)  # what is being done, and the share of it, 0 to 1
    done = Signal(object)  # what ``run`` returned
    failed = Signal(str)  # a sentence
    stopped = Signal()

    def __init__(self, run: Callable[[Progress], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop, self._heard = Event(), ("", 0.0)
        progress = Progress(self._hear)
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(lambda: self.went.emit(*self._heard))
        self._look.start()
        self._work = Work(lambda: run(progress), self)
        self._work.ended.connect(self._on_ended)

    def stop(self) -> None:
        """End the work at its next step; what it has written goes again."""
        self._stop.set()

    def _hear(self, what: str, share: float) -> None:
        self._heard = (what, share)  # in the thread
        if self._stop.is_set():
            raise _StoppedError

    def _on_ended(self) -> None:
        self._look.stop()
        try:
            result = self._work.result()
        except DeskError as error:
            self.failed.emit(str(error))
        except _StoppedError:
            self.stopped.emit()
        except BaseException:
            self.stopped.emit()  # and whoever hears of crashes tells the rest
            raise
        else:
            self.done.emit(result)
