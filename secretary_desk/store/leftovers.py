"""What a crash left of files that were still being written: copies of what is private."""

import os
import re
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

from .. import paths
from . import attachments

_PART = re.compile(r"\.[a-z0-9_]{8}\.part(-journal)?", re.ASCII)
_ROOM = re.compile(rf"\.[a-z0-9_]{{8}}{re.escape(paths.ROOM)}", re.ASCII)
_HOUR = 3600  # seconds: nothing takes so long to write


def sweep(archive: Path, *others: Path) -> None:
    """Remove what a crash left around an archive and in other folders; any thread may call it.

    What is younger than an hour may be another program's at work, and stays.
    """
    kept = attachments.folder(archive)
    folders = (archive.parent, paths.backups(archive), kept, *_within(kept), *others)
    remove(chain(*map(left_in, folders), rooms_in(paths.temporary())))


def left_in(folder: Path) -> Iterator[Path]:
    """Yield the files and the private folders in a folder that nobody writes any more."""
    parts = (path for path in _in(folder) if _PART.fullmatch(path.name))
    yield from (path for path in parts if os.path.isfile(path) and _is_old(path))
    yield from rooms_in(folder)


def rooms_in(folder: Path) -> Iterator[Path]:
    """Yield the private folders in a folder that nobody uses any more."""
    for path in _in(folder):
        if _ROOM.fullmatch(path.name) and all(map(_is_old, (path, *_within(path)))):
            yield path


def remove(found: Iterable[Path]) -> None:
    """Delete files and folders; what is held open goes next time."""
    for path in list(found):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _in(folder: Path) -> list[Path]:
    with suppress(OSError):
        return list(folder.glob(".*"))
    return []


def _within(folder: Path) -> list[Path]:
    with suppress(OSError):
        return list(folder.iterdir())
    return []


def _is_old(path: Path) -> bool:
    with suppress(OSError):
        return abs(time.time() - path.lstat().st_mtime) > _HOUR
    return False
