"""What is no sound archive is left byte for byte as it was, with all that lies around it."""

import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from store.backing import archive_with_photo, topics, with_byte_changed
from store.real import needs_disk, small_disk
from store.spoiled import SPOILED, hot_journal, interrupted, marks

from secretary_desk import paths
from secretary_desk.errors import DeskError
from secretary_desk.store.backup import back_up, copy_to, restore
from secretary_desk.store.health import journal_of
from secretary_desk.store.offers import difference, offers
from secretary_desk.store.pack import pack
from secretary_desk.store.recovery import damage
from secretary_desk.store.second import back_up_to
from secretary_desk.store.store import Store
from secretary_desk.store.unpack import unpack

WAYS: dict[str, Callable[[Path, Path], object]] = {
    "opened": lambda path, room: Store.open(path),
    "backed up": lambda path, room: back_up(path),
    "backed up to a second place": lambda path, room: back_up_to(path, room),
    "copied": lambda path, room: copy_to(path, room / "b.sdesk"),
    "restored": lambda path, room: restore(path, room / "b.sdesk"),
    "packed": lambda path, room: pack(path, room / "b.sdeskpack", None),
    "unpacked": lambda path, room: unpack(path, room / "来"),
    "compared": lambda path, room: difference(None, path),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return archive_with_photo(tmp_path_factory.mktemp("a")).read_bytes()


@pytest.fixture
def archive(whole: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "甲" / "第一党支部.sdesk"
    path.parent.mkdir()
    path.write_bytes(whole)
    (tmp_path / "房间").mkdir()
    return path


@pytest.mark.parametrize("kind", SPOILED)
def test_what_is_no_archive_is_refused_in_a_sentence_whatever_is_done_with_it(
    archive: Path, tmp_path: Path, kind: str
):
    SPOILED[kind](archive)
    before = marks(tmp_path)
    assert damage(archive)
    assert offers(archive) == []
    for way in WAYS.values():
        with pytest.raises(DeskError) as told:
            way(archive, tmp_path / "房间")
        assert "\n" not in str(told.value)
        assert marks(tmp_path) == before


def test_a_bit_changed_anywhere_is_refused_or_harmless_and_stays_as_it_is(
    archive: Path, tmp_path: Path, whole: bytes
):
    chance, known = random.Random(2026), topics(archive)
    for _ in range(120):
        archive.write_bytes(whole)
        with_byte_changed(archive, chance.randrange(len(whole)), 1 << chance.randrange(8))
        before = marks(tmp_path)
        if damage(archive):
            with pytest.raises(DeskError):
                Store.open(archive)
        else:
            assert topics(archive) == known
        assert marks(tmp_path) == before


def test_a_writer_killed_at_work_leaves_what_was_saved_last_byte_for_byte(
    archive: Path, tmp_path: Path
):
    interrupted(archive)
    assert damage(archive) == ""
    before = marks(tmp_path)
    pack_of_half = tmp_path / "房间" / "b.sdeskpack"
    assert offers(archive) == []
    assert marks(tmp_path) == before  # looking changes nothing
    with Store.open(archive) as store:
        assert len(topics(archive)) == 33
        assert store.history(100)
    assert not journal_of(archive).exists()
    pack(archive, pack_of_half, None)
    after = archive.read_bytes()
    Store.open(archive).close()
    assert archive.read_bytes() == after


def test_another_files_journal_beside_a_sound_archive_is_put_aside_and_never_used(
    archive: Path, tmp_path: Path, whole: bytes
):
    journal = hot_journal(tmp_path / "别的" / archive.name)
    for way in (Store.open, back_up):
        journal_of(archive).write_bytes(journal)
        made = way(archive)
        if isinstance(made, Store):
            made.close()
        assert archive.read_bytes() == whole
        aside = journal_of(archive).with_name(journal_of(archive).name + "-作废")
        assert aside.read_bytes() == journal
        assert not journal_of(archive).exists()
        aside.unlink()


@needs_disk
def test_without_room_to_try_it_the_own_journal_of_an_archive_is_not_taken_for_anothers(
    archive: Path, tmp_path: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch
):
    interrupted(archive)
    archive.write_bytes(whole)  # of what was under way, nothing was written yet
    left = journal_of(archive).read_bytes()
    with small_disk(tmp_path / "盘", len(whole) + 2**14) as mounted:
        assert mounted
        monkeypatch.setattr(paths, "temporary", lambda: tmp_path / "盘")
        with pytest.raises(DeskError, match="磁盘已满"):
            Store.open(archive)
    assert journal_of(archive).read_bytes() == left


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_a_link_to_where_a_stick_was_is_no_free_place(archive: Path, tmp_path: Path):
    link = tmp_path / archive.name
    link.symlink_to(tmp_path / "拔出的优盘" / archive.name)
    pack(archive, tmp_path / "b.sdeskpack", None)
    assert unpack(tmp_path / "b.sdeskpack", tmp_path).archive.name == "第一党支部（2）.sdesk"
    assert link.is_symlink()
