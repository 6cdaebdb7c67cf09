"""Years as they are read: no entry falls between two of them."""

from dataclasses import replace
from pathlib import Path

import pytest
from store.makers import meeting

from secretary_desk.facts.gather import gather
from secretary_desk.facts.load import load_year
from secretary_desk.kinds.branch import Branch, Tenure
from secretary_desk.kinds.person import Person
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.kinds.study_meeting import StudyMeeting
from secretary_desk.records.day import Day
from secretary_desk.records.specs import Link
from secretary_desk.store.entering import enter
from secretary_desk.store.store import Store


@pytest.fixture
def store(tmp_path: Path):
    with Store.create(tmp_path / "a.sdesk") as opened:
        yield opened


def shown(store: Store, year: int) -> dict[str, str]:
    return {f.key: f.show() for f in gather(load_year(store, year)).figures()}


def test_the_years_around_a_school_year_are_school_years_too(store: Store):
    settings = ReportSettings(year=2026, start=Day("2025-09-01"), end=Day("2026-08-31"))
    enter(store, [settings, meeting(day="2025-10-10"), meeting(day="2026-10-20")], 2026)
    key = "三会一课.次数.支部委员会"
    assert [shown(store, year).get(key) for year in (2025, 2026, 2027)] == [None, "1次", "1次"]
    assert f"上年.{key}" not in shown(store, 2026)


def test_an_entry_after_as_of_is_set_aside_and_not_lost(store: Store):
    enter(store, [ReportSettings(year=2026, as_of=Day("2026-11-30"))], 2026)
    enter(store, [meeting(day="2026-12-20")], 2026)
    year = load_year(store, 2026)
    assert len(year.aside(StudyMeeting)) == 1
    assert not year.counted(StudyMeeting)


def test_ticked_attendance_counts_where_no_numbers_are_typed(store: Store):
    enter(store, [meeting(到会情况=["张三", {"姓名": "李四", "到会": "否"}])], 2026)
    assert shown(store, 2026)["三会一课.参加人次"] == "1人次"
    assert shown(store, 2026)["三会一课.到会率"] == "50%"


def test_more_present_than_due_gives_no_rate(store: Store):
    enter(store, [meeting(应到=20, 实到=30)], 2026)
    assert "三会一课.到会率" not in shown(store, 2026)


def test_a_second_profile_of_a_year_fills_the_first(store: Store):
    enter(store, [Branch(name="甲", filed_under=2026)], 2026)
    enter(store, [Branch(name="甲", elected_on=Day("2024-03"), filed_under=2026)], 2026)
    year = load_year(store, 2026)
    assert year.one(Branch).elected_on == Day("2024-03")


def test_the_secretarys_bare_name_is_filled_by_the_roster(store: Store):
    (bare,) = enter(store, [Person(name="张三")], 2026)
    (full,) = enter(store, [Person(name="张三", job="队长")], 2026)
    assert full.id == bare.id


def test_a_lesson_of_a_namesake_is_not_the_secretarys(store: Store):
    people = enter(store, [Person(name="张伟", job="书记"), Person(name="张伟", job="司机")], 2026)
    tenure = Branch(name="甲", filed_under=2026)
    enter(store, [tenure], 2026)
    store.save(_with_secretary(tenure, Link(people[0].id, "张伟")))
    enter(store, [meeting(类型="党课", 主讲人="张伟")], 2026)
    assert "三会一课.书记讲党课" not in shown(store, 2026)
    enter(store, [meeting(类型="党课", 主讲人={"id": people[0].id, "name": "张伟"})], 2026)
    assert shown(store, 2026)["三会一课.书记讲党课"] == "1次"


def _with_secretary(branch: Branch, who: Link) -> Branch:
    return replace(branch, secretaries=(Tenure(who=who),))
