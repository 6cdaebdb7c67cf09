"""Whatever way an archive comes to lie somewhere: nobody else on the computer reads it."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from store.backing import archive_with_photo, names

from secretary_desk.desk.archives import open_sample
from secretary_desk.store import attachments
from secretary_desk.store.backup import back_up, copy_to, restore
from secretary_desk.store.pack import pack
from secretary_desk.store.second import back_up_to
from secretary_desk.store.store import Store
from secretary_desk.store.unpack import unpack

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")


@pytest.fixture(autouse=True)
def umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def founded(old: Path, new: Path) -> None:
    archive_with_photo(new)


def brought(old: Path, new: Path, words: str | None = None) -> None:
    unpack(pack(old, old.with_name("搬家.sdeskpack"), words).path, new, words)


def brought_locked(old: Path, new: Path) -> None:
    brought(old, new, "七月一日 party")


def copied(old: Path, new: Path) -> None:
    copy_to(old, new / old.name)


def in_a_second_place(old: Path, new: Path) -> None:
    back_up_to(old, new)


def restored(old: Path, new: Path) -> None:
    back_up_to(old, new)
    backup = next(new.glob("*.sdesk"))
    restore(backup, new / "取回" / old.name)


def backed_up(old: Path, new: Path) -> None:
    archive = archive_with_photo(new)
    back_up(archive)


def sample(old: Path, new: Path) -> None:
    open_sample(new)


@pytest.mark.parametrize(
    "way",
    [
        founded, brought, brought_locked, copied, in_a_second_place, restored, backed_up, sample,
    ],
)  # fmt: skip
def test_an_archive_and_its_attachments_are_its_owners_alone(
    tmp_path: Path, way: Callable[[Path, Path], None]
):
    old, new = tmp_path / "旧", tmp_path / "新"
    old.mkdir()
    new.mkdir()
    way(archive_with_photo(old), new)
    assert names(new)
    rights = {name: stat.S_IMODE((new / name).stat().st_mode) for name in names(new)}
    assert set(rights.values()) == {0o600}, rights
    kept = [p for files in new.rglob("*.files") for p in (files, *files.rglob("*")) if p.is_dir()]
    assert all(stat.S_IMODE(p.stat().st_mode) == 0o700 for p in kept), kept


def test_a_folder_that_is_there_keeps_its_rights(tmp_path: Path):
    archive = archive_with_photo(tmp_path)
    attachments.folder(archive).chmod(0o750)
    with Store.open(archive):
        attachments.keep_bytes(archive, "又一张.jpg", b"more")
    assert stat.S_IMODE(attachments.folder(archive).stat().st_mode) == 0o750
