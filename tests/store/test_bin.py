"""The recycle bin: put back, or gone for good out of entries, journal, file and folder."""

import random
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from store.makers import meeting
from store.real import needs_disk, small_disk

from secretary_desk.errors import DeskError
from secretary_desk.kinds import study_meeting
from secretary_desk.kinds.dismissal import Dismissal
from secretary_desk.kinds.person import Person
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.record import Attachment, ref
from secretary_desk.store import attachments, bin
from secretary_desk.store.backup import back_up, restore
from secretary_desk.store.copying import free_room
from secretary_desk.store.store import Store

SECRET = "110101199003071234"


@pytest.fixture
def store(tmp_path: Path):
    with Store.create(tmp_path / "a.sdesk") as opened:
        yield opened


def topics(store: Store) -> list[str]:
    return [entry.topic for entry in store.entries(study_meeting.KIND)]


def attached(store: Store, data: bytes = b"%PDF") -> Attachment:
    return attachments.keep_bytes(store.path, "签到表.pdf", data)


def files_of(store: Store) -> list[Path]:
    return [p for p in attachments.folder(store.path).rglob("*") if p.is_file()]


def person(store: Store) -> Person:
    made = Person(name="张三", id_number=SECRET)
    store.save(made)
    store.save(replace(made, phone="13812345678"))
    return made


def test_the_bin_lists_what_was_deleted_the_last_first(store):
    one, other = meeting("一"), meeting("二", "2026-04-01")
    store.save(one, other, meeting("三", "2026-05-01"))
    assert store.binned() == []
    store.delete(ref(one))
    store.delete(ref(other))
    last, first = store.binned()
    assert (last.ref, last.label, last.title) == (ref(other), "三会一课", "4月1日 支部委员会")
    assert (first.words, first.step) == ("删除 三会一课 3月5日 支部委员会", 2)


def test_the_bin_lists_texts_of_the_report_and_no_decisions(store):
    text = Supplement(year=2026, section="履职情况", text="话")
    silenced = Dismissal(year=2026, check_name="重复", sentence="一句话。")
    store.save(text, silenced)
    store.delete(ref(text), ref(silenced))
    (listed,) = store.binned()
    assert (listed.label, listed.title) == ("补充", "删除“履职情况”一节的补充")


def test_an_entry_put_back_leaves_the_bin(store):
    entry = meeting("一")
    store.save(entry)
    store.delete(ref(entry))
    store.put_back(ref(entry))
    assert (store.binned(), topics(store)) == ([], ["一"])


def test_only_what_is_in_the_bin_can_be_deleted_for_good(store):
    entry = meeting("一")
    store.save(entry)
    store.erase(ref(entry))
    assert topics(store) == ["一"]
    assert len(store.history()) == 1


def test_what_was_deleted_for_good_is_nowhere_in_the_file(store):
    made = person(store)
    store.delete(ref(made))
    assert SECRET.encode() in store.path.read_bytes()
    assert store.erase(ref(made)) == ""
    left = store.path.read_bytes()
    assert all(word.encode() not in left for word in (SECRET, "13812345678", "张三"))
    assert store.binned() == []


def test_no_copy_stays_where_rows_were_moved_or_shortened(store):
    store._db.execute("PRAGMA secure_delete = OFF")  # as on Windows; Debian's SQLite has it on
    chance, erased = random.Random(3), []
    for turn in range(3):
        entries = [meeting(f"秘密{turn}-{n:03}" + "字" * chance.randint(0, 900)) for n in range(90)]
        store.save(*entries)
        for entry in chance.sample(entries, 60):
            store.save(replace(entry, topic=entry.topic[:7] + "短" * chance.randint(0, 99)))
        gone = chance.sample(entries, 45)
        erased += [entry.topic[:7] for entry in gone]
        store.delete(*map(ref, gone))
        store.empty_bin()
        left = store.path.read_bytes()
        assert [secret for secret in erased if secret.encode() in left] == []


def test_what_an_undone_creation_said_goes_with_the_whole_bin(store):
    person(store)
    store.undo()
    store.undo()
    store.empty_bin()
    assert SECRET.encode() not in store.path.read_bytes()
    assert store.redo() is None


def test_of_an_entry_gone_for_good_the_history_says_that_it_was(store):
    made = person(store)
    store.delete(ref(made))
    store.erase(ref(made))
    assert [step.words for step in store.history()] == [
        "彻底删除回收站里的1条", *["党员名册：1条已彻底删除"] * 3
    ]  # fmt: skip
    for step in store.history():
        assert store.hindrance(step.number) == "这一步的内容已经彻底删除，不能再撤销"
        with pytest.raises(DeskError):
            store.undo_step(step.number)


def test_undo_goes_on_before_and_after_what_is_gone_for_good(store):
    store.save(meeting("一"))
    made = person(store)
    store.delete(ref(made))
    store.save(meeting("二", "2026-04-01"))
    store.empty_bin()
    assert store.undo() == "新增 三会一课 4月1日 支部委员会"
    assert store.undo() == "新增 三会一课 3月5日 支部委员会"
    assert store.undo() is None
    store.redo()
    store.redo()
    assert topics(store) == ["一", "二"]


def test_a_step_of_several_entries_goes_back_without_the_one_that_is_gone(store):
    one, other = meeting("一"), meeting("二", "2026-04-01")
    store.save(one, other)
    store.delete(ref(one))
    store.erase(ref(one))
    assert store.hindrance(1) == ""
    store.undo()
    assert topics(store) == []
    store.redo()
    assert topics(store) == ["二"]


def test_a_step_of_several_is_named_by_one_that_is_still_there(store):
    entries = [meeting("一"), meeting("二", "2026-04-01"), meeting("三", "2026-05-01")]
    store.save(*entries)
    one, other, third = map(ref, entries)
    store.delete(one)
    store.erase(one)
    step = store.history()[-1]
    assert step.words == "新增 三会一课 4月1日 支部委员会 等3条（其中1条已彻底删除）"
    assert (step.refs, step.gone) == ((other, third, one), {one})
    assert store.history(of=one)[-1].words == "三会一课：1条已彻底删除"
    assert [step.gone for step in store.touched()] == [{one}, frozenset(), frozenset()]
    store.delete(other, third)
    store.empty_bin()
    assert store.history()[-1].words == "3条记录，都已彻底删除"


def test_attachments_go_that_nothing_names_any_more(store):
    alone, shared, kept = (attached(store, data) for data in (b"1", b"2", b"3"))
    gone = ThemeDay(files=(alone, shared))
    stays = ThemeDay(files=(shared, kept))
    store.save(gone, stays)
    store.save(replace(stays, files=(shared,)))  # the journal still names the third
    store.delete(ref(gone))
    store.empty_bin()
    assert {path.name[:64] for path in files_of(store)} == {shared.sha256, kept.sha256}
    store.undo()
    assert all(attachments.is_sound(store.path, file) for file in store.get(ref(stays)).files)


def test_an_attachment_taken_off_an_entry_before_it_was_deleted_goes_too(store):
    entry = ThemeDay(files=(attached(store),))
    store.save(entry)
    store.save(replace(entry, files=()))
    store.delete(ref(entry))
    store.erase(ref(entry))
    assert files_of(store) == []


def test_backups_keep_theirs(store, tmp_path):
    entry = ThemeDay(topic="旧址", files=(attached(store),))
    store.save(entry)
    backup = back_up(store.path, tmp_path / "备份")
    store.delete(ref(entry))
    store.empty_bin()
    with Store.open(restore(backup, tmp_path / "b.sdesk")) as again:
        (file,) = again.get(ref(entry)).files
        assert attachments.is_sound(again.path, file)


def test_what_a_crash_kept_from_its_end_is_done_when_the_archive_is_opened(store, monkeypatch):
    entry = ThemeDay(topic=SECRET, files=(attached(store),))
    store.save(entry)
    store.delete(ref(entry))
    with monkeypatch.context() as crash:
        crash.setattr(bin, "finish", _killed)
        with pytest.raises(KeyboardInterrupt):
            store.empty_bin()
    assert len(files_of(store)) == 1
    with Store.open(store.path):
        assert files_of(store) == []
        assert SECRET.encode() not in store.path.read_bytes()
    with sqlite3.connect(store.path) as db:
        assert db.execute(
            "select count(*) from journal where undoes = 0 and visit <> ''"
        ).fetchone() == (0,)


def _killed(*_):
    raise KeyboardInterrupt


def test_an_attachment_that_will_not_go_goes_the_next_time(store, monkeypatch):
    entry = ThemeDay(files=(attached(store),))
    store.save(entry)
    store.delete(ref(entry))
    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", _held)
        assert "下次打开档案时再删" in store.empty_bin()
    assert len(files_of(store)) == 1
    Store.open(store.path).close()
    assert files_of(store) == []


def _held(*_, **__):
    raise PermissionError(13, "in use")


def test_an_empty_bin_is_emptied_without_a_step(store):
    store.save(meeting())
    store.empty_bin()
    assert len(store.history()) == 1


@needs_disk
def test_where_there_is_no_room_nothing_goes(tmp_path):
    with small_disk(tmp_path / "盘", 3 * 2**20), Store.create(tmp_path / "盘" / "a.sdesk") as store:
        entries = [meeting("字" * 900 + str(number)) for number in range(100)]
        store.save(*entries)
        store.delete(*map(ref, entries))
        free = free_room(tmp_path / "盘")
        (tmp_path / "盘" / "别的").write_bytes(b"x" * (free - 2**14))
        with pytest.raises(DeskError, match="满"):
            store.empty_bin()
        assert len(store.binned()) == 100
        (tmp_path / "盘" / "别的").unlink()
        store.empty_bin()
        assert store.binned() == []


def test_some_hundred_deleted_entries_go_at_once(store):
    entries = [meeting(str(number)) for number in range(300)]
    store.save(*entries)
    store.delete(*map(ref, entries))
    assert len(store.binned()) == 300
    store.empty_bin()
    assert store.binned() == []
