"""What can be had back: the good backups of an archive, and what each would change."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from .. import paths
from ..errors import DeskError
from ..kinds import KINDS, STORED
from ..records.kind import Kind
from ..records.text import one_line
from . import attachments
from .copying import new_files
from .journal import UNSOUND
from .keeping import Backup, backups_of, check_backup, count_entries, files_of, time_of
from .recovery import damage
from .rows import CHECKSUM, Row, columns, from_row
from .verified import copy_sentences, reading
from .whole import files_named

_DONE = ("找回", "改回", "去掉")
_FEW = 5
_STAMPS = {CHECKSUM, "created", "changed"}  # they differ without a word being another


@dataclass(frozen=True, slots=True)
class Difference:
    """What restoring would do to the entries of one kind.

    ``back`` come back, ``changed`` become what they were then, ``gone`` are only in what is now.
    ``examples`` are the latest of each by title, a few, with what would be done to them.
    """

    kind: str
    label: str
    back: int
    changed: int
    gone: int
    examples: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """What would be done, as in 三会一课：找回2条，改回3条，去掉1条."""
        parts = zip(_DONE, (self.back, self.changed, self.gone), strict=True)
        return f"{self.label}：{'，'.join(f'{verb}{n}条' for verb, n in parts if n)}"


def offers(archive: Path, *folders: Path) -> list[Backup]:
    """Return the backups of an archive that are good, the last made first.

    The archive itself need not be there. After its own folder of backups come the ``folders``,
    such as a second place. Each is read through, but not its attachments.
    """
    places = (paths.backups(archive), *folders)
    return [one for folder in places for one in offers_in(archive, folder)]


def offers_in(archive: Path, folder: Path) -> list[Backup]:
    """Return the good backups of an archive in one folder, which may be away."""
    return [one for one in _found(archive, folder) if _is_good(one)]


def offer_of(file: Path) -> Backup:
    """Return a file that the user says is a backup, as one; raises DeskError when it is no good.

    A copy made by hand is an archive like any other: its time is that of the file.
    """
    check_backup(file)
    with copy_sentences(), reading(file) as (db, _):
        at = time_of(file) or datetime.fromtimestamp(int(file.stat().st_mtime))
        return Backup(file, at, count_entries(db))


def difference(archive: Path | None, backup: Path) -> list[Difference]:
    """Return what restoring a backup would change, kind by kind; kinds without are left out.

    Of an archive that is not there or cannot be read nothing is known: all entries of the backup
    come back. Raises DeskError when the backup cannot be read.
    """
    check_backup(backup)
    then = _rows(backup)
    now = _rows(archive) if archive and not damage(archive) else {}
    found = (_difference(kind, now.get(kind.name, {}), then.get(kind.name, {})) for kind in STORED)
    return [one for one in found if one.back or one.changed or one.gone]


def files_back(archive: Path, backup: Path) -> int:
    """Return how many of a backup's attachments are lost or changed in what is now.

    Reads them all: for a backup whose entries are those of now. Raises DeskError.
    """
    with copy_sentences(), reading(backup) as (db, _):
        named = files_named(db)
        lacking = new_files(files_of(backup), attachments.folder(archive), exact=True)
        return sum(source.name[:64] in named for source, _ in lacking)


def _found(archive: Path, folder: Path) -> list[Backup]:
    with suppress(OSError):  # the stick is not there
        return backups_of(archive, folder)
    return []


def _is_good(backup: Backup) -> bool:
    try:
        check_backup(backup.path)
    except (DeskError, sqlite3.Error):
        return False
    return True


def _rows(archive: Path) -> dict[str, dict[str, Row]]:
    with copy_sentences(), reading(archive) as (db, _):
        there = set(db.table_names())
        return {k.name: dict(_live(db, k.name)) for k in STORED if k.name in there}


def _live(db: Database, table: str) -> Iterator[tuple[str, Row]]:
    for row in db.table(table).rows_where("deleted = ''"):
        yield row["id"], row


def _difference(kind: Kind[Any], now: dict[str, Row], then: dict[str, Row]) -> Difference:
    back = [then[id] for id in then.keys() - now.keys()]
    changed = [now[id] for id in now.keys() & then.keys() if _differs(now[id], then[id])]
    gone = [now[id] for id in now.keys() - then.keys()]
    done = zip(_DONE, (back, changed, gone), strict=True)
    examples = tuple((verb, title) for verb, rows in done for title in _titles(kind, rows))
    return Difference(kind.name, kind.label, len(back), len(changed), len(gone), examples)


def _titles(kind: Kind[Any], rows: list[Row]) -> list[str]:
    """Return the titles of the latest entries; of one that cannot be read nothing is said."""
    latest = sorted(rows, key=lambda row: (str(row.get("starts")), row["id"]), reverse=True)
    return [title for row in latest[:_FEW] if kind in KINDS and (title := _title(kind, row))]


def _title(kind: Kind[Any], row: Row) -> str:
    with suppress(*UNSOUND):
        return one_line(kind.title(from_row(kind, dict.fromkeys(columns(kind)) | row)))
    return ""


def _differs(now: Row, then: Row) -> bool:
    """Whether an entry says something else; a column that only one version has says nothing."""
    return any(now[name] != then[name] for name in (now.keys() & then.keys()) - _STAMPS)
