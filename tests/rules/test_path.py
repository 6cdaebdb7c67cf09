"""One person's way: what is done, what comes next, from when, by when and on what day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules.cases import value
from rules.ways import FAULTLESS, until, way
from strategies import records

from secretary_desk.kinds.development import KIND, Notice, Step
from secretary_desk.records.day import Day
from secretary_desk.rules.path import State, path
from secretary_desk.rules.steps import PAPERS, PHASE, STEPS, Phase
from secretary_desk.rules.values import Values

BEFORE = date(2026, 5, 18)  # the day before the revision


def at(days, today, own=(), **more):
    return path(way(days, **more), Values(own), today)


def told(step):
    return [bound.show() for bound in step.bounds]


def test_twenty_five_steps_lie_in_five_phases_and_each_leaves_papers():
    assert len(STEPS) == 25
    assert [list(PHASE.values()).count(phase) for phase in Phase] == [2, 4, 5, 7, 7]
    assert all(PAPERS[step] for step in STEPS)


def test_who_has_taken_no_step_hands_in_an_application_first():
    found = at({}, BEFORE)
    assert found.next.step is Step.APPLICATION
    assert found.next.suggested is None  # it is the person's own act
    assert {step.state for step in found.steps} == {State.NEXT, State.LATER}


@pytest.mark.parametrize("place", range(24))
def test_after_every_step_the_one_that_follows_is_next(place):
    found = at(until(STEPS[place]), date(2026, 3, 2))
    assert found.next.step is STEPS[place + 1]
    assert [step.state for step in found.steps[: place + 1]] == [State.DONE] * (place + 1)
    assert {step.state for step in found.steps[place + 2 :]} <= {State.LATER}


def test_after_the_last_step_nothing_is_next():
    assert at(FAULTLESS, date(2026, 3, 2)).next is None


def test_a_step_that_was_passed_over_is_missed_and_one_dated_ahead_is_planned():
    days = until(Step.SPONSORS, ACTIVIST_FILED=None) | {Step.CANDIDATE: "2026-06-08"}
    found = {step.step: step.state for step in at(days, BEFORE).steps}
    assert found[Step.ACTIVIST_FILED] is State.MISSED
    assert found[Step.TRAINING] is State.NEXT
    assert found[Step.CANDIDATE] is State.PLANNED


def test_a_day_ahead_of_the_next_step_leaves_it_the_next():
    found = at(until(Step.APPLICATION) | {Step.TALK: "2026-06-08"}, BEFORE)
    assert (found.next.step, found.next.on) == (Step.TALK, "2026-06-08")


def test_whose_way_was_stopped_has_nothing_more_to_do():
    found = at(until(Step.ACTIVIST), BEFORE, stopped_on=Day("2026-04-01"))
    assert found.next is None
    assert {step.state for step in found.steps} == {State.DONE, State.CLOSED}
    assert at(until(Step.ACTIVIST), date(2026, 3, 1), stopped_on=Day("2026-04-01")).next


@pytest.mark.parametrize(
    ("applied", "words"),
    [
        ("2026-03-05", "2026年4月5日前"),
        ("2026-01-31", "2026年2月28日前"),
        ("2024-01-31", "2024年2月29日前"),
        ("2025-12-31", "2026年1月31日前"),
        ("2026-01", "约2026年2月前（待核）"),
        ("2025", "约2025年2月1日前（待核）"),
    ],
)
def test_a_talk_is_due_a_natural_month_after_the_application(applied, words):
    found = at({Step.APPLICATION: applied}, BEFORE)
    assert told(found.next) == [f"递交申请书后一个月内：{words}"]
    assert found.next.latest.source == "《中国共产党发展党员工作细则》（2014年）第七条"


def test_an_activist_is_educated_for_a_year_before_he_is_taken_as_a_candidate():
    found = at(until(Step.TRAINING, ACTIVIST="2025-03-05"), date(2026, 1, 5))
    assert told(found.next) == ["培养满一年：2026年3月5日起"]
    assert found.next.suggested == date(2026, 3, 5)


def test_a_leap_days_year_is_over_on_the_last_of_february():
    days = {Step.ADMISSION: "2024-02-29", Step.CONFIRMATION_REQUEST: "2025-01-20"}
    found = at(days, date(2025, 2, 3))
    assert told(found.next) == [
        "预备期满一年：2025年2月28日起",
        "预备期满后及时讨论，一般一个月内：2025年3月28日前",
    ]


def test_the_request_is_suggested_before_probation_ends():
    found = at(until(Step.PROBATION), date(2025, 12, 1))
    assert told(found.next) == ["预备期满前7天提出：2025年12月3日前"]
    assert found.next.suggested == date(2025, 12, 1)


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("支部大会决定延长预备期6个月", "2026年6月10日起"),
        ("延长半年", "2026年6月10日起"),
        ("延长一年", "2026年12月10日起"),
        ("延长8个月", "2026年8月10日起"),
        ("没有延长", "2025年12月10日起"),
    ],
)
def test_an_extension_is_read_from_the_note(note, day):
    days = until(Step.CONFIRMATION_REQUEST)
    found = at(days, date(2025, 12, 12), notes={Step.PROBATION: note})
    assert found.next.earliest.told() == day


def test_a_step_is_suggested_on_a_working_day_before_its_last_day():
    found = at({Step.APPLICATION: "2026-09-04"}, date(2026, 10, 3))  # a holiday, the 4th too
    assert found.next.latest.told() == "2026年10月4日前"
    assert found.next.suggested == date(2026, 10, 8)
    earlier = at({Step.APPLICATION: "2026-09-04"}, date(2026, 9, 30))
    assert earlier.next.suggested == date(2026, 9, 30)


def test_a_day_of_a_year_whose_holidays_are_unknown_is_provisional():
    days = until(Step.TRAINING, ACTIVIST="2098-03-05", SPONSORS=None, TRAINING=None)
    found = at({**days, Step.TRAINING: "2098-04-01"}, date(2098, 12, 1))
    assert (found.next.suggested, found.next.provisional) == (date(2099, 3, 5), True)


def test_a_step_that_is_late_is_suggested_for_the_next_working_day():
    assert at({Step.APPLICATION: "2026-01-05"}, BEFORE).next.suggested == BEFORE


class TestTheRevision:
    AFTER = date(2026, 6, 1)

    def test_the_articles_have_their_new_numbers_from_the_day_it_holds(self):
        days = until(Step.INTERVIEW, ADMISSION="2026-05-06", INTERVIEW="2026-05-08")
        first = at(days, BEFORE).next.latest
        revised = at(days, self.AFTER).next.latest
        assert first.source.endswith("（2014年）第二十六条")
        assert "（2026年修订）第二十五条（二手摘要" in revised.source
        assert (first.day, first.weight) == (revised.day, revised.weight)

    def test_the_day_is_the_users_to_change(self):
        days = until(Step.FORM, PRELIMINARY="2026-04-20", FORM="2026-04-22")
        assert at(days, BEFORE).next.bounds == ()
        own = [value("发展党员.新细则生效日", "2026-05-01")]
        assert told(at(days, BEFORE, own).next) == ["预审合格后一个月内：2026年5月20日前"]

    def test_what_is_new_is_advice_at_second_hand(self):
        days = until(Step.ASSIGNED, APPROVAL="2026-05-25", ASSIGNED="2026-05-28")
        (oath,) = at(days, self.AFTER).next.bounds
        assert (oath.weight.value, oath.told()) == ("建议", "2026年6月25日前")
        assert "二手摘要" in oath.source

    def test_a_notice_lasts_five_working_days(self):
        days = until(Step.TRAINING)
        notice = Notice(since=Day("2026-09-29"))
        found = at(days, date(2026, 9, 29), notices=(notice,))
        assert told(found.next)[1] == "公示满五个工作日：2026年10月12日起"
        assert found.next.suggested == date(2026, 10, 12)
        wanting = at(days, self.AFTER)
        assert told(wanting.next)[1] == (
            "公示满五个工作日（没有登记公示，从今天算）：2026年6月8日起"
        )

    def test_a_notice_over_an_unknown_new_year_is_reckoned_provisionally(self):
        notice = Notice(since=Day("2098-12-30"))
        found = at(until(Step.TRAINING), date(2098, 12, 30), notices=(notice,))
        assert told(found.next)[1].endswith("：2099年1月6日起（暂算）")

    def test_nought_turns_an_advice_off(self):
        own = [value("发展党员.公示工作日", 0)]
        assert len(at(until(Step.TRAINING), self.AFTER, own).next.bounds) == 1


def test_a_value_of_the_users_moves_the_days():
    own = [value("发展党员.培养月数", 18)]
    found = at(until(Step.TRAINING, ACTIVIST="2025-03-05"), date(2026, 1, 5), own)
    assert told(found.next) == ["培养满十八个月：2026年9月5日起"]


def test_days_beyond_the_calendar_of_the_desk_are_not_told():
    late = {Step.APPLICATION: "2200-12-31"}
    assert told(at(late, date(2200, 12, 31)).next) == []
    assert at(late, date(2200, 12, 31)).next.suggested == date(2200, 12, 31)
    assert at(late, date(2201, 1, 1)).next.suggested is None


@given(records(KIND), st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_anyones_way_can_be_told_on_any_day(entry, today):
    found = path(entry, Values(), today)
    assert [step.step for step in found.steps] == list(STEPS)
    assert sum(step.state is State.NEXT for step in found.steps) <= 1
    for step in found.steps:
        assert all(bound.show() and bound.first <= bound.last for bound in step.bounds)
        assert step.suggested is None or step.suggested >= today
