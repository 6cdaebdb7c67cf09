"""Going through all attachments of an archive: which are missing, which were changed."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ..kinds import KINDS, kind_of
from ..records.record import Attachment, Record
from ..store.attachments import State, unsound
from .desk import Desk
from .work import Work

_AT_ONCE = 10  # entries that are looked at together
_TOLD = 12  # files that are named

Lost = list[tuple[Record, Attachment, State]]


class FilesCheck(QObject):
    """Reads every attachment in a thread, while the window goes on working, and tells in the end.

    It ends when the window closes; ``note`` hears how far it is.
    """

    def __init__(self, desk: Desk, note: Callable[[str], None], window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._note, self._window = desk, note, window
        self._records: list[Record] = []
        self._all: list[Record] = []
        self._lost: Lost = []
        self._work: Work | None = None

    def start(self) -> None:
        """Begin from the first entry; one check runs at a time."""
        if self._work is not None:
            return
        entries = (entry for kind in KINDS for entry in self._desk.store.entries(kind))
        self._all = [entry for entry in entries if entry.files]
        self._records, self._lost = list(self._all), []
        self._hand_over()

    def _hand_over(self) -> None:
        archive, some = self._desk.store.path, self._records[:_AT_ONCE]
        del self._records[:_AT_ONCE]
        self._work = Work(lambda: list(unsound(archive, some)), self)
        self._work.ended.connect(self._on_ended)
        done = len(self._all) - len(self._records)
        self._note(f"正在核对附件：{done}/{len(self._all)}条记录")

    def _on_ended(self) -> None:
        work, self._work = self._work, None
        if work is None or not self._window.isVisible():
            return
        work.deleteLater()
        self._lost += work.result()
        if self._records:
            self._hand_over()
        else:
            self._tell()

    def _tell(self) -> None:
        count = sum(len(entry.files) for entry in self._all)
        self._note("附件核对完了")
        if not count:
            self._desk.ask.tell("档案里还没有附件。")
        elif not self._lost:
            self._desk.ask.tell(f"附件共{count}个，都在，都没有被改动。")
        else:
            said = f"附件共{count}个，其中{len(self._lost)}个有问题，记录本身没有变动："
            after = "到这一条记录里，把原来的文件再添加一次就能补上；备份里也可能还有。"
            self._desk.ask.tell(said, "\n".join((*self._lines(), "", after)))

    def _lines(self) -> list[str]:
        lines = [
            f"{kind_of(entry).label} {kind_of(entry).title(entry)}：{file.name}（{state.value}）"
            for entry, file, state in self._lost[:_TOLD]
        ]
        more = len(self._lost) - _TOLD
        return lines + ([f"……还有{more}个"] if more > 0 else [])
