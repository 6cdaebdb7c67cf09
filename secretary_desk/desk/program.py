"""The program around its window: which archive is open, and how it is left."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ..errors import Away, Damaged, DeskError
from ..store.backup import is_backup
from ..store.founding import create_archive
from ..store.manifest import SUFFIX as PACKAGE
from ..store.manifest import is_package
from .archive_menu import ArchiveMenu
from .archives import SUFFIX, open_sample
from .ask import Ask
from .backups.offering import Offering
from .instance import Claim, Instance
from .main_window import MainWindow
from .memory import Memory
from .moving.moving import Moving
from .opening import Opened, claimed

if TYPE_CHECKING:
    from .first_start import FirstStart, Founding
    from .help_view import HelpView

_FAULT = "程序出了一点问题，没有打开它；已保存的内容都在。请再打开一次，或恢复另一份备份"
_OPENED = (f"书记案头档案 (*{SUFFIX} *{PACKAGE})",)


class Program(QObject):
    """Opens archives, one at a time; asks three questions where there is none yet."""

    def __init__(
        self, memory: Memory, ask: Ask, now: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__()
        self._memory, self._ask, self._now = memory, ask, now
        self._opened: Opened | None = None
        self._first: FirstStart | None = None
        self._offering = Offering(self, memory, ask, now)
        self._moving = Moving(self, memory, ask)
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
        if self._offering.dialog is None:
            self.greet()
        return True

    def archive(self) -> Path | None:
        """Return the archive that is open."""
        return self.window.desk.store.path if self.window else None

    def leave(self) -> None:
        """Close the window as its user would."""
        for window in (self.window, self._first, self._offering.dialog, self._moving.dialog):
            if window is not None:
                window.close()

    def greet(self) -> None:
        """Ask the three questions that a new archive needs."""
        from .first_start import FirstStart  # once in an archive's life

        self._first = first = FirstStart(self._ask, parent=self.window)
        first.setModal(self.window is not None)  # the window is not closed behind it
        first.founding_wanted.connect(self._on_founding)
        first.open_wanted.connect(self.choose)
        first.moving_wanted.connect(self.move)
        first.sample_wanted.connect(self.open_sample)
        first.show()
        self._offering.close()

    def choose(self) -> None:
        """Ask for an archive and open it."""
        path = self._ask.open_file("打开档案", _OPENED, self._memory.folder("archive"))
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
        """Show an archive in place of the present one; False when it cannot be, and why is said.

        For one that is damaged or away, backups are offered.
        """
        try:
            if is_package(path):
                return self.move(path)
            if is_backup(path):
                return self._offering.save_as(path)
            if self.window and path.resolve() == self.window.desk.store.path.resolve():
                return True
            if self.window and not self.window.leave():
                return False
            instance = Instance(path)
            claim = claimed(instance, self._ask)
            self._handed_over = claim is Claim.SHOWN
            return claim is Claim.OURS and self._shown(path, instance)
        except (Damaged, Away) as error:
            self._offering.offer(path, str(error), may_be_back=isinstance(error, Away))
        except DeskError as error:
            self._ask.tell(str(error))
        return False

    def move(self, package: Path | None = None) -> bool:
        """Lead the archive to another computer, or bring one in from there."""
        return self._moving.show(self.window or self._first, package)

    def offer_backups(self) -> None:
        """Offer the backups of the archive that is open."""
        if self.window and self.window.may_leave():
            self._offering.offer(self.window.desk.store.path)

    def while_closed(self, run: Callable[[], str]) -> None:
        """Do something with the file of the open archive, and open it again whatever comes.

        What it returns, or the DeskError that it raises, is said once the window stands again.
        """
        before = self._opened
        if before is None or not before.window.may_leave():
            return
        path = before.store.path
        before.set_down()
        self.window = None  # what looks at it would ask a closed file
        try:
            said = run()
        except DeskError as error:
            said = str(error)
        finally:
            self._reopen(path, before)
        if said:
            self._ask.tell(said)

    def _reopen(self, path: Path, before: Opened) -> None:
        try:
            self._put(self._made(path, before.instance))
        except Exception as error:
            before.instance.release()
            self._opened = self._ask.parent = None
            trouble = str(error) if isinstance(error, DeskError) else _FAULT
            self._offering.offer(path, trouble, may_be_back=isinstance(error, Away))
            if not isinstance(error, DeskError):
                raise  # whoever hears of crashes tells it, over a dialog that leads on
        finally:
            before.put_away()

    def _made(self, path: Path, instance: Instance) -> Opened:
        """Return a claimed archive, opened."""
        opened = Opened(path, instance, self._memory, self._ask, self._now)
        opened.window.help_wanted.connect(self._on_help)
        menu = ArchiveMenu(self, opened.window, opened.keeper, self._memory, self._ask)
        opened.window.fill_menus(menu.actions)
        return opened

    def _shown(self, path: Path, instance: Instance) -> bool:
        """Show a claimed archive in place of the present one; False when that one stays."""
        try:
            opened = self._made(path, instance)
        except BaseException:
            instance.release()
            raise
        before = self._opened if self.window else None
        self._put(opened)
        if before is not None and not before.window.close():  # its backup failed
            self._put(before)
            opened.put_away()
            instance.release()
            return False
        self._settle(before)
        return True

    def _put(self, opened: Opened) -> None:
        opened.show()
        self._opened, self.window, self._ask.parent = opened, opened.window, opened.window

    def _settle(self, before: Opened | None) -> None:
        """Take away what the window that is shown now came in place of."""
        if self.window:
            self._memory.remember_archive(self.window.desk.store.path)
        self._offering.close()
        if self._first is not None:
            self._first.close()
            self._first.deleteLater()
        self._first = None
        if before is not None:
            before.window.deleteLater()

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
