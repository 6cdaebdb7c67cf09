"""Records to database rows and back, each row with a checksum of what it holds."""

import json
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from ..kinds import find_kind
from ..records.fields import Rows
from ..records.kind import Kind
from ..records.record import Record, plain_record
from ..records.specs import Linked, Spec, Tags

Row = dict[str, Any]
TIMES = ("created", "changed", "deleted")
BOUNDS = ("starts", "ends")
CHECKSUM = "checksum"
_BARE = (None, "[]")


def columns(kind: Kind[Any]) -> dict[str, type]:
    """Return the columns of a kind's table with their Python types."""
    fixed: dict[str, type] = dict.fromkeys(("id", *TIMES, *BOUNDS), str)
    own = {n: int if s.column == "INTEGER" else str for n, s in kind.specs.items()}
    return fixed | {CHECKSUM: int} | own


def to_row(kind: Kind[Any], record: Record) -> Row:
    """Return a record as a row; lists and references become JSON text."""
    row = {name: _stored(value) for name, value in plain_record(record).items()}
    row["starts"], row["ends"] = kind.when.bounds(record)
    return sealed(row)


def from_row(kind: Kind[Any], row: Mapping[str, Any]) -> Any:
    """Return the record that ``to_row`` stored; a column gained since then is at its default."""
    fields = {name: load(row[name]) for name, load in _loaders(kind.name) if row[name] not in _BARE}
    return kind.record(**{name: row[name] for name in ("id", *TIMES)}, **fields)


def loaded(kind: Kind[Any], name: str, column: Any) -> Any:
    """Return the value of one field that ``to_row`` stored."""
    return dict(_loaders(kind.name))[name](column)


def sealed(row: Row) -> Row:
    """Return a row with the checksum of its other columns."""
    return {**row, CHECKSUM: checksum(row)}


def checksum(row: Mapping[str, Any]) -> int:
    """Return the CRC-32 of a row's filled columns.

    SQLite does not notice a flipped bit inside a value; this does. Empty columns do not count,
    so that a column that a kind gains later leaves the sums as they are.
    """
    filled = sorted(
        (k, v) for k, v in row.items() if v not in (None, "", 0, "[]") and k != CHECKSUM
    )
    return zlib.crc32(repr(filled).encode("utf-8", "surrogatepass"))


def _stored(value: Any) -> str | int | None:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if isinstance(value, str):
        return str(value)
    stored: int | None = value
    return stored


@cache
def _loaders(kind: str) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """Return a kind's fields with what turns a column's value into theirs."""
    specs = find_kind(kind).specs
    return tuple(
        (name, _from_json(spec) if _compound(spec) else spec.load) for name, spec in specs.items()
    )


def _compound(spec: Spec) -> bool:
    return isinstance(spec, (Rows, Tags, Linked))


def _from_json(spec: Spec) -> Callable[[str], Any]:
    return lambda text: spec.load(json.loads(text))
