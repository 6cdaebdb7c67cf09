"""A function run in a thread of its own, while the window stays alive."""

from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK = 30  # milliseconds between looks at what the thread has done


class Work(QObject):
    """A function that runs in a thread from now on; ``ended`` is emitted once it is done.

    The thread never keeps the program from ending: what it writes must be whole or not there.
    """

    ended = Signal()

    def __init__(self, run: Callable[[], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._future: Future[Any] = Future()
        Thread(target=_run, args=(run, self._future), daemon=True).start()
        # Looked at from here: a signal out of a thread may come to an object that is no more.
        self._poll = QTimer(self, interval=_LOOK)
        self._poll.timeout.connect(self._on_timeout)
        self._poll.start()

    def is_done(self) -> bool:
        """Whether there is a result, or an error."""
        return self._future.done()

    def result(self) -> Any:
        """Return what came of it, once it is done; raises what the function raised."""
        return self._future.result()

    def wait(self, seconds: float) -> bool:
        """Stand still for a moment at most; whether it is done."""
        wait([self._future], seconds)
        return self.is_done()

    def _on_timeout(self) -> None:
        if self.is_done():
            self._poll.stop()
            self.ended.emit()


def _run(run: Callable[[], Any], future: "Future[Any]") -> None:
    try:
        future.set_result(run())
    except BaseException as error:
        future.set_exception(error)
