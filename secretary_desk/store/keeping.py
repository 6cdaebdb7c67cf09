"""A folder of backups: made when something changed, named, told, thinned."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from .. import paths
from ..errors import DeskError
from ..kinds import KINDS
from . import attachments, slip
from .copying import check_space, new_files, write_files
from .health import check_content, check_header
from .leftovers import left_in, remove
from .recovery import make_ready
from .schema import VERSION
from .slip import Slip
from .thinning import kept
from .verified import content, copy_sentences, reading, verified_copy

_STAMP = "%Y%m%d-%H%M%S"
_DATED = re.compile(r"(.+)-(\d{8}-\d{6})", re.ASCII)
_AGAIN = r"( - 副本)?( \(\d+\))?"  # what Windows adds to the name of a file that is copied
_BY_HAND = re.compile(rf".+-备份\d{{8}}(-\d{{4}})?{_AGAIN}", re.ASCII)


class Reason(Enum):
    """Why a backup is made, in the words in which it is told."""

    CLOSING = "退出时"
    WHILE_WORKING = "使用中"
    BY_HAND = "手动"
    RESTORE = "恢复前"
    MIGRATION = "升级前"
    SECOND = "第二处"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its file, when it was made by the clock on the wall, how many entries it has.

    ``number`` is its place in the order in which they were made, whatever the clock said.
    """

    path: Path
    at: datetime
    entries: int
    number: int = 0
    reason: str = ""


def back_up(
    archive: Path,
    folder: Path | None = None,
    reason: Reason = Reason.CLOSING,
    now: Callable[[], datetime] = datetime.now,
) -> Path:
    """Back an archive up unless its last backup holds the same; returns the one that holds it.

    It reads through a short-lived connection of its own, so that any thread may call it. The
    folder is ``paths.backups(archive)`` unless given, and serves one archive of a name. Earlier
    backups are thinned (``thinning.kept``), but not before restoring one. Raises DeskError.
    """
    folder = folder or paths.backups(archive)
    make_ready(archive)
    ours, theirs = attachments.folder(archive), attachments.folder(folder / archive.name)
    with copy_sentences(), reading(archive) as (db, version):
        files = new_files(ours, theirs)
        check_space(folder, archive, files)
        write_files(files, only_sound=True)  # first: no backup names a file that is not there
        last = next(iter(backups_of(archive, folder)), None)
        if last and _holds_the_same(last.path, db):
            return last.path
        at = now()
        made = _free_name(archive, folder, at)
        number = max(slip.numbers(folder, archive.stem), default=0) + 1
        note = partial(_note, made, number, reason.value, count_entries(db))

        def before_named(part: Path) -> None:
            write_files(new_files(ours, theirs), only_sound=True)  # what was added meanwhile
            note(part)

        verified_copy(db, made, current=version == VERSION, before_named=before_named)
        if reason is not Reason.RESTORE:
            _thin(archive, folder, at)
    return made


def backups_of(archive: Path, folder: Path | None = None) -> list[Backup]:
    """Return the readable backups of an archive, that made last first.

    What is in them is not looked through: that does ``check_backup``.
    """
    found = (_told(path) for path in _dated(archive, folder or paths.backups(archive)))
    return sorted(filter(None, found), key=lambda one: (one.number, one.at), reverse=True)


def is_backup(path: Path) -> bool:
    """Whether a file's name is that of a backup, made by itself or by hand: to be restored rather
    than worked in."""
    is_named = _DATED.fullmatch(path.stem) or _BY_HAND.fullmatch(path.stem)
    return path.suffix == ".sdesk" and bool(is_named)


def time_of(backup: Path) -> datetime | None:
    """Return when a backup was made, as its name says; None for the name of another file."""
    dated = _DATED.fullmatch(backup.stem)
    try:
        return datetime.strptime(dated[2], _STAMP) if dated else None
    except ValueError:
        return None


def check_backup(backup: Path) -> None:
    """Refuse a backup of which a byte is not what it was when it was made; raises DeskError."""
    make_ready(backup)
    with copy_sentences(), reading(backup) as (db, version):
        noted = slip.read(backup)
        if noted is None:
            check_content(db, backup, current=version == VERSION)
        elif slip.digest(backup) != noted.sha256:
            raise slip.changed(backup)


def files_of(backup: Path) -> Path:
    """Return the folder of a backup's attachments: its own, else that which backups share."""
    own = attachments.folder(backup)
    dated = _DATED.fullmatch(backup.stem)
    shared = attachments.folder(backup.with_name(dated[1] + backup.suffix)) if dated else own
    return own if own.is_dir() else shared


def count_entries(db: Database) -> int:
    """Return how many entries an open archive has, without those in the recycle bin."""
    tables = set(db.table_names()) & {kind.name for kind in KINDS}
    return sum(db.table(name).count_where("deleted = ''") for name in tables)


def _note(backup: Path, number: int, reason: str, entries: int, part: Path) -> None:
    slip.write(backup, Slip(slip.digest(part), number, reason, entries))


def _holds_the_same(backup: Path, db: Database) -> bool:
    with suppress(DeskError, sqlite3.Error):
        check_backup(backup)
        with reading(backup) as (last, _):
            return content(last) == content(db)
    return False


def _told(path: Path) -> Backup | None:
    at = time_of(path)
    if at is None:
        return None
    with suppress(DeskError, sqlite3.Error):
        check_header(path)
        if noted := slip.read(path):
            return Backup(path, at, noted.entries, noted.number, noted.reason)
        make_ready(path)
        with reading(path) as (db, _):
            return Backup(path, at, count_entries(db))
    return None


def _dated(archive: Path, folder: Path) -> list[Path]:
    """Return the files that bear the name of a backup of this archive."""
    found = (path for path in folder.glob("*") if path.suffix == archive.suffix)
    names = ((path, _DATED.fullmatch(path.stem)) for path in found)
    return [path for path, name in names if name and name[1] == archive.stem]


def _free_name(archive: Path, folder: Path, at: datetime) -> Path:
    """Return a backup's name; one that is taken, as after a clock set back, is never reused."""
    while True:
        path = folder / f"{archive.stem}-{at.strftime(_STAMP)}{archive.suffix}"
        if not path.exists() and not slip.path_of(path).exists():
            return path
        at += timedelta(seconds=1)


def _thin(archive: Path, folder: Path, now: datetime) -> None:
    """Delete the backups that do not stay, and what a crash in making one left behind."""
    made = backups_of(archive, folder)[::-1]
    staying = {backup.path for backup in kept(made, now.date())}
    gone = [backup.path for backup in made if backup.path not in staying]
    slips = [slip.path_of(path) for path in gone]
    remove((*gone, *slips, *left_in(folder)))
