"""Files that are no sound archives, each made of a good one; opening must leave them be."""

import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from store.backing import save, with_byte_changed

from secretary_desk.store.health import journal_of

Spoil = Callable[[Path], object]
HEAD = {"magic": 3, "page size": 16, "write version": 18, "pages": 31, "version": 63, "ours": 70}
LENGTHS = (1, 15, 50, 99, 100, 512, 1024, 4095, 4096, 5000, -4096, -1)


def marks(folder: Path) -> dict[str, tuple[str, int]]:
    """Return every file in a folder with its digest and when it was written."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(p.relative_to(folder)): (_digest(p), p.stat().st_mtime_ns) for p in found}


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _cut(length: int) -> Spoil:
    return lambda path: path.write_bytes(path.read_bytes()[:length])


def _written(data: bytes) -> Spoil:
    return lambda path: path.write_bytes(data)


def _zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<xml/>")


def _foreign(application: int) -> Spoil:
    def spoil(path: Path) -> None:
        path.unlink()
        with closing(sqlite3.connect(path)) as db:
            db.executescript(f"pragma application_id = {application}; create table t (x);")

    return spoil


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma user_version = 99")


def _in_wal(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[18:20] = b"\x02\x02"
    path.write_bytes(data)


def _flipped(place: int, by: int = 0x40) -> Spoil:
    return lambda path: with_byte_changed(path, place, by)


def _cut_with_a_journal(path: Path) -> None:
    """Another archive's journal beside half an archive."""
    path.write_bytes(path.read_bytes()[:4096])
    journal_of(path).write_bytes(hot_journal(path.parent / "别的" / path.name))


def hot_journal(path: Path) -> bytes:
    """Return the journal that a writer, killed at its work in a new archive, leaves behind."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript("create table t (x); insert into t values (zeroblob(300000));")
        db.execute("pragma cache_size = 1")
        db.execute("begin")
        db.execute("update t set x = zeroblob(300001)")
        return journal_of(path).read_bytes()


def interrupted(archive: Path) -> None:
    """Leave an archive as a writer killed at its work does: half written, with its journal."""
    save(archive, *(str(number) * 200 for number in range(30)))
    with closing(sqlite3.connect(archive, isolation_level=None)) as db:
        db.execute("pragma cache_size = 1")
        db.execute("begin")
        db.execute("update study_meeting set place = topic || topic")
        db.execute("update journal set words = words || words")
        half, journal = archive.read_bytes(), journal_of(archive).read_bytes()
        db.execute("rollback")
    archive.write_bytes(half)
    journal_of(archive).write_bytes(journal)


SPOILED: dict[str, Spoil] = {
    **{f"cut at {length}": _cut(length) for length in LENGTHS},
    **{f"{name} changed": _flipped(place) for name, place in HEAD.items()},
    "empty": _written(b""),
    "picture": _written(b"\x89PNG\r\n\x1a\n" + bytes(5000)),
    "Word document": _zipped,
    "text": _written("不是数据库\n".encode() * 900),
    "other program's": _foreign(0x0F055112),
    "nobody's": _foreign(0),
    "newer": _newer,
    "in WAL": _in_wal,
    "page zeroed": lambda path: path.write_bytes(
        path.read_bytes()[:8192] + bytes(4096) + path.read_bytes()[12288:]
    ),
    "cut, with a journal": _cut_with_a_journal,
}
