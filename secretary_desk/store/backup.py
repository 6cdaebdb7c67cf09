"""Copies of an archive that were read back before they count.

A backup ``备份/NAME-20261121-140302.sdesk`` is an archive itself. All backups of NAME share one
folder of attachments, ``备份/NAME.sdesk.files``: it only gains. So a backup becomes an archive
again by ``restore``, or by hand: copy both out of the folder and take the date off the name.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from sqlite_utils import Database

from .. import paths
from ..errors import DeskError
from ..kinds import KINDS
from ..paths import whole_file
from . import attachments
from .copying import Files, check_space, new_files, not_written, write_files
from .health import check_content, check_header, drop_journal
from .schema import VERSION

KEEP = 10
_STAMP = "%Y%m%d-%H%M%S"
_DATED = re.compile(r"(.+)-(\d{8}-\d{6})", re.ASCII)
_PRAGMAS = ("busy_timeout = 5000", "query_only = ON", "trusted_schema = OFF")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its file, when it was made by the clock on the wall, how many entries it has."""

    path: Path
    at: datetime
    entries: int


def back_up(
    archive: Path,
    folder: Path | None = None,
    keep: int = KEEP,
    now: Callable[[], datetime] = datetime.now,
) -> Path:
    """Back an archive up unless its last backup holds the same; returns the one that holds it.

    It reads through a short-lived connection of its own, so that any thread may call it. The
    folder is ``paths.backups(archive)`` unless given, and serves one archive of a name. All but
    the last ``keep`` backups of this archive are deleted. Raises DeskError.
    """
    folder = folder or paths.backups(archive)
    with _sentences(), _reading(archive) as (db, version):
        files = new_files(attachments.folder(archive), attachments.folder(folder / archive.name))
        check_space(folder, archive, files)
        write_files(files, only_sound=True)  # first: no backup names a file that is not there
        last = max(_dated(archive, folder), default=None)
        if last and _holds_the_same(last, db):
            return last
        made = folder / _next_name(archive, last, now())
        verified_copy(db, made, current=version == VERSION)
        _thin(archive, folder, keep)
    return made


def backups_of(archive: Path, folder: Path | None = None) -> list[Backup]:
    """Return the readable backups of an archive, the newest first."""
    found = sorted(_dated(archive, folder or paths.backups(archive)), reverse=True)
    return [backup for path in found if (backup := _told(path))]


def is_backup(path: Path) -> bool:
    """Whether a file's name is that of a backup: to be restored rather than worked in."""
    return path.suffix == ".sdesk" and bool(_DATED.fullmatch(path.stem))


def copy_to(archive: Path, target: Path) -> Path:
    """Write an archive and its attachments somewhere else, whole or not at all.

    The copy is an archive that opens where it lies. Raises DeskError.
    """
    return _whole_copy(archive, attachments.folder(archive), target)


def restore(backup: Path, target: Path) -> Path:
    """Make an archive out of a backup, its attachments with it, under a name not yet taken.

    Raises DeskError, and then leaves nothing behind.
    """
    if target.exists():
        raise DeskError(f"“{target.name}”已经存在；恢复不会覆盖档案，请换一个名称")
    own = attachments.folder(backup)
    dated = _DATED.fullmatch(backup.stem)
    shared = attachments.folder(backup.with_name(dated[1] + backup.suffix)) if dated else own
    return _whole_copy(backup, own if own.is_dir() else shared, target)


def verified_copy(db: Database, target: Path, *, current: bool = True) -> None:
    """Write a copy of an open archive, check it, and only then give it its name.

    Raises DeskError when the copy cannot be written or does not hold what the archive holds.
    """
    with _sentences(), whole_file(target) as part, closing(_connect(part)) as connection:
        held = _copied(db, connection)
        copy = Database(connection, execute_plugins=False)
        if not (_is_sound(copy, part, current=current) and _content(copy) == held):
            raise DeskError("备份读回来检查，与原件不一致，没有保留；原来的档案没有变动")
        drop_journal(target)


def _copied(db: Database, copy: sqlite3.Connection) -> bytes:
    """Copy one state of the archive, whoever else writes meanwhile, and return its content."""
    db.execute("begin")
    try:
        # Reading first takes the lock: sqlite3's backup would wait for one without end.
        held = _content(db)
        db.conn.backup(copy)
    finally:
        db.execute("commit")
    copy.execute("vacuum")  # what was deleted does not travel on in free pages
    return held


def _is_sound(copy: Database, part: Path, *, current: bool) -> bool:
    try:
        check_content(copy, part, current=current)
    except DeskError:
        return False
    return True


def _content(db: Database) -> bytes:
    """Return a digest of everything an archive says."""
    digest = sha256(repr(db.execute("PRAGMA user_version").fetchone()).encode())
    for name in sorted(db.table_names()):
        digest.update(name.encode())
        for row in db.execute(f"select * from [{name}] order by 1"):
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.digest()


def _holds_the_same(backup: Path, db: Database) -> bool:
    with suppress(DeskError, sqlite3.Error), _reading(backup) as (last, version):
        sound = _is_sound(last, backup, current=version == VERSION)
        return sound and _content(last) == _content(db)
    return False


def _told(path: Path) -> Backup | None:
    with suppress(DeskError, sqlite3.Error), _reading(path) as (db, _):
        tables = set(db.table_names()) & {kind.name for kind in KINDS}
        entries = sum(db.table(name).count_where("deleted = ''") for name in tables)
        return Backup(path, datetime.strptime(path.stem[-15:], _STAMP), entries)
    return None


def _dated(archive: Path, folder: Path) -> list[Path]:
    """Return the files that bear the name of a backup of this archive."""
    found = (path for path in folder.glob("*") if path.suffix == archive.suffix)
    names = ((path, _DATED.fullmatch(path.stem)) for path in found)
    return [p for p, name in names if name and name[1] == archive.stem and _is_time(name[2])]


def _is_time(stamp: str) -> bool:
    try:
        return bool(datetime.strptime(stamp, _STAMP))
    except ValueError:
        return False


def _next_name(archive: Path, last: Path | None, now: datetime) -> str:
    """Return a backup's name, later than the last one's even when the clock was set back."""
    if last:
        now = max(now, datetime.strptime(last.stem[-15:], _STAMP) + timedelta(seconds=1))
    return f"{archive.stem}-{now.strftime(_STAMP)}{archive.suffix}"


def _thin(archive: Path, folder: Path, keep: int) -> None:
    for path in sorted(_dated(archive, folder))[: -max(keep, 1)]:
        # What is no archive of ours bears the name by chance; what is held open goes next time.
        with suppress(DeskError, OSError):
            check_header(path)
            path.unlink()


def _whole_copy(source: Path, kept: Path, target: Path) -> Path:
    if target.exists() and target.samefile(source):
        raise DeskError("这就是正在使用的档案，请换一个位置")
    with _sentences(), _reading(source) as (db, version):
        files = new_files(kept, attachments.folder(target), exact=True)
        check_space(target.parent, source, files)
        with _all_or_nothing(files):
            write_files(files)
            verified_copy(db, target, current=version == VERSION)
    return target


@contextmanager
def _all_or_nothing(files: Files) -> Iterator[None]:
    fresh = [target for _, target in files if not target.exists()]
    try:
        yield
    except BaseException:
        for target in fresh:
            with suppress(OSError):
                target.unlink(missing_ok=True)
        for folder in sorted({f for t in fresh for f in (t.parent, t.parent.parent)}, reverse=True):
            with suppress(OSError):  # what holds something stays
                folder.rmdir()
        raise


@contextmanager
def _reading(archive: Path) -> Iterator[tuple[Database, int]]:
    version = check_header(archive)
    with closing(_connect(archive)) as connection:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        yield Database(connection, execute_plugins=False), version


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


@contextmanager
def _sentences() -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise not_written(error) from None
