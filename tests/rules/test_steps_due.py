"""Next steps of 发展党员 among what is due soon: those with a last day, and no day yet."""

from datetime import date

from rules.cases import value, year
from rules.ways import until, way

from secretary_desk.facts.due import dues
from secretary_desk.kinds.development import Step
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref
from secretary_desk.rules.steps_due import steps_due

TODAY = date(2026, 11, 21)


def told(*entries, today=TODAY):
    return [(due.text, due.when) for due in steps_due(year(*entries), today)]


def test_a_talk_is_due_from_thirty_days_ahead_until_it_is_held():
    applied = way({Step.APPLICATION: "2026-11-10"})
    words = "示例新：党组织派人谈话（递交申请书后一个月内）"
    assert told(applied) == [(words, "12月10日")]
    assert told(applied, today=date(2026, 12, 13)) == [(words, "已过3天")]
    assert told(way({Step.APPLICATION: "2026-11-10", Step.TALK: "2026-11-20"})) == []
    (due,) = steps_due(year(applied), TODAY)
    assert (due.entry, due.by) == (ref(applied), date(2026, 12, 10))


def test_what_is_far_off_or_has_its_day_or_was_stopped_is_not_due():
    admitted = until(Step.ADMISSION, ADMISSION="2026-11-10") | {Step.INTERVIEW: "2026-11-12"}
    assert told(way(admitted)) == []
    assert told(way(admitted), today=date(2027, 1, 20)) == [
        ("示例新：上级党委审批（支部大会通过后三个月内）", "2月10日")
    ]
    planned = {Step.APPLICATION: "2026-11-10", Step.TALK: "2026-12-01"}
    assert told(way(planned)) == []
    assert told(way({Step.APPLICATION: "2026-11-10"}, stopped_on=Day("2026-11-20"))) == []


def test_a_value_of_the_users_moves_what_is_due():
    applied = way({Step.APPLICATION: "2026-11-10"})
    assert told(applied, value("发展党员.谈话月数", 2)) == []


def test_the_end_of_probation_is_told_once_and_later_where_it_was_extended():
    days = until(Step.PROBATION, ADMISSION="2025-12-10", PROBATION="2026-03-01")
    assert told(way(days)) == []
    (due,) = dues(year(way(days)), [], TODAY)
    assert due.by == date(2026, 12, 10)
    extended = way(days, notes={Step.PROBATION: "延长预备期六个月"})
    assert dues(year(extended), [], TODAY) == []
    (due,) = dues(year(extended), [], date(2027, 5, 1))
    assert due.by == date(2027, 6, 10)
