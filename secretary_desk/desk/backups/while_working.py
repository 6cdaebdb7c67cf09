"""A backup every half hour in which something was changed."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ...errors import DeskError
from ...store.backup import Reason, back_up
from ..autosave import Autosave
from ..work import Work

EVERY = timedelta(minutes=30)
_AGAIN = timedelta(minutes=5)  # after one that failed
_LOOK, _SOON = 30_000, 2_000  # milliseconds; the shorter while somebody types


class WhileWorking(QObject):
    """Makes backups in a thread while the archive is worked in.

    The half hour begins with the first change that no backup has. By the clock on the wall: a
    computer that slept makes its backup when it wakes.
    """

    failed = Signal(str)  # a sentence, once until a backup is made again

    def __init__(
        self,
        archive: Path,
        now: Callable[[], datetime],
        parent: QObject | None = None,
        every: timedelta = EVERY,
    ) -> None:
        super().__init__(parent)
        self._archive, self._now, self._every = archive, now, every
        self._due: datetime | None = None
        self._work: Work | None = None
        self._has_failed = False
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def note_change(self) -> None:
        """Take note that something was saved."""
        if self._due is None:
            self._due = self._now() + self._every

    def look(self) -> None:
        """Make a backup if it is time, and nobody is typing just now."""
        if self._due is None or self._work is not None:
            return
        self._due = min(self._due, self._now() + self._every)  # the clock may have been set back
        is_time = self._now() >= self._due
        self._timer.setInterval(_SOON if is_time and Autosave.waiting else _LOOK)
        if is_time and not Autosave.waiting:
            self._due = None  # what is saved from now on is for the next one
            run = partial(back_up, self._archive, reason=Reason.WHILE_WORKING, now=self._now)
            self._work = Work(run, self)
            self._work.ended.connect(self._on_ended)

    def stop(self) -> Work | None:
        """Make no more; returns the work that is being done, to be waited for."""
        self._timer.stop()
        return self._work

    def go_on(self) -> None:
        """Make backups again."""
        self._timer.start()

    def _on_ended(self) -> None:
        work, self._work = self._work, None
        if work is None:
            return
        work.deleteLater()
        try:
            work.result()
        except DeskError as error:
            self._due = self._now() + min(_AGAIN, self._every)
            if not self._has_failed:
                self.failed.emit(f"备份没有做成。{error}。程序会再试")
            self._has_failed = True
        else:
            self._has_failed = False
