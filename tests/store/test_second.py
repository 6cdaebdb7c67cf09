"""A second place for backups: under real conditions, a small disk, one pulled out, one not ours."""

import os
import random
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from store.backing import (
    NOON,
    archive_with_photo,
    names,
    photos_are_sound,
    save,
    topics,
    tree,
    with_byte_changed,
    with_photo,
)
from store.real import as_nobody, needs_disk, pull_out, small_disk

from secretary_desk.errors import DeskError
from secretary_desk.store.backup import back_up, backups_of, restore
from secretary_desk.store.second import back_up_to
from secretary_desk.store.store import Store


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "本机").mkdir()
    return archive_with_photo(tmp_path / "本机")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "优盘 书记").mkdir()
    return tmp_path / "优盘 书记"


def test_the_second_place_holds_backups_with_their_attachments(archive: Path, stick: Path):
    assert not backups_of(archive, stick)
    made = back_up_to(archive, stick, now=lambda: NOON)
    assert (made.at, made.entries, made.reason) == (NOON, 3, "第二处")
    assert backups_of(archive, stick)[0] == made
    out = restore(made.path, stick.parent / "新" / "a.sdesk")
    assert photos_are_sound(out)
    assert back_up_to(archive, stick, now=lambda: NOON + timedelta(days=1)) == made


def test_both_places_are_thinned_alike_and_know_nothing_of_each_other(archive: Path, stick: Path):
    for number in range(4):
        save(archive, str(number))
        back_up(archive, now=lambda n=number: NOON + timedelta(days=n / 2))
        back_up_to(archive, stick, now=lambda n=number: NOON + timedelta(days=n / 2))
    assert [b.at for b in backups_of(archive)] == [b.at for b in backups_of(archive, stick)]
    assert len(backups_of(archive)) == 3


def test_two_archives_share_a_stick_without_harm(archive: Path, stick: Path):
    (stick.parent / "另一个").mkdir()
    other = archive_with_photo(stick.parent / "另一个").rename(stick.parent / "第二支部.sdesk")
    first, second = back_up_to(archive, stick), back_up_to(other, stick)
    assert [b.path for b in backups_of(archive, stick)] == [first.path]
    assert [b.path for b in backups_of(other, stick)] == [second.path]


def test_a_place_beside_the_archive_is_no_second_one(archive: Path):
    with pytest.raises(DeskError, match="同一个文件夹"):
        back_up_to(archive, archive.parent / ".")


def test_a_stick_that_is_not_there_is_a_sentence_and_no_folder_is_made(archive: Path, stick: Path):
    stick.rmdir()
    with pytest.raises(DeskError, match=r"找不到“.*优盘 书记”，优盘可能已拔出.*档案没有变动"):
        back_up_to(archive, stick)
    assert not stick.exists()
    assert not backups_of(archive, stick)


@needs_disk
def test_a_full_stick_is_a_sentence_and_what_is_on_it_stays(archive: Path, stick: Path):
    with small_disk(stick, 2 * 2**20) as mounted:
        assert mounted
        made = back_up_to(archive, stick)
        before = tree(stick)
        with Store.open(archive) as store:
            store.save(with_photo(archive, "大", random.Random(1).randbytes(3_000_000)))
        with pytest.raises(DeskError, match=r"只剩\d+MB，需要\d+MB.*原来的档案没有变动"):
            back_up_to(archive, stick)
        assert tree(stick) == before
        assert backups_of(archive, stick)[0] == made


@needs_disk
def test_what_was_interrupted_goes_on_where_it_stopped(archive: Path, stick: Path):
    with Store.open(archive) as store:
        for number in range(5):
            photo = random.Random(number).randbytes(100_000)
            store.save(with_photo(archive, f"{number}", photo))
    with small_disk(stick, 64 * 2**20, "nr_inodes=10") as mounted:  # ten files, however small
        assert mounted
        with pytest.raises(DeskError, match="磁盘已满"):
            back_up_to(archive, stick)
        there = {p: p.stat().st_mtime_ns for p in stick.rglob("*.jpg")}
        assert 0 < len(there) < 6
        assert not backups_of(archive, stick)
        assert [n for n in names(stick) if n.endswith(".part")] == []
        subprocess.run(["mount", "-o", "remount,nr_inodes=100", str(stick)], check=True)
        back_up_to(archive, stick)
        assert there.items() <= {p: p.stat().st_mtime_ns for p in stick.rglob("*.jpg")}.items()
        assert len(list(stick.rglob("*.jpg"))) == 6


@needs_disk
@pytest.mark.parametrize("inside", [".", "党建/备份"])
def test_a_stick_pulled_out_midway_is_a_sentence_and_is_not_called_a_success(
    archive: Path, stick: Path, inside: str
):
    with Store.open(archive) as store:
        for number in range(40):
            store.save(with_photo(archive, f"{number}", random.Random(number).randbytes(99_000)))
    before = tree(archive.parent)
    with small_disk(stick, 64 * 2**20) as mounted:
        assert mounted
        place = stick / inside
        place.mkdir(parents=True, exist_ok=True)

        def pull() -> None:
            while not list(place.rglob("*.jpg")):
                time.sleep(0.001)
            pull_out(stick)

        other = threading.Thread(target=pull)
        other.start()
        with pytest.raises(DeskError, match=r"没有写成.*优盘.*原来的档案没有变动"):
            back_up_to(archive, place)
        other.join()
    assert tree(archive.parent) == before


@needs_disk
def test_a_read_only_stick_is_a_sentence(archive: Path, stick: Path):
    with small_disk(stick, 4 * 2**20) as mounted:
        assert mounted
        back_up_to(archive, stick)
        before = tree(stick)
        subprocess.run(["mount", "-o", "remount,ro", str(stick)], check=True)
        save(archive, "三")
        with pytest.raises(DeskError, match=r"只读.*原来的档案没有变动"):
            back_up_to(archive, stick)
        assert tree(stick) == before
        assert len(topics(backups_of(archive, stick)[0].path)) == 3


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="只有 root 能换用户")
def test_a_folder_of_someone_else_is_a_sentence(archive: Path, stick: Path):
    stick.chmod(0o755)
    for path in (archive, *archive.parent.rglob("*")):
        path.chmod(0o755)
    said = as_nobody(stick, lambda: back_up_to(archive, stick))
    assert said.startswith("DeskError: 没有写成：文件夹是只读的，或没有权限")
    assert names(stick) == []


def test_a_backup_gone_bad_in_the_second_place_is_made_again(archive: Path, stick: Path):
    made = back_up_to(archive, stick, now=lambda: NOON)
    with_byte_changed(made.path, 6000)
    again = back_up_to(archive, stick, now=lambda: NOON + timedelta(hours=1))
    assert again.path != made.path
    assert topics(again.path) == ["一", "二", "有照片"]
