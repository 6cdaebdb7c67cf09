"""One window for one archive: a second start shows the first's window instead of opening another.

A lock file ``~$NAME.sdesk.lock`` beside the archive says who has it open, on whichever computer;
a local server, named by the archive's path, lets a second start on this computer knock.
"""

import os
import sys
from datetime import date
from enum import Enum
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QSysInfo, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from ..store.holding import holder, lock_of

_PATIENCE = 3000  # ms that a window has to answer a knock
_KNOCK, _ANSWER = b"show\n", b"shown\n"


class Claim(Enum):
    """What came of claiming an archive."""

    OURS = "ours"  # open it
    SHOWN = "shown"  # it is open here already, and that window has come to the front: leave
    ELSEWHERE = "elsewhere"  # ask with ``sentence``, and perhaps claim it forcibly


class Instance(QObject):
    """Claims one archive for this window until ``release``."""

    shown = Signal()  # a second start wants to see this window

    def __init__(self, archive: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        place = archive.resolve()
        self._archive, self._lock = archive, QLockFile(str(lock_of(archive)))
        # Never stale by age: a window may stay open for days.
        self._lock.setStaleLockTime(0)
        digest = sha256(os.path.normcase(place).encode("utf-8", "surrogatepass")).hexdigest()
        self._name = f"secretary-desk-{digest[:32]}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_knock)

    def claim(self, *, forcibly: bool = False) -> Claim:
        """Try to get the archive; ``forcibly`` also from a computer that left its lock behind."""
        # Qt takes over the lock of a process that is no more, unless its number is another's now.
        if forcibly or (not self._lock.isLocked() and holder(self._archive) is None):
            self._lock.removeStaleLockFile()
        if self._lock.isLocked() or self._lock.tryLock(0):
            return self._listen()
        if self._is_held_by_this_window() or self._knock():
            return Claim.SHOWN
        # Where nothing can be written, as on a write-protected stick, nobody holds a lock either.
        held = self._lock.error() == QLockFile.LockError.LockFailedError
        return Claim.ELSEWHERE if held else self._listen()

    def sentence(self) -> str:
        """Say who has the archive open, and what to do."""
        found, today = holder(self._archive), date.today()
        if found and not found.is_here:
            return (
                f"档案正在{found.words(today)}打开，或者那台电脑上次没有正常关闭；已保存的内容都在。"
                "两边同时写会损坏档案，请确认那边已经关闭，再继续打开"
            )
        pid, _, _ = self._lock.getLockInfo()
        where = found.words(today) if found else "这台电脑上"
        return (
            f"档案已经在{where}打开，但那个窗口没有回应（进程{pid}）；已保存的内容都在。"
            "请等它做完，或在任务管理器里结束它再打开"
        )

    def release(self) -> None:
        """Let others have the archive."""
        self._server.close()
        self._lock.unlock()

    def _listen(self) -> Claim:
        if not self._server.isListening():
            QLocalServer.removeServer(self._name)  # a crash leaves its socket behind
            self._server.listen(self._name)
        return Claim.OURS

    def _is_held_by_this_window(self) -> bool:
        pid, host, _ = self._lock.getLockInfo()
        return (pid, host) == (os.getpid(), QSysInfo.machineHostName())

    def _knock(self) -> bool:
        _allow_to_the_front(self._lock.getLockInfo()[0])
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE):
            return False
        socket.write(_KNOCK)
        answered = socket.waitForReadyRead(_PATIENCE) and bytes(socket.readAll().data()) == _ANSWER
        socket.abort()
        return answered

    def _on_knock(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._answer(socket))

    def _answer(self, socket: QLocalSocket) -> None:
        if bytes(socket.readAll().data()) == _KNOCK:
            socket.write(_ANSWER)
            socket.flush()
            self.shown.emit()


def _allow_to_the_front(pid: int) -> None:
    """Windows lets only the program that was started last bring a window to the front."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(pid)
