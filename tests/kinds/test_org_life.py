"""组织生活会: what was gathered before it, found at it and decided after it."""

from year import listed, shown, year

from secretary_desk.kinds.org_life import OrgLife
from secretary_desk.records.day import Day
from secretary_desk.records.record import Attendance, problems
from secretary_desk.records.specs import Link


def meeting(on="2026-12-11", topic="查作风", **more):
    return OrgLife(held_on=Day(on), topic=topic, **more)


def test_what_was_gathered_and_found_is_added_up():
    first = meeting("2026-06-30", opinions=10, talks=8, shortcomings=3, measures=4)
    second = meeting(opinions=26, talks=5, shortcomings=6)
    told = shown(year(first, second))
    assert told["组织生活会.次数"] == "2次"
    assert told["组织生活会.征求意见"] == "36条"
    assert told["组织生活会.谈心谈话"] == "13人次"
    assert told["组织生活会.查摆问题"] == "9个"
    assert told["组织生活会.整改措施"] == "4条"


def test_what_is_not_written_is_not_said():
    assert set(shown(year(meeting()))) == {"组织生活会.次数"}


def test_the_rate_is_of_those_due():
    assert shown(year(meeting(due=31, present=30)))["组织生活会.到会率"] == "96.8%"


def test_a_meeting_of_another_year_does_not_count():
    held = meeting("2025-12-24")
    assert shown(year(held)) == {}
    assert listed(year(held), "组织生活会.清单") == []


def test_a_number_that_the_ticked_names_contradict_is_told():
    ticked = (Attendance(who=Link("z", "张伟"), present=True),)
    found = problems(meeting(due=3, present=2, attendance=ticked))
    assert "present" in {p.field for p in found}
    assert problems(meeting(due=3, present=2)) == []
    assert problems(meeting(due=2, present=3))
