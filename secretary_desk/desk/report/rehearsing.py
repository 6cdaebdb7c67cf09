"""The speech rehearsed: its window, and the list of what earlier rehearsals took."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ...errors import DeskError
from ...kinds import kind_of
from ...kinds.rehearsal import Rehearsal
from ...records.record import Ref, ref
from ...report.build import Report
from ...report.speech import length, target_of
from ..buttons import action
from ..desk import Desk
from ..moments import spoken
from .doing import done
from .kept_list import Kept, KeptList
from .working import Working

if TYPE_CHECKING:
    from .rehearsal.window import RehearsalWindow

_COLUMNS = ("日期", "全程", "保存时间")
_NONE = "还没有保存过试讲用时。讲完按“保存这次用时”，就列在这里。"


class Rehearsing(QObject):
    """Actions on a year's rehearsals. ``speech`` gives the speech, all that is typed saved.

    It gives None where the user wants to stay.
    """

    noted = Signal(str)  # a sentence for the status bar

    def __init__(
        self, desk: Desk, page: QWidget, working: Working, speech: Callable[[], Report | None]
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._working, self._speech = desk, page, working, speech
        self.rehearse = action(page, "试讲", "target", None, self._on_rehearse)
        self.earlier = action(page, "历次试讲用时", "history", None, self._on_earlier)
        self._window: RehearsalWindow | None = None
        self._list: KeptList | None = None

    def _on_rehearse(self) -> None:
        from .rehearsal.window import RehearsalWindow

        if self._window and self._window.isVisible():  # it may lie behind, its clock running
            minimized = Qt.WindowState.WindowMinimized
            self._window.setWindowState(self._window.windowState() & ~minimized)
            self._window.raise_()
            self._window.activateWindow()
            return
        if (speech := self._speech()) is None:
            return
        self._window = RehearsalWindow(
            speech.document,
            target_of(self._working.settings()),
            self._saved(),
            today=self._desk.today,
            ask=self._desk.ask,
            parent=self._page,
        )
        self._window.finished.connect(self._on_rehearsed)
        self._window.earlier_wanted.connect(self._on_earlier)
        self._window.showMaximized()

    def _saved(self) -> Sequence[Rehearsal]:
        return self._desk.loaded().counted(Rehearsal)

    def _on_rehearsed(self, rehearsal: Rehearsal) -> None:
        try:
            self._desk.save(rehearsal)
        except DeskError as error:
            if self._window:
                self._window.take_back(str(error))
            return
        self._show()
        self.noted.emit("已保存这次试讲的用时，列在“历次试讲用时”里")

    def _on_earlier(self) -> None:
        window = self._window
        over = window if window and window.isVisible() else self._page
        self._list = KeptList(f"{self._desk.year}年度历次试讲用时", _COLUMNS, _NONE, over)
        self._list.deleted.connect(self._on_deleted)
        self._show()
        self._list.open()

    def _on_deleted(self, entry: Ref) -> None:
        if done(self._desk.ask, lambda: self._desk.delete(entry)):
            self._show()
            self.noted.emit("已删除一次试讲用时（可撤销）")

    def _show(self) -> None:
        """Show what is saved in the window and in the list."""
        if self._window:
            self._window.show_earlier(self._saved())
        if self._list:
            now = self._desk.now()
            self._list.show_lines([_line(each, now) for each in reversed(self._saved())])


def _line(rehearsal: Rehearsal, now: datetime) -> Kept:
    """Return a rehearsal as a line: when it was, how long it took; below, each section."""
    took = [(row.heading, row.seconds or 0) for row in rehearsal.sections]
    total = length(sum(seconds for _, seconds in took))
    on = kind_of(rehearsal).shown(rehearsal, "held_on")
    whole = "\n".join(f"{heading}　{length(seconds)}" for heading, seconds in took)
    return Kept(ref(rehearsal), (on, total, spoken(rehearsal.created, now)), whole)
