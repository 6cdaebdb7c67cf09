"""The sample archive's data: a whole, believable year that agrees with itself and the rules."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from secretary_desk.kinds import (
    KINDS,
    SETTINGS,
    SUPPLEMENT,
    branch,
    find_kind,
    honour,
    plan,
    problem,
)
from secretary_desk.kinds.branch import Branch
from secretary_desk.kinds.development import Development, Step
from secretary_desk.kinds.highlight import Highlight
from secretary_desk.kinds.person import MEMBERS, Category, Person
from secretary_desk.kinds.study_meeting import Form, StudyMeeting, Vote
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.paths import resources
from secretary_desk.records.day import Day
from secretary_desk.records.fields import Rows, specs_of
from secretary_desk.records.record import Record, problems, read_record
from secretary_desk.records.specs import Link, Linked, Prose, Spec

YEAR_END = date(2026, 12, 31)
BRANCH_SIZE = 31
LONGEST_TOPIC = 24
LONGEST_SENTENCE = 60
REPORTED = (2025, 2026)
SETTLED = (problem.State.DONE, problem.State.LASTING)
# Statutory days off, weekends apart: the State Council's calendars of both years.
DAYS_OFF = (
    ("2025-01-01", "2025-01-01"), ("2025-01-28", "2025-02-04"), ("2025-04-04", "2025-04-06"),
    ("2025-05-01", "2025-05-05"), ("2025-05-31", "2025-06-02"), ("2025-10-01", "2025-10-08"),
    ("2026-01-01", "2026-01-03"), ("2026-02-15", "2026-02-23"), ("2026-04-04", "2026-04-06"),
    ("2026-05-01", "2026-05-05"), ("2026-06-19", "2026-06-21"), ("2026-09-25", "2026-09-27"),
    ("2026-10-01", "2026-10-07"),
)  # fmt: skip
SAMPLED = (*KINDS, SETTINGS, SUPPLEMENT)
PADDING = ("若干", "多次", "较好", "显著", "进一步", "高度重视", "！")


@cache
def sample(kind: str) -> tuple[Any, ...]:
    """Read a kind's file."""
    found = find_kind(kind)
    text = (resources() / "sample" / f"{kind}.json").read_text(encoding="utf-8")
    return tuple(read_record(found.record, raw, found.label) for raw in json.loads(text))


def every() -> list[Record]:
    return [record for kind in SAMPLED for record in sample(kind.name)]


def people() -> dict[str, Person]:
    return {person.name: person for person in sample("person")}


def members(on: date, group: str = "") -> set[str]:
    standing = (p for p in sample("person") if p.category_on(on) in MEMBERS)
    return {p.name for p in standing if group in ("", p.group)}


def full_members(on: date) -> set[str]:
    return {p.name for p in sample("person") if p.category_on(on) is Category.FULL}


def meetings(form: Form, year: int) -> list[StudyMeeting]:
    return [m for m in sample("study_meeting") if m.form is form and m.held_on.first().year == year]


def theme_days(year: int) -> list[ThemeDay]:
    return [d for d in sample("theme_day") if d.held_on.first().year == year]


def gatherings() -> Sequence[StudyMeeting | ThemeDay]:
    return (*sample("study_meeting"), *sample("theme_day"))


def values(record: object) -> Iterator[tuple[Spec, Any]]:
    """Yield every filled value with its spec, those inside rows too."""
    for name, spec in specs_of(type(record)).items():  # type: ignore[arg-type]
        value = getattr(record, name)
        if isinstance(spec, Rows):
            for row in value:
                yield from values(row)
        elif value not in (None, "", ()):
            yield spec, value


def links(kind: str) -> set[str]:
    found = (pair for record in every() for pair in values(record))
    return {v.name for s, v in found if isinstance(s, Linked) and s.kind == kind}


def names(rows: Sequence[Any]) -> list[str]:
    return [row.who.name for row in rows]


def day_of(development: Development, step: Step) -> date:
    day = development.on(step)
    assert day, f"{development.who}: {step}"
    return day.first()


def ways(*, reached: Step) -> list[Development]:
    return [d for d in sample("development") if d.on(reached)]


def months_later(day: date, months: int) -> date:
    """The same day of a later month; the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (following - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def is_day_off(day: date) -> bool:
    return day.weekday() > 4 or any(start <= day.isoformat() <= end for start, end in DAYS_OFF)


# Reading -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [kind.name for kind in SAMPLED])
def test_every_kind_has_entries_that_can_be_read(kind):
    assert sample(kind)


def test_no_entry_has_anything_to_be_said_beside_its_fields():
    said = [(record, found.text) for record in every() for found in problems(record)]
    assert said == []


def test_the_archive_is_a_year_and_not_a_handful():
    assert len(every()) >= 120


def test_files_are_plain_text_in_order_of_date():
    for form in ("study_meeting", "theme_day"):
        days = [record.held_on for record in sample(form)]
        assert days == sorted(days)


# People ------------------------------------------------------------------------------------------


def test_every_person_is_marked_as_invented_and_has_no_private_data():
    for person in sample("person"):
        assert "虚构" in person.note
        assert person.id_number == person.phone == ""


def test_the_branch_and_its_unit_say_that_they_are_a_sample():
    assert all("示例" in text for b in sample("branch") for text in (b.name, b.unit, b.superior))
    assert all("示例" in h.giver for h in sample("honour"))
    assert all("示例" in d.partner for d in sample("theme_day") if d.partner)


def test_names_are_borne_by_one_person_each():
    assert len(people()) == len(sample("person"))


def test_everyone_who_is_named_stands_on_the_roster():
    assert links("person") <= set(people())


def test_year_ends_with_a_branch_of_believable_make_up():
    standing = [people()[name] for name in members(YEAR_END)]
    assert len(standing) == BRANCH_SIZE
    assert Counter(p.category_on(YEAR_END) for p in standing) == {
        Category.FULL: 29,
        Category.PROBATIONARY: 2,
    }
    assert sum(p.floating for p in standing) == 2
    assert sum(p.in_need for p in standing) == 1


def test_those_not_yet_members_are_as_many_on_the_roster_as_on_the_way():
    roster = Counter(str(p.category_on(YEAR_END)) for p in sample("person"))
    on_the_way = Counter(d.stage_on(YEAR_END) for d in sample("development") if not d.stopped_on)
    for stage in (Category.CANDIDATE, Category.ACTIVIST, Category.APPLICANT):
        assert roster[stage] == on_the_way[stage]


def test_every_full_member_served_a_year_on_probation():
    for person in sample("person"):
        if person.category is Category.FULL:
            assert person.joined_on
            assert person.confirmed_on
            assert person.confirmed_on.first() >= months_later(person.joined_on.first(), 12)


def test_every_member_belongs_to_a_group_of_the_branch():
    groups = {group.name for group in sample("branch")[-1].groups}
    for person in sample("person"):
        assert (person.group in groups) is (person.category in MEMBERS), person.name


def test_every_group_is_led_by_one_of_its_members():
    for group in sample("branch")[-1].groups:
        assert group.leader.name in members(YEAR_END, group.name)


def test_one_secretary_and_a_committee_of_five_stand_in_both_years():
    for entry in sample("branch"):
        assert len(entry.committee) == 5
        assert set(names(entry.committee)) <= full_members(YEAR_END)
        posts = Counter(seat.post for seat in entry.committee)
        assert posts[branch.Post.SECRETARY] == 1
        assert entry.secretary(YEAR_END) == secretary()


def test_each_year_has_its_own_description_of_the_branch():
    assert [entry.filed_under for entry in sample("branch")] == list(REPORTED)


# Meetings ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "last_year", "this_year"),
    [(Form.GENERAL, 4, 4), (Form.COMMITTEE, 10, 12), (Form.GROUP, 28, 33), (Form.LESSON, 4, 6)],
)
def test_meetings_are_as_many_as_a_branch_holds(form, last_year, this_year):
    assert len(meetings(form, 2025)) == last_year
    assert len(meetings(form, 2026)) == this_year


def test_the_committee_met_in_every_month_and_the_members_in_every_quarter():
    committee, general = meetings(Form.COMMITTEE, 2026), meetings(Form.GENERAL, 2026)
    assert [m.held_on.first().month for m in committee] == list(range(1, 13))
    assert [(m.held_on.first().month + 2) // 3 for m in general] == [1, 2, 3, 4]


def test_every_meeting_is_on_a_working_day():
    assert [g.held_on for g in gatherings() if is_day_off(g.held_on.first())] == []


def test_no_more_members_are_counted_than_stood_on_that_day():
    for gathering in gatherings():
        assert gathering.present <= gathering.due <= len(members(gathering.held_on.first()))


def test_all_members_are_due_at_general_meetings_and_lessons():
    for meeting in sample("study_meeting"):
        if meeting.form in (Form.GENERAL, Form.LESSON):
            joining = {d.who.name for d in admitted_on(meeting.held_on)}
            assert meeting.due == len(members(meeting.held_on.first()) - joining)


def test_a_group_meeting_is_due_the_whole_group():
    for meeting in sample("study_meeting"):
        if meeting.form is Form.GROUP:
            assert meeting.due == len(members(meeting.held_on.first(), meeting.group))
            assert meeting.host.name in members(meeting.held_on.first(), meeting.group)


def test_the_committee_is_due_with_all_its_seats():
    assert {m.due for m in sample("study_meeting") if m.form is Form.COMMITTEE} == {5}


def test_general_and_committee_meetings_are_chaired_by_the_secretary():
    held = [m for m in sample("study_meeting") if m.form in (Form.GENERAL, Form.COMMITTEE)]
    assert all(secretary().same(m.host) for m in held)


def test_the_secretary_taught_two_lessons_this_year_and_one_the_year_before():
    taught = [sum(secretary().same(m.speaker) for m in meetings(Form.LESSON, y)) for y in REPORTED]
    assert taught == [1, 2]


def test_ticked_attendance_names_members_of_that_day():
    ticked = [g for g in gatherings() if g.attendance]
    assert len(ticked) >= 3
    for gathering in ticked:
        assert set(names(gathering.attendance)) <= members(gathering.held_on.first())
        assert all(bool(row.reason) is not row.present for row in gathering.attendance)


def test_attendance_rose_on_the_year_before():
    assert rate(m for f in Form for m in meetings(f, 2026)) > rate(
        m for f in Form for m in meetings(f, 2025)
    )
    assert rate(theme_days(2026)) > rate(theme_days(2025))


def test_theme_days_follow_the_branch_s_fixed_day():
    days = [d.held_on.first() for d in theme_days(2026)]
    assert days == [first_working_day(date(2026, month, 6)) for month in range(1, 13)]
    assert len(theme_days(2025)) == 11


def test_some_entries_are_starred_to_be_told_at_length():
    starred = Counter(m.form for m in sample("study_meeting") if m.starred)
    assert starred == {Form.GENERAL: 1, Form.COMMITTEE: 1, Form.LESSON: 1}
    assert sum(d.starred for d in sample("theme_day")) == 2
    assert sum(h.starred for h in sample("highlight")) == 2


def test_topics_are_short_and_never_used_twice():
    topics = [gathering.topic for gathering in gatherings()]
    assert max(map(len, topics)) <= LONGEST_TOPIC
    assert [topic for topic, times in Counter(topics).items() if times > 1] == []


# Development -------------------------------------------------------------------------------------


def test_the_year_has_every_kind_of_step():
    taken = Counter(
        row.step for d in sample("development") for row in d.steps if row.on.first().year == 2026
    )
    assert taken[Step.APPLICATION] == 2
    assert taken[Step.ACTIVIST] == 1
    assert taken[Step.CANDIDATE] == 2
    assert taken[Step.ADMISSION] == 1
    assert taken[Step.CONFIRMATION] == 1
    assert sum(bool(d.stopped_on) for d in sample("development")) == 1


def test_steps_are_dated_without_a_gap_and_in_their_order():
    for development in sample("development"):
        taken = [row.step for row in development.steps]
        days = [row.on for row in development.steps]
        assert taken == list(Step)[: len(taken)]
        assert days == sorted(days)


def test_steps_are_taken_on_working_days():
    days = [(d.who, row.on) for d in sample("development") for row in d.steps]
    assert [pair for pair in days if is_day_off(pair[1].first())] == []


def test_applicants_are_of_age_and_are_talked_to_within_a_month():
    for development in ways(reached=Step.APPLICATION):
        applied = day_of(development, Step.APPLICATION)
        assert people()[development.who.name].age_on(applied) >= 18
        assert day_of(development, Step.TALK) <= months_later(applied, 1)


def test_activists_are_trained_a_year_before_they_are_candidates():
    for development in ways(reached=Step.CANDIDATE):
        earliest = months_later(day_of(development, Step.ACTIVIST), 12)
        assert day_of(development, Step.CANDIDATE) >= earliest


def test_activists_have_one_or_two_full_members_as_sponsors():
    for development in ways(reached=Step.SPONSORS):
        assert 1 <= len(development.sponsors) <= 2
        day = day_of(development, Step.SPONSORS)
        assert set(names(development.sponsors)) <= full_members(day)


def test_candidates_have_two_full_members_as_introducers():
    for development in ways(reached=Step.INTRODUCERS):
        assert len(set(names(development.introducers))) == 2
        day = day_of(development, Step.INTRODUCERS)
        assert set(names(development.introducers)) <= full_members(day)


def test_no_half_year_passes_without_an_examination():
    for development in ways(reached=Step.ACTIVIST):
        looked = [day_of(development, Step.ACTIVIST), *days_of(development.examinations)]
        for earlier, later in pairwise([*looked, last_day(development)]):
            assert later <= months_later(earlier, 6), development.who


def test_a_report_of_thoughts_comes_every_quarter():
    for development in ways(reached=Step.ACTIVIST):
        handed_in = [day_of(development, Step.ACTIVIST), *days_of(development.reports)]
        for earlier, later in pairwise([*handed_in, last_day(development)]):
            assert later - earlier <= timedelta(days=100), development.who


def test_the_course_is_three_days_or_twenty_four_hours():
    for development in ways(reached=Step.COURSE):
        [course] = development.courses
        assert course.since == development.on(Step.COURSE)
        days = (course.until.first() - course.since.first()).days + 1
        assert course.hours >= 24 or days >= 3


def test_candidates_are_made_known_for_five_working_days_in_every_case():
    for development in sample("development"):
        assert bool(development.notices) is bool(development.on(Step.CANDIDATE))
        for notice in development.notices:
            assert working_days(notice.since, notice.until) >= 5


def test_the_meeting_follows_the_preliminary_review_within_a_month():
    for development in ways(reached=Step.ADMISSION):
        latest = months_later(day_of(development, Step.PRELIMINARY), 1)
        assert day_of(development, Step.ADMISSION) <= latest


def test_the_higher_committee_approves_within_three_months():
    for development in ways(reached=Step.APPROVAL):
        latest = months_later(day_of(development, Step.ADMISSION), 3)
        assert day_of(development, Step.APPROVAL) <= latest
    for development in ways(reached=Step.CONFIRMATION_APPROVAL):
        latest = months_later(day_of(development, Step.CONFIRMATION), 3)
        assert day_of(development, Step.CONFIRMATION_APPROVAL) <= latest


def test_probation_lasts_a_year_and_nobody_is_overdue():
    for development in ways(reached=Step.ADMISSION):
        earliest = months_later(day_of(development, Step.ADMISSION), 12)
        confirmed = development.on(Step.CONFIRMATION)
        assert (confirmed.first() if confirmed else YEAR_END) - earliest < timedelta(days=31)
        assert confirmed is None or confirmed.first() >= earliest


def test_the_roster_has_the_days_that_the_steps_give():
    for development in ways(reached=Step.ADMISSION):
        person = people()[development.who.name]
        assert person.joined_on == development.on(Step.ADMISSION)
        assert person.confirmed_on == development.on(Step.CONFIRMATION)


def test_decisions_were_taken_at_meetings_that_are_on_record():
    general = {m.held_on for y in REPORTED for m in meetings(Form.GENERAL, y)}
    committee = {m.held_on for y in REPORTED for m in meetings(Form.COMMITTEE, y)}
    for step, held in (
        (Step.ACTIVIST, committee),
        (Step.CANDIDATE, committee),
        (Step.COMMITTEE_REVIEW, committee),
        (Step.ADMISSION, general),
        (Step.CONFIRMATION, general),
    ):
        decided = {d.on(step) for d in ways(reached=step)}
        assert {day for day in decided if day.first().year in REPORTED} <= held


def test_votes_carry_by_more_than_half_of_those_entitled():
    for vote in [*votes_of(sample("study_meeting")), *votes_of(sample("development"))]:
        assert vote.present * 2 > vote.entitled
        assert vote.ayes * 2 > vote.entitled
        assert vote.ayes + vote.noes + vote.abstentions == vote.present <= vote.entitled


def test_only_full_members_vote():
    for meeting in sample("study_meeting"):
        day = meeting.held_on.first()
        confirmed = {d.who.name for d in ways(reached=Step.CONFIRMATION)
                     if day_of(d, Step.CONFIRMATION) == day}  # fmt: skip
        for vote in meeting.votes:
            assert vote.entitled == len(full_members(day) - confirmed)
            assert vote.present <= meeting.present


def test_a_vote_on_a_person_is_the_same_in_both_places():
    taken = {vote for meeting in sample("study_meeting") for vote in meeting.votes}
    for development in sample("development"):
        assert set(development.votes) <= taken
        decided = [development.on(s) for s in (Step.ADMISSION, Step.CONFIRMATION)]
        assert len(development.votes) == sum(day is not None for day in decided)


# Results, problems, plans ------------------------------------------------------------------------


def test_honours_are_collective_and_personal_and_of_several_levels():
    given = [h for h in sample("honour") if h.given_on.first().year == 2026]
    assert 6 <= len(given) <= 7
    assert len({h.level for h in given}) >= 3
    assert {h.receiver for h in given} == set(honour.Receiver)


def test_every_highlight_has_a_before_a_practice_and_a_number():
    for entry in sample("highlight"):
        assert entry.background
        assert entry.practice
        assert entry.result
        assert entry.data


def test_the_numbers_of_a_highlight_stand_in_its_text_or_follow_from_its_days():
    for entry in sample("highlight"):
        told = entry.result + entry.practice + f"{days_taken(entry)}天"
        unsaid = [d.name for d in entry.data if f"{d.number:f}" not in told]
        assert unsaid in ([], ["节约费用"])


def test_the_reviewers_problems_are_all_taken_up():
    remarked = [r.problem for c in sample("review_comment") for r in c.remarks]
    taken_up = [p.problem for p in sample("problem") if p.source is problem.Source.REVIEW]
    assert len(remarked) == 3
    assert sorted(remarked) == sorted(taken_up)


def test_problems_stand_as_a_year_leaves_them():
    states = Counter(p.state for p in sample("problem"))
    assert states[problem.State.DONE] == 5
    assert states[problem.State.LASTING] == 1
    assert states[problem.State.UNDER_WAY] + states[problem.State.OPEN] == 3


def test_every_problem_shows_itself_has_a_cause_and_measures_with_a_person_and_a_day():
    for entry in sample("problem"):
        assert re.search(r"\d", entry.shown_by)
        assert "我" in entry.cause.split("。")[0]
        assert all(step.measure and step.who and step.due_on for step in entry.steps)
        assert entry.steps


def test_what_is_settled_says_what_came_of_it_and_was_done_before():
    for entry in sample("problem"):
        if entry.closed_on:
            assert entry.outcome
            assert all(step.done_on <= entry.closed_on for step in entry.steps)
        assert all(s.done_on is None or s.done_on >= entry.found_on for s in entry.steps)


def test_plans_answer_problems_that_exist():
    assert links("problem") <= {entry.problem for entry in sample("problem")}


def test_every_open_problem_is_answered_by_a_plan_for_the_next_year():
    answered = {p.problem.name for p in sample("plan") if p.year == 2027 and p.problem}
    still_there = {p.problem for p in sample("problem") if p.state not in SETTLED}
    assert still_there <= answered


def test_last_year_s_plans_say_how_they_came_out():
    came_out = [p for p in sample("plan") if p.year == 2026]
    assert Counter(p.state for p in came_out) == {plan.State.DONE: 4, plan.State.UNDER_WAY: 1}
    assert all(p.note for p in came_out)


def test_every_plan_has_a_person_a_day_and_a_target():
    assert all(p.who and p.due_on and p.target for p in sample("plan"))


def test_the_problem_of_the_group_meetings_counts_what_is_on_record():
    held = meetings(Form.GROUP, 2026)
    unrecorded = Counter(m.group for m in held if not m.recorder)
    visited = [m for m in held if m.guests == secretary().name]
    [entry] = [p for p in sample("problem") if "党小组会" in p.problem]
    second = unrecorded["第二党小组"]
    assert f"{len(held)}次党小组会有{unrecorded.total()}次没有" in entry.shown_by
    assert f"第二党小组占{second}次" in entry.shown_by
    assert f"只列席{len(visited)}次" in entry.cause


def test_the_comment_on_lessons_is_settled_by_figures_on_record():
    [entry] = [p for p in sample("problem") if p.problem == "学习形式单一"]
    before, after = (rate(meetings(Form.LESSON, year)) for year in REPORTED)
    speakers = {m.speaker.name for m in meetings(Form.LESSON, 2026)}
    assert f"由{before:.1f}%提高到{after:.1f}%" in entry.outcome
    assert f"{len(speakers)}人登台" in entry.outcome


# Words -------------------------------------------------------------------------------------------


def test_prose_is_of_short_sentences_that_end():
    for spec, text in texts(Prose):
        assert text.endswith("。"), (spec.label, text)
        assert max(map(len, re.split("[。；]", text))) <= LONGEST_SENTENCE, text


def test_problems_and_plans_are_phrases_without_a_stop():
    phrases = [e.problem for e in sample("problem")] + [e.plan for e in sample("plan")]
    assert not [text for text in phrases if text[-1] in "。；，！？、"]
    assert len(set(phrases)) == len(phrases)


def test_no_text_pads():
    said = [(text, word) for _, text in texts(Spec) for word in PADDING if word in text]
    assert said == []


def texts(kind: type[Spec]) -> Iterator[tuple[Spec, str]]:
    for record in every():
        for spec, value in values(record):
            if isinstance(spec, kind) and type(value) is str:
                yield spec, value


# Counting ----------------------------------------------------------------------------------------


def secretary() -> Link:
    [link] = [t.who for t in latest_branch().secretaries]
    return link


def latest_branch() -> Branch:
    found: Branch = sample("branch")[-1]
    return found


def admitted_on(day: Day) -> list[Development]:
    return [d for d in ways(reached=Step.ADMISSION) if d.on(Step.ADMISSION) == day]


def votes_of(records: Sequence[Any]) -> list[Vote]:
    return [vote for record in records for vote in record.votes]


def days_of(rows: Sequence[Any]) -> list[date]:
    return [row.on.first() for row in rows]


def last_day(development: Development) -> date:
    ended = development.ended_on
    return ended.first() if ended else YEAR_END


def days_taken(entry: Highlight) -> int:
    assert entry.started_on
    assert entry.ended_on
    return (entry.ended_on.first() - entry.started_on.first()).days + 1


def first_working_day(day: date) -> date:
    while is_day_off(day):
        day += timedelta(days=1)
    return day


def working_days(since: Day, until: Day) -> int:
    span = (until.first() - since.first()).days + 1
    return sum(not is_day_off(since.first() + timedelta(days=n)) for n in range(span))


def rate(held: Iterator[StudyMeeting] | Sequence[StudyMeeting | ThemeDay]) -> float:
    counted = [(entry.present or 0, entry.due or 0) for entry in held]
    return 100 * sum(p for p, _ in counted) / sum(d for _, d in counted)
