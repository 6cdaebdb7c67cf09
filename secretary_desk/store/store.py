"""The archive at work: saving, deleting, undoing; each command is one step."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Self, TypeVar

from ..errors import DeskError
from ..kinds import find_kind, kind_of
from ..paths import whole_file
from ..records.record import Record, Ref
from . import bin as recycling
from . import schema, selective_undo
from .bin import Binned
from .connecting import connect, sentences
from .copying import check_name
from .health import busy, called, check_content, check_header, damaged, drop_journal, is_busy
from .journal import CHANGED, NEW, RESTORED, State, change_of, utc_now
from .migrations import MIGRATIONS, Migration, lift
from .recovery import make_ready
from .rows import Row, to_row
from .steps import Clock, Steps

R = TypeVar("R", bound=Record)


class Store(Steps):
    """One open archive: one connection, one writer, on one thread."""

    @classmethod
    def create(cls, path: Path, now: Clock = utc_now) -> Self:
        """Make a new, empty archive; raises DeskError when the name is taken."""
        check_name(path)
        with sentences(path):
            if path.exists():
                raise DeskError(f"“{called(path)}”已经存在，没有动它；请换一个名称")
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
        back = [(kind, {**row, "deleted": ""}) for kind, row in gone]
        if taken := selective_undo.twin(self._db, back):
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

    def _erase(self, refs: Sequence[Ref] | None) -> str:
        with self.at_work():
            self._db.execute("PRAGMA temp_store = MEMORY")  # no copy in a folder for all
        with self._writing():
            recycling.erase(self._db, refs, self._now().isoformat(timespec="seconds"))
        self._made.clear()
        self._found.clear()
        try:
            return recycling.finish(self._db, self.path)
        except (sqlite3.Error, OSError):
            return "附件还没有删掉；下次打开档案时再删"


def _verb(old: State, new: Row) -> str:
    if new["deleted"]:
        return "删除"
    if old and old["deleted"]:
        return RESTORED
    return CHANGED if old else NEW
