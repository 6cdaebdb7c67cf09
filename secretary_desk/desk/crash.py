"""When the program itself is at fault: it writes that down, says so once, and goes on."""

import platform
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QSysInfo, Qt, QThread, Signal, qVersion
from PySide6.QtGui import QGuiApplication

from .. import __version__
from ..errors import Away, DeskError
from .ask import Ask
from .log import LOG, note_exception, traced

_COPY, _LEAVE, _GO_ON = "复制详情", "退出", "继续"
_QUIET = 10.0  # seconds in which a fault that was answered does not ask again
_AT_ONCE = 2.0  # seconds in which several places of the window miss a disk that is away


class CrashHandler(QObject):
    """Hears of every exception that nothing else caught.

    ``where`` returns the open archive, ``leave`` closes the window as its user would.
    """

    _happened = Signal(object)

    def __init__(
        self,
        ask: Ask,
        where: Callable[[], Path | None],
        leave: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask, self._where, self._leave = ask, where, leave
        self._asking = False
        self._answered: dict[str, float] = {}
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        # Queued also within the window's thread: a dialog inside a paint event would end badly.
        self._happened.connect(self._on_happened, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of exceptions from now on."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda given: self.report(given.exc_value)
        # Nobody waits for what fails while an object is taken down: it is only noted.
        sys.unraisablehook = _on_unraisable

    def uninstall(self) -> None:
        """Leave exceptions to whoever heard of them before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def report(self, error: BaseException | None) -> None:
        """Note an exception and then tell the user; any thread may call it."""
        if error is None or isinstance(error, SystemExit):
            return
        note_exception(error)
        try:
            here = QThread.currentThread() is self.thread()
            if here and self.thread().loopLevel() == 0:  # still starting: nothing is queued yet
                self._on_happened(error)
            else:
                self._happened.emit(error)
        except RuntimeError:  # the window is gone already
            LOG.error("not told: the window is gone")

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error.with_traceback(trace))

    def _on_happened(self, error: BaseException) -> None:
        told = str(error) if isinstance(error, Away) else traced(error)
        if self._asking or self._is_quiet(error, told):
            return
        self._asking = True
        try:
            self._tell(error, told)
        except Exception as second:  # telling failed: one error is enough
            note_exception(second)
        finally:
            self._asking = False
            self._answered[told] = time.monotonic()

    def _is_quiet(self, error: BaseException, told: str) -> bool:
        """Whether a fault comes again and again, as in painting; a sentence answers each press."""
        since = time.monotonic() - self._answered.get(told, -_QUIET)
        if isinstance(error, Away):
            return since < _AT_ONCE
        return since < _QUIET and not isinstance(error, DeskError)

    def _tell(self, error: BaseException, told: str) -> None:
        if isinstance(error, DeskError):
            self._ask.tell(str(error))
            return
        answers = (_COPY, _LEAVE, _GO_ON)  # Esc presses the last
        sentence = self._sentence()
        answer = self._ask.choose(sentence, *answers)
        while answer == answers.index(_COPY):
            QGuiApplication.clipboard().setText(_details(told))
            answer = self._ask.choose(
                f"详情已复制，里面没有记录内容。\n{self._sentence()}", *answers
            )
        if answer == answers.index(_LEAVE):
            self._leave()

    def _sentence(self) -> str:
        archive = self._where()
        place = f"在“{archive}”里" if archive else "没有变动"
        return (
            f"程序出了一点问题，刚才那一步可能没有做成；已保存的内容都{place}。"
            "可以继续使用；如果反复出现，请退出后重新打开。"
        )


def _on_unraisable(given: "sys.UnraisableHookArgs") -> None:
    if given.exc_value:
        note_exception(given.exc_value)


def _details(told: str) -> str:
    versions = f"书记案头 {__version__}，Python {platform.python_version()}，Qt {qVersion()}"
    return f"{versions}，{QSysInfo.prettyProductName()}\n{told}\n"
