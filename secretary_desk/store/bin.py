"""The recycle bin: what was deleted, and how it goes for good, out of the journal too."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from sqlite_utils import Database

from ..kinds import KINDS, REPORTING, STORED, dismissal
from ..records.kind import Kind
from ..records.record import Ref
from . import attachments
from .copying import kept_in
from .journal import NOTHING
from .rows import CHECKSUM, Row, from_row, sealed
from .schema import VERSION
from .whole import files_named

# What the user has written; what he has decided about checks is not looked for in a bin.
_LISTED = (*KINDS, *(kind for kind in REPORTING if kind is not dismissal.KIND))
_HASH = re.compile("[0-9a-f]{64}", re.ASCII)


class Binned(NamedTuple):
    """A deleted entry: what kind it is, what it is called, when (UTC, ISO) and by which step.

    The excerpt is what tells it from others that are called so.
    """

    ref: Ref
    label: str
    title: str
    at: str
    step: int
    words: str
    excerpt: str = ""


def binned(db: Database) -> list[Binned]:
    """Return the deleted entries, those deleted last first."""
    by = _deletions(db)
    found = [_told(kind, row, by) for kind in _LISTED for row in _deleted(db, kind)]
    return sorted(found, key=lambda one: (one.at, one.step), reverse=True)


def erase(db: Database, refs: Sequence[Ref] | None, at: str) -> int:
    """Delete entries of the recycle bin for good, all that is not living when none are named.

    Of what they said nothing is left, in the journal and in the file's free places neither; the
    journal says that something was there. Returns how many entries went. To be called in a
    transaction; when that has ended, ``finish`` removes their attachments.
    """
    rows = {Ref(k.name, row["id"]): row for k in STORED for row in _deleted(db, k)}
    gone = set(rows) if refs is None else rows.keys() & set(refs)
    for kind in {ref.kind for ref in gone}:
        ids = [(ref.id,) for ref in gone if ref.kind == kind]
        db.conn.executemany(f"delete from [{kind}] where id = ?", ids)
    said = _forget(db, gone if refs is not None else None)
    if gone or said:
        texts = [text for _, text in said] + [rows[ref]["files"] or "" for ref in gone]
        _note(db, len(gone), at, {found for text in texts for found in _HASH.findall(text)})
        _overwrite(db, {"journal", *(ref.kind for ref in gone), *(kind for kind, _ in said)})
    return len(gone)


def finish(db: Database, archive: Path) -> str:
    """Remove the attachments of entries deleted for good that nothing else names.

    They go when it is certain that no entry needs them; what a kill or another program keeps from
    going goes with the next call. Returns what is left, in a sentence; empty when nothing is.
    """
    unfinished = list(db.table("journal").rows_where("undoes = ? and visit <> ''", [NOTHING]))
    if not unfinished:
        return ""
    wanted = {found for row in unfinished for found in _HASH.findall(row["visit"])}
    left = _remove(archive, wanted - _named(db))
    for row in unfinished:
        visit = " ".join(sorted(left & set(_HASH.findall(row["visit"]))))
        db.table("journal").update(row["no"], sealed({**row, "visit": visit}))
    return f"有{len(left)}个附件没有删掉，可能正被别的程序打开；下次打开档案时再删" if left else ""


def _overwrite(db: Database, tables: set[str]) -> None:
    """Leave nothing of deleted rows in the file: write the tables anew, and zeros over what is
    free.

    Not VACUUM: it makes the file shorter only after it has committed, and a kill between leaves an
    archive longer than it says. SQLite moves rows when pages split, so that secure_delete alone
    leaves copies.
    """
    db.execute("PRAGMA secure_delete = ON")
    for name in sorted(tables):
        db.execute(f"create temp table kept as select * from [{name}]")
        db.execute(f"delete from [{name}]")
        db.execute(f"insert into [{name}] select * from temp.kept")
        db.execute("drop table temp.kept")
    (free,), (size,) = (
        db.execute(f"PRAGMA {n}").fetchone() for n in ("freelist_count", "page_size")
    )
    db.execute("create table main.zeros (bytes)")
    db.execute("insert into main.zeros values (zeroblob(?))", [free * size])
    db.execute("drop table main.zeros")


def _told(kind: Kind[Any], row: Row, by: dict[Ref, tuple[int, str]]) -> Binned:
    ref, record = Ref(kind.name, row["id"]), from_row(kind, row)
    step, words = by.get(ref, (0, ""))
    title = kind.title(record) if kind in KINDS else kind.done(record, "删除")
    excerpt = kind.excerpt(record) if kind in KINDS else ""
    return Binned(ref, kind.label, title, row["deleted"], step, words, excerpt)


def _deleted(db: Database, kind: Kind[Any]) -> Iterator[Row]:
    yield from list(db.table(kind.name).rows_where("deleted <> ''"))


def _deletions(db: Database) -> dict[Ref, tuple[int, str]]:
    """Return the step by which each entry was deleted last, and its words."""
    deleting = "case when json_valid(after) then json_extract(after, '$.deleted') <> '' end"
    sql = f"select kind, entry, max(step), words from journal where {deleting} group by 1, 2"
    return {Ref(kind, entry): (step, words) for kind, entry, step, words in db.execute(sql)}


def _forget(db: Database, gone: set[Ref] | None) -> list[tuple[str, str]]:
    """Take the contents out of the entries' journal rows; returns them with their kinds. Without
    entries, out of those of all that are not there (a creation that was undone)."""
    living = _living(db) if gone is None else set()
    labels = {kind.name: kind.label for kind in STORED}
    texts, emptied = list[tuple[str, str]](), list[tuple[str, int, int]]()
    for row in db.table("journal").rows_where("before is not null or after is not null"):
        ref = Ref(row["kind"], row["entry"])
        if ref in gone if gone is not None else ref not in living:
            texts += [(ref.kind, text) for text in (row["before"], row["after"]) if text]
            words = f"{labels.get(ref.kind, '记录')}：1条已彻底删除"
            rest = sealed({**row, "words": words, "before": None, "after": None})
            emptied.append((words, rest[CHECKSUM], row["no"]))
    put = "update journal set words = ?, before = null, after = null, checksum = ? where no = ?"
    db.conn.executemany(put, emptied)
    return texts


def _living(db: Database) -> set[Ref]:
    return {Ref(k.name, id) for k in STORED for (id,) in db.execute(f"select id from [{k.name}]")}


def _note(db: Database, count: int, at: str, hashes: Iterable[str]) -> None:
    """Write the step that says so; its visit names the attachments that are still to go."""
    no, step = db.execute("select max(no), max(step) from journal").fetchone()
    words = f"彻底删除回收站里的{count}条" if count else "彻底删除已撤销的新增"
    row = {
        "no": no + 1, "step": step + 1, "version": VERSION, "at": at, "kind": "", "entry": "",
        "words": words, "visit": " ".join(sorted(hashes)), "before": None, "after": None,
        "undoes": NOTHING, "undone_by": None,
    }  # fmt: skip
    db.table("journal").insert(sealed(row))


def _named(db: Database) -> set[str]:
    """Return the hashes of attachments that an entry or the journal still names."""
    held = (
        "select before, after from journal where instr(before, 'sha256') or instr(after, 'sha256')"
    )
    texts = (text for row in db.execute(held) for text in row if text)
    return files_named(db) | {found for text in texts for found in _HASH.findall(text)}


def _remove(archive: Path, hashes: set[str]) -> set[str]:
    """Remove attachments' files; returns the hashes of those that would not go."""
    left = set()
    for path in kept_in(attachments.folder(archive)) if hashes else ():
        if (name := path.name[:64]) in hashes:
            try:
                path.unlink(missing_ok=True)
            except OSError:  # another program holds it
                left.add(name)
            else:
                with suppress(OSError):  # what holds something stays
                    path.parent.rmdir()
    return left
