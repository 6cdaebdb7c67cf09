"""The sample's work beside its meetings: on working days, by members of that day, in agreement."""

from collections.abc import Iterator
from datetime import date

import pytest
from kinds.test_sample_data import DAYS_OFF, gatherings, is_day_off, members, sample, theme_days

from secretary_desk.kinds.partnership import Partnership
from secretary_desk.kinds.vanguard import Form, Vanguard
from secretary_desk.records.day import Day
from secretary_desk.records.fields import Rows, specs_of
from secretary_desk.records.record import present_of

WORK = (
    "vanguard", "integration", "campaign", "service", "visit", "partnership", "inspection",
    "publicity",
)  # fmt: skip
OUTINGS = ("service", "visit")


def days(record: object) -> Iterator[Day]:
    """Yield the days of a record, those inside rows too."""
    for name, spec in specs_of(type(record)).items():  # type: ignore[arg-type]
        value = getattr(record, name)
        if isinstance(spec, Rows):
            for row in value:
                yield from days(row)
        elif isinstance(value, Day):
            yield value


@pytest.mark.parametrize("kind", WORK)
def test_work_is_done_on_working_days_of_the_two_years(kind):
    known = [day.first() for record in sample(kind) for day in days(record)]
    assert known
    assert {day.year for day in known} == {2025, 2026}
    finished = {h.ended_on.first() for h in sample("highlight")}  # whose work knew no Saturday
    assert [day for day in known if is_day_off(day) and day not in finished] == []
    assert DAYS_OFF[-1][0] < max(known).isoformat()  # the calendar of days off knows the year


@pytest.mark.parametrize("kind", WORK)
def test_both_years_have_entries_and_entries_stand_in_order(kind):
    begun = [next(days(record)) for record in sample(kind)]
    assert begun == sorted(begun)


def test_nobody_goes_out_on_the_day_of_a_meeting_or_of_another_errand():
    taken = [gathering.held_on for gathering in gatherings()]
    out = [record.held_on for kind in OUTINGS for record in sample(kind)]
    assert len(set(out)) == len(out)
    assert set(out) & set(taken) == set()


def test_everyone_in_a_team_was_a_member_when_it_was_founded():
    for team in sample("vanguard"):
        standing = members(team.founded_on.first())
        assert {row.who.name for row in team.members} <= standing, team.name


def test_everyone_who_helped_or_visited_was_a_member_on_that_day():
    for service in sample("service"):
        there = {row.who.name for row in service.attendance}
        assert there <= members(service.held_on.first())
        assert (present_of(service) or 0) <= len(members(service.held_on.first()))
    for visit in sample("visit"):
        assert visit.superior or visit.visitor.name in members(visit.held_on.first())


def test_the_teams_are_those_of_the_highlights():
    highlights = {entry.name: entry for entry in sample("highlight")}
    tackling = highlights["盾构机刀盘修复自主攻关"]
    (team,) = [v for v in sample("vanguard") if v.form is Form.TACKLING]
    assert (team.founded_on, team.ended_on) == (tackling.started_on, tackling.ended_on)
    assert len(team.members) == next(d.number for d in tackling.data if d.name == "参加党员")
    assert [row.saved for row in team.results] == [
        d.number for d in tackling.data if d.name == "节约费用"
    ]
    areas = [v for v in sample("vanguard") if v.form is Form.AREA]
    assert len(areas) == highlights["党员责任区隐患随手改"].data[0].number


def test_only_two_of_the_areas_are_led_by_the_young():
    led = {row.who.name for v in sample("vanguard") if v.form is Form.AREA for row in v.members}
    (told,) = [p for p in sample("problem") if p.problem == "年轻党员挑担子少"]
    young = {p.name for p in sample("person") if p.age_on(date(2026, 12, 31)) <= 35}
    assert young & led == {name for name in young if name in told.shown_by}


def test_activities_with_partners_are_those_of_the_theme_days():
    together = {
        (row.on, row.present): p.name for p in sample("partnership") for row in p.activities
    }
    joint = [d for year in (2025, 2026) for d in theme_days(year) if d.partner]
    assert joint
    assert [together.get((d.held_on, d.present)) for d in joint] == [d.partner for d in joint]


def test_what_an_inspection_found_stands_among_the_problems_as_it_was_settled():
    (late,) = [p for p in sample("problem") if p.problem == "党费台账登记滞后"]
    (found,) = [i for i in sample("inspection") if i.held_on == late.found_on]
    assert "党费晚登记10天" in found.problems[0].problem
    assert "党费晚登记10天" in late.shown_by
    assert found.problems[0].closed_on == late.closed_on


def test_names_of_others_say_that_they_are_a_sample():
    named = [p.name for p in sample("partnership")] + [i.inspector for i in sample("inspection")]
    named += [article.medium for article in sample("publicity")]
    assert [name for name in named if "示例" not in name] == []


def test_what_is_told_as_going_on_has_not_ended():
    assert {v.form for v in standing()} == {Form.AREA, Form.MODEL_POST}
    assert [p for p in sample("partnership") if isinstance(p, Partnership) and p.ended_on] == []


def standing() -> list[Vanguard]:
    return [v for v in sample("vanguard") if not v.ended_on]
