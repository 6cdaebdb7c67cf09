"""Copies of an open archive that were read back before they count."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

from sqlite_utils import Database

from ..errors import DeskError
from ..paths import whole_file
from .copying import not_written
from .health import check_content, check_header, drop_journal

_PRAGMAS = ("busy_timeout = 5000", "query_only = ON", "trusted_schema = OFF")


def verified_copy(
    db: Database,
    target: Path,
    *,
    current: bool = True,
    before_named: Callable[[Path], None] = lambda part: None,
) -> None:
    """Write a copy of an open archive, check it, and only then give it its name.

    ``before_named`` may look at the copy while it has none yet. Raises DeskError when the copy
    cannot be written or does not hold what the archive holds.

    SQLite's backup inside a read transaction, not VACUUM INTO: that one refuses to run inside a
    transaction, and then what it copied could not be compared with what had been read, for others
    may have written between. The copy is vacuumed, so that what was deleted does not travel on.
    """
    with copy_sentences(), whole_file(target) as part:
        with closing(_connect(part)) as connection:
            held = _copied(db, connection)
            copy = Database(connection, execute_plugins=False)
            if content(copy) != held:
                raise DeskError(
                    "备份读回来检查，与原件不一致，没有保留，请换一个磁盘再试；原来的档案没有变动"
                )
            if not _is_sound(copy, part, current=current):
                raise DeskError("档案已损坏，这份备份没有保留；请从以前的备份恢复，档案没有变动")
        before_named(part)
        drop_journal(target)


@contextmanager
def reading(archive: Path) -> Iterator[tuple[Database, int]]:
    """Open an archive for reading through a connection of its own; yields its version too."""
    version = check_header(archive)
    with closing(_connect(archive)) as connection:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        yield Database(connection, execute_plugins=False), version


def content(db: Database) -> bytes:
    """Return a digest of everything an archive says."""
    digest = sha256(repr(db.execute("PRAGMA user_version").fetchone()).encode())
    for name in sorted(db.table_names()):
        digest.update(name.encode())
        for row in db.execute(f"select * from [{name}] order by 1"):
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.digest()


@contextmanager
def copy_sentences() -> Iterator[None]:
    """Turn what goes wrong in copying into a DeskError."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise not_written(error) from None
    except UnicodeDecodeError:  # a text that is none
        raise DeskError(
            "备份没有写成：档案已损坏，请从以前的备份恢复；原来的档案没有变动"
        ) from None


def _copied(db: Database, copy: sqlite3.Connection) -> bytes:
    """Copy one state of the archive, whoever else writes meanwhile, and return its content."""
    db.execute("begin")
    try:
        # Reading first takes the lock: sqlite3's backup would wait for one without end.
        held = content(db)
        db.conn.backup(copy)
    finally:
        db.execute("commit")
    copy.execute("vacuum")
    return held


def _is_sound(copy: Database, part: Path, *, current: bool) -> bool:
    try:
        check_content(copy, part, current=current)
    except DeskError:
        return False
    return True


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)
