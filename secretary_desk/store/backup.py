"""Copies of an archive that were read back before they count."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from ..errors import DeskError
from ..paths import whole_file
from .health import check_content, count_rows


def verified_copy(db: Database, target: Path, *, current: bool = True) -> None:
    """Write a copy of an open archive, check it, and only then give it its name.

    Raises DeskError when the copy cannot be written or does not hold what the archive holds.
    """
    try:
        with whole_file(target) as part:
            db.execute("VACUUM INTO ?", [str(part)])  # an empty file may be there
            with closing(sqlite3.connect(part)) as connection:
                copy = Database(connection)
                check_content(copy, part, current=current)
                if count_rows(copy) != count_rows(db):
                    raise DeskError("备份与原件的条数不一致，这份备份没有保留")
    except (OSError, sqlite3.Error) as error:
        raise DeskError(f"备份没有写成：{error}；原来的档案没有变动") from None
