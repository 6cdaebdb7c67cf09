"""The archive at work: saving, deleting, undoing; each command is one step."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self, TypeVar

from sqlite_utils import Database

from ..errors import DeskError
from ..kinds import find_kind, kind_of
from ..paths import whole_file
from ..records.record import Record, Ref
from . import bin as recycling
from . import history, schema, stepping
from .bin import Binned
from .connecting import connect, sentences
from .copying import check_name
from .health import busy, called, check_content, check_header, damaged, drop_journal, is_busy
from .journal import (
    CHANGED,
    NEW,
    RESTORED,
    Change,
    Journal,
    State,
    Step,
    change_of,
    step_words,
    utc_now,
)
from .migrations import MIGRATIONS, Migration, lift
from .reading import READING, Reader
from .recovery import make_ready
from .rows import Row, sealed, to_row

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
            db = connect(part)
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
            db = connect(path)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise (busy(path) if is_busy(error) else damaged(path)) from None
        try:
            check_content(db, path, current=version == schema.VERSION)
            if version < schema.VERSION:
                lift(db, path, version, migrations)
            with suppress(sqlite3.Error):  # in a place where nothing can be written
                recycling.finish(db, path)  # what a crash kept from its end
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
                words = kind.done(record, _verb(old, new))
                if change := change_of(kind.name, old, new, words):
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

    def put_back(self, *refs: Ref) -> None:
        """Take entries out of the recycle bin again, as one step; raises DeskError."""
        rows = [(ref.kind, row) for ref in refs if (row := self._row(ref.kind, ref.id))]
        gone = [(kind, row) for kind, row in rows if row["deleted"]]
        if taken := stepping.twin(self._db, [(kind, {**row, "deleted": ""}) for kind, row in gone]):
            raise DeskError(taken)
        self.save(*(replace(self._read(find_kind(k), row), deleted="") for k, row in gone))

    def binned(self) -> Sequence[Binned]:
        """Return the entries in the recycle bin, those deleted last first."""
        with self.at_work():
            return recycling.binned(self._db)

    def erase(self, *refs: Ref) -> str:
        """Delete entries of the recycle bin for good, and then their attachments.

        Returns what is still to be done, in a sentence; raises DeskError, and then nothing went.
        """
        return self._erase(refs)

    def empty_bin(self) -> str:
        """Delete all that is not living for good, as ``erase`` does."""
        return self._erase(None)

    def undo(self) -> str | None:
        """Take the last step back and return its words; None when there is none."""
        with self.at_work():
            return self._reverse(self._journal.undoable(), undoing=True)

    def redo(self) -> str | None:
        """Do the step undone last again and return its words; None when there is none."""
        with self.at_work():
            return self._reverse(self._journal.redoable(), undoing=False)

    def undoable(self) -> str | None:
        """Return the words of the step that ``undo`` would take back."""
        with self.at_work(READING):
            return _words(self._journal.undoable())

    def redoable(self) -> str | None:
        """Return the words of the step that ``redo`` would do again."""
        with self.at_work(READING):
            return _words(self._journal.redoable())

    def undo_step(self, number: int) -> str:
        """Take back one step of all that there are, as a step of its own; returns its words.

        Raises DeskError, with the sentence that ``hindrance`` gives, when that is not possible.
        """
        with self._writing():
            changes = stepping.reversal(self._db, self._journal, number, self._stamp())
            for change in changes:
                self._put(change)
            made = self._journal.write(changes, undoes=-number)
            self._journal.take_back(number, made)
        return step_words([change.words for change in changes])

    def hindrance(self, number: int) -> str:
        """Return why a step cannot be taken back from among all; empty when it can."""
        with self.at_work():
            return stepping.hindrance(self._db, self._journal, number)

    def history(
        self, limit: int = 50, *, before: int | None = None, of: Ref | None = None
    ) -> Sequence[Step]:
        """Return the latest steps, the newest first: those before a step, or of one entry."""
        with self.at_work(READING):
            return history.steps(self._db, limit, before, of)

    def touched(self) -> Sequence[Step]:
        """Return the last step of every entry that was ever changed, the newest first."""
        with self.at_work(READING):
            return history.touched(self._db)

    def changes(self, number: int) -> Sequence[Change]:
        """Return what a step changed, but for what was deleted for good since."""
        with self.at_work(READING):
            return self._journal.changes(number)

    def _reverse(self, found: tuple[int, list[Change]] | None, *, undoing: bool) -> str | None:
        if found is None:
            return None
        step, changes = found
        with self._writing() as written:
            for change in reversed(changes) if undoing else changes:
                target = change.reversed() if undoing else change.again()
                self._put(target)
                written.append(target)
            number = self._journal.write(written, undoes=step)
            if undoing:
                self._journal.take_back(step, number)
            else:
                self._journal.put_back(step)
        return _words(found)

    def _erase(self, refs: Sequence[Ref] | None) -> str:
        self._db.execute("PRAGMA temp_store = MEMORY")  # no copy in a folder for all
        with self._writing():
            recycling.erase(self._db, refs, self._now().isoformat(timespec="seconds"))
        self._made.clear()
        self._found.clear()
        with self.at_work():
            return recycling.finish(self._db, self.path)

    def _stamp(self) -> str:
        return self._now().isoformat(timespec="microseconds")

    @contextmanager
    def _writing(self) -> Iterator[list[Change]]:
        try:
            with self.at_work(), self._db.atomic():
                yield []
        except BaseException:
            self._found.clear()  # nothing of it was written
            raise

    def _put(self, change: Change) -> None:
        self._found.pop(change.kind, None)
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


def _words(found: tuple[int, list[Change]] | None) -> str | None:
    return step_words([change.words for change in found[1]]) if found else None


def _verb(old: State, new: Row) -> str:
    if new["deleted"]:
        return "删除"
    if old and old["deleted"]:
        return RESTORED
    return CHANGED if old else NEW
