"""The archive's tables, made from the kinds' declarations, and the number of their version."""

from typing import Any

from sqlite_utils import Database

from ..kinds import STORED
from ..records.kind import Kind
from .rows import columns

APPLICATION_ID = 0x53444553  # "SDES"
VERSION = 4  # raise it with every change of a declared column; tests/reference/schema.sql shows it

JOURNAL = {
    "no": int,
    "step": int,
    "version": int,
    "at": str,
    "kind": str,
    "entry": str,
    "words": str,
    "visit": str,
    "before": str,
    "after": str,
    "undoes": int,
    "undone_by": int,
    "checksum": int,
}


def create(db: Database) -> None:
    """Make the tables of a new archive."""
    for kind in STORED:
        create_table(db, kind)
    db.table("journal").create(JOURNAL, pk="no", strict=True)
    db.table("journal").create_index(["step"])
    db.table("journal").create_index(["undoes", "undone_by", "step"])
    db.table("journal").create_index(["undone_by", "step"])
    stamp(db)


def create_table(db: Database, kind: Kind[Any]) -> None:
    """Make one kind's table; ``ends`` is indexed, so that old years cost a new report nothing."""
    texts = {name: "" for name, column in columns(kind).items() if column is str}
    fixed = {"id", "starts", "ends", "created", "changed", "deleted"}
    db.table(kind.name).create(columns(kind), pk="id", not_null=fixed & set(texts), strict=True)
    db.table(kind.name).create_index(["ends", "starts"])


def stamp(db: Database) -> None:
    """Mark the file as ours, of this version."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")


def add_gained(db: Database) -> None:
    """Add the tables and columns that kinds have gained since the file was written."""
    for kind in STORED:
        if not db.table(kind.name).exists():
            create_table(db, kind)
        for name in columns(kind).keys() - db.table(kind.name).columns_dict.keys():
            db.table(kind.name).add_column(name, columns(kind)[name])


def is_current(db: Database) -> bool:
    """Whether the tables have exactly the declared columns."""
    wanted = {kind.name: columns(kind) for kind in STORED} | {"journal": JOURNAL}
    tables = set(db.table_names())
    return all(n in tables and db.table(n).columns_dict == wanted[n] for n in wanted)
