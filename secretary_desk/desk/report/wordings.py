"""常用说法: the wordings that the user has kept for the years to come, listed to be deleted."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ...kinds.own_wording import OwnWording
from ...records.record import Ref, ref
from ...report.passage import SPOKEN
from ..buttons import action
from ..desk import Desk
from .doing import done
from .kept_list import Kept, KeptList
from .working import Working

_COLUMNS = ("段落", "文字")
_NONE = "还没有常用说法。改写一段以后按“存为常用”，就列在这里，以后年度这一段先用它。"
_BEGINNING = 24  # characters of a text in the list


class Wordings(QObject):
    """Shows what was kept by 存为常用, of whatever year, with today's figures."""

    noted = Signal(str)  # a sentence for the status bar

    def __init__(self, desk: Desk, page: QWidget, working: Working) -> None:
        super().__init__(page)
        self._desk, self._page, self._working = desk, page, working
        self.manage = action(page, "常用说法", "bookmark", None, self._on_manage)
        self._list: KeptList | None = None

    def _on_manage(self) -> None:
        self._list = KeptList("常用说法", _COLUMNS, _NONE, self._page)
        self._list.deleted.connect(self._on_deleted)
        self._list.show_lines(self._kept())
        self._list.open()

    def _kept(self) -> list[Kept]:
        found = self._desk.loaded().counted(OwnWording)
        return [self._line(wording) for wording in reversed(found)]

    def _line(self, wording: OwnWording) -> Kept:
        words = self._working.words(wording.text)
        name = wording.passage.removeprefix(SPOKEN)
        name = f"现场稿 {name}" if name != wording.passage else name
        short = words.replace("\n", " ")
        beginning = short if len(short) <= _BEGINNING else f"{short[: _BEGINNING - 1]}…"
        return Kept(ref(wording), (name, beginning), words)

    def _on_deleted(self, entry: Ref) -> None:
        if self._list and done(self._desk.ask, lambda: self._desk.delete(entry)):
            self._list.show_lines(self._kept())
            self.noted.emit("已删除一种常用说法（可撤销）")
