"""Backups offered, for the archive that is open or for one that cannot be, and taken back."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from ...errors import DeskError
from ...store.backup import Backup
from ..archives import PATTERNS, free_place
from ..ask import Ask
from ..instance import Claim, Instance
from ..memory import Memory
from ..moments import spoken_local
from ..opening import claimed
from ..waiting import GivenUpError
from .restoring import restored, told
from .second_place import SecondPlace
from .situation import Situation

if TYPE_CHECKING:
    from ..main_window import MainWindow
    from .dialog import BackupsDialog


class Host(Protocol):
    """What offering wants of the program."""

    window: "MainWindow | None"

    def open(self, path: Path) -> bool: ...
    def choose(self) -> None: ...
    def greet(self) -> None: ...
    def archive(self) -> Path | None: ...
    def while_closed(self, run: Callable[[], str]) -> None: ...


class Offering:
    """Shows the dialog of backups, and does what is chosen in it."""

    def __init__(
        self, program: Host, memory: Memory, ask: Ask, now: Callable[[], datetime]
    ) -> None:
        self._program, self._memory, self._ask, self._now = program, memory, ask, now
        self.dialog: BackupsDialog | None = None
        self._again = ""  # when an archive is tried again

    def offer(self, archive: Path, trouble: str = "", *, may_be_back: bool = False) -> None:
        """Offer the good backups of an archive; ``trouble`` says why it cannot be opened."""
        from .dialog import BackupsDialog  # seldom wanted

        second = SecondPlace(self._memory, archive, self._now).folder
        folders = (second,) if second else ()
        window, before = self._program.window, self.dialog
        files_in = partial(self._memory.folder, "backup", second or archive.parent)
        alone = window is None
        about = Situation(archive, files_in, folders, trouble, may_be_back, alone, self._again)
        self.dialog = dialog = BackupsDialog(about, self._ask, self._now(), window)
        dialog.restore_wanted.connect(partial(self._restore, archive, was_damaged=bool(trouble)))
        dialog.copy_wanted.connect(lambda offer: self.save_as(offer.path, archive))
        dialog.again_wanted.connect(partial(self._on_again, archive))
        dialog.other_wanted.connect(self._program.choose)
        dialog.new_wanted.connect(self._program.greet)
        dialog.finished.connect(partial(self._on_finished, dialog))
        dialog.open()
        if before is not None:
            before.reject()

    def close(self) -> None:
        """Take the dialog away, once something else is shown in its place."""
        if self.dialog is not None:
            self.dialog.reject()

    def save_as(self, backup: Path, archive: Path | None = None) -> bool:
        """Make another archive of a backup, where the user wants it, and open it."""
        suggested = free_place(f"{(archive or backup).stem}-恢复")
        with suppress(OSError):  # in a folder that is not there the dialog would not begin
            suggested.parent.mkdir(parents=True, exist_ok=True)
        title = "这是一份备份：另存为新的档案，再打开它"
        target = self._ask.save_file(title, suggested, PATTERNS)
        if target is None:
            return False
        try:
            restored(backup, target, self._ask, self._over())
        except GivenUpError:
            return False
        except DeskError as error:
            self._ask.tell(str(error))
            return False
        return self._program.open(target)

    def _on_again(self, archive: Path) -> None:
        at = self._now()
        self._again = f"{at.hour}:{at:%M}"
        try:
            self._program.open(archive)
        finally:
            self._again = ""

    def _restore(self, archive: Path, offer: Backup, *, was_damaged: bool) -> None:
        run = partial(self._restored, archive, offer, was_damaged=was_damaged)
        if archive == self._program.archive():
            self.close()
            self._program.while_closed(run)
            return
        instance, done = Instance(archive), ""
        try:
            if claimed(instance, self._ask) is Claim.OURS:
                done = run()
        except DeskError as error:
            self._ask.tell(str(error))
        finally:
            instance.release()
        if done and self._program.open(archive):
            self._ask.tell(done)

    def _restored(self, archive: Path, offer: Backup, *, was_damaged: bool) -> str:
        """Restore a backup in an archive's place; what is to be said of it, if it was done."""
        with suppress(GivenUpError):
            kept = restored(offer.path, archive, self._ask, self._over(), replace=True)
            return told(offer, spoken_local(offer.at, self._now()), kept, was_damaged=was_damaged)
        return ""

    def _over(self) -> QWidget | None:
        return self.dialog or self._program.window

    def _on_finished(self, dialog: "BackupsDialog", _result: int) -> None:
        if self.dialog is dialog:
            self.dialog = None
        dialog.deleteLater()
