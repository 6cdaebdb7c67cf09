"""Going through all attachments of an archive: which are missing, which were changed."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ..kinds import KINDS, kind_of
from ..records.record import Attachment, Record
from ..store.attachments import State, unsound
from .desk import Desk

_WAIT = 30  # milliseconds between looks at what the worker has done
_AT_ONCE = 10  # entries that are handed to the worker together
_TOLD = 12  # files that are named

Lost = list[tuple[Record, Attachment, State]]


class FilesCheck(QObject):
    """Reads every attachment in a worker, while the window goes on working, and tells in the end.

    It ends when the window closes; ``note`` hears how far it is.
    """

    def __init__(self, desk: Desk, note: Callable[[str], None], window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._note, self._window = desk, note, window
        self._records: list[Record] = []
        self._all: list[Record] = []
        self._lost: Lost = []
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="files check")
        self._look: Future[Lost] | None = None
        self._poll = QTimer(self, interval=_WAIT)
        self._poll.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """Begin from the first entry; one check runs at a time."""
        if self._poll.isActive():
            return
        entries = (entry for kind in KINDS for entry in self._desk.store.entries(kind))
        self._all = [entry for entry in entries if entry.files]
        self._records, self._lost, self._look = list(self._all), [], None
        self._poll.start()

    def _on_timeout(self) -> None:
        if not self._window.isVisible():
            self._poll.stop()
        elif self._look is None or self._look.done():
            self._go_on()

    def _go_on(self) -> None:
        if self._look is not None:
            self._lost += self._look.result()
            self._look = None
        if self._records:
            self._hand_over()
        else:
            self._poll.stop()
            self._tell()

    def _hand_over(self) -> None:
        archive, some = self._desk.store.path, self._records[:_AT_ONCE]
        del self._records[:_AT_ONCE]
        self._look = self._worker.submit(lambda: list(unsound(archive, some)))
        done = len(self._all) - len(self._records)
        self._note(f"正在核对附件：{done}/{len(self._all)}条记录")

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
