"""What is due soon: by the dates that are known, and no more precisely than they are."""

from datetime import date
from decimal import Decimal

import pytest
from sample import sample_year
from year import year

from secretary_desk.facts.due import Due, dues
from secretary_desk.facts.rhythm import rows
from secretary_desk.kinds.branch import Branch, BranchType, UnitType
from secretary_desk.kinds.development import Development, StepRow
from secretary_desk.kinds.development import Step as DevelopmentStep
from secretary_desk.kinds.dues import Dues, Paid
from secretary_desk.kinds.person import Category, Person
from secretary_desk.kinds.problem import Problem, Source, State, Step
from secretary_desk.kinds.study_meeting import StudyMeeting
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref
from secretary_desk.records.specs import Link

TODAY = date(2026, 11, 21)


def told(*records, today: date = TODAY) -> list[tuple[str, str]]:
    return [(due.text, due.when) for due in _dues(*records, today=today)]


def _dues(*records, today: date = TODAY) -> list[Due]:
    return dues(year(*records), [], today)


def member(joined: str, **more) -> Person:
    given = {"category": Category.PROBATIONARY, "joined_on": Day(joined)}
    return Person(name="示例甲", **given | more)


def problem(closed: str | None = None, **more) -> Problem:
    given = {"problem": "台账不全", "source": Source.OWN, "found_on": Day("2026-02-01")}
    return Problem(**given, closed_on=closed and Day(closed), **more)


def test_the_sample_years_dues_stand_in_the_order_of_their_days():
    found = dues(sample_year(), rows(sample_year(), TODAY), TODAY)
    assert [(due.text, due.when) for due in found] == [
        ("苏婉清预备期满，应讨论转正", "12月31日"),
        ("支部委员会任期届满", "还有3个月"),
    ]


@pytest.mark.parametrize(
    ("joined", "when"),
    [
        ("2025-12-03", "12月3日"),
        ("2026-01-10", "1月10日"),
        ("2025-11-21", "今天"),
        ("2025-11-18", "已过3天"),
        ("2025-06-18", "已过5个月"),
        ("2025-12", "12月"),
        ("2025-11", "本月"),
        ("2025-09", "已过2个月"),
        ("2025", "今年"),
        ("2024", "已过1年"),
    ],
)
def test_the_year_of_probation_ends_as_precisely_as_it_began(joined, when):
    assert told(member(joined)) == [("示例甲预备期满，应讨论转正", when)]


def test_a_probation_that_ends_in_three_months_is_not_due_yet():
    assert told(member("2026-02-21")) == []


def test_a_leap_day_has_its_year_over_on_the_last_of_february():
    assert told(member("2024-02-29"), today=date(2025, 2, 27)) == [
        ("示例甲预备期满，应讨论转正", "2月28日")
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"confirmed_on": Day("2026-11-20")},
        {"left_on": Day("2026-10-01")},
        {"category": Category.FULL},
    ],
)
def test_who_is_confirmed_or_gone_is_not_asked_for(more):
    assert told(member("2025-11-18", **more)) == []


def way(person: Person, *steps: tuple[DevelopmentStep, str], **more) -> Development:
    rows = tuple(StepRow(step=step, on=Day(on)) for step, on in steps)
    return Development(who=Link(person.id, person.name), steps=rows, **more)


def test_the_line_leads_to_the_way_into_the_party_where_one_is_kept():
    person = member("2025-12-03")
    kept = way(person, (DevelopmentStep.ADMISSION, "2025-12-03"))
    assert [due.entry for due in _dues(person, kept)] == [ref(kept)]
    assert [due.entry for due in _dues(person)] == [ref(person)]


def test_someone_who_is_not_on_the_roster_is_told_of_from_the_way_alone():
    kept = way(member("2025-12-03"), (DevelopmentStep.ADMISSION, "2025-12-03"))
    assert told(kept) == [("示例甲预备期满，应讨论转正", "12月3日")]


def test_a_way_that_has_ended_is_not_asked_for():
    person = member("2025-12-03")
    admitted = (DevelopmentStep.ADMISSION, "2025-12-03")
    confirmed = (DevelopmentStep.CONFIRMATION, "2026-11-20")
    assert told(person, way(person, admitted, confirmed)) == []
    assert told(person, way(person, admitted, stopped_on=Day("2026-05-01"))) == []


@pytest.mark.parametrize(
    ("ends", "when"),
    [("2027-05-01", "还有5个月"), ("2027-05", None), ("2026-12-20", "12月20日"),
     ("2026-09-01", "已过2个月"), ("2027-06-01", None), ("2027-04", "还有5个月")],
)  # fmt: skip
def test_the_end_of_the_term_is_told_half_a_year_ahead(ends, when):
    branch = Branch(name="示例支部", term_ends_on=Day(ends))
    assert told(branch) == ([("支部委员会任期届满", when)] if when else [])


def test_a_term_without_its_end_is_reckoned_from_the_election_by_the_sort_of_unit():
    elected = {"name": "示例支部", "elected_on": Day("2024-03-15")}
    assert told(Branch(**elected)) == []
    assert told(Branch(**elected, unit_type=UnitType.AGENCY)) == [
        ("支部委员会任期届满（按换届日期推算）", "还有3个月")
    ]
    assert told(Branch(**elected, unit_type=UnitType.VILLAGE)) == []


def test_a_temporary_branch_has_no_term_and_one_without_committee_is_called_by_its_name():
    ends = {"name": "示例支部", "term_ends_on": Day("2026-12-20")}
    assert told(Branch(**ends, branch_type=BranchType.TEMPORARY)) == []
    assert told(Branch(**ends, no_committee=True)) == [("支部任期届满", "12月20日")]


def test_this_months_open_rows_are_told_with_an_entry_begun():
    given = year(Branch(name="示例支部"))
    found = dues(given, rows(given, TODAY), TODAY)
    assert [(due.text, due.when) for due in found] == [
        ("11月支部委员会未登记", "本月"),
        ("11月党小组会未登记", "本月"),
        ("11月主题党日未登记", "本月"),
        ("四季度支部党员大会未登记", "本季度"),
        ("本年组织生活会未登记", "本年"),
        ("本年民主评议未登记", "本年"),
    ]
    assert {due.draft.held_on for due in found} == {"2026-11"}


@pytest.mark.parametrize(
    ("due_on", "more", "when"),
    [
        ("2026-11-30", {}, "11月30日"),
        ("2026-11-18", {}, "已过3天"),
        ("2026-12-31", {}, None),
        ("2026-11-18", {"state": State.LASTING}, None),
        ("2026-11-18", {"closed": "2026-11-01"}, None),
        ("2026-11-18", {"state": State.DONE}, None),
    ],
)
def test_a_problem_is_due_a_month_ahead_until_it_is_struck_off(due_on, more, when):
    found = told(problem(due_on=Day(due_on), **more))
    assert found == ([("问题整改：台账不全", when)] if when else [])


def test_dues_of_this_month_lead_to_the_page_where_they_are_kept():
    given = year(Dues(year=2026, months=(Paid(month=1, paid=Decimal(20)),)))
    found = dues(given, rows(given, TODAY), TODAY)
    due = next(due for due in found if due.text == "11月党费未登记")
    assert (due.kind, due.entry, due.draft, due.when) == ("dues", None, None, "本月")


def test_a_measure_has_its_own_deadline_until_it_is_done():
    steps = (
        Step(measure="每季度检查", due_on=Day("2026-11-25")),
        Step(measure="已补齐", due_on=Day("2026-11-01"), done_on=Day("2026-10-30")),
    )
    assert told(problem(steps=steps)) == [("整改措施：每季度检查", "11月25日")]


def test_unfinished_entries_come_last_and_lead_to_the_first_of_them():
    first, second = (StudyMeeting(held_on=Day(day)) for day in ("2026-03-05", "2026-04"))
    found = _dues(first, second, member("2025-12-03"))
    assert [(due.text, due.when) for due in found][1:] == [("三会一课有2条未填完", "")]
    assert found[-1].entry == ref(first)


@pytest.mark.parametrize(
    ("closed", "count"), [("2026-11-29", 0), ("2026-11-30", 0), ("2026-12-01", 1)]
)
def test_a_problem_that_is_to_be_struck_off_by_its_day_is_not_due_on_it(closed, count):
    assert len(told(problem(closed, due_on=Day("2026-11-30")))) == count
