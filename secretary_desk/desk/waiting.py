"""Long work waited for: the window stays alive, but cannot be used meanwhile."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from .buttons import small_button
from .card import wrapped
from .work import Work

_AT_ONCE = 0.3  # seconds that a window may be still
_WIDE = 32  # Chinese characters
T = TypeVar("T")


class GivenUpError(Exception):
    """The user did not want to wait any longer."""


class Waiting(QDialog):
    """Says what is being done, and keeps the window from being used meanwhile."""

    given_up = Signal()

    def __init__(self, words: str, give_up: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("书记案头")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        said, bar = wrapped(words), QProgressBar(textVisible=False)
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
