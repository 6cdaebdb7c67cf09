"""The steps of an archive: written whole or not at all, told, taken back and done again."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from ..records.record import Ref
from . import history, selective_undo
from .journal import Change, Journal, Step, step_words, utc_now
from .reading import READING, Reader
from .rows import sealed

Clock = Callable[[], datetime]


class Steps(Reader):
    """One open archive, whose changes are steps in its journal."""

    def __init__(self, db: Database, path: Path, now: Clock = utc_now) -> None:
        super().__init__(db, path)
        self._now = now
        self._journal = Journal(db, now)

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
            changes = selective_undo.reversal(self._db, self._journal, number, self._stamp())
            for change in changes:
                self._put(change)
            made = self._journal.write(changes, undoes=-number)
            self._journal.turn(number, made)
        return step_words([change.words for change in changes])

    def hindrance(self, number: int) -> str:
        """Return why a step cannot be taken back from among all; empty when it can."""
        with self.at_work():
            return selective_undo.hindrance(self._db, self._journal, number)

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
            self._journal.turn(step, number if undoing else None)
        return _words(found)

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
