"""What is wrong with an archive, which backups are good, and what each would change."""

import contextlib
import os
import sqlite3
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from store.backing import (
    NOON,
    archive_with_photo,
    names,
    save,
    topics,
    tree,
    with_byte_changed,
)
from store.makers import meeting
from store.real import as_nobody

from secretary_desk.errors import DeskError
from secretary_desk.kinds import person, study_meeting
from secretary_desk.kinds.person import Person
from secretary_desk.records.record import ref
from secretary_desk.store.backup import back_up, copy_to, restore
from secretary_desk.store.health import journal_of
from secretary_desk.store.offers import difference, offer_of, offers
from secretary_desk.store.recovery import damage
from secretary_desk.store.store import Store

only_posix = pytest.mark.skipif(sys.platform == "win32", reason="os.fork 只在类 Unix 系统上有")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return archive_with_photo(tmp_path)


def test_nothing_is_wrong_with_a_sound_archive(archive: Path):
    assert damage(archive) == ""


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1000])


def flipped(path: Path) -> None:
    with_byte_changed(path, path.read_bytes().rindex("有照片".encode()))


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def made_foreign(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("pragma application_id = 7")


def made_newer(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("pragma user_version = 99")


def made_text(path: Path) -> None:
    path.write_text("不是数据库" * 100, "utf-8")


def hot_journal(archive: Path) -> bytes:
    """Return the journal that lies beside an archive in the middle of a large step."""
    with contextlib.closing(sqlite3.connect(archive, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE study_meeting SET topic = topic || 'x'")
        db.execute("UPDATE journal SET words = words || 'x'")
        left = journal_of(archive).read_bytes()
        db.execute("ROLLBACK")
    return left


DAMAGES = {
    "truncated": (truncated, "不完整"),
    "a bit flipped": (flipped, "已损坏"),
    "zero bytes": (emptied, "空文件"),
    "another program's": (made_foreign, "别的程序的数据库"),
    "newer": (made_newer, "先升级程序"),
    "a text": (made_text, "不是书记案头的档案"),
}


@pytest.mark.parametrize("kind", DAMAGES)
def test_what_is_wrong_is_said_and_the_file_stays_byte_for_byte(archive: Path, kind: str):
    damaging, sentence = DAMAGES[kind]
    damaging(archive)
    before = archive.read_bytes()
    assert sentence in damage(archive)
    for attempt in (Store.open, back_up, lambda path: copy_to(path, path.with_name("b.sdesk"))):
        with pytest.raises(DeskError, match=sentence):
            attempt(archive)
    assert archive.read_bytes() == before
    assert [path.name for path in archive.parent.glob("*.sdesk*") if path.is_file()] == [
        archive.name
    ]


@pytest.mark.parametrize("topic", ["另一个档案" * 50, "短"])
def test_a_journal_of_another_file_is_put_aside_and_the_archive_untouched(
    archive: Path, tmp_path: Path, topic: str
):
    (tmp_path / "别处").mkdir()
    other = archive_with_photo(tmp_path / "别处")
    save(other, *(topic for _ in range(200)))
    journal_of(archive).write_bytes(hot_journal(other))
    before, left = archive.read_bytes(), journal_of(archive).read_bytes()
    assert damage(archive) == ""
    assert journal_of(archive).read_bytes() == left
    assert topics(archive) == ["一", "二", "有照片"]
    assert archive.read_bytes() == before
    aside = archive.with_name("第一党支部.sdesk-journal-作废")
    assert aside.read_bytes() == left
    assert not journal_of(archive).exists()


def killed_in_the_middle_of_a_step(archive: Path) -> None:
    """Let another process die while its step is half in the file, its journal beside it."""
    child = os.fork()
    if child == 0:
        db = sqlite3.connect(archive, isolation_level=None)
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE study_meeting SET topic = topic || 'x', checksum = 0")
        db.execute("UPDATE journal SET words = words || 'x'")
        os._exit(1)
    os.waitpid(child, 0)


@only_posix
def test_an_archive_with_its_journal_left_behind_is_again_byte_for_byte_as_last_saved(
    archive: Path,
):
    save(archive, *(f"第{number}次会议" * 20 for number in range(200)))
    saved = archive.read_bytes()
    killed_in_the_middle_of_a_step(archive)
    half = archive.read_bytes()
    assert half != saved
    assert damage(archive) == ""
    assert archive.read_bytes() == half  # asking changes nothing
    assert len(topics(archive)) == 203
    assert archive.read_bytes() == saved
    assert not journal_of(archive).exists()


@only_posix
def test_a_half_written_step_whose_journal_is_lost_or_torn_is_refused_untouched(archive: Path):
    save(archive, *(f"第{number}次会议" * 20 for number in range(200)))
    killed_in_the_middle_of_a_step(archive)
    left = journal_of(archive).read_bytes()
    for torn in (left[: len(left) // 3], b""):
        journal_of(archive).write_bytes(torn)
        before = tree(archive.parent)
        with pytest.raises(DeskError, match="已损坏"):
            Store.open(archive)
        assert tree(archive.parent) == before


def test_asking_what_is_wrong_leaves_nothing_behind_in_the_folder_of_temporary_files(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    room = tmp_path / "temp"
    room.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(room))
    save(archive, *("会议" * 100 for _ in range(200)))
    journal_of(archive).write_bytes(hot_journal(archive))
    damage(archive)
    assert names(room) == []


def test_good_backups_are_offered_with_date_and_number_of_entries(archive: Path, tmp_path: Path):
    stick = tmp_path / "优盘"
    made = []
    for number in range(3):
        save(archive, str(number))
        made.append(back_up(archive, now=lambda n=number: NOON + timedelta(days=n)))
    back_up(archive, stick, now=lambda: NOON)
    with_byte_changed(made[1], 5000)
    archive.unlink()
    told = offers(archive, stick, tmp_path / "拔掉的优盘")
    assert [(one.at, one.entries) for one in told] == [
        (NOON + timedelta(days=2), 6),
        (NOON, 4),
        (NOON, 6),
    ]


def test_what_restoring_would_change_is_counted_by_kind(archive: Path):
    made = back_up(archive)
    with Store.open(archive) as store:
        first, second, _ = store.entries(study_meeting.KIND)
        store.save(replace(first, topic="改"), Person(name="王五"), meeting("新"), meeting("又"))
        store.delete(ref(second))
    told = difference(archive, made)
    assert [one.words for one in told] == [
        "党员名册：去掉1条",
        "三会一课：找回1条，改回1条，去掉2条",
    ]
    restore(made, archive, replace=True)
    assert difference(archive, made) == []


def test_the_latest_few_of_what_would_change_are_named_without_what_is_private(archive: Path):
    made = back_up(archive)
    with Store.open(archive) as store:
        store.save(*(meeting(str(number)) for number in range(7)))
        store.save(Person(name="王五", id_number="11010519491231002X", phone="13800000000"))
    people, meetings = difference(archive, made)
    assert people.examples == (("去掉", person.KIND.title(Person(name="王五"))),)
    assert meetings.gone == 7
    assert [verb for verb, _ in meetings.examples] == ["去掉"] * 5


def test_of_a_lost_or_damaged_archive_everything_comes_back(archive: Path):
    made = back_up(archive)
    flipped(archive)
    for now in (None, archive, archive.with_name("不在.sdesk")):
        assert [one.words for one in difference(now, made)] == ["三会一课：找回3条"]


def test_the_difference_from_a_damaged_backup_is_not_told(archive: Path):
    made = back_up(archive)
    with_byte_changed(made, 5000)
    with pytest.raises(DeskError, match="与做成时的记录不符"):
        difference(archive, made)


@only_posix
def test_an_archive_that_may_not_be_read_is_said_so(archive: Path):
    archive.chmod(0)
    assert "打不开“第一党支部.sdesk”" in as_nobody(archive, lambda: damage(archive))


def test_a_copy_made_by_hand_is_offered_with_its_own_time(archive: Path, tmp_path: Path):
    copy = copy_to(archive, tmp_path / "优盘" / "我的备份.sdesk")
    os.utime(copy, (NOON.timestamp(), NOON.timestamp()))
    offer = offer_of(copy)
    assert (offer.path, offer.at, offer.entries, offer.reason) == (copy, NOON, 3, "")
    made = back_up(archive, now=lambda: NOON + timedelta(days=1))
    assert offer_of(made).at == NOON + timedelta(days=1)
    copy.write_bytes(b"nonsense")
    with pytest.raises(DeskError, match="不是书记案头的档案"):
        offer_of(copy)
