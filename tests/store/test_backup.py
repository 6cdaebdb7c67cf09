"""Backups: verified, only when something changed, the last ten, and restorable as a whole."""

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import sys
import threading
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from rounds import rounds
from store.makers import meeting

from secretary_desk.errors import DeskError
from secretary_desk.kinds import study_meeting
from secretary_desk.records.record import ref
from secretary_desk.store import attachments
from secretary_desk.store.backup import back_up, backups_of, copy_to, is_backup, restore
from secretary_desk.store.store import Store

only_posix = pytest.mark.skipif(
    sys.platform == "win32", reason="rlimit、os.fork 和 SIGKILL 只在类 Unix 系统上有"
)
NOON = datetime(2026, 11, 21, 12, 0, 0)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "第一党支部.sdesk"
    photo = tmp_path / "照片.jpg"
    photo.write_bytes(b"\xff\xd8" + bytes(5000))
    with Store.create(path) as store:
        kept = attachments.keep(path, photo)
        store.save(meeting("一"), meeting("二"), meeting("有照片", 附件=[kept_as_given(kept)]))
    photo.unlink()
    return path


def kept_as_given(kept: attachments.Attachment) -> dict[str, object]:
    return {"文件名": kept.name, "校验值": kept.sha256, "大小": kept.size}


def save(archive: Path, *topics: str) -> None:
    with Store.open(archive) as store:
        store.save(*map(meeting, topics))


def topics(archive: Path) -> list[str]:
    with Store.open(archive) as store:
        return [entry.topic for entry in store.entries(study_meeting.KIND)]


def photos_are_sound(archive: Path) -> bool:
    with Store.open(archive) as store:
        entries = store.entries(study_meeting.KIND)
    files = [file for entry in entries for file in entry.files]
    return bool(files) and all(attachments.is_sound(archive, file) for file in files)


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_backup_lies_beside_the_archive_and_holds_what_it_holds(archive: Path):
    made = back_up(archive, now=lambda: NOON)
    assert made == archive.parent / "备份" / "第一党支部-20261121-120000.sdesk"
    assert topics(made) == ["一", "二", "有照片"]
    (told,) = backups_of(archive)
    assert (told.path, told.at, told.entries) == (made, NOON, 3)


def test_an_unchanged_archive_is_not_backed_up_again(archive: Path):
    first = back_up(archive, now=lambda: NOON)
    assert back_up(archive, now=lambda: NOON + timedelta(days=1)) == first
    assert len(backups_of(archive)) == 1


def test_every_change_makes_a_new_backup_even_one_merged_into_the_last_step(archive: Path):
    now = iter(NOON + timedelta(hours=hour) for hour in range(9))
    entry = meeting("三")
    with Store.open(archive) as store:
        changes = (
            lambda: store.save(entry, visit="a"),
            lambda: store.save(meeting_like(entry, "三改"), visit="a"),
            lambda: store.delete(ref(entry)),
            store.undo,
        )
        for number, change in enumerate(changes, 1):
            change()
            back_up(archive, now=lambda: next(now))
            assert len(backups_of(archive)) == number


def meeting_like(entry: study_meeting.StudyMeeting, topic: str) -> study_meeting.StudyMeeting:
    return type(entry)(id=entry.id, held_on=entry.held_on, form=entry.form, topic=topic)


def test_a_damaged_last_backup_does_not_count_as_one(archive: Path):
    made = back_up(archive, now=lambda: NOON)
    data = bytearray(made.read_bytes())
    place = data.rindex("有照片".encode())
    data[place : place + 3] = "无".encode()
    made.write_bytes(data)
    again = back_up(archive, now=lambda: NOON)
    assert again != made
    assert topics(again) == ["一", "二", "有照片"]


def test_the_last_ten_are_kept_and_no_other_file_is_touched(archive: Path):
    folder = archive.parent / "备份"
    folder.mkdir()
    others = [
        "第一党支部-20200101-000000.txt", "第一党支部-20209999-999999.sdesk", "说明.docx",
        "第一党支部-2020.sdesk", "第二党支部-20200101-000000.sdesk",
        "第一党支部-20200101-000000-20200101-000000.sdesk",
    ]  # fmt: skip
    for name in others:
        shutil.copy(archive, folder / name)
    by_chance = folder / "第一党支部-20200101-000000.sdesk"
    by_chance.write_text("不是档案")
    for number in range(14):
        save(archive, str(number))
        back_up(archive, now=lambda n=number: NOON + timedelta(days=n))
    kept = backups_of(archive)
    assert [b.entries for b in kept] == list(range(17, 7, -1))
    assert kept[0].at == NOON + timedelta(days=13)
    assert set(others) < set(os.listdir(folder))
    assert by_chance.read_text() == "不是档案"


def test_a_clock_set_back_or_standing_still_loses_no_backup(archive: Path):
    for number, at in enumerate([NOON, NOON, NOON - timedelta(days=400)]):
        save(archive, str(number))
        back_up(archive, keep=2, now=lambda at=at: at)
    assert [b.entries for b in backups_of(archive)] == [6, 5]


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


def test_a_damaged_attachment_never_takes_the_place_of_a_sound_one(archive: Path):
    (kept,) = attachments.folder(archive).rglob("*.jpg")
    sound = kept.read_bytes()
    kept.write_bytes(b"\x00" * len(sound))
    back_up(archive)
    shared = attachments.folder(archive.parent / "备份" / archive.name)
    assert not shared.exists()
    kept.write_bytes(sound)
    back_up(archive)
    (backed_up,) = shared.rglob("*.jpg")
    assert backed_up.read_bytes() == sound


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


def test_a_backup_is_made_while_another_connection_is_about_to_write(archive: Path):
    with Store.open(archive) as store, contextlib.closing(sqlite3.connect(archive)) as other:
        other.execute("begin immediate")
        other.execute("delete from study_meeting")
        made = back_up(archive)
        other.execute("rollback")
        store.save(meeting("三"))
    assert topics(made) == ["一", "二", "有照片"]


def test_a_backup_and_saves_at_the_same_time_harm_neither(archive: Path):
    stop = threading.Event()

    def back_up_all_the_time() -> None:
        while not stop.is_set():
            made.append(back_up(archive, keep=50))

    made: list[Path] = []
    with Store.open(archive) as store:
        worker = threading.Thread(target=back_up_all_the_time)
        worker.start()
        for number in range(30):
            store.save(meeting(str(number)))
        stop.set()
        worker.join()
    assert made
    assert all(0 <= len(topics(path)) - 3 <= 30 for path in set(made))
    assert len(topics(back_up(archive, keep=50))) == 33


@pytest.mark.timeout(60)
def test_an_archive_held_by_another_program_is_a_sentence(archive: Path):
    with contextlib.closing(sqlite3.connect(archive, isolation_level=None)) as other:
        other.execute("begin exclusive")
        with pytest.raises(DeskError, match=r"别的程序正在使用档案.*原来的档案没有变动"):
            back_up(archive)
        other.execute("rollback")
    assert not backups_of(archive)


def test_a_disk_too_small_is_said_before_anything_is_written(archive: Path, tmp_path: Path):
    huge = attachments.folder(archive) / "ab" / f"ab{'0' * 62}.mp4"
    huge.parent.mkdir(exist_ok=True)
    with huge.open("wb") as file:
        file.truncate(shutil.disk_usage(tmp_path).free + 2**30)
    for attempt in (back_up, lambda path: copy_to(path, tmp_path / "优盘" / "a.sdesk")):
        with pytest.raises(DeskError, match=r"只剩\d+MB，需要\d+MB.*原来的档案没有变动"):
            attempt(archive)
    assert not (tmp_path / "备份").exists()
    assert not (tmp_path / "优盘").exists()


@only_posix
@pytest.mark.parametrize("most", [3_000, 20_000])
def test_a_disk_that_fills_up_midway_leaves_nothing_behind(
    archive: Path, tmp_path: Path, most: int
):
    import resource

    before = names(tmp_path)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, limits[1]))
    try:
        with pytest.raises(DeskError, match=r"备份没有写成.*原来的档案没有变动"):
            copy_to(archive, tmp_path / "优盘" / "a.sdesk")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert names(tmp_path) == before
    assert len(topics(copy_to(archive, tmp_path / "优盘" / "a.sdesk"))) == 3


def test_a_folder_that_cannot_be_written_is_a_sentence(archive: Path):
    (archive.parent / "备份").write_text("一个同名的文件")
    for attempt in (back_up, lambda path: copy_to(path, Path("/proc/a.sdesk"))):
        with pytest.raises(DeskError, match=r"备份没有写成.*原来的档案没有变动"):
            attempt(archive)


def test_a_missing_or_empty_archive_is_a_sentence_and_no_backup(tmp_path: Path):
    with pytest.raises(DeskError, match="找不到"):
        back_up(tmp_path / "无.sdesk")
    (tmp_path / "空.sdesk").touch()
    with pytest.raises(DeskError, match="空文件"):
        back_up(tmp_path / "空.sdesk")
    assert names(tmp_path) == ["空.sdesk"]


def test_a_damaged_archive_makes_no_backup_and_thins_none(archive: Path):
    made = back_up(archive, keep=1)
    data = bytearray(archive.read_bytes())
    place = data.rindex("有照片".encode())
    data[place : place + 3] = "无".encode()
    archive.write_bytes(data)
    with pytest.raises(DeskError, match="没有保留"):
        back_up(archive, keep=1)
    assert [backup.path for backup in backups_of(archive)] == [made]


@only_posix
@pytest.mark.timeout(300)
def test_a_backup_killed_at_any_moment_leaves_only_whole_ones(archive: Path):
    chance = random.Random(2026)
    for number in range(rounds(300)):
        save(archive, str(number))
        child = os.fork()
        if child == 0:
            with contextlib.suppress(BaseException):
                back_up(archive)
            os._exit(0)
        time.sleep(chance.uniform(0, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        bare = [p for p in archive.parent.glob("备份/*.sdesk") if not p.name.startswith(".")]
        assert len(backups_of(archive)) == len(bare)
        assert photos_are_sound(archive)
    assert len(topics(back_up(archive))) == number + 4


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
