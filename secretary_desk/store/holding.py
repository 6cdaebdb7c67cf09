"""Who has an archive open in a window: told by the lock file that its window lays beside it.

The window's ``QLockFile`` writes the file and keeps it locked by the system for as long as its
process lives: five lines, of which the first is the process, the third the computer's name, the
fourth what tells two of one name apart.
"""

import os
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ..errors import DeskError
from ..records.text import one_line
from .health import called

_LONGEST = 4096  # bytes of a lock file that are read


@dataclass(frozen=True, slots=True)
class Holder:
    """The computer on which an archive is open, and since when; ``computer`` may be unknown."""

    computer: str
    is_here: bool
    since: datetime

    def words(self, today: date) -> str:
        """Return who and since when, as in 另一台电脑“党办-PC”上（今天9:30起）."""
        day = "今天" if self.since.date() == today else f"{self.since.month}月{self.since.day}日"
        place = "这台电脑" if self.is_here else "另一台电脑"
        named = f"“{one_line(self.computer)}”" if self.computer and not self.is_here else ""
        return f"{place}{named}上（{day}{self.since:%H:%M}起）"


def lock_of(archive: Path) -> Path:
    """Return where the lock of an archive lies: ``~$NAME.sdesk.lock``."""
    place = archive.resolve()
    return place.with_name(f"~${place.name}.lock")


def holder(archive: Path) -> Holder | None:
    """Return who has an archive open; None also for what a crash on this computer left behind.

    From another computer's lock nobody can tell whether that crashed: it counts as open.
    """
    lock = lock_of(archive)
    try:
        lines = lock.read_bytes()[:_LONGEST].decode("utf-8", "replace").splitlines()
        since = datetime.fromtimestamp(lock.stat().st_mtime)
    except OSError:
        return None
    _, _, computer, machine, *_ = (line.strip() for line in (*lines, "", "", "", ""))
    is_here = computer in ("", this_computer()) and machine in ("", this_machine())
    if is_here and not _is_locked(lock):
        return None
    return Holder(computer, is_here, since)


def refuse_while_open(archive: Path, deed: str) -> None:
    """Refuse to put another file in an open archive's place; raises DeskError."""
    found = holder(archive)
    if found is None:
        return
    lock = lock_of(archive).name
    otherwise = "" if found.is_here else f"；那边确实已经关闭的，删去旁边的“{lock}”再试"
    raise DeskError(
        f"“{called(archive)}”正在{found.words(date.today())}打开着，没有{deed}，档案没有变动；"
        f"请先关闭那个窗口再试{otherwise}"
    )


def this_computer() -> str:
    """Return this computer's name, as ``QSysInfo.machineHostName`` gives it."""
    if sys.platform != "win32":
        return os.uname().nodename
    import ctypes

    of_dns, name, size = 1, ctypes.create_unicode_buffer(256), ctypes.c_ulong(256)
    found = ctypes.windll.kernel32.GetComputerNameExW(of_dns, name, ctypes.byref(size))
    return name.value if found else ""


def this_machine() -> str:
    """Return what no other computer shares, as ``QSysInfo.machineUniqueId``; empty if unknown."""
    try:
        if sys.platform == "win32":
            import winreg

            place = r"SOFTWARE\Microsoft\Cryptography"
            access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place, 0, access) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        found = (Path("/var/lib/dbus/machine-id"), Path("/etc/machine-id"))  # in Qt's order
        return next((file.read_text().strip() for file in found if file.is_file()), "")
    except OSError:
        return ""


def _is_locked(lock: Path) -> bool:
    """Whether a living process holds a lock file."""
    try:
        with lock.open("rb+") as file:  # Windows refuses this while it is held
            if sys.platform == "win32":
                return False
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # Where nobody may write, nobody can have made a lock that is his.
        return sys.platform == "win32" or isinstance(error, BlockingIOError)
    return False
