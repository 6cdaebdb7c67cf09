"""The connection to an archive: made when it is opened, and again when its disk was away."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from ..errors import Away, DeskError
from .health import called, check_content, check_header
from .reasons import reason_of
from .recovery import make_ready
from .schema import VERSION

_PRAGMAS = (
    "busy_timeout = 5000",
    "journal_mode = DELETE",
    "synchronous = FULL",
    "foreign_keys = ON",
    "trusted_schema = OFF",
)
_MOVED = 0x408  # SQLITE_READONLY_DBMOVED: another file bears the name
_LOST = {
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_CORRUPT,  # also what a disk answers that is away
    sqlite3.SQLITE_NOTADB,
}
_SAFE = "此前保存的内容都在"
WRITING = "没有写成"


def connect(path: Path) -> Database:
    """Open an archive for reading and writing; raises sqlite3.Error."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return Database(connection, execute_plugins=False)


@contextmanager
def sentences(path: Path, failed: str = WRITING) -> Iterator[None]:
    """Turn what goes wrong in writing an archive into a DeskError."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # the program's own fault, which nobody else can mend
    except (sqlite3.Error, OSError) as error:
        sort = Away if _is_lost(error) else DeskError
        raise sort(f"“{called(path)}”{failed}：{_reason(error)}；{_SAFE}") from error


class Line:
    """What an open archive is reached by; ``renewed`` is called when it was made again."""

    def __init__(self, db: Database, path: Path, renewed: Callable[[], object]) -> None:
        self._db, self._path, self._renewed = db, path, renewed
        self._is_lost = self._is_at_work = False
        self._mark = mark_of(db)

    @contextmanager
    def at_work(self, failed: str) -> Iterator[None]:
        """Reach the archive, also when it was away; raises DeskError, which says what ``failed``.

        Work within work speaks for the whole.
        """
        if self._is_at_work:
            yield
            return
        self._is_at_work = True
        try:
            with sentences(self._path, failed), self._noted():
                if self._is_lost:
                    self._reach(failed)
                yield
            if failed == WRITING:
                with suppress(sqlite3.Error):  # what was to be written is
                    self._mark = mark_of(self._db)
        finally:
            self._is_at_work = False

    @contextmanager
    def _noted(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            self._is_lost = self._is_lost or _is_lost(error)
            raise

    def _reach(self, failed: str) -> None:
        """Open the file again, when it is the one that was open; nothing else is written into."""
        try:
            make_ready(self._path)
            current = check_header(self._path) == VERSION
            fresh = connect(self._path)
            try:
                check_content(fresh, self._path, current=current)
                self._take(fresh)
            except BaseException:
                fresh.close()
                raise
        except Away:
            raise Away(
                f"“{called(self._path)}”{failed}：找不到它，优盘可能已拔出，或网络断开了，"
                f"接好后再试；{_SAFE}"
            ) from None

    def _take(self, fresh: Database) -> None:
        if mark_of(fresh) != self._mark:
            raise DeskError(
                f"“{called(self._path)}”已经不是刚才打开的那一份，可能换了优盘，没有往里写；"
                "请换回原来的优盘再试"
            )
        with suppress(sqlite3.Error):
            self._db.conn.close()
        self._db.conn = fresh.conn
        self._is_lost = False
        self._renewed()


def mark_of(db: Database) -> tuple[str, str] | None:
    """Return what tells an archive from others: its first change, None before there is any."""
    found: tuple[str, str] | None
    found = db.execute("select kind, entry from journal order by no limit 1").fetchone()
    return found


def _is_lost(error: OSError | sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", 0)
    return code == _MOVED or code & 0xFF in _LOST


def _reason(error: OSError | sqlite3.Error) -> str:
    match getattr(error, "sqlite_errorcode", 0):
        case 0x408:
            return "找不到它了，优盘可能换过，接好原来的再试"
        case code if code & 0xFF == sqlite3.SQLITE_READONLY:
            return "文件或文件夹是只读的，请关闭写保护，或把档案复制到本机再打开"
        case code if code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return "别的程序正在使用它，请关闭后再试"
    return reason_of(error)
