"""A backup is never written over: neither by a copy of the archive nor by another backup."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from store.backing import NOON, archive_with_photo, save

from secretary_desk.errors import DeskError
from secretary_desk.store.backup import back_up, check_backup, copy_to, restore

WAYS: dict[str, Callable[[Path, Path, Path], object]] = {
    "copied": lambda archive, other, backup: copy_to(archive, backup),
    "restored": lambda archive, other, backup: restore(other, backup, replace=True),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_backup_is_not_written_over(tmp_path: Path, way: str):
    archive = archive_with_photo(tmp_path)
    backup = back_up(archive, now=lambda: NOON)
    save(archive, "后来")
    other = back_up(archive, now=lambda: NOON + timedelta(days=1))
    before = backup.read_bytes()
    with pytest.raises(DeskError, match="是一份备份，没有覆盖它"):
        WAYS[way](archive, other, backup)
    assert backup.read_bytes() == before
    check_backup(backup)
