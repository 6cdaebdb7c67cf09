"""Where the program's resources and the user's data lie, and how files come to lie there."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_log_path

_NAME = "书记案头"
_MARKER = "portable.txt"  # beside the program: everything stays there, as on a stick


@cache
def resources() -> Path:
    """Return the folder of resources: inside an installed package, beside it in a source tree."""
    package = Path(__file__).resolve().parent
    for folder in (package / "resources", package.parent / "resources"):
        if (folder / "wording").is_dir():
            return folder
    raise FileNotFoundError("the resources folder is missing from this installation")


def archives() -> Path:
    """Return the local folder in which new archives are placed."""
    return _carried() or Path(user_data_path(_NAME, appauthor=False, roaming=False))


def backups(archive: Path) -> Path:
    """Return the folder in which an archive's backups are kept, beside it."""
    return archive.parent / "备份"


def settings() -> Path:
    """Return the file in which the window remembers its size, its folders and its archives."""
    folder = _carried() or Path(user_config_path(_NAME, appauthor=False, roaming=False))
    return folder / "window.ini"


def logs() -> Path:
    """Return the folder of log files."""
    carried = _carried()
    return carried / "Logs" if carried else Path(user_log_path(_NAME, appauthor=False))


def parts() -> Path | None:
    """Return the list of what a Windows bundle is made of, with versions and licences."""
    index = _program() / "licences" / "index.txt"
    return index if index.is_file() else None


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a fresh file to write in path's folder; it takes path's name only when all went well.

    The name is random, so that nothing planted in the folder is followed or overwritten.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _program() -> Path:
    return Path(sys.executable).parent


def _carried() -> Path | None:
    """Return the folder beside the program that holds everything, where its marker says so."""
    return _program() / "资料" if (_program() / _MARKER).is_file() else None
