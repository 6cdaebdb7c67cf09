"""Entering: names tied to the roster, years opened, 转正 typed once."""

from dataclasses import replace
from pathlib import Path

import pytest
from store.makers import meeting

from secretary_desk.kinds import branch, development, person
from secretary_desk.kinds.development import Development, Step
from secretary_desk.records.day import Day
from secretary_desk.records.record import read_record, ref
from secretary_desk.store.entering import enter
from secretary_desk.store.store import Store


@pytest.fixture
def store(tmp_path: Path):
    with Store.create(tmp_path / "a.sdesk") as opened:
        yield opened


def test_a_name_is_tied_to_the_one_person_who_bears_it(store: Store):
    (member,) = enter(store, [person.Person(name="张三")], 2026)
    (entry,) = enter(store, [meeting(主持人="张三", 到会情况=["张三", "李四"])], 2026)
    assert entry.host.id == member.id
    assert [row.who.id for row in entry.attendance] == [member.id, None]


def test_a_name_that_two_bear_is_left_as_written(store: Store):
    enter(store, [person.Person(name="张三"), person.Person(name="张三")], 2026)
    (entry,) = enter(store, [meeting(主持人="张三")], 2026)
    assert (entry.host.id, entry.host.name) == (None, "张三")


def test_an_entry_is_filed_under_its_own_year_else_the_year_switch(store: Store):
    dated, undated = enter(store, [meeting(day="2025-03-05"), meeting(day="")], 2026)
    assert (dated.filed_under, undated.filed_under) == (2025, 2026)


def test_the_profile_is_copied_forward_when_a_year_is_first_opened(store: Store):
    enter(store, [branch.Branch(name="第一支部", filed_under=2025)], 2025)
    enter(store, [meeting(day="2027-01-05")], 2027)
    profiles = store.entries(branch.KIND)
    assert sorted(p.filed_under for p in profiles) == [2025, 2027]
    assert {p.name for p in profiles} == {"第一支部"}
    assert len({p.id for p in profiles}) == 2


def test_the_day_of_admission_typed_in_the_steps_reaches_the_roster_in_one_step(store: Store):
    (member,) = enter(store, [person.Person(name="张三")], 2026)
    steps = [{"步骤": Step.ADMISSION.value, "日期": "2026-07-01"}]
    entry = read_record(Development, {"姓名": "张三", "步骤": steps}, development.KIND.label)
    enter(store, [entry], 2026)
    assert store.get(ref(member)).joined_on == Day("2026-07-01")
    store.undo()
    assert store.get(ref(member)).joined_on is None
    assert store.get(ref(entry)) is None


def test_a_day_that_the_roster_has_is_never_overwritten(store: Store):
    (member,) = enter(store, [person.Person(name="张三", joined_on=Day("2026-06-30"))], 2026)
    steps = [{"步骤": Step.ADMISSION.value, "日期": "2026-07-01"}]
    enter(store, [read_record(Development, {"姓名": "张三", "步骤": steps}, "发展党员")], 2026)
    assert store.get(ref(member)).joined_on == Day("2026-06-30")


def test_what_is_cleared_in_the_years_profile_stays_cleared(store: Store):
    (profile,) = enter(store, [branch.Branch(name="第一支部", superior="某党委")], 2026)
    enter(store, [replace(profile, superior="")], 2026)
    assert [p.superior for p in store.entries(branch.KIND)] == [""]


def test_a_draft_whose_name_turns_out_to_be_the_bare_one_becomes_that_person_in_one_step(
    store: Store,
):
    (bare,) = enter(store, [person.Person(name="张三")], 2026)
    (draft,) = enter(store, [person.Person(name="张", job="会计")], 2026, visit="form")
    (merged,) = enter(store, [replace(draft, name="张三")], 2026, visit="form")
    assert merged.id == bare.id
    assert [(p.name, p.job) for p in store.entries(person.KIND)] == [("张三", "会计")]
    store.undo()
    assert {(p.name, p.job) for p in store.entries(person.KIND)} == {("张三", ""), ("张", "会计")}


def test_a_name_that_is_half_typed_becomes_no_other_person(store: Store):
    (bare,) = enter(store, [person.Person(name="张三")], 2026)
    (draft,) = enter(store, [person.Person(name="张三")], 2026, visit="form", typing=True)
    enter(store, [replace(draft, name="张三丰")], 2026, visit="form")
    assert {(p.id, p.name) for p in store.entries(person.KIND)} == {
        (bare.id, "张三"), (draft.id, "张三丰"),
    }  # fmt: skip


def test_a_name_typed_and_left_becomes_the_person_of_the_bare_name(store: Store):
    (bare,) = enter(store, [person.Person(name="张三")], 2026)
    (draft,) = enter(store, [person.Person(name="张三")], 2026, visit="form", typing=True)
    enter(store, [draft], 2026, visit="form")
    assert [p.id for p in store.entries(person.KIND)] == [bare.id]


def test_of_two_bare_names_neither_becomes_the_other_when_one_is_filled_in(store: Store):
    ids = [person.Person(name="张三"), person.Person(name="张三")]
    enter(store, ids, 2026)
    first = store.entries(person.KIND)[0]
    enter(store, [replace(first, job="会计")], 2026)
    assert sorted(p.job for p in store.entries(person.KIND)) == ["", "会计"]


def test_a_day_that_is_half_typed_does_not_reach_the_roster(store: Store):
    (member,) = enter(store, [person.Person(name="张三")], 2026)

    def way(day):
        steps = [{"步骤": Step.ADMISSION.value, "日期": day}]
        return read_record(Development, {"姓名": "张三", "步骤": steps}, "发展党员")

    entry = way("2026-07-1")
    enter(store, [entry], 2026, visit="form", typing=True)
    assert store.get(ref(member)).joined_on is None
    enter(store, [replace(way("2026-07-15"), id=entry.id)], 2026, visit="form")
    assert store.get(ref(member)).joined_on == Day("2026-07-15")
