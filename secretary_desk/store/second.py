"""A second place for backups, of the user's choice: a folder on a stick or on a share."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from ..errors import DeskError
from .connecting import mark_of
from .copying import not_written
from .health import called
from .keeping import Backup, Reason, back_up, backups_of, check_backup
from .recovery import make_ready
from .verified import copy_sentences, reading


def back_up_to(archive: Path, folder: Path, now: Callable[[], datetime] = datetime.now) -> Backup:
    """Back an archive up into a folder that is there, its attachments by hash, and thin as ever.

    What was interrupted goes on where it stopped: each file is whole or not there. A folder that
    is not there is never made: it would lie on the computer's own disk, where the stick was.
    Returns the backup that holds what the archive holds. Raises DeskError; the archive and the
    earlier backups are as they were.
    """
    disk = _disk_of(folder)
    if archive.parent.exists() and folder.resolve() == archive.parent.resolve():
        raise DeskError(
            "备份的位置和档案在同一个文件夹里，没有备份；请另选一处，最好在优盘上，档案没有变动"
        )
    _refuse_anothers(archive, folder)
    made = back_up(archive, folder, Reason.SECOND, now)
    if _disk_of(folder) != disk:
        raise _gone(folder)
    with copy_sentences():
        check_backup(made)
    return next(one for one in backups_of(archive, folder) if one.path == made)


def _refuse_anothers(archive: Path, folder: Path) -> None:
    """Refuse a folder that serves another archive of the same name: each would thin the other's
    backups."""
    with copy_sentences():
        last = next(iter(backups_of(archive, folder)), None)
    marks = {_mark(path) for path in (archive, last.path)} - {None} if last else set()
    if len(marks) > 1:
        raise DeskError(
            f"“{folder}”里已有另一份同名档案“{called(archive)}”的备份，没有备份，免得两份混在一起；"
            "请另选一处，或者另建一个文件夹，档案没有变动"
        )


def _mark(archive: Path) -> tuple[str, str] | None:
    with suppress(DeskError, sqlite3.Error):  # what cannot be read is nobody's
        make_ready(archive)
        with reading(archive) as (db, _):
            return mark_of(db)
    return None


def _disk_of(folder: Path) -> int:
    """Return which disk a folder lies on; raises DeskError when it is not there."""
    try:
        if not folder.is_dir():
            raise _gone(folder)
        return os.stat(folder).st_dev
    except OSError as error:
        raise not_written(error) from None


def _gone(folder: Path) -> DeskError:
    return DeskError(
        f"备份没有写成：找不到“{folder}”，优盘可能已拔出，或网络已断开；接好后再试，"
        "原来的档案没有变动"
    )
