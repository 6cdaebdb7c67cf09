"""The program around its window: which archive is open, and how it is left."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ..errors import DeskError
from ..store.backup import back_up, is_backup, restore
from ..store.store import Store
from .archive_menu import PATTERNS, ArchiveMenu
from .archives import create_archive, free_place, open_sample
from .ask import Ask
from .desk import Desk
from .instance import Claim, Instance
from .main_window import MainWindow
from .memory import Memory

if TYPE_CHECKING:
    from .first_start import FirstStart, Founding
    from .help_view import HelpView


class Program(QObject):
    """Opens archives, one at a time; asks three questions where there is none yet."""

    def __init__(
        self, memory: Memory, ask: Ask, now: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__()
        self._memory, self._ask, self._now = memory, ask, now
        self._first: FirstStart | None = None
        self._help: HelpView | None = None
        self._handed_over = False
        self.window: MainWindow | None = None

    def start(self, archive: Path | None = None) -> bool:
        """Open an archive, else the last one; without any, ask the three questions.

        False when the archive's own window came to the front and nothing is left to do.
        """
        path = archive or self._memory.last_archive()
        if path is not None and self.open(path):
            return True
        if self._handed_over:
            return False
        self.greet()
        return True

    def archive(self) -> Path | None:
        """Return the archive that is open."""
        return self.window.desk.store.path if self.window else None

    def leave(self) -> None:
        """Close the window as its user would."""
        for window in (self.window, self._first):
            if window is not None:
                window.close()

    def greet(self) -> None:
        """Ask the three questions that a new archive needs."""
        from .first_start import FirstStart  # once in an archive's life

        self._first = first = FirstStart(self._ask, parent=self.window)
        first.setModal(self.window is not None)  # the window is not closed behind it
        first.founding_wanted.connect(self._on_founding)
        first.open_wanted.connect(self.choose)
        first.sample_wanted.connect(self.open_sample)
        first.show()

    def choose(self) -> None:
        """Ask for an archive and open it."""
        path = self._ask.open_file("打开档案", PATTERNS, self._memory.folder("archive"))
        if path is not None:
            self._memory.keep_folder(path.parent, "archive")
            self.open(path)

    def open_sample(self) -> None:
        """Open the fictional branch's archive, to look around in."""
        try:
            self.open(open_sample())
        except DeskError as error:
            self._ask.tell(str(error))

    def open(self, path: Path) -> bool:
        """Show an archive in place of the present one; False when it cannot be, and why is said."""
        try:
            if is_backup(path):
                return self._offer_to_restore(path)
            if self.window and path.resolve() == self.window.desk.store.path.resolve():
                return True
            if self.window and not self.window.leave():
                return False
            instance = Instance(path)
            return self._claimed(instance) and self._show(self._made(path, instance), instance)
        except DeskError as error:
            self._ask.tell(str(error))
            return False

    def _claimed(self, instance: Instance) -> bool:
        claim = instance.claim()
        self._handed_over = claim is Claim.SHOWN
        if claim is Claim.ELSEWHERE and self._ask.confirm(instance.sentence(), "继续打开"):
            claim = instance.claim(forcibly=True)
            if claim is Claim.ELSEWHERE:
                self._ask.tell(instance.sentence())
        return claim is Claim.OURS

    def _made(self, path: Path, instance: Instance) -> MainWindow:
        """Return the window of a claimed archive, or give both up."""
        store = None
        try:
            store = Store.open(path)
            desk = Desk(store, self._memory, self._ask, now=self._now)
            window = MainWindow(desk, partial(self._may_close, store, instance))
        except BaseException:
            if store is not None:
                store.close()
            instance.release()
            raise
        window.help_wanted.connect(self._on_help)
        window.fill_menus(ArchiveMenu(self, window, self._memory, self._ask).actions)
        instance.shown.connect(lambda: _to_the_front(window))
        return window

    def _show(self, window: MainWindow, instance: Instance) -> bool:
        """Show a window in place of the present one; False when that one stays."""
        before = self.window
        if not window.restoreGeometry(self._memory.state("window")):
            window.resize(window.screen().availableSize() * 0.9)  # once it is no longer maximized
            window.showMaximized()
        window.show()
        self.window = self._ask.parent = window
        if before is not None and not before.close():  # its backup failed
            self.window = self._ask.parent = before
            window.hide()
            window.deleteLater()
            window.desk.store.close()
            instance.release()
            return False
        self._memory.remember_archive(window.desk.store.path)
        if self._first is not None:
            self._first.close()
        for old in (before, self._first):
            if old is not None:
                old.deleteLater()
        self._first = None
        return True

    def _may_close(self, store: Store, instance: Instance) -> bool:
        """Back up, close the archive and let others have it; False when the user stays."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            back_up(store.path)
        except DeskError as error:
            QGuiApplication.restoreOverrideCursor()
            if not self._ask.confirm(f"退出前的备份没有做成：{error}", "不备份，退出", "返回"):
                return False
        else:
            QGuiApplication.restoreOverrideCursor()
        store.close()
        instance.release()
        return True

    def _offer_to_restore(self, backup: Path) -> bool:
        target = self._ask.save_file(
            "这是一份备份：另存为新的档案，再打开它", free_place(f"{backup.stem}-恢复"), PATTERNS
        )
        return target is not None and self.open(restore(backup, target))

    def _on_founding(self, wanted: "Founding") -> None:
        answers = (wanted.path, wanted.branch, wanted.secretary, wanted.unit_type)
        try:
            create_archive(*answers, self._now().year).close()
        except DeskError as error:
            if self._first:
                self._first.tell_trouble(str(error))
            return
        self.open(wanted.path)

    def _on_help(self, page: str) -> None:
        from .help_view import HelpView  # brings a browser of texts

        if self._help is None:
            self._help = HelpView()
            self._help.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # the desk decides
        self._help.show_page(page)
        self._help.show()
        self._help.raise_()


def _to_the_front(window: QWidget) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
