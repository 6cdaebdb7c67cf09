"""The journal as people look back on it: the latest steps, and those of one entry."""

from collections.abc import Iterator

from sqlite_utils import Database

from ..records.record import Ref
from .journal import Step, step_words
from .rows import Row

# Without the states, which may be long.
_TOLD = (
    "step, at, words, kind, entry, undone_by, kind <> '' and before is null and after is null gone"
)


def steps(db: Database, limit: int, before: int | None = None, of: Ref | None = None) -> list[Step]:
    """Return the latest steps, the newest first: those before a step, or those of one entry.

    A step of many entries is told by the words of the entry asked for, else by its first one's.
    """
    where, values = _meant(before, of)
    latest = f"select distinct step from journal where {where} order by step desc limit ?"
    sql = f"select {_TOLD} from journal where step in ({latest}) order by no"
    groups: dict[int, list[Row]] = {}
    for row in _rows(db, sql, (*values, limit)):
        groups.setdefault(row["step"], []).append(row)
    return [_step(rows, of) for _, rows in sorted(groups.items(), reverse=True)]


def touched(db: Database) -> list[Step]:
    """Return the last step of every entry that was ever changed, the newest first."""
    last = f"select {_TOLD}, max(no) last from journal where kind <> '' group by kind, entry"
    rows = _rows(db, f"{last} order by last desc", ())
    return [_step([row]) for row in rows]


def _meant(before: int | None, of: Ref | None) -> tuple[str, list[int | str]]:
    where, values = ["true"], list[int | str]()
    if before is not None:
        where.append("step < ?")
        values.append(before)
    if of is not None:
        where.append("kind = ? and entry = ?")
        values += of
    return " and ".join(where), values


def _rows(db: Database, sql: str, values: tuple[int | str, ...]) -> Iterator[Row]:
    found = db.execute(sql, values)
    names = [column for column, *_ in found.description]
    for row in found:
        yield dict(zip(names, row, strict=True))


def _step(rows: list[Row], of: Ref | None = None) -> Step:
    first = rows[0]
    rows = sorted(rows, key=lambda row: bool(row["gone"]))  # what is still there names the step
    gone = frozenset(Ref(row["kind"], row["entry"]) for row in rows if row["gone"])
    words = _words([row["words"] for row in rows], len(gone))
    refs = [Ref(row["kind"], row["entry"]) for row in rows if row["kind"]]
    if of is not None:
        words = next(row["words"] for row in rows if (row["kind"], row["entry"]) == of)
        refs = [of, *(ref for ref in refs if ref != of)]
    undone = first["undone_by"] is not None
    return Step(first["step"], first["at"], words, len(refs), undone, tuple(refs), gone)


def _words(words: list[str], gone: int) -> str:
    if len(words) == 1 or not gone:
        return step_words(words)
    if gone == len(words):
        return f"{gone}条记录，都已彻底删除"
    return f"{step_words(words)}（其中{gone}条已彻底删除）"
