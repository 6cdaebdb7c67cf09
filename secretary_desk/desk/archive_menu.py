"""The menu of what is done with whole archives."""

from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QMenu

from ..errors import DeskError
from ..store import attachments
from ..store.backup import copy_to
from .archives import PATTERNS, SUFFIX
from .ask import Ask
from .backups.keeper import Keeper
from .buttons import action
from .files_check import FilesCheck
from .main_window import MainWindow
from .memory import Memory
from .waiting import waited


class Opener(Protocol):
    """What the menu wants of the program."""

    def open(self, path: Path) -> bool: ...
    def choose(self) -> None: ...
    def greet(self) -> None: ...
    def open_sample(self) -> None: ...
    def offer_backups(self) -> None: ...
    def move(self) -> bool: ...


class ArchiveMenu:
    """Makes the menu's actions for one window, with its archive."""

    def __init__(
        self, program: Opener, window: MainWindow, keeper: Keeper, memory: Memory, ask: Ask
    ) -> None:
        self._program, self._window, self._memory, self._ask = program, window, memory, ask
        self._archive = window.desk.store.path
        self._files_check = FilesCheck(window.desk, window.say, window)
        keys = QKeySequence.StandardKey
        self.actions: list[QAction | None] = [
            self._action("新建档案…", "file-plus", None, program.greet),
            self._action("打开档案…", "folder-open", keys.Open, program.choose),
            self._recent(),
            self._action("打开示例档案", "eye", None, program.open_sample),
            None,
            self._action("备份一份…", "hard-drive", None, self.back_up),
            self._action("立即备份到第二处", "upload", None, keeper.back_up_there),
            self._action("第二处备份…", "settings", None, keeper.show_place),
            self._action("从备份恢复…", "history", None, program.offer_backups),
            self._action("更换电脑、加密备份…", "shield-check", None, program.move),
            self._action("核对附件", "paperclip", None, self._files_check.start),
            self._action("打开数据文件夹", "folder-open", None, self._on_folder),
            None,
            self._action("退出", "x", keys.Quit, window.close),
        ]

    def back_up(self) -> None:
        """Write a copy of the archive where the user wants it, as on a stick."""
        if not self._window.leave():
            return
        name = f"{self._archive.stem}-备份{self._window.desk.now():%Y%m%d-%H%M}{SUFFIX}"
        target = self._ask.save_file("备份一份", self._memory.folder("backup") / name, PATTERNS)
        if target is None:
            return
        try:
            run = partial(copy_to, self._archive, target)
            waited(run, "正在备份档案和附件，请稍候……", self._window)
        except DeskError as error:
            self._ask.tell(str(error))
            return
        self._memory.keep_folder(target.parent, "backup")
        files = attachments.folder(target)
        also = f"附件在旁边的“{files.name}”文件夹里，两样要一起拷走。" if files.is_dir() else ""
        self._ask.tell(f"已备份到“{target}”，并核对过内容。{also}")

    def _recent(self) -> QAction:
        menu = QMenu("最近打开", self._window)

        def fill() -> None:
            menu.clear()
            for path in self._memory.recent():
                text = f"{path.stem}　{path.parent}".replace("&", "&&")
                menu.addAction(text, partial(self._program.open, path))

        menu.aboutToShow.connect(fill)
        return menu.menuAction()

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._archive.parent)))

    def _action(self, text, picture, keys, run) -> QAction:
        return action(self._window, text, picture, keys, run)
