"""Whether a file is a sound archive of ours, before anything is done with it."""

import os
from collections.abc import Iterator
from pathlib import Path
from sqlite3 import SQLITE_BUSY, SQLITE_LOCKED, DatabaseError

from sqlite_utils import Database

from ..errors import Away, Damaged, DeskError
from ..kinds import STORED
from ..records.text import one_line
from .reasons import why_unread
from .rows import CHECKSUM, checksum
from .schema import APPLICATION_ID, VERSION, is_current

_MAGIC = b"SQLite format 3\x00"
_SAFE = "文件没有被改动"


def check_header(path: Path) -> int:
    """Return the archive's version, read from its first bytes; raises DeskError.

    SQLite itself opens a zero-byte file as an empty database, so this looks first. Offsets as in
    the SQLite file format, section 1.3.
    """
    try:
        if not path.is_file():
            raise _no_file(path)
        with path.open("rb") as file:
            size, head = path.stat().st_size, file.read(100)
    except FileNotFoundError:
        raise _missing(path) from None
    except OSError as error:
        raise Away(f"打不开“{called(path)}”：{why_unread(error)}；{_SAFE}") from None
    if size == 0:
        raise Damaged(f"“{called(path)}”是空文件，可能是复制中断；请从备份恢复，{_SAFE}")
    if len(head) < 100 or head[:16] != _MAGIC:
        raise Damaged(f"“{called(path)}”不是书记案头的档案，{_SAFE}；请另选一份")
    if int.from_bytes(head[68:72]) != APPLICATION_ID:
        raise Damaged(
            f"“{called(path)}”是别的程序的数据库，不是书记案头的档案，{_SAFE}；请另选一份"
        )
    _check_size(path, head, size)
    version = int.from_bytes(head[60:64])
    if version > VERSION:
        raise DeskError(f"“{called(path)}”由更新版本的书记案头写成，请先升级程序，{_SAFE}")
    if version < 1:
        raise damaged(path)
    return version


def _no_file(path: Path) -> DeskError:
    if path.is_dir():
        return DeskError(f"“{called(path)}”是文件夹，不是档案，{_SAFE}；请另选一份")
    if path.exists():  # a pipe or device would be read for ever
        return DeskError(f"“{called(path)}”不是文件，{_SAFE}；请另选一份")
    return _missing(path)


def _missing(path: Path) -> Away:
    return Away(f"找不到“{called(path)}”：可能改了名、移走了，或者优盘、网络没有接好；接好后再试")


def called(path: Path) -> str:
    """Return a file's name as a sentence may hold it."""
    return one_line(path.name)


def _check_size(path: Path, head: bytes, size: int) -> None:
    page = int.from_bytes(head[16:18])
    page = 65536 if page == 1 else page
    recovering = os.path.exists(journal_of(path))
    if head[18:20] != b"\x01\x01" or page < 512:
        raise damaged(path)
    if not recovering and int.from_bytes(head[28:32]) * page != size:
        raise Damaged(f"“{called(path)}”不完整，可能是复制中断；请从备份恢复，{_SAFE}")


def changes(path: Path) -> int:
    """Return the number that every step written into an archive changes: the “file change counter”
    of the SQLite file format, section 1.3.7."""
    with path.open("rb") as file:
        return int.from_bytes(file.read(28)[24:])


def journal_of(path: Path) -> Path:
    """Return the file in which SQLite keeps what a step not yet finished has changed."""
    return path.with_name(path.name + "-journal")


def drop_journal(path: Path) -> None:
    """Remove what a crash left of an earlier file of this name: SQLite would take the new file
    for the broken one and write the earlier one's pages into it (“How To Corrupt”, 1.4)."""
    journal_of(path).unlink(missing_ok=True)


def damaged(path: Path) -> Damaged:
    """Return the sentence for a file that does not hold together."""
    return Damaged(f"“{called(path)}”已损坏；请从备份恢复，{_SAFE}")


def busy(path: Path) -> DeskError:
    """Return the sentence for a file that another program writes just now."""
    return DeskError(f"别的程序正在使用“{called(path)}”，请关闭后再试，{_SAFE}")


def is_busy(error: Exception) -> bool:
    """Whether SQLite failed only because another connection holds the file."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (SQLITE_BUSY, SQLITE_LOCKED)


def check_content(db: Database, path: Path, *, current: bool) -> None:
    """Read the whole file through: its structure and every row; raises DeskError."""
    try:
        sound = db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        sound = sound and (not current or is_current(db)) and all(_row_sums(db))
        sound = sound and not db.triggers and not db.view_names()
    except (DatabaseError, UnicodeDecodeError) as error:
        if is_busy(error):
            raise busy(path) from None
        sound = False
    if not sound:
        raise damaged(path)


def _row_sums(db: Database) -> Iterator[bool]:
    tables = set(db.table_names())
    for table in (*(kind.name for kind in STORED), "journal"):
        if table in tables:
            for row in db.table(table).rows:
                yield row[CHECKSUM] == checksum(row)
