"""Long work on files, done in a thread of its own while the window stays alive."""

from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ..buttons import small_button
from ..card import label

_LOOK = 30  # milliseconds between looks at what the thread has done
_AT_ONCE = 0.3  # seconds that a window may be still
_WIDE = 32  # Chinese characters
T = TypeVar("T")


class GivenUpError(Exception):
    """The user did not want to wait any longer."""


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


class Waiting(QDialog):
    """Says what is being done, and keeps the window from being used meanwhile."""

    given_up = Signal()

    def __init__(self, words: str, give_up: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("书记案头")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        said, bar = label(words), QProgressBar(textVisible=False)
        said.setWordWrap(True)
        bar.setRange(0, 0)
        layout, below = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(said)
        layout.addWidget(bar)
        if give_up:
            below.addStretch(1)
            below.addWidget(small_button(give_up, self.given_up.emit))
            layout.addLayout(below)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("国") * _WIDE)

    def reject(self) -> None:
        """Stay: it goes when the work is done."""

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()


def waited(run: Callable[[], T], words: str, over: QWidget | None = None, give_up: str = "") -> T:
    """Return what a function returns, the user waiting; raises what it raises.

    With ``give_up``, the words of a button, the user may go on without: GivenUpError.
    """
    work = Work(run)
    wait_for(work, words, over, give_up)
    return work.result()


def wait_for(work: Work, words: str, over: QWidget | None = None, give_up: str = "") -> None:
    """Wait until work is done, the window being alive and closed to the user."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        if work.wait(_AT_ONCE):
            return
    finally:
        QGuiApplication.restoreOverrideCursor()
    waiting, loop = Waiting(words, give_up, over), QEventLoop()
    work.ended.connect(loop.quit)
    waiting.given_up.connect(loop.quit)
    waiting.open()
    loop.exec()
    waiting.hide()
    waiting.deleteLater()
    if not work.is_done():
        raise GivenUpError


def _run(run: Callable[[], Any], future: "Future[Any]") -> None:
    try:
        future.set_result(run())
    except BaseException as error:
        future.set_exception(error)
