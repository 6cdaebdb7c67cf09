"""The journal: every change with before and after, which is undo and history in one."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlite_utils import Database

from ..errors import DeskError
from ..records.record import Ref
from .rows import Row, sealed
from .schema import VERSION

FOUNDING = "founding"  # the visit in which an archive was founded: no step to be undone
NEW, CHANGED = "新增", "修改"  # verbs with which the words of a change begin
VISIT = timedelta(minutes=10)  # saves of one form merge for so long
State = dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Change:
    """One entry's change: ``before`` and ``after`` hold the columns that differ.

    None stands for an entry that is not there.
    """

    kind: str
    entry: str
    before: State
    after: State
    words: str

    def reversed(self, words: str) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.kind, self.entry, self.after, self.before, words)


@dataclass(frozen=True, slots=True)
class Step:
    """What one command changed, for people to read; ``undone`` when it was taken back.

    ``refs`` are the entries that it changed; the first one is named by its words.
    """

    number: int
    at: str
    words: str
    entries: int
    undone: bool
    refs: tuple[Ref, ...] = ()


class Journal:
    """Reads and writes the journal table; it opens no transaction of its own."""

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        self._db, self._now = db, now

    def write(self, changes: list[Change], *, visit: str = "", undoes: int | None = None) -> int:
        """Append one step and return its number; a visit's saves of one entry merge."""
        if len(changes) == 1 and visit and self._merge(changes[0], visit):
            return self._last_step()
        step, at = self._last_step() + 1, self._now().isoformat(timespec="seconds")
        number = self._db.execute("select coalesce(max(no), 0) from journal").fetchone()[0]
        fixed = {"step": step, "version": VERSION, "at": at, "visit": visit, "undoes": undoes}
        rows = [
            sealed({"no": no, **fixed, **_stored(change), "undone_by": None})
            for no, change in enumerate(changes, number + 1)
        ]
        self._db.table("journal").insert_all(rows)
        return step

    def _merge(self, change: Change, visit: str) -> bool:
        rows = self._rows("step = (select max(step) from journal)")
        if len(rows) != 1 or not self._same_visit(rows[0], change, visit):
            return False
        last = _change(rows[0])
        before, after = last.before, {**(last.after or {}), **(change.after or {})}
        if before is not None:
            before = {**(change.before or {}), **before}
            after = {name: value for name, value in after.items() if before[name] != value}
            before = {name: before[name] for name in after}
        if before == {} or set(before or ()) == {"changed"}:
            self._db.table("journal").delete(rows[0]["no"])
        else:
            merged = Change(last.kind, last.entry, before, after, change.words)
            words = change.words
            if before is None:  # begun in this visit, it goes on being a new one
                words = re.sub(f"^{CHANGED} ", f"{NEW} ", words)
            self._update(rows[0], {**_stored(merged), "words": words})
        return True

    def _same_visit(self, row: Row, change: Change, visit: str) -> bool:
        age = abs(self._now() - datetime.fromisoformat(row["at"]))
        same = (row["visit"], row["kind"], row["entry"]) == (visit, change.kind, change.entry)
        open_end = row["undoes"] is None and row["undone_by"] is None and row["after"] is not None
        if (change.after or {}).get("deleted"):  # a step of its own: undone, what was there is back
            return False
        return same and open_end and row["version"] == VERSION and age <= VISIT

    def undoable(self) -> tuple[int, list[Change]] | None:
        """Return the last step that still stands, unless a migration lies between."""
        where = f"undoes is null and undone_by is null and visit <> '{FOUNDING}'"
        return self._step(where, "max(step)")

    def redoable(self) -> tuple[int, list[Change]] | None:
        """Return the step undone last, unless something new was done since."""
        done = "(select coalesce(max(step), 0) from journal where undoes is null)"
        last = "(select max(undone_by) from journal)"
        return self._step(f"undone_by = {last} and undone_by > {done}", "max(step)")

    def mark(self, step: int, undone_by: int | None) -> None:
        """Say that a step was undone, or no longer is."""
        for row in self._rows("step = ?", step):
            self._update(row, {"undone_by": undone_by})

    def steps(self, limit: int) -> Iterator[Step]:
        """Yield the latest steps, the newest first."""
        latest = "step in (select distinct step from journal order by step desc limit ?)"
        groups: dict[int, list[Row]] = {}
        for row in self._rows(latest, limit):
            groups.setdefault(row["step"], []).append(row)
        for number, rows in sorted(groups.items(), reverse=True):
            words = step_words([row["words"] for row in rows])
            undone = rows[0]["undone_by"] is not None
            refs = tuple(Ref(row["kind"], row["entry"]) for row in rows)
            yield Step(number, rows[0]["at"], words, len(rows), undone, refs)

    def _step(self, where: str, which: str) -> tuple[int, list[Change]] | None:
        number = self._db.execute(f"select {which} from journal where {where}").fetchone()[0]
        rows = self._rows("step = ?", number) if number else []
        if not rows or any(row["version"] != VERSION for row in rows):
            return None
        return number, [_change(row) for row in rows]

    def _rows(self, where: str, *values: Any) -> list[Row]:
        return list(self._db.table("journal").rows_where(where, values, order_by="no"))

    def _update(self, row: Row, changed: Row) -> None:
        self._db.table("journal").update(row["no"], sealed({**row, **changed}))

    def _last_step(self) -> int:
        step: int = self._db.execute("select coalesce(max(step), 0) from journal").fetchone()[0]
        return step


def step_words(words: list[str]) -> str:
    """Return the words of a step from those of its changes."""
    return words[0] if len(words) == 1 else f"{words[0]} 等{len(words)}条"


def utc_now() -> datetime:
    """Return the present time with its offset."""
    return datetime.now(UTC)


def _stored(change: Change) -> Row:
    return {
        "kind": change.kind,
        "entry": change.entry,
        "words": change.words,
        "before": _dumped(change.before),
        "after": _dumped(change.after),
    }


def _dumped(state: State) -> str | None:
    return None if state is None else json.dumps(state, ensure_ascii=False)


def _change(row: Row) -> Change:
    try:
        before, after = (json.loads(row[k]) if row[k] else None for k in ("before", "after"))
    except (ValueError, RecursionError):
        raise DeskError("这一步的改动记录已损坏，不能撤销；记录本身没有变动") from None
    return Change(row["kind"], row["entry"], before, after, row["words"])
