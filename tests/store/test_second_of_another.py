"""Two archives of one name and one second place: neither thins the other's backups away."""

from datetime import timedelta
from pathlib import Path

import pytest
from store.backing import NOON, save
from store.makers import meeting

from secretary_desk.errors import DeskError
from secretary_desk.store.backup import backups_of
from secretary_desk.store.second import back_up_to
from secretary_desk.store.store import Store


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "优盘").mkdir()
    return tmp_path / "优盘"


def archive_in(folder: Path, topic: str) -> Path:
    folder.mkdir()
    with Store.create(folder / "第一党支部.sdesk") as store:
        store.save(meeting(topic))
    return store.path


def test_a_second_place_serves_one_archive_of_a_name(tmp_path: Path, stick: Path):
    mine, other = archive_in(tmp_path / "甲", "一"), archive_in(tmp_path / "乙", "二")
    made = [back_up_to(mine, stick, now=lambda: NOON).path]
    for day in range(1, 4):
        save(mine, f"第{day}天")
        made.append(back_up_to(mine, stick, now=lambda day=day: NOON + timedelta(days=day)).path)
        with pytest.raises(DeskError, match="已有另一份同名档案"):
            back_up_to(other, stick, now=lambda day=day: NOON + timedelta(days=day, hours=8))
    assert [one.path for one in backups_of(mine, stick)][::-1] == made


def test_a_copy_of_an_archive_goes_on_with_its_backups(tmp_path: Path, stick: Path):
    mine = archive_in(tmp_path / "甲", "一")
    back_up_to(mine, stick, now=lambda: NOON)
    (tmp_path / "新电脑").mkdir()
    moved = tmp_path / "新电脑" / mine.name
    moved.write_bytes(mine.read_bytes())
    save(moved, "搬来以后")
    assert back_up_to(moved, stick, now=lambda: NOON + timedelta(days=1)).entries == 2


def test_a_backup_that_cannot_be_read_keeps_nobody_from_making_another(tmp_path: Path, stick: Path):
    mine = archive_in(tmp_path / "甲", "一")
    made = back_up_to(mine, stick, now=lambda: NOON).path
    made.write_bytes(made.read_bytes()[:-4096])
    save(mine, "后来")
    assert back_up_to(mine, stick, now=lambda: NOON + timedelta(days=1)).entries == 2
