"""The archive at work: saving, deleting, undoing; each command is one step."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlite_utils import Database

from ..errors import DeskError
from ..kinds import kind_of
from ..paths import whole_file
from ..records.kind import Kind
from ..records.record import Record, Ref
from . import schema
from .copying import check_name
from .health import busy, called, check_content, check_header, damaged, drop_journal, is_busy
from .journal import CHANGED, NEW, Change, Journal, State, Step, step_words, utc_now
from .migrations import MIGRATIONS, Migration, lift
from .reading import Reader
from .recovery import make_ready
from .rows import CHECKSUM, Row, sealed, to_row

_PRAGMAS = (
    "busy_timeout = 5000",
    "journal_mode = DELETE",
    "synchronous = FULL",
    "foreign_keys = ON",
    "trusted_schema = OFF",
)
R = TypeVar("R", bound=Record)
Clock = Callable[[], datetime]


class Store(Reader):
    """One open archive: one connection, one writer, on one thread."""

    def __init__(self, db: Database, path: Path, now: Clock = utc_now) -> None:
        super().__init__(db, path)
        self._now = now
        self._journal = Journal(db, now)

    @classmethod
    def create(cls, path: Path, now: Clock = utc_now) -> Self:
        """Make a new, empty archive; raises DeskError when the name is taken."""
        check_name(path)
        with sentences(path):
            if path.exists():
                raise DeskError(f"“{called(path)}”已经存在")
        with sentences(path), whole_file(path) as part:
            db = _connect(part)
            with db.atomic():
                schema.create(db)
            db.close()
            drop_journal(path)
        return cls.open(path, now=now)

    @classmethod
    def open(
        cls,
        path: Path,
        migrations: Mapping[int, Migration] = MIGRATIONS,
        now: Clock = utc_now,
    ) -> Self:
        """Open an archive after looking it through; raises DeskError and leaves a bad file be."""
        make_ready(path)
        version = check_header(path)
        try:
            db = _connect(path)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise (busy(path) if is_busy(error) else damaged(path)) from None
        try:
            check_content(db, path, current=version == schema.VERSION)
            if version < schema.VERSION:
                lift(db, path, version, migrations)
        except BaseException:
            db.close()
            raise
        return cls(db, path, now)

    def save(self, *records: Record, visit: str = "") -> None:
        """Write records as one step; ``visit`` names the form's visit whose saves merge."""
        now = self._now()
        with self._writing() as changes:
            for place, record in enumerate(records):
                kind = kind_of(record)
                old = self._row(kind.name, record.id)
                # One after the other, so that entries of one day stay in the order given.
                stamped = (now + timedelta(microseconds=place)).isoformat(timespec="microseconds")
                created = old["created"] if old else stamped
                new = to_row(kind, replace(record, created=created, changed=stamped))
                if change := _changed(kind, old, new, _verb(old, new), record):
                    self._put(change)
                    changes.append(change)
            if changes:
                self._journal.write(changes, visit=visit)

    def delete(self, *refs: Ref) -> None:
        """Put entries into the recycle bin, as one step."""
        self.save(*(self.deleted(record) for ref in refs if (record := self.get(ref))))

    def deleted(self, record: R) -> R:
        """Return an entry as it is saved when it goes into the recycle bin."""
        return replace(record, deleted=self._now().isoformat(timespec="seconds"))

    def undo(self) -> str | None:
        """Take the last step back and return its words; None when there is none."""
        return self._reverse(self._journal.undoable(), "撤销", undoing=True)

    def redo(self) -> str | None:
        """Do the step undone last again and return its words; None when there is none."""
        return self._reverse(self._journal.redoable(), "重做", undoing=False)

    def undoable(self) -> str | None:
        """Return the words of the step that ``undo`` would take back."""
        return _words(self._journal.undoable())

    def redoable(self) -> str | None:
        """Return the words of the step that ``redo`` would do again."""
        return _words(self._journal.redoable())

    def history(self, limit: int = 50) -> Sequence[Step]:
        """Return the latest steps, the newest first."""
        return list(self._journal.steps(limit))

    def _reverse(
        self, found: tuple[int, list[Change]] | None, verb: str, *, undoing: bool
    ) -> str | None:
        if found is None:
            return None
        step, changes = found
        with self._writing() as written:
            for change in reversed(changes) if undoing else changes:
                told = f"{verb}：{change.words}"
                target = change.reversed(told) if undoing else replace(change, words=told)
                self._put(target)
                written.append(target)
            number = self._journal.write(written, undoes=step)
            self._journal.mark(step, number if undoing else None)
        return _words(found)

    @contextmanager
    def _writing(self) -> Iterator[list[Change]]:
        with sentences(self.path), self._db.atomic():
            yield []

    def _put(self, change: Change) -> None:
        table = self._db.table(change.kind)
        if change.after is None:
            table.delete(change.entry)
        else:
            # Not upsert: after one failed write sqlite-utils takes another way, which adds nothing.
            row = self._row(change.kind, change.entry)
            whole = sealed({**(row or {}), **change.after})
            if row is None:
                table.insert(whole, pk="id")
            else:
                table.update(change.entry, whole)


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Turn what goes wrong in writing an archive into a DeskError."""
    try:
        yield
    except (sqlite3.OperationalError, sqlite3.DatabaseError, OSError) as error:
        raise DeskError(
            f"“{called(path)}”没有写成：{_reason(error)}；此前保存的内容都在"
        ) from error


def _changed(kind: Kind[Any], old: State, new: Row, verb: str, record: Record) -> Change | None:
    words = kind.done(record, verb)
    after = {name: value for name, value in new.items() if name != CHECKSUM}
    if old is None:
        return Change(kind.name, record.id, None, after, words)
    after = {name: value for name, value in after.items() if old[name] != value}
    if not after.keys() - {"changed"}:
        return None
    return Change(kind.name, record.id, {name: old[name] for name in after}, after, words)


def _words(found: tuple[int, list[Change]] | None) -> str | None:
    return step_words([change.words for change in found[1]]) if found else None


def _verb(old: State, new: Row) -> str:
    if new["deleted"]:
        return "删除"
    return CHANGED if old else NEW


def _connect(path: Path) -> Database:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return Database(connection, execute_plugins=False)


def _reason(error: Exception) -> str:
    text = str(error)
    known = {
        "locked": "别的程序正在使用它，请关闭后再试",
        "full": "磁盘已满，请清理后再试",
        "readonly": "文件或文件夹是只读的",
        "unable to open": "文件夹不存在或没有权限",
    }
    return next((sentence for word, sentence in known.items() if word in text), text)
