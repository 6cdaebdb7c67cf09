"""A stick that is pulled out and plugged in again, and a network folder whose network is down.

The stick is a disk in a file, behind a loop device: when the file is cut off, whatever is read or
written on it fails as on a device that is no longer there.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from store.real import pull_out

SIZE = 12 * 2**20


class Stick:
    """A stick of 12 MB, plugged in at ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._devices = folder, []
        self._room = folder.with_name(f"{folder.name}-里面")
        folder.mkdir(parents=True)
        self._room.mkdir()
        self._image = self._room / "0"
        self._image.write_bytes(bytes(SIZE))
        _run("mkfs.ext4", "-q", "-O", "^has_journal", "-m", "0", self._image)
        self._mount()

    def pull(self, *, unmounted: bool = False) -> None:
        """Take it out as it is; the system notices at once, or only when it is next used."""
        os.sync()
        for path in filter(Path.is_file, self.folder.rglob("*")):
            with path.open("rb") as file:  # nothing is to be had from memory
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        before, self._image = self._image, self._room / str(len(self._devices))
        shutil.copyfile(before, self._image)
        os.truncate(before, 0)
        _run("losetup", "-c", self._devices[-1])
        if unmounted:
            pull_out(self.folder)

    def plug(self) -> None:
        """Plug it in again: another device for the system, with the same files."""
        self._unmount()
        self._mount()

    def take_away(self) -> None:
        """Leave nothing of it behind."""
        self._unmount()
        for device in self._devices:
            subprocess.run(["losetup", "-d", device], capture_output=True)

    def _mount(self) -> None:
        self._devices.append(_run("losetup", "-f", "--show", self._image))
        _run("mount", "-o", "errors=continue", self._devices[-1], self.folder)

    def _unmount(self) -> None:
        if os.path.ismount(self.folder):
            pull_out(self.folder)


@contextmanager
def stick(folder: Path) -> Iterator[Stick]:
    """Plug a stick in."""
    made = Stick(folder)
    try:
        yield made
    finally:
        made.take_away()


@contextmanager
def dead_network(folder: Path) -> Iterator[None]:
    """Mount a folder of another computer (sshfs) to which the connection is lost."""
    folder.mkdir(parents=True, exist_ok=True)
    libc = ctypes.CDLL(None, use_errno=True)
    device = os.open("/dev/fuse", os.O_RDWR)
    told = f"fd={device},rootmode=40000,user_id=0,group_id=0,subtype=sshfs".encode()
    failed = libc.mount(b"files@server:/", os.fsencode(folder), b"fuse", 0, told)
    os.close(device)  # nobody answers any more
    if failed:
        raise OSError(ctypes.get_errno(), "no such folder can be mounted here")
    try:
        yield
    finally:
        pull_out(folder)


def _run(*command: object) -> str:
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _can(work) -> bool:
    if sys.platform == "win32" or os.geteuid() != 0:
        return False
    try:
        with TemporaryDirectory() as folder, work(Path(folder) / "盘"):
            return True
    except (OSError, subprocess.SubprocessError):
        return False


# Not every machine lets even root do so: such tests alone may be skipped in CI.
needs_stick = pytest.mark.skipif(not _can(stick), reason="no disk can be mounted here")
needs_network = pytest.mark.skipif(not _can(dead_network), reason="no disk can be mounted here")
