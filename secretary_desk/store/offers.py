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
from ..kinds import STORED
from ..records.kind import Kind
from .keeping import Backup, backups_of, check_backup, count_entries, time_of
from .recovery import damage
from .rows import CHECKSUM, Row
from .verified import copy_sentences, reading

_STAMPS = {CHECKSUM, "created", "changed"}  # they differ without a word being another


@dataclass(frozen=True, slots=True)
class Difference:
    """What restoring would do to the entries of one kind.

    ``back`` come back, ``changed`` become what they were then, ``gone`` are only in what is now.
    """

    kind: str
    label: str
    back: int
    changed: int
    gone: int

    @property
    def words(self) -> str:
        """What would be done, as in 三会一课：找回2条，改回3条，去掉1条."""
        parts = ((self.back, "找回"), (self.changed, "改回"), (self.gone, "去掉"))
        return f"{self.label}：{'，'.join(f'{verb}{n}条' for n, verb in parts if n)}"


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
    both = now.keys() & then.keys()
    changed = sum(_differs(now[id], then[id]) for id in both)
    return Difference(kind.name, kind.label, len(then) - len(both), changed, len(now) - len(both))


def _differs(now: Row, then: Row) -> bool:
    """Whether an entry says something else; a column that only one version has says nothing."""
    return any(now[name] != then[name] for name in (now.keys() & then.keys()) - _STAMPS)
