"""A second place for backups, of the user's choice: a folder on a stick or on a share."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from ..errors import DeskError
from .copying import not_written
from .keeping import Backup, Reason, back_up, backups_of, check_backup
from .verified import sentences


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
    made = back_up(archive, folder, Reason.SECOND, now)
    if _disk_of(folder) != disk:
        raise _gone(folder)
    with sentences():
        check_backup(made)
    return next(one for one in backups_of(archive, folder) if one.path == made)


def last_backup_in(archive: Path, folder: Path) -> Backup | None:
    """Return the last backup of an archive in a folder; None without one, or when it is away."""
    try:
        return next(iter(backups_of(archive, folder)), None)
    except OSError:
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
