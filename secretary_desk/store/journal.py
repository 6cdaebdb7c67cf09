"""The journal: every change with before and after, which is undo and history in one."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlite_utils import Database

from ..errors import DeskError
from ..records.record import Ref
from .rows import CHECKSUM, Row, sealed
from .schema import VERSION

FOUNDING = "founding"  # the visit in which an archive was founded: no step to be undone
NOTHING = 0  # what a step undoes that only says that entries were deleted for good
NEW, CHANGED, RESTORED = "新增", "修改", "恢复"  # verbs with which the words of a change begin
UNDONE, REDONE = "撤销：", "重做："  # with which the words of a reversal begin
VISIT = timedelta(minutes=10)  # saves of one form merge for so long
_HOLDS = "(before is not null or after is not null)"  # of what was deleted for good nothing is left
SPOILT = "这一步的改动记录已损坏，不能撤销；记录本身没有变动"
# What reading raises that says what no row can hold.
UNSOUND = (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError)
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

    def reversed(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.kind, self.entry, self.after, self.before, reversal_words(self.words))

    def again(self) -> "Change":
        """Return the change that does this one once more."""
        return replace(self, words=reversal_words(reversal_words(self.words)))


@dataclass(frozen=True, slots=True)
class Step:
    """What one command changed, for people to read; ``undone`` when it was taken back.

    ``refs`` are the entries that it changed, ``entries`` of them; its words name the first one.
    ``gone`` are those that were deleted for good since: of these nothing is left to be told.
    """

    number: int
    at: str
    words: str
    entries: int
    undone: bool
    refs: tuple[Ref, ...] = ()
    gone: frozenset[Ref] = frozenset()


class Journal:
    """Reads and writes the journal table; it opens no transaction of its own."""

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        self._db, self._now = db, now

    def write(self, changes: list[Change], *, visit: str = "", undoes: int | None = None) -> int:
        """Append one step and return its number; a visit's saves of one entry merge."""
        if len(changes) == 1 and visit and self._merge(changes[0], visit):
            return self._last_step()
        step, at = self._last_step() + 1, self._now().isoformat(timespec="seconds")
        number = self._number("select max(no) from journal")
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
        if before is not None and before.keys() <= {"changed"}:  # all is as it was, but the time
            table = self._db.table(last.kind)
            table.update(last.entry, sealed({**table.get(last.entry), **before}))
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
        return self._step(self._last(f"undone_by is null and visit <> '{FOUNDING}' and {_HOLDS}"))

    def redoable(self) -> tuple[int, list[Change]] | None:
        """Return the step undone last, unless something new was done since."""
        sql = f"select max(undone_by) from journal where undone_by > ? and {_HOLDS}"
        undone = self._number(sql, self._last("true"))
        return self._step(self._number("select max(step) from journal where undone_by = ?", undone))

    def hindrance(self, step: int) -> str:
        """Return why a step cannot be taken back, as far as the journal alone can tell."""
        rows = self._rows("step = ?", step)
        if not rows or not any(_holds(row) for row in rows):
            return "这一步的内容已经彻底删除，不能再撤销"
        if rows[0]["visit"] == FOUNDING:
            return "这是建立档案时写下的，不能撤销；可以到那条记录里直接改"
        if rows[0]["undone_by"] is not None:
            return "这一步已经撤销了"
        if any(row["version"] != VERSION for row in rows):
            return "这一步在档案升级以前，只能看，不能再撤销"
        return self._outdone(step, rows[0]["undoes"])

    def _outdone(self, step: int, undoes: int | None) -> str:
        undone_by = "select undone_by from journal where step = ?"
        if undoes is None or undoes < 0 or self._number(undone_by, undoes) == step:
            return ""
        return "这一步说的是另一步的撤销或重做；要撤销，请选它说的那一步"

    def changes(self, step: int) -> list[Change]:
        """Return what a step changed, but for what was deleted for good since."""
        return [_change(row) for row in self._rows("step = ?", step) if _holds(row)]

    def later(self, change: Change, step: int) -> Iterator[Change]:
        """Yield the changes of the same entry that came after a step, the last one first."""
        rows = self._rows("step > ? and kind = ? and entry = ?", step, change.kind, change.entry)
        yield from (_change(row) for row in reversed(rows) if _holds(row))

    def turn(self, step: int, undone_by: int | None) -> None:
        """Say by which step one was undone, None for that it stands again; what it had itself
        undone then stands, or does not, and so on."""
        while step:
            self._mark(step, undone_by)
            target = abs(self._number("select undoes from journal where step = ?", step))
            undone_by = step if undone_by is None else None
            step = target if target < step else 0  # a crafted journal may go round in circles

    def _mark(self, step: int, undone_by: int | None) -> None:
        for row in self._rows("step = ?", step):
            self._update(row, {"undone_by": undone_by})

    def _last(self, where: str) -> int:
        """Return the last command of those that meet a condition, 0 for none.

        What undo and redo write is none. Taking one step back from among all is one: it is told
        by a negative ``undoes``.
        """
        sql = f"select max(step) from journal where {{}} and {where}"
        return max(map(self._number, map(sql.format, ("undoes is null", "undoes < 0"))))

    def _number(self, sql: str, *values: int) -> int:
        return (self._db.execute(sql, values).fetchone() or [0])[0] or 0

    def _step(self, number: int) -> tuple[int, list[Change]] | None:
        rows = [row for row in self._rows("step = ?", number) if _holds(row)]
        if not rows or any(row["version"] != VERSION for row in rows):
            return None
        return number, [_change(row) for row in rows]

    def _rows(self, where: str, *values: Any) -> list[Row]:
        return list(self._db.table("journal").rows_where(where, values, order_by="no"))

    def _update(self, row: Row, changed: Row) -> None:
        self._db.table("journal").update(row["no"], sealed({**row, **changed}))

    def _last_step(self) -> int:
        return self._number("select max(step) from journal")


def change_of(kind: str, old: Row | None, new: Row, words: str) -> Change | None:
    """Return what a row's change is; None where nothing but its time would differ."""
    after = {name: value for name, value in new.items() if name != CHECKSUM}
    if old is None:
        return Change(kind, new["id"], None, after, words)
    after = {name: value for name, value in after.items() if old[name] != value}
    if not after.keys() - {"changed"}:
        return None
    return Change(kind, new["id"], {name: old[name] for name in after}, after, words)


def step_words(words: list[str]) -> str:
    """Return the words of a step from those of its changes."""
    return words[0] if len(words) == 1 else f"{words[0]} 等{len(words)}条"


def reversal_words(words: str) -> str:
    """Return the words of what takes a step back: a reversal's own is doing it again."""
    for begun, other in ((UNDONE, REDONE), (REDONE, UNDONE)):
        if words.startswith(begun):
            return other + words.removeprefix(begun)
    return UNDONE + words


def utc_now() -> datetime:
    """Return the present time with its offset."""
    return datetime.now(UTC)


def _holds(row: Row) -> bool:
    return row["before"] is not None or row["after"] is not None


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
        raise DeskError(SPOILT) from None
    if not all(isinstance(state, dict | None) for state in (before, after)):
        raise DeskError(SPOILT)
    return Change(row["kind"], row["entry"], before, after, row["words"])
