"""The archive: saving, finding, deleting, and what each sentence says when it cannot."""

import os
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from store.makers import meeting

from secretary_desk.errors import DeskError
from secretary_desk.kinds import kind_of, person, study_meeting
from secretary_desk.kinds.fixed_phrase import FixedPhrase
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import ref
from secretary_desk.store.store import Store


@pytest.fixture
def store(tmp_path: Path):
    with Store.create(tmp_path / "a.sdesk") as opened:
        yield opened


def topics(store: Store) -> list[str]:
    return [entry.topic for entry in store.entries(study_meeting.KIND)]


def test_a_saved_entry_is_there_after_reopening(store: Store):
    entry = meeting("讨论接收预备党员", 到会情况=["张三", "李四"], 学时="1.5", 标签=["党建+攻关"])
    store.save(entry)
    with Store.open(store.path) as again:
        found = again.get(ref(entry))
    assert replace(found, created="", changed="") == entry


def test_entries_come_in_the_order_of_their_dates_however_precise(store: Store):
    for day in ("2026-03-05", "2026", "2026-03", "2026-01-09T14:30"):
        store.save(meeting(day, day))
    assert topics(store) == ["2026", "2026-01-09T14:30", "2026-03", "2026-03-05"]


def test_entries_of_one_day_stay_in_the_order_in_which_they_were_given(store: Store):
    store.save(*(meeting(topic) for topic in "甲乙丙丁戊己庚辛"))
    assert topics(store) == list("甲乙丙丁戊己庚辛")


def test_a_period_fetches_its_entries_and_leaves_other_years_alone(store: Store):
    for day in ("2025-12-31", "2026", "2026-06-01", "2027-01-01"):
        store.save(meeting(day, day))
    found = store.entries(study_meeting.KIND, Period.calendar(2026))
    assert [entry.topic for entry in found] == ["2026", "2026-06-01"]


def test_an_undated_entry_is_found_under_the_year_it_was_filed_in(store: Store):
    store.save(meeting("未定日期", "", 归入年度=2026))
    assert [e.topic for e in store.entries(study_meeting.KIND, Period.calendar(2026))]
    assert not store.entries(study_meeting.KIND, Period.calendar(2025))


def test_a_deleted_entry_is_gone_until_undone(store: Store):
    entry = meeting()
    store.save(entry)
    store.delete(ref(entry))
    assert store.get(ref(entry)) is None
    assert topics(store) == []
    assert store.undo() == "删除 三会一课 3月5日 支部委员会"
    assert topics(store) == ["研究发展对象"]


def test_saving_an_unchanged_entry_changes_nothing(store: Store):
    entry = meeting()
    store.save(entry)
    store.save(store.get(ref(entry)))
    assert len(store.history()) == 1


def test_several_entries_saved_together_are_one_step(store: Store):
    store.save(meeting("一"), meeting("二"))
    assert store.undo() == "新增 三会一课 3月5日 支部委员会 等2条"
    assert topics(store) == []


def test_a_failing_step_leaves_nothing_behind(store: Store):
    store._db.execute("create trigger t before insert on person begin select raise(abort,'x'); end")
    with pytest.raises(DeskError, match="没有写成"):
        store.save(meeting(), person.Person(name="张三"))
    assert topics(store) == []
    assert not store.history()


def test_a_new_archive_never_replaces_a_file(store: Store):
    with pytest.raises(DeskError, match="已经存在"):
        Store.create(store.path)


def test_only_the_archive_itself_is_left_in_its_folder(store: Store):
    store.save(meeting())
    assert os.listdir(store.path.parent) == ["a.sdesk"]


@pytest.mark.timeout(60)
def test_a_file_that_another_program_writes_is_named_with_what_to_do(store: Store):
    store._db.execute("PRAGMA busy_timeout = 50")
    with sqlite3.connect(store.path, isolation_level=None) as other:
        other.execute("begin exclusive")
        with pytest.raises(DeskError, match="别的程序正在使用"):
            store.save(meeting())
        other.execute("rollback")
    other.close()
    store.save(meeting())


def test_rare_characters_and_every_day_form_survive(store: Store):
    entry = meeting("𠮷𫍲与“引号”{{ 三会一课 }}", "2026-02-28T08:00")
    store.save(entry)
    found = store.get(ref(entry))
    assert found.topic == "𠮷𫍲与“引号”{{ 三会一课 }}"
    assert found.held_on == Day("2026-02-28T08:00")


def test_the_values_that_a_field_has_had_come_each_once_and_the_latest_first(store: Store):
    for place, tags in (("一楼", ["甲"]), ("二楼", ["甲", "乙"]), ("", []), ("一楼", ["甲"])):
        store.save(meeting(地点=place, 标签=tags))
    assert store.earlier(study_meeting.KIND, "place") == ["一楼", "二楼"]
    (second,) = (m for m in store.entries(study_meeting.KIND) if m.place == "二楼")
    assert store.earlier(study_meeting.KIND, "place", but=second.id) == ["一楼"]
    assert store.earlier(study_meeting.KIND, "tags") == [("甲",), ("甲", "乙")]
    store.delete(*(ref(m) for m in store.entries(study_meeting.KIND) if m.place == "二楼"))
    assert store.earlier(study_meeting.KIND, "place") == ["一楼"]


def test_after_a_save_that_failed_the_next_ones_are_kept(tmp_path):
    """sqlite-utils' upsert remembers that it could not write, and adds no row from then on."""
    with Store.create(tmp_path / "支部.sdesk") as store:
        store._db.execute("pragma query_only = on")
        with pytest.raises(DeskError, match="没有写成"):
            store.save(FixedPhrase(right="三会一课", wrong="三课一会"))
        store._db.execute("pragma query_only = off")
        entry = FixedPhrase(right="主题党日", wrong="主题党日活动日")
        store.save(entry)
        assert [found.id for found in store.entries(kind_of(entry))] == [entry.id]
        assert store.undo()
        assert store.entries(kind_of(entry)) == []
        assert store.redo()
        assert [found.id for found in store.entries(kind_of(entry))] == [entry.id]
