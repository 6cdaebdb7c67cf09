"""Older archives lifted to the present version.

``user_version`` alone says how old a file is (sqlite_utils.Migrations would keep a second
account of it in a table). A migration is a function of the database; it spells old names out and
never reads the live declarations.
"""

import re
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from sqlite_utils import Database

from ..errors import DeskError
from . import slip
from .health import called
from .keeping import Reason, back_up
from .reasons import reason_of
from .rows import sealed
from .schema import add_gained, stamp

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
    """Bring an older archive up to date in one transaction; returns the backup made before.

    Raises DeskError, and leaves the file as it was, when the backup or a migration fails, and
    when the file is a backup itself, of which no byte may change.
    """
    if slip.path_of(path).exists():
        raise DeskError(
            f"“{called(path)}”是旧版本写的一份备份，请先恢复成档案再打开；备份没有被改动"
        )
    try:
        backup = back_up(path, reason=Reason.MIGRATION)
    except DeskError as error:
        raise DeskError(
            f"“{called(path)}”由旧版本的书记案头写成，打开前要先备份、再升级，现在没有升级：{error}；"
            "也可以把它和旁边的附件文件夹复制到本机的文件夹里再打开"
        ) from error
    try:
        with db.atomic():
            for step in sorted(step for step in migrations if step > version):
                migrations[step](db)
            add_gained(db)
            _seal(db)
            stamp(db)
    except Exception as error:
        raise DeskError(
            f"“{called(path)}”由旧版本的书记案头写成，升级没有成功：{_reason(error)}；原件没有变动，"
            f"升级前的备份是“{backup.name}”，请先用原来的版本打开"
        ) from error
    return backup


def _reason(error: Exception) -> str:
    return reason_of(error) if isinstance(error, (OSError, sqlite3.Error)) else str(error)


def _seal(db: Database) -> None:
    for name in db.table_names():
        table = db.table(name)
        for row in list(table.rows):
            table.update(row[table.pks[0]], sealed(row))
