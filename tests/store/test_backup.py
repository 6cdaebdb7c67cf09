"""Backups: read back before they count, made only when something changed, thinned."""

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
from store.backing import (
    NOON,
    archive_with_photo,
    names,
    photos_are_sound,
    save,
    topics,
    with_photo,
)
from store.makers import meeting

from secretary_desk.errors import DeskError
from secretary_desk.kinds import study_meeting
from secretary_desk.records.record import ref
from secretary_desk.store import attachments
from secretary_desk.store.backup import Reason, back_up, backups_of, copy_to, restore
from secretary_desk.store.store import Store

only_posix = pytest.mark.skipif(
    sys.platform == "win32", reason="rlimit、os.fork 和 SIGKILL 只在类 Unix 系统上有"
)
BEFORE = NOON - timedelta(days=4000)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return archive_with_photo(tmp_path)


def test_a_backup_lies_beside_the_archive_and_holds_what_it_holds(archive: Path):
    made = back_up(archive, now=lambda: NOON)
    assert made == archive.parent / "备份" / "第一党支部-20261121-120000.sdesk"
    assert topics(made) == ["一", "二", "有照片"]
    (told,) = backups_of(archive)
    assert (told.path, told.at, told.entries) == (made, NOON, 3)


def test_a_backup_tells_why_it_was_made(archive: Path):
    back_up(archive, now=lambda: NOON)
    save(archive, "三")
    back_up(archive, reason=Reason.BY_HAND, now=lambda: NOON + timedelta(hours=1))
    told = [(backup.number, backup.reason) for backup in backups_of(archive)]
    assert told == [(2, "手动"), (1, "退出时")]


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


def test_old_backups_are_thinned_and_no_other_file_is_touched(archive: Path):
    folder = archive.parent / "备份"
    folder.mkdir()
    others = [
        "第一党支部-20200101-000000.txt", "第一党支部-20209999-999999.sdesk", "说明.docx",
        "第一党支部-2020.sdesk", "第二党支部-20200101-000000.sdesk", ".说明.part",
        "第一党支部-20200101-000000-20200101-000000.sdesk",
    ]  # fmt: skip
    for name in others:
        shutil.copy(archive, folder / name)
    by_chance = folder / "第一党支部-20200101-000000.sdesk"
    by_chance.write_text("不是档案")
    for number in range(8):
        save(archive, str(number))
        back_up(archive, now=lambda n=number: NOON + timedelta(days=n / 2))
    stay = backups_of(archive)
    assert [backup.entries - 4 for backup in stay] == [7, 6, 4, 2, 0]
    assert set(others) < set(os.listdir(folder))
    assert by_chance.read_text() == "不是档案"
    slips = {path.name.removesuffix(".json") for path in folder.glob("*.json")}
    assert slips == {backup.path.name for backup in stay}


def test_what_a_crash_left_of_a_backup_is_cleared_away_later(archive: Path):
    folder = archive.parent / "备份"
    folder.mkdir()
    old, fresh = folder / ".abcd_123.part", folder / ".efgh_456.part"
    for part in (old, fresh):
        part.write_bytes(b"half")
    before = time.time() - 4000
    os.utime(old, (before, before))
    back_up(archive)
    assert not old.exists()
    assert fresh.exists()


def test_a_clock_set_back_or_standing_still_overwrites_no_backup_and_keeps_their_order(
    archive: Path,
):
    made = []
    for number, at in enumerate([NOON, NOON, BEFORE, BEFORE]):
        save(archive, str(number))
        made.append(back_up(archive, now=lambda at=at: at))
    assert len(set(made)) == 4
    assert [b.path for b in backups_of(archive)] == made[:0:-1]
    assert [b.entries for b in backups_of(archive)] == [7, 6, 5]
    assert back_up(archive, now=lambda: NOON) == made[-1]


def test_a_backup_made_before_there_were_slips_counts_as_the_older(archive: Path):
    folder = archive.parent / "备份"
    old = copy_to(archive, folder / "第一党支部-20990101-000000.sdesk")
    save(archive, "三")
    made = back_up(archive, now=lambda: NOON)
    assert [b.path for b in backups_of(archive)] == [made, old]


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
            made.append(back_up(archive))

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
    assert len(topics(back_up(archive))) == 33


def test_a_photo_added_while_a_backup_is_made_is_in_it(archive: Path, tmp_path: Path):
    def saved_meanwhile() -> datetime:
        with Store.open(archive) as store:
            store.save(with_photo(archive, "刚拍的", bytes(7000)))
        return NOON

    made = back_up(archive, now=saved_meanwhile)
    out = restore(made, tmp_path / "b.sdesk")
    assert topics(out)[-1] == "刚拍的"
    assert photos_are_sound(out)


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
        with pytest.raises(DeskError, match=r"没有写成.*原来的档案没有变动"):
            copy_to(archive, tmp_path / "优盘" / "a.sdesk")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert names(tmp_path) == before
    assert len(topics(copy_to(archive, tmp_path / "优盘" / "a.sdesk"))) == 3


def test_a_folder_that_cannot_be_written_is_a_sentence(archive: Path):
    (archive.parent / "备份").write_text("一个同名的文件")
    for attempt in (back_up, lambda path: copy_to(path, Path("/proc/a.sdesk"))):
        with pytest.raises(DeskError, match=r"没有写成.*原来的档案没有变动"):
            attempt(archive)


def test_a_missing_or_empty_archive_is_a_sentence_and_no_backup(tmp_path: Path):
    with pytest.raises(DeskError, match="找不到"):
        back_up(tmp_path / "无.sdesk")
    (tmp_path / "空.sdesk").touch()
    with pytest.raises(DeskError, match="空文件"):
        back_up(tmp_path / "空.sdesk")
    assert names(tmp_path) == ["空.sdesk"]


def test_a_damaged_archive_makes_no_backup_and_thins_none(archive: Path):
    made = back_up(archive)
    data = bytearray(archive.read_bytes())
    place = data.rindex("有照片".encode())
    data[place : place + 3] = "无".encode()
    archive.write_bytes(data)
    with pytest.raises(DeskError, match="没有保留"):
        back_up(archive)
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
