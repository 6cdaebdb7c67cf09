"""One step of all that there are taken back, where nothing that came after stands on it."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from ..errors import DeskError
from ..kinds import KINDS, find_kind
from ..records.fields import Rows, specs_of
from ..records.kind import Kind
from ..records.specs import Linked, Spec
from .journal import SPOILT, UNSOUND, Change, Journal, change_of, reversal_words
from .rows import CHECKSUM, Row, from_row, to_row

# What follows from a row's other columns, and when it was written.
_DERIVED = {"starts", "ends", "created", "changed", CHECKSUM}
_AT_ONCE = 500  # values that one query names
# Of these kinds one entry stands for each value of the fields.
_ONE_OF = {
    "branch": ("filed_under",),
    "report_settings": ("year",),
    "own_outline": ("year",),
    "passage_edit": ("year", "passage"),
    "supplement": ("year", "section"),
    "rule_value": ("key",),
    "check_answer": ("year", "rule", "about"),
    "dismissal": ("year", "check_name", "sentence", "words"),
    "not_duplicate": ("one", "other"),
}
_Key = tuple[str, str]  # an entry's kind and id
_States = dict[_Key, Row | None]


def hindrance(db: Database, journal: Journal, step: int) -> str:
    """Return why a step cannot be taken back, in a sentence; empty when it can."""
    with _sound():
        return journal.hindrance(step) or _Reversal(db, journal, step, "").hindrance()


def reversal(db: Database, journal: Journal, step: int, stamp: str) -> list[Change]:
    """Return the changes that take a step back at a time; raises DeskError where that cannot be.

    Only the fields that the step changed go back to what they were before it; an entry that it
    made goes into the recycle bin.
    """
    if said := hindrance(db, journal, step):
        raise DeskError(f"没有撤销：{said}")
    with _sound():
        return _Reversal(db, journal, step, stamp).changes()


def twin(db: Database, rows: Sequence[tuple[str, Row]]) -> str:
    """Return the sentence for a row that would live beside another one of which there is only one;
    empty when there is none."""
    for name, row in rows:
        if fields := _ONE_OF.get(name):
            same = " and ".join(f"[{field}] is ?" for field in fields)
            values = [row["id"], *(row[field] for field in fields)]
            where = f"deleted = '' and id <> ? and {same}"
            if db.table(name).count_where(where, values):
                return f"现在已有另一份{find_kind(name).label}，要先删除那一份"
    return ""


@contextmanager
def _sound() -> Iterator[None]:
    """Turn a journal that says what no row can hold into a DeskError."""
    try:
        yield
    except UNSOUND:
        raise DeskError(SPOILT) from None


class _Reversal:
    """What a step's reversal makes of the entries, and what is in its way."""

    def __init__(self, db: Database, journal: Journal, step: int, stamp: str) -> None:
        self._db, self._journal, self._step, self._stamp = db, journal, step, stamp
        self._done = journal.changes(step)
        self._old: _States = dict(_rows(db, self._done))
        self._new = dict(self._old)
        self._hindrance = ""
        for change in reversed(self._done):
            key = change.kind, change.entry
            self._hindrance = self._hindrance or self._in_the_way(change, self._new[key])
            if not self._hindrance:
                self._new[key] = self._reversed(change, self._new[key])

    def hindrance(self) -> str:
        """Return the sentence that says what is in the way."""
        return self._hindrance or self._needed() or twin(self._db, list(self._revived()))

    def changes(self) -> list[Change]:
        """Return the changes by which the entries become what they were."""
        words = {(c.kind, c.entry): reversal_words(c.words) for c in reversed(self._done)}
        made = (self._change(key, new, words[key]) for key, new in self._new.items() if new)
        if found := [change for change in made if change]:
            return found
        raise DeskError("没有撤销：记录已经和这一步以前一样")

    def _in_the_way(self, change: Change, row: Row | None) -> str:
        """Return which later step stands on what a change made."""
        if change.after is None or row is None:
            return "" if row is None and change.after is None else self._gone(change)
        others = [n for n in change.after.keys() - _DERIVED if row[n] != change.after[n]]
        if "deleted" not in others and row["deleted"] and "deleted" not in change.after:
            others.append("deleted")
        if not others:
            return ""
        later = self._later(change, set(others))
        if "deleted" in others:
            return _moved(change, row, later)
        specs = find_kind(change.kind).specs
        labels = "、".join(specs[name].label for name in specs if name in others)
        return f"后来{later}又改了“{labels}”；可以先撤销那一步，或者到记录里直接改"

    def _gone(self, change: Change) -> str:
        return f"这条记录后来{self._later(change, set())}有变动，现在不在档案里或已另有一份"

    def _later(self, change: Change, fields: set[str]) -> str:
        """Return the words of the last step that changed one of the fields, or the whole entry."""
        for later in self._journal.later(change, self._step):
            changed = {*(later.before or ()), *(later.after or ())}
            if not fields or changed & fields or None in (later.before, later.after):
                return f"“{later.words}”"
        return ""

    def _reversed(self, change: Change, row: Row | None) -> Row:
        if change.before is None:
            return {**(row or {}), "deleted": self._stamp}
        own = {n: v for n, v in change.before.items() if row is None or n not in _DERIVED}
        return {**(row or {}), **own}

    def _change(self, key: _Key, new: Row, words: str) -> Change | None:
        kind = find_kind(key[0])
        record = replace(from_row(kind, new), changed=self._stamp)
        return change_of(kind.name, self._old[key], to_row(kind, record), words)

    def _revived(self) -> Iterator[tuple[str, Row]]:
        for key, new in self._new.items():
            old = self._old[key]
            if new and not new["deleted"] and (old is None or old["deleted"]):
                yield key[0], new

    def _needed(self) -> str:
        """Return which entry refers to one that the step made."""
        made = {c.entry for c in self._done if c.before is None}
        kinds = {c.kind for c in self._done if c.before is None}
        for kind, row, columns in _holders(self._db, kinds, made):
            named = made & set(_ids(row[name] for name in columns if row[name]))
            if named and row["id"] not in made:
                told = f"{kind.label} {kind.title(from_row(kind, row))}".strip()
                return f"后来的“{told}”写到了它；要先到那里改掉"
        return ""


def _moved(change: Change, row: Row, later: str) -> str:
    """Return the sentence for an entry deleted or put back since."""
    if not row["deleted"]:
        return f"这条记录后来已经恢复（{later}）"
    if change.before is None:
        return "这条记录已经在回收站里"
    if change.after and change.after.get("deleted"):
        return "这条记录后来恢复过，又删除了；要找回它，请到回收站里恢复"
    return f"这条记录后来删除了（{later}）；可以先到回收站里恢复它"


def _rows(db: Database, changes: Sequence[Change]) -> Iterator[tuple[_Key, Row | None]]:
    """Yield the rows of the entries that were changed as they are now, None where there is none."""
    entries: dict[str, list[str]] = {}
    for change in changes:
        entries.setdefault(change.kind, []).append(change.entry)
        yield (change.kind, change.entry), None
    for kind, ids in entries.items():
        each = list(dict.fromkeys(ids))
        for first in range(0, len(each), _AT_ONCE):
            some = each[first : first + _AT_ONCE]
            where = f"id in ({','.join('?' * len(some))})"
            for row in db.table(kind).rows_where(where, some):
                yield (kind, row["id"]), row


def _holders(
    db: Database, kinds: set[str], ids: set[str]
) -> Iterator[tuple[Kind[Any], Row, list[str]]]:
    """Yield the rows whose references may be to one of the entries, with the columns of these."""
    for kind in KINDS if ids else ():
        columns = [name for name, spec in kind.specs.items() if _refers(spec, kinds)]
        if columns:
            alone = next(iter(ids)) if len(ids) == 1 else '"id":"'
            where = " or ".join(f"instr([{name}], ?)" for name in columns)
            values = [alone] * len(columns)
            for row in db.table(kind.name).rows_where(f"deleted = '' and ({where})", values):
                yield kind, row, columns


def _refers(spec: Spec, kinds: set[str]) -> bool:
    match spec:
        case Linked():
            return spec.kind in kinds
        case Rows():
            return any(_refers(cell, kinds) for cell in specs_of(spec.row).values())
    return False


def _ids(columns: Iterator[str]) -> Iterator[str]:
    for text in columns:
        told = json.loads(text)
        for row in told if isinstance(told, list) else [{"": told}]:
            for cell in row.values():
                if isinstance(cell, dict) and cell.get("id"):
                    yield cell["id"]
