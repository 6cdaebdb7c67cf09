"""发展党员: stages reached, steps taken, and who is no longer on the way."""

from datetime import date

import pytest
from year import figures, listed, shown, year

from secretary_desk.kinds.development import Development, Step, StepRow, carried
from secretary_desk.kinds.person import Person
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import problems, ref
from secretary_desk.records.specs import Link

A, C, K = Step.APPLICATION, Step.ACTIVIST, Step.CANDIDATE
IN, FULL = Step.ADMISSION, Step.CONFIRMATION


def way(*steps, who="张伟", stopped=None):
    taken = tuple(StepRow(step=step, on=Day(on)) for step, on in steps)
    return Development(who=Link(None, who), steps=taken, stopped_on=stopped and Day(stopped))


def test_a_way_is_begun_by_its_first_dated_step_and_ended_by_confirmation_or_stopping():
    given = way((C, "2025-02-01"), (A, "2024-05-01"), (FULL, "2027-06-01"))
    assert (given.started_on, given.ended_on) == ("2024-05-01", "2027-06-01")
    assert way((A, "2024-05-01"), stopped="2025-03").ended_on == "2025-03"
    assert way().started_on is None


@pytest.mark.parametrize(
    ("on", "stage"),
    [
        (date(2024, 4, 30), ""),
        (date(2024, 5, 1), "申请人"),
        (date(2025, 12, 31), "积极分子"),
        (date(2026, 12, 31), "发展对象"),
    ],
)
def test_the_stage_is_the_one_reached_by_a_day(on, stage):
    assert way((A, "2024-05-01"), (C, "2025-02-01"), (K, "2026-11-05")).stage_on(on) == stage


def test_whoever_is_on_the_way_is_counted_in_every_year_and_each_step_in_its_own():
    given = way((A, "2024-05-01"), (C, "2026-02-01"))
    told = [figures(year(given, period=Period.calendar(y))) for y in (2023, 2025, 2026, 2027)]
    assert "发展党员.申请人" not in told[0]
    assert told[1]["发展党员.申请人"].entries == (ref(given),)
    assert told[2]["发展党员.确定积极分子"].show() == "1名"
    assert told[3]["发展党员.积极分子"].show() == "1名"
    assert "发展党员.确定积极分子" not in told[3]


def test_whoever_stopped_is_no_longer_counted_as_standing():
    assert "发展党员.积极分子" not in shown(year(way((C, "2025-02-01"), stopped="2026-03-01")))


def test_those_admitted_on_one_day_are_one_batch():
    admitted = [way((IN, on), who=who) for who, on in
                (("甲", "2026-06-10"), ("乙", "2026-06-10"), ("丙", "2026-11-02"))]  # fmt: skip
    told = shown(year(*admitted))
    assert (told["发展党员.接收预备党员"], told["发展党员.接收批次"]) == ("3名", "2批")
    assert len(listed(year(*admitted), "发展党员.接收名单")) == 3


def test_a_confirmed_member_is_told_in_the_year_of_confirmation_only():
    given = way((IN, "2025-06-10"), (FULL, "2026-06-10"))
    assert shown(year(given))["发展党员.转正"] == "1名"
    assert shown(year(given, period=Period.calendar(2027))) == {}


def test_a_step_before_an_earlier_one_is_told():
    given = way((C, "2025-02-01"), (A, "2025-03-01"))
    assert [p.text for p in problems(given)] == [
        "“推荐和确定入党积极分子”的日期2025年2月1日早于前面的步骤"
    ]
    assert problems(way((A, "2025"), (C, "2025-02-01"))) == []


def test_confirmation_is_typed_once_and_what_the_roster_has_stays():
    steps = way((IN, "2025-06-10"), (FULL, "2026-06-10"))
    member = carried(steps, Person(name="张伟", joined_on=Day("2025-06-11")))
    assert (member.joined_on, member.confirmed_on) == ("2025-06-11", "2026-06-10")
