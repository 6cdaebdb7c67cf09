"""Finding entries in an archive."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from sqlite_utils import Database

from ..kinds import find_kind
from ..kinds.linking import name_field
from ..records.kind import Kind, OneAYear
from ..records.period import Period
from ..records.record import Ref
from .connecting import WRITING, Line
from .health import damaged
from .rows import Row, from_row, loaded

READING = "读不出来"
P = ParamSpec("P")
V = TypeVar("V")


def _asking(
    ask: Callable[Concatenate["Reader", P], V],
) -> Callable[Concatenate["Reader", P], V]:
    """Let a method reach the archive again after it was away, and say so when it is away still."""

    @wraps(ask)
    def asked(self: "Reader", /, *args: P.args, **more: P.kwargs) -> V:
        with self.at_work(READING):
            return ask(self, *args, **more)

    return asked


class Reader:
    """One open archive's entries, for whoever only asks."""

    def __init__(self, db: Database, path: Path) -> None:
        self.path, self._db = path, db
        self._made: dict[tuple[str, str], tuple[Row, Any]] = {}
        self._found: dict[str, dict[Period | None, list[Any]]] = {}
        self._version = 0  # PRAGMA data_version: another program's write raises it
        self._line = Line(db, path, self._found.clear)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def at_work(self, failed: str = WRITING) -> AbstractContextManager[None]:
        """Turn what goes wrong into a DeskError which says what ``failed``; where the archive was
        away with its disk, reach it again first."""
        return self._line.at_work(failed)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @_asking
    def get(self, ref: Ref) -> Any:
        """Return an entry that is not deleted, or None."""
        row = self._row(ref.kind, ref.id)
        return self._record(find_kind(ref.kind), row) if row and not row["deleted"] else None

    @_asking
    def even_deleted(self, ref: Ref) -> Any:
        """Return an entry, also one in the recycle bin; None when it is gone for good."""
        row = self._row(ref.kind, ref.id)
        return self._record(find_kind(ref.kind), row) if row else None

    @_asking
    def entries(self, kind: Kind[Any], period: Period | None = None) -> list[Any]:
        """Return the entries of a kind in the order of their dates.

        With a period, those that may touch it: ``kind.when`` then says which ones count.
        """
        known = self._known(kind.name)
        if period not in known:
            known[period] = self._entries(kind, period)
        return list(known[period])

    @_asking
    def beginning(self, kind: Kind[Any], day: str) -> list[Any]:
        """Return the entries of a kind that begin on a day, as far as either is known: its month
        or year alone may be that day, and without a day the year that they are filed under.
        """
        where = "deleted = '' and (substr(starts, 1, ?) = ? or starts in (?, ?))"
        values = [len(day[:10]), day[:10], day[:7], day[:4]]
        rows = self._db.table(kind.name).rows_where(where, values, order_by="starts, created, id")
        return [self._record(kind, row) for row in rows]

    @_asking
    def years(self, kind: Kind[Any]) -> set[int]:
        """Return the years in which entries of a kind begin or are filed."""
        sql = f"select distinct substr(starts, 1, 4), filed_under from [{kind.name}]"
        rows = self._db.execute(f"{sql} where deleted = ''").fetchall()
        return {int(year) for row in rows for year in row if str(year).isdigit()}

    def entries_where(self, kind: Kind[Any], where: str, values: Sequence[str]) -> Iterator[Any]:
        """Yield the entries of a kind that meet a condition in SQL, the newest first."""
        order = "starts desc, created desc"
        for row in self._db.table(kind.name).rows_where(where, values, order_by=order):
            yield self._record(kind, row)

    @_asking
    def earlier(self, kind: Kind[Any], name: str, but: str = "", limit: int = 300) -> list[Any]:
        """Return the values that a field has had, each once, the latest first, but for one entry's
        (by its id)."""
        sql = (
            f"select [{name}] from [{kind.name}]"
            f" where deleted = '' and id <> ? and [{name}] not in ('', '[]')"
            f" group by [{name}] order by max(changed) desc limit ?"
        )
        return [loaded(kind, name, raw) for (raw,) in self._db.execute(sql, [but, limit])]

    @_asking
    def ids_named(self, kind: str, name: str) -> list[str]:
        """Return the ids of the entries of a kind that bear a name."""
        column = name_field(find_kind(kind))
        sql = f"select id from [{kind}] where deleted = '' and [{column}] = ?"
        return [found for (found,) in self._db.execute(sql, [name])]

    def _known(self, kind: str) -> dict[Period | None, list[Any]]:
        """Return what was found of a kind since it was last written, here or elsewhere."""
        (version,) = self._db.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self._version = version
            self._found.clear()
        return self._found.setdefault(kind, {})

    def _entries(self, kind: Kind[Any], period: Period | None) -> list[Any]:
        where, values, order, limit = "deleted = ''", [], "starts, created, id", None
        if period and isinstance(kind.when, OneAYear):
            order, limit = f"filed_under > {period.year}, abs(filed_under - {period.year})", 1
        elif period:
            where += " and ends >= ? and starts <= ?"
            upper = max(period.end.isoformat(), str(period.year)) + "~"
            values = [str(min(period.start.year, period.year)), upper]
        rows = self._db.table(kind.name).rows_where(where, values, order_by=order, limit=limit)
        return [self._record(kind, row) for row in rows]

    def _record(self, kind: Kind[Any], row: Row) -> Any:
        """Return a row's record; while the row is as it was, the one made of it then."""
        key = (kind.name, row["id"])
        made = self._made.get(key)
        if made is None or made[0] != row:
            made = self._made[key] = row, self._read(kind, row)
        return made[1]

    def _read(self, kind: Kind[Any], row: Row) -> Any:
        try:
            return from_row(kind, row)
        except (ValueError, KeyError, TypeError, ArithmeticError, RecursionError):
            raise damaged(self.path) from None

    def _row(self, kind: str, entry: str) -> Row | None:
        return next(iter(self._db.table(kind).rows_where("id = ?", [entry])), None)
