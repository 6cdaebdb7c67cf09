"""The sample's organisation life: it agrees with the roster, the meetings and the problems."""

import re
from collections import Counter
from datetime import date
from decimal import Decimal

from kinds.test_sample_data import (
    REPORTED,
    full_members,
    gatherings,
    is_day_off,
    latest_branch,
    members,
    sample,
    secretary,
)

from secretary_desk.kinds.appraisal import Grade
from secretary_desk.kinds.training import HOURS_A_YEAR
from secretary_desk.records.record import problems

POINTS = ("first_agenda", "org_life", "appraisal", "talk", "training", "election", "integrity")
# 中组发〔2008〕3号: up to how much is paid at which percentage.
BANDS = ((3000, "0.5"), (5000, "1"), (10000, "1.5"))


def in_year(kind: str, year: int = 2026) -> list:
    return [e for e in sample(kind) if _day(e).year == year]


def _day(entry) -> date:
    return (getattr(entry, "held_on", None) or entry.started_on).first()


def test_nothing_in_it_contradicts_itself():
    for kind in (*POINTS, "dues"):
        assert [(e.id, p.text) for e in sample(kind) for p in problems(e)] == []


def test_it_all_happened_on_working_days():
    days = [_day(entry) for kind in POINTS for entry in sample(kind)]
    days += [row.on.first() for dues in sample("dues") for row in dues.months]
    assert [day for day in days if is_day_off(day)] == []


def test_the_first_agenda_is_studied_at_the_meetings_that_say_so():
    meetings = {(m.held_on[:10], m.form.value) for m in sample("study_meeting") if m.first_agenda}
    assert {(a.held_on[:10], a.meeting) for a in sample("first_agenda")} == meetings


def test_whole_branch_gatherings_do_not_meet_on_one_day():
    taken = {g.held_on[:10] for g in gatherings()}
    assert not taken & {e.held_on[:10] for e in sample("integrity")}
    assert not taken & {e.started_on[:10] for e in sample("training")}


def test_the_meeting_of_organisation_life_found_what_the_problems_say():
    [found] = [p for p in sample("problem") if p.source and p.source.value == "组织生活会"]
    assert [m.held_on for m in in_year("org_life")] == [found.found_on]


def test_members_are_due_at_organisation_life_and_appraisal():
    for kind in ("org_life", "appraisal"):
        assert [e.due for e in sample(kind)] == [len(members(_day(e))) for e in sample(kind)]


def test_only_full_members_are_graded_and_few_as_excellent():
    for entry in sample("appraisal"):
        graded = [row.who.name for row in entry.results]
        assert set(graded) <= full_members(_day(entry))
        assert (entry.number(Grade.EXCELLENT) or 0) * 3 <= len(full_members(_day(entry)))


def test_as_many_members_were_talked_to_as_the_problem_says():
    [problem] = [p for p in sample("problem") if p.problem == "谈心谈话没有全覆盖"]
    due, reached = map(int, re.findall(r"应谈(\d+)名党员，谈到(\d+)名", problem.shown_by)[0])
    standing = members(problem.found_on.first())
    spoken_to = {t.to.name for t in in_year("talk")}
    assert (len(standing), len(spoken_to)) == (due, reached)
    assert spoken_to <= standing
    assert max(_day(t) for t in in_year("talk")) < problem.found_on.first()
    assert sum(p.floating for p in sample("person") if p.name in standing - spoken_to) == 2


def test_the_talks_before_organisation_life_are_on_record():
    for year in REPORTED:
        [meeting] = in_year("org_life", year)
        before = [t for t in in_year("talk", year) if 0 < (_day(meeting) - _day(t)).days <= 18]
        assert len(before) == meeting.talks


def test_every_member_of_the_committee_talked_with_others():
    talkers = Counter(t.talker.name for t in in_year("talk"))
    assert {seat.who.name for seat in latest_branch().committee} <= set(talkers)
    assert talkers.most_common(1)[0][0] == secretary().name


def test_courses_are_taken_by_members_and_the_secretary_goes_above_the_county_each_year():
    for course in sample("training"):
        assert {row.who.name for row in course.attendance} <= members(_day(course))
    for year in REPORTED:
        [above] = [c for c in in_year("training", year) if c.above_county]
        assert secretary().name in {row.who.name for row in above.attendance}


def test_most_members_have_the_hours_of_a_year():
    hours = Counter()
    for course in in_year("training"):
        hours.update({r.who.name: course.hours for r in course.attendance if r.present})
    assert sum(h >= HOURS_A_YEAR for h in hours.values()) * 4 > len(members(date(2026, 12, 31))) * 3


def test_dues_are_paid_at_the_rate_of_their_band_by_members_of_that_month():
    for dues in sample("dues"):
        rate = next((r for most, r in BANDS if dues.base <= most), "2")
        assert dues.rate == Decimal(rate)
        for row in dues.months:
            assert dues.who.name in members(date(dues.year, row.month, 28))
            assert row.paid == dues.monthly


def test_the_election_gave_the_branch_its_committee():
    [election] = sample("election")
    branch = latest_branch()
    elected = {row.who.name for row in election.ballots if row.elected}
    assert election.held_on == branch.elected_on
    assert elected == {seat.who.name for seat in branch.committee}
    assert election.entitled == len(full_members(_day(election)))
    assert election.present * 5 >= election.entitled * 4
    assert (election.candidates - election.seats) * 5 >= election.seats
