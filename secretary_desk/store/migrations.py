"""Older archives lifted to the present version.

``user_version`` alone says how old a file is (sqlite_utils.Migrations would keep a second
account of it in a table). A migration is a function of the database; it spells old names out and
never reads the live declarations.
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from sqlite_utils import Database

from ..errors import DeskError
from .rows import sealed
from .schema import add_gained, stamp
from .verified import verified_copy

Migration = Callable[[Database], None]
_BRACES = re.compile(r"(?<!\\)(\\*)\{\{")


def _supplements_are_templates(db: Database) -> None:
    """Version 3: a supplement may refer to figures; {{ written before it was plain text, and so
    were slashes before it."""
    if not db.table("supplement").exists():
        return
    for id, text in db.execute("select id, text from supplement").fetchall():
        plain = _BRACES.sub(r"\1\1\\{{", text or "")
        db.execute("update supplement set text = ? where id = ?", (plain, id))


# The version that a migration lifts to, and the migration.
MIGRATIONS: Mapping[int, Migration] = MappingProxyType({3: _supplements_are_templates})


def lift(db: Database, path: Path, version: int, migrations: Mapping[int, Migration]) -> Path:
    """Bring an older archive up to date in one transaction; returns the copy made before.

    Raises DeskError, and leaves the file as it was, when the copy or a migration fails.
    """
    now = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    copy = path.with_name(f"{path.stem}-升级前-v{version}-{now}{path.suffix}")
    verified_copy(db, copy, current=False)
    try:
        with db.atomic():
            for step in sorted(step for step in migrations if step > version):
                migrations[step](db)
            add_gained(db)
            _seal(db)
            stamp(db)
    except Exception as error:
        raise DeskError(f"档案升级没有成功，原件未变，备份在“{copy.name}”：{error}") from error
    return copy


def _seal(db: Database) -> None:
    for name in db.table_names():
        table = db.table(name)
        for row in list(table.rows):
            table.update(row[table.pks[0]], sealed(row))
