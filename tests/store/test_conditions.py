"""Where an archive is in danger: each is a sentence, and what was saved is there afterwards."""

import contextlib
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from store.backing import archive_with_photo, names, save, topics
from store.makers import meeting
from store.real import as_nobody, filled, held, needs_disk, pull_out, small_disk

from secretary_desk.errors import DeskError
from secretary_desk.store import attachments
from secretary_desk.store.backup import back_up, copy_to
from secretary_desk.store.pack import pack
from secretary_desk.store.store import Store
from secretary_desk.store.unpack import unpack

SAVED = "此前保存的内容都在"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "盘", 4 * 2**20) as mounted:
        assert mounted
        yield tmp_path / "盘"


@needs_disk
def test_a_save_on_a_full_disk_is_a_sentence_and_goes_well_once_there_is_room(disk: Path):
    archive = archive_with_photo(disk)
    with Store.open(archive) as store:
        filler = filled(disk)
        with pytest.raises(DeskError, match=f"没有写成：磁盘已满，请清理后再试；{SAVED}"):
            store.save(*(meeting("字" * 900) for _ in range(100)))
        assert topics(archive) == ["一", "二", "有照片"]
        filler.unlink()
        store.save(meeting("三"))
    assert topics(archive) == ["一", "二", "有照片", "三"]


@needs_disk
def test_an_archive_on_a_full_disk_opens(disk: Path):
    archive = archive_with_photo(disk)
    filled(disk)
    assert topics(archive) == ["一", "二", "有照片"]


@needs_disk
def test_nothing_new_is_half_made_on_a_full_disk(disk: Path, tmp_path: Path):
    archive = archive_with_photo(tmp_path)
    there = Path(shutil.copy(archive, disk / "在优盘上.sdesk"))
    filled(disk)
    before = names(disk)
    attempts = (
        lambda: Store.create(disk / "新.sdesk"),
        lambda: copy_to(archive, disk / "副本.sdesk"),
        lambda: pack(archive, disk / "a.sdeskpack", None),
        lambda: unpack(pack(archive, tmp_path / "a.sdeskpack", None).path, disk / "来"),
        lambda: attachments.keep_bytes(there, "照片.jpg", bytes(9000)),
    )
    for attempt in attempts:
        with pytest.raises(DeskError, match=r"磁盘(已满|只剩)"):
            attempt()
        assert names(disk) == before


@needs_disk
def test_an_archive_on_a_read_only_disk_is_read_and_every_save_is_a_sentence(disk: Path):
    archive = archive_with_photo(disk)
    before = archive.read_bytes()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with Store.open(archive) as store:
        assert store.undoable()
        with pytest.raises(
            DeskError,
            match=f"没有写成：文件或文件夹是只读的，请关闭写保护，或把档案复制到本机再打开；{SAVED}",
        ):
            store.save(meeting("三"))
    with pytest.raises(DeskError, match=r"没有写成：.*只读"):
        back_up(archive)
    assert archive.read_bytes() == before


@needs_disk
def test_a_stick_pulled_out_under_an_open_archive_is_a_sentence(disk: Path, tmp_path: Path):
    archive = archive_with_photo(disk)
    with contextlib.closing(Store.open(archive)) as store:
        store.save(meeting("三"))
        shutil.copytree(disk, tmp_path / "还在优盘上的")
        pull_out(disk)
        with pytest.raises(DeskError, match=SAVED):
            store.save(meeting("四"))
        with pytest.raises(DeskError, match="找不到"):
            back_up(archive)
        with pytest.raises(DeskError, match="没有存进来：找不到档案，优盘可能已拔出"):
            attachments.keep_bytes(archive, "照片.jpg", bytes(9))
    assert names(disk) == []
    assert topics(tmp_path / "还在优盘上的" / archive.name) == ["一", "二", "有照片", "三"]


@pytest.mark.skipif(sys.platform == "win32", reason="os.fork 只在类 Unix 系统上有")
def test_an_archive_of_someone_else_is_read_and_every_save_is_a_sentence(tmp_path: Path):
    archive = archive_with_photo(tmp_path)
    archive.chmod(0o444)
    tmp_path.chmod(0o555)

    def work() -> None:
        with Store.open(archive) as store:
            store.save(meeting("三"))

    assert as_nobody(archive, work) == (
        f"DeskError: “{archive.name}”没有写成：文件或文件夹是只读的，请关闭写保护，"
        f"或把档案复制到本机再打开；{SAVED}"
    )
    tmp_path.chmod(0o755)
    assert topics(archive) == ["一", "二", "有照片"]


def test_a_second_program_at_work_is_a_sentence_and_afterwards_all_goes_on(tmp_path: Path):
    archive = archive_with_photo(tmp_path)
    with Store.open(archive) as store:
        told = f"别的程序正在使用它，请关闭后再试；{SAVED}"
        with held(archive), pytest.raises(DeskError, match=told):
            store.save(meeting("三"))
        store.save(meeting("三"))
    assert topics(archive) == ["一", "二", "有照片", "三"]


def test_a_clock_set_back_disturbs_neither_history_nor_undo(tmp_path: Path):
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    times = iter([now, now, now - timedelta(days=4000), now - timedelta(days=4000), now])
    last = [now]

    def clock() -> datetime:
        last[0] = next(times, last[0])
        return last[0]

    archive = tmp_path / "a.sdesk"
    with Store.create(archive, now=clock) as store:
        for number in range(4):
            store.save(meeting(str(number)))
        assert [step.number for step in store.history()] == [4, 3, 2, 1]
        assert store.undo() == store.history()[1].words
    assert sorted(topics(archive)) == ["0", "1", "2"]
    save(archive, "3")
    with contextlib.closing(sqlite3.connect(archive)) as db:
        steps = [row[0] for row in db.execute("select step from journal order by no")]
    assert steps == sorted(steps)
