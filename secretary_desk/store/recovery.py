"""What is wrong with a file as an archive, found out without touching it."""

import shutil
import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from ..errors import DeskError
from .copying import not_written
from .health import busy, check_content, damaged, is_busy, journal_of
from .schema import VERSION
from .verified import reading

_TIMES, _PAUSE = 5, 0.2  # seconds: whoever writes just now is done by then


def damage(path: Path) -> str:
    """Return what is wrong with a file as an archive, in a sentence; empty when it is sound."""
    try:
        rehearse_recovery(path)
        if not journal_of(path).exists():
            _look_through(path)
    except DeskError as error:
        return str(error)
    return ""


def rehearse_recovery(path: Path) -> None:
    """Refuse an archive that a journal left beside it would not make sound; raises DeskError.

    SQLite writes the journal's pages into the file as soon as it is opened, and the journal may
    be another file's. So this tries it on a copy, in a private folder.
    """
    for attempt in range(1, _TIMES + 1):
        if not journal_of(path).exists():
            return
        try:
            _look_through_copy(path)
            return
        except DeskError:
            if attempt == _TIMES:
                raise
        time.sleep(_PAUSE)  # it may be another program's that is at work


def _look_through_copy(path: Path) -> None:
    try:
        with TemporaryDirectory() as folder:
            copy = Path(folder) / path.name
            shutil.copyfile(path, copy)
            with suppress(FileNotFoundError):  # its writer has just finished
                shutil.copyfile(journal_of(path), journal_of(copy))
            _look_through(copy)
    except OSError as error:
        raise not_written(error) from None


def _look_through(path: Path) -> None:
    try:
        with reading(path) as (db, version):
            check_content(db, path, current=version == VERSION)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise (busy(path) if is_busy(error) else damaged(path)) from None
