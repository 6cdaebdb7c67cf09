"""Any single step taken back: exactly its fields, or a sentence that names what is in the way."""

from dataclasses import replace
from pathlib import Path

import pytest
from store.makers import meeting

from secretary_desk.errors import DeskError
from secretary_desk.kinds import study_meeting
from secretary_desk.kinds.passage_edit import PassageEdit
from secretary_desk.kinds.person import Person
from secretary_desk.kinds.rule_value import RuleValue
from secretary_desk.kinds.talk import Talk
from secretary_desk.records.record import ref
from secretary_desk.records.specs import Link
from secretary_desk.store.founding import create_archive
from secretary_desk.store.store import Store


@pytest.fixture
def store(tmp_path: Path):
    with Store.create(tmp_path / "a.sdesk") as opened:
        yield opened


def last(store: Store) -> int:
    return store.history(1)[0].number


def saved(store: Store, *records) -> int:
    """Save records as a step and return its number."""
    store.save(*records)
    return last(store)


def topics(store: Store) -> list[str]:
    return [entry.topic for entry in store.entries(study_meeting.KIND)]


def test_a_step_long_ago_goes_back_and_what_came_after_stays(store):
    entry = meeting("一")
    saved(store, entry)
    changed = saved(store, replace(store.get(ref(entry)), topic="二"))
    saved(store, replace(store.get(ref(entry)), place="会议室"))
    saved(store, meeting("别的", "2026-04-01"))
    assert store.hindrance(changed) == ""
    assert store.undo_step(changed) == "撤销：修改 三会一课 3月5日 支部委员会"
    assert topics(store) == ["一", "别的"]
    assert store.get(ref(entry)).place == "会议室"


def test_the_dates_by_which_an_entry_is_found_go_back_with_its_day(store):
    entry = meeting("一", "2026-03-05")
    saved(store, entry)
    moved = saved(store, replace(store.get(ref(entry)), held_on=meeting(day="2025-04-01").held_on))
    saved(store, replace(store.get(ref(entry)), place="会议室"))
    store.undo_step(moved)
    assert store.years(study_meeting.KIND) == {2026}


def test_a_later_change_of_the_same_field_is_in_the_way_and_is_named(store):
    entry = meeting("一")
    saved(store, entry)
    changed = saved(store, replace(store.get(ref(entry)), topic="二"))
    saved(store, replace(store.get(ref(entry)), topic="三"))
    sentence = (
        "后来“修改 三会一课 3月5日 支部委员会”又改了“主题”；可以先撤销那一步，或者到记录里直接改"
    )
    assert store.hindrance(changed) == sentence
    with pytest.raises(DeskError, match="没有撤销：后来"):
        store.undo_step(changed)
    assert topics(store) == ["三"]


def test_a_later_change_that_was_itself_taken_back_is_not_in_the_way(store):
    entry = meeting("一")
    saved(store, entry)
    changed = saved(store, replace(store.get(ref(entry)), topic="二"))
    later = saved(store, replace(store.get(ref(entry)), topic="三"))
    store.undo_step(later)
    store.undo_step(changed)
    assert topics(store) == ["一"]


def test_a_step_of_several_entries_goes_back_whole_or_not_at_all(store):
    one, other = meeting("一"), meeting("二", "2026-04-01")
    made = saved(store, one, other)
    saved(store, replace(store.get(ref(other)), topic="改过"))
    assert "又改了“主题”" in store.hindrance(made)
    with pytest.raises(DeskError):
        store.undo_step(made)
    assert topics(store) == ["一", "改过"]


def test_a_creation_goes_into_the_recycle_bin_and_comes_back_with_the_next_undo(store):
    made = saved(store, meeting("一"))
    saved(store, meeting("二", "2026-04-01"))
    store.undo_step(made)
    assert topics(store) == ["二"]
    assert store.undo() == "撤销：新增 三会一课 3月5日 支部委员会"
    assert topics(store) == ["一", "二"]
    assert store.history(1)[0].words == "重做：新增 三会一课 3月5日 支部委员会"


def test_a_creation_to_which_something_refers_stays(store):
    person = Person(name="张三")
    made = saved(store, person)
    talk = Talk(to=Link(person.id, "张三"))
    saved(store, talk)
    assert "写到了它" in store.hindrance(made)
    store.delete(ref(talk))
    assert store.hindrance(made) == ""


def test_what_refers_to_a_creation_within_its_own_step_goes_with_it(store):
    person = Person(name="张三")
    made = saved(store, person, Talk(to=Link(person.id, "张三")))
    assert store.hindrance(made) == ""


def test_a_deletion_long_ago_goes_back(store):
    entry = meeting("一")
    saved(store, entry)
    store.delete(ref(entry))
    deleted = last(store)
    saved(store, meeting("二", "2026-04-01"))
    store.undo_step(deleted)
    assert topics(store) == ["一", "二"]


def test_a_change_of_an_entry_deleted_since_says_so(store):
    entry = meeting("一")
    saved(store, entry)
    changed = saved(store, replace(store.get(ref(entry)), topic="二"))
    store.delete(ref(entry))
    assert store.hindrance(changed) == (
        "这条记录后来删除了（“删除 三会一课 3月5日 支部委员会”）；可以先到回收站里恢复它"
    )
    assert store.hindrance(changed - 1) == "这条记录已经在回收站里"
    deleted = last(store)
    store.put_back(ref(entry))
    assert store.hindrance(changed) == ""
    assert store.hindrance(deleted) == ("这条记录后来已经恢复（“恢复 三会一课 3月5日 支部委员会”）")


@pytest.mark.parametrize("state", ["[]", "{", '{"topic": 1}', '{"nothing": ""}', "3"])
def test_a_journal_that_says_what_no_row_holds_is_refused_in_a_sentence(store, state):
    entry = meeting("一")
    saved(store, entry)
    changed = saved(store, replace(store.get(ref(entry)), topic="二"))
    for column in ("before", "after"):
        store._db.execute(f"update journal set [{column}] = ? where step = ?", [state, changed])
    with pytest.raises(DeskError):
        store.undo_step(changed)
    assert topics(store) == ["二"]
    assert store.binned() == []


def test_an_undo_that_can_no_longer_be_redone_can_be_taken_back(store):
    saved(store, meeting("一"))
    store.undo()
    undone = last(store)
    saved(store, meeting("二", "2026-04-01"))
    assert store.redo() is None
    assert store.undo_step(undone) == "重做：新增 三会一课 3月5日 支部委员会"
    assert topics(store) == ["一", "二"]
    assert [step.undone for step in store.history()] == [False, False, True, False]


def test_undo_and_redo_go_over_a_step_taken_back_alone(store):
    entry = meeting("一")
    saved(store, entry)
    changed = saved(store, replace(store.get(ref(entry)), topic="二"))
    saved(store, replace(store.get(ref(entry)), place="会议室"))
    store.undo_step(changed)
    assert [step.undone for step in store.history()] == [False, False, True, False]
    store.undo()
    assert topics(store) == ["二"]
    assert store.redo() == "撤销：修改 三会一课 3月5日 支部委员会"
    assert topics(store) == ["一"]
    for _ in range(4):
        store.undo()
    assert topics(store) == []
    assert store.undo() is None


def test_a_step_is_taken_back_only_once(store):
    made = saved(store, meeting("一"))
    store.undo_step(made)
    assert store.hindrance(made) == "这一步已经撤销了"


def test_the_step_that_says_redo_points_to_the_one_redone(store):
    saved(store, meeting("一"))
    store.undo()
    store.redo()
    assert "请选它说的那一步" in store.hindrance(last(store))


def test_founding_and_what_lies_before_a_migration_stay(tmp_path):
    with create_archive(tmp_path / "新.sdesk", "第一党支部", "张三", None, 2026) as store:
        assert "建立档案" in store.hindrance(last(store))
        made = saved(store, meeting())
        store._db.execute("update journal set version = version - 1")
        assert store.hindrance(made) == "这一步在档案升级以前，只能看，不能再撤销"


@pytest.mark.parametrize(
    "given",
    [
        PassageEdit(year=2026, passage="导语", name="导语", text="话", generated="原来"),
        RuleValue(key="教育培训.年学时", value="40"),
    ],
    ids=["passage", "value"],
)
def test_no_second_one_comes_back_beside_the_one_there_is(store, given):
    saved(store, given)
    store.delete(ref(given))
    deleted = last(store)
    saved(store, replace(given, id="another"))
    assert store.hindrance(deleted).startswith("现在已有另一份")
    with pytest.raises(DeskError, match="现在已有另一份"):
        store.put_back(ref(given))


def test_an_entry_put_back_is_a_step_that_can_be_undone(store):
    entry = meeting("一")
    saved(store, entry)
    store.delete(ref(entry))
    store.put_back(ref(entry))
    assert topics(store) == ["一"]
    assert store.undoable() == "恢复 三会一课 3月5日 支部委员会"
    store.undo()
    assert topics(store) == []


def test_the_history_of_one_entry_has_its_steps_alone(store):
    one, other = meeting("一"), meeting("二", "2026-04-01")
    saved(store, other, one)
    saved(store, replace(store.get(ref(other)), topic="三"))
    (step,) = store.history(of=ref(one))
    assert (step.words, step.entries, step.refs[0]) == (
        "新增 三会一课 3月5日 支部委员会", 2, ref(one)
    )  # fmt: skip
    assert [step.refs[0] for step in store.touched()] == [ref(other), ref(one)]


def test_the_history_goes_on_before_a_step(store):
    for number in range(5):
        saved(store, meeting(str(number)))
    first, second = store.history(2), store.history(2, before=store.history(2)[-1].number)
    assert [step.number for step in (*first, *second)] == [5, 4, 3, 2]


def test_steps_that_undo_each_other_in_a_circle_come_to_an_end(store):
    saved(store, meeting("一"))
    saved(store, meeting("二", "2026-04-01"))
    store._db.execute("update journal set undoes = step - 3")
    assert store.undo() == "新增 三会一课 4月1日 支部委员会"
    assert topics(store) == ["一"]
