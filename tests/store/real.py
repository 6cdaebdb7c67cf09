"""Real conditions: a small disk, a stick pulled out, a user who may not, a second program."""

import contextlib
import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

NOBODY = 65534
_HOLDING = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("begin immediate")
print("held", flush=True)
sys.stdin.read()
"""


def as_nobody(path: Path, work: Callable[[], object]) -> str:
    """Return what a function says, run by a user who owns nothing; root's folders let him pass."""
    for folder in path.parents:
        with contextlib.suppress(PermissionError):
            folder.chmod(folder.stat().st_mode | 0o055)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            if os.geteuid() == 0:
                os.setgroups([])
                os.setresgid(NOBODY, NOBODY, NOBODY)
                os.setresuid(NOBODY, NOBODY, NOBODY)
            os.write(writer, _said(work).encode())
        os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as pipe:
        return pipe.read().decode()


def _said(work: Callable[[], object]) -> str:
    try:
        return str(work())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


@contextmanager
def small_disk(folder: Path, size: int, more: str = "mode=0755") -> Iterator[bool]:
    """Make a folder a disk of its own of ``size`` bytes; yields whether that could be done."""
    folder.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size},{more}", "tmpfs", str(folder)]
    mounted = subprocess.run(mount, capture_output=True).returncode == 0
    try:
        yield mounted
    finally:
        if mounted and os.path.ismount(folder):
            subprocess.run(["umount", "-l", str(folder)], check=True)


def filled(disk: Path, but: int = 0) -> Path:
    """Fill a disk up, but for so many bytes, with one file; return that file."""
    filler = disk / "别的文件"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    os.truncate(filler, filler.stat().st_size - but)
    return filler


def pull_out(folder: Path) -> None:
    """Take a disk away at once, while files on it are open."""
    detach = 2  # MNT_DETACH of umount2(2)
    if ctypes.CDLL(None, use_errno=True).umount2(os.fsencode(folder), detach):
        raise OSError(ctypes.get_errno(), f"cannot pull out {folder}")


@contextmanager
def held(archive: Path) -> Iterator[None]:
    """Have another program write an archive meanwhile."""
    command = [sys.executable, "-c", _HOLDING, str(archive)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        yield


def _may_mount() -> bool:
    with TemporaryDirectory() as folder, small_disk(Path(folder), 2**20) as mounted:
        return mounted


# Not every machine lets even root mount a disk: such tests alone may be skipped in CI.
needs_disk = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0 or not _may_mount(),
    reason="no disk can be mounted here",
)
