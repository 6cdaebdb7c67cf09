"""An archive made out of a backup, and copies that are archives."""

import contextlib
import random
import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from rounds import rounds
from store.backing import (
    NOON,
    archive_with_photo,
    photos_are_sound,
    save,
    topics,
    tree,
    with_byte_changed,
    with_photo,
)

from secretary_desk.errors import DeskError
from secretary_desk.kinds import STORED
from secretary_desk.store import attachments
from secretary_desk.store.backup import (
    back_up,
    backups_of,
    check_backup,
    copy_to,
    is_backup,
    restore,
)
from secretary_desk.store.store import Store


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return archive_with_photo(tmp_path)


def everything(archive: Path) -> list:
    with Store.open(archive) as store:
        return [*(e for kind in STORED for e in store.entries(kind)), *store.history(10_000)]


def test_backup_and_restore_give_the_same_archive_with_its_attachments(archive: Path):
    with Store.open(archive) as store:
        for number in range(20):
            store.save(with_photo(archive, f"第{number}次", random.Random(number).randbytes(3000)))
        store.undo()
    known, files = everything(archive), tree(attachments.folder(archive))
    made = back_up(archive)
    shutil.rmtree(attachments.folder(archive))
    archive.unlink()
    restore(made, archive)
    assert everything(archive) == known
    assert tree(attachments.folder(archive)) == files
    assert photos_are_sound(archive)


def test_restoring_replaces_after_backing_up_what_is_there(archive: Path):
    made = back_up(archive, now=lambda: NOON)
    save(archive, "三")
    with Store.open(archive) as store:
        store.save(with_photo(archive, "四", b"x" * 100))
    restore(made, archive, replace=True, now=lambda: NOON + timedelta(hours=1))
    assert topics(archive) == ["一", "二", "有照片"]
    before, _ = backups_of(archive)
    assert (before.reason, before.entries) == ("恢复前", 5)
    restore(before.path, archive, replace=True, now=lambda: NOON + timedelta(hours=2))
    assert topics(archive) == ["一", "二", "有照片", "三", "四"]
    assert photos_are_sound(archive)


def test_the_backup_to_be_restored_is_not_thinned_away_on_the_way(archive: Path):
    earlier = back_up(archive, now=lambda: NOON)
    save(archive, "三")
    back_up(archive, now=lambda: NOON + timedelta(hours=1))
    save(archive, "四")
    restore(earlier, archive, replace=True, now=lambda: NOON + timedelta(days=4000))
    assert topics(archive) == ["一", "二", "有照片"]
    assert earlier.exists()


def test_an_archive_that_another_program_writes_is_not_replaced(archive: Path):
    made = back_up(archive)
    save(archive, "三")
    before = archive.read_bytes()
    with contextlib.closing(sqlite3.connect(archive, isolation_level=None)) as other:
        other.execute("begin exclusive")
        with pytest.raises(DeskError, match="别的程序正在使用"):
            restore(made, archive, replace=True)
        other.execute("rollback")
    assert archive.read_bytes() == before
    assert [path.name for path in archive.parent.glob("*.sdesk")] == [archive.name]


def test_an_archive_that_another_program_writes_once_it_is_kept_is_not_replaced(archive: Path):
    made = back_up(archive)
    save(archive, "三")
    with pytest.raises(DeskError, match=r"别的程序往.*里写了内容，所以没有恢复，档案没有变动"):
        restore(made, archive, replace=True, kept=lambda _: save(archive, "四"))
    assert topics(archive) == ["一", "二", "有照片", "三", "四"]
    assert [path.name for path in archive.parent.glob("*.sdesk")] == [archive.name]
    restore(made, archive, replace=True)
    assert topics(archive) == ["一", "二", "有照片"]


def test_an_archive_that_another_program_is_writing_once_it_is_kept_is_not_replaced(archive: Path):
    made = back_up(archive)
    save(archive, "三")
    with contextlib.closing(sqlite3.connect(archive, isolation_level=None)) as other:
        with pytest.raises(DeskError, match="别的程序正在使用"):
            restore(made, archive, replace=True, kept=lambda _: other.execute("begin immediate"))
        other.execute("rollback")
    assert topics(archive) == ["一", "二", "有照片", "三"]


def test_an_archive_that_is_gone_once_it_is_kept_does_not_come_back_empty(archive: Path):
    made = back_up(archive)
    save(archive, "三")
    with pytest.raises(DeskError, match="找不到“第一党支部"):
        restore(made, archive, replace=True, kept=lambda _: archive.unlink())
    assert not list(archive.parent.glob("*.sdesk"))


def test_a_damaged_archive_is_put_aside_byte_for_byte_before_it_is_replaced(archive: Path):
    made = back_up(archive)
    with_byte_changed(archive, archive.read_bytes().rindex("有照片".encode()))
    bad = archive.read_bytes()
    restore(made, archive, replace=True, now=lambda: NOON)
    assert topics(archive) == ["一", "二", "有照片"]
    aside = archive.with_name("第一党支部-损坏-20261121-120000.sdesk")
    assert aside.read_bytes() == bad


def test_what_is_put_aside_once_is_not_put_aside_again(archive: Path):
    made, told = back_up(archive), []
    for hours in range(2):
        archive.write_bytes(b"nonsense")
        restore(made, archive, replace=True, now=lambda h=hours: NOON + timedelta(hours=h),
                kept=told.append)  # fmt: skip
    assert told == [archive.with_name("第一党支部-损坏-20261121-120000.sdesk")] * 2
    assert [path.read_bytes() for path in archive.parent.glob("*-损坏-*")] == [b"nonsense"]


def test_a_backup_is_refused_whichever_of_its_bytes_was_changed(archive: Path):
    made = back_up(archive)
    whole, before = made.read_bytes(), archive.read_bytes()
    chance = random.Random(2026)
    regions = [*range(100), *range(len(whole) - 20, len(whole))]
    for place in regions + [chance.randrange(len(whole)) for _ in range(rounds(3000))]:
        with_byte_changed(made, place, chance.randrange(1, 256))
        with pytest.raises(DeskError):
            check_backup(made)
        if place % 50 == 0:
            with pytest.raises(DeskError):
                restore(made, archive, replace=True)
        made.write_bytes(whole)
    assert archive.read_bytes() == before
    check_backup(made)


@pytest.mark.parametrize("share", [0, 0.2, 0.999])
def test_a_torn_backup_is_refused(archive: Path, share: float):
    made = back_up(archive)
    data = made.read_bytes()
    made.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(DeskError):
        restore(made, archive.with_name("b.sdesk"))
    assert not archive.with_name("b.sdesk").exists()


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"sha256": 1}', "[" * 100_000, "\udc80"])
def test_a_backup_whose_slip_cannot_be_read_is_refused(archive: Path, text: str):
    made = back_up(archive)
    made.with_name(made.name + ".json").write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(DeskError, match=r"与做成时的记录不符.*现在的档案没有变动"):
        restore(made, archive, replace=True)


def test_a_backup_without_its_slip_is_held_against_its_rows(archive: Path):
    made = back_up(archive)
    made.with_name(made.name + ".json").unlink()
    check_backup(made)
    with_byte_changed(made, made.read_bytes().rindex("有照片".encode()))
    with pytest.raises(DeskError, match="已损坏"):
        restore(made, archive.with_name("b.sdesk"))


def test_a_backup_is_refused_whichever_byte_of_an_attachment_was_changed(archive: Path):
    made, target = back_up(archive), archive.parent / "新" / "b.sdesk"
    (photo,) = (archive.parent / "备份").rglob("*.jpg")
    whole, chance = photo.read_bytes(), random.Random(2026)
    for _ in range(rounds(500)):
        with_byte_changed(photo, chance.randrange(len(whole)), chance.randrange(1, 256))
        with pytest.raises(DeskError, match="1个附件已被改动"):
            restore(made, target)
        assert not target.parent.exists()
        photo.write_bytes(whole)
    restore(made, target)
    assert photos_are_sound(target)


def test_a_backup_with_a_changed_attachment_can_be_had_without_it(archive: Path):
    made, target = back_up(archive), archive.parent / "新" / "b.sdesk"
    (photo,) = (archive.parent / "备份").rglob("*.jpg")
    with_byte_changed(photo, 5)
    restore(made, target, without_bad_files=True)
    assert topics(target) == ["一", "二", "有照片"]
    assert not list(target.parent.rglob("*.jpg"))


def test_a_changed_attachment_in_the_backup_never_replaces_the_sound_one(archive: Path):
    made = back_up(archive)
    (photo,) = (archive.parent / "备份").rglob("*.jpg")
    with_byte_changed(photo, 100)
    save(archive, "三")
    restore(made, archive, replace=True)
    assert topics(archive) == ["一", "二", "有照片"]
    assert photos_are_sound(archive)


def test_an_attachment_that_only_later_backups_have_bars_no_earlier_one(archive: Path):
    made = back_up(archive)
    with Store.open(archive) as store:
        store.save(with_photo(archive, "后来", b"later"))
    later = back_up(archive)
    (photo,) = (p for p in (archive.parent / "备份").rglob("*.jpg") if p.stat().st_size < 100)
    with_byte_changed(photo, 3)
    target = archive.parent / "新" / "b.sdesk"
    restore(made, target)
    assert photos_are_sound(target)
    with pytest.raises(DeskError, match="附件已被改动"):
        restore(later, archive.parent / "新" / "c.sdesk")


def test_backups_share_their_attachments_and_restoring_brings_them_along(archive: Path):
    back_up(archive, now=lambda: NOON)
    save(archive, "三")
    made = back_up(archive, now=lambda: NOON + timedelta(days=1))
    folder = archive.parent / "备份"
    assert len(list((folder / "第一党支部.sdesk.files").rglob("*.jpg"))) == 1
    shutil.rmtree(attachments.folder(archive))
    archive.unlink()
    assert is_backup(made)
    assert not is_backup(archive)
    restored = restore(made, archive)
    assert topics(restored) == ["一", "二", "有照片", "三"]
    assert photos_are_sound(restored)


def test_a_backup_copied_out_by_hand_without_its_date_is_whole_too(archive: Path, tmp_path: Path):
    made = back_up(archive)
    out = tmp_path / "新电脑"
    out.mkdir()
    shutil.copy(made, out / "第一党支部.sdesk")
    shutil.copytree(made.parent / "第一党支部.sdesk.files", out / "第一党支部.sdesk.files")
    assert photos_are_sound(out / "第一党支部.sdesk")


def test_restoring_never_replaces_an_archive(archive: Path):
    made = back_up(archive)
    before = archive.read_bytes()
    with pytest.raises(DeskError, match="已经存在；恢复不会覆盖档案"):
        restore(made, archive)
    assert archive.read_bytes() == before


def test_a_copy_on_a_stick_opens_there_with_its_attachments(archive: Path, tmp_path: Path):
    stick = tmp_path / "优盘"
    made = copy_to(archive, stick / "带走.sdesk")
    assert topics(made) == ["一", "二", "有照片"]
    assert photos_are_sound(made)
    save(archive, "三")
    copy_to(archive, made)
    assert topics(made) == ["一", "二", "有照片", "三"]


def test_a_copy_puts_right_an_attachment_that_went_bad_on_the_stick(archive: Path, tmp_path: Path):
    made = copy_to(archive, tmp_path / "优盘" / "带走.sdesk")
    (there,) = attachments.folder(made).rglob("*.jpg")
    there.write_bytes(bytes(there.stat().st_size))
    copy_to(archive, made)
    assert photos_are_sound(made)


def test_the_archive_is_never_copied_onto_itself(archive: Path):
    with pytest.raises(DeskError, match="正在使用的档案"):
        copy_to(archive, archive.parent / "." / archive.name)


def crashed(archive: Path) -> Path:
    """Return the journal that a crash in the middle of writing would leave."""
    journal = archive.with_name(archive.name + "-journal")
    with contextlib.closing(sqlite3.connect(archive, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE study_meeting SET topic = topic || 'x'")
        writer.execute("UPDATE journal SET words = words || 'x'")
        left = journal.read_bytes()
        writer.execute("ROLLBACK")
    journal.write_bytes(left)
    return journal


def test_what_a_crash_left_beside_a_deleted_archive_does_not_spoil_its_successor(
    archive: Path, tmp_path: Path
):
    save(archive, *(f"第{number}次会议" * 20 for number in range(100)))
    backup, held = back_up(archive), topics(archive)
    save(archive, *(f"第{number}次活动" * 20 for number in range(100)))
    journal = crashed(archive)
    left = journal.read_bytes()
    archive.unlink()
    assert topics(restore(backup, archive)) == held
    archive.unlink()
    journal.write_bytes(left)
    Store.create(archive).close()
    assert topics(archive) == []
