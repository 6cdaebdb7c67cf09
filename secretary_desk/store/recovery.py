"""What is wrong with a file as an archive, found out without touching it."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from enum import Enum
from pathlib import Path

from ..errors import DeskError
from ..paths import room
from .copying import not_written
from .health import busy, check_content, check_header, damaged, is_busy, journal_of
from .schema import VERSION
from .verified import reading


class _Rollback(Enum):
    """What lies beside an archive as SQLite's rollback journal, not the journal of steps."""

    NONE = "nothing, or the journal of a writer at work"
    OWN = "the journal of a writer who is no more: SQLite goes back to the last save"
    FOREIGN = "another file's: it would spoil an archive that is sound without it"


def damage(path: Path) -> str:
    """Return what is wrong with a file as an archive, in a sentence; empty when it is sound."""
    try:
        if _beside(path) is _Rollback.NONE:
            _look_through(path)
    except DeskError as error:
        return str(error)
    return ""


def make_ready(path: Path) -> None:
    """Refuse an archive that the journal left beside it would not make sound; raises DeskError.

    SQLite writes the pages of such a journal into the file as soon as it is opened. It may be
    another file's, as when a backup was copied by hand over an archive after a crash. So this
    tries it on a copy first; another file's is put aside, under a name that SQLite does not know.
    """
    if _beside(path) is _Rollback.FOREIGN:
        journal = journal_of(path)
        try:
            journal.replace(journal.with_name(f"{journal.name}-作废"))
        except OSError as error:
            raise not_written(error) from None


def _beside(path: Path) -> _Rollback:
    """Return what lies beside an archive; raises DeskError when the archive is past help."""
    check_header(path)
    if not (os.path.exists(journal_of(path)) and _is_left_behind(path)):
        return _Rollback.NONE
    try:
        return _whose(path)
    except OSError as error:  # no room for a copy says nothing of the journal
        raise not_written(error) from None


def _whose(path: Path) -> _Rollback:
    try:
        _look_through_copy(path, journal_of(path))
    except DeskError:
        _look_through_copy(path)
        return _Rollback.FOREIGN
    return _Rollback.OWN


def _is_left_behind(path: Path) -> bool:
    """Whether a journal is that of a writer who is no more: read-only, SQLite must refuse it."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as db:
            db.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        return not is_busy(error)
    return False


def _look_through_copy(path: Path, journal: Path | None = None) -> None:
    """Look through a copy, in a private folder, with its journal or as it stands."""
    with room() as folder:
        copy = folder / path.name
        shutil.copyfile(path, copy)
        if journal:
            with suppress(FileNotFoundError):  # its writer has just finished
                shutil.copyfile(journal, journal_of(copy))
        check_header(copy)
        _look_through(copy)
        check_header(copy)  # a journal of a larger file makes the copy as large


def _look_through(path: Path) -> None:
    try:
        with reading(path) as (db, version):
            check_content(db, path, current=version == VERSION)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise (busy(path) if is_busy(error) else damaged(path)) from None
