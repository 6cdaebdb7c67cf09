"""Next steps of 发展党员 among what is due soon: those with a last day, and no day yet."""

from datetime import date

from rules.cases import person, value, year
from rules.ways import until, way

from secretary_desk.facts.due import STATUTORY, dues
from secretary_desk.facts.rhythm import RHYTHMS, rows
from secretary_desk.kinds.branch import Branch, UnitType
from secretary_desk.kinds.development import Step
from secretary_desk.kinds.person import Category
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref
from secretary_desk.rules.agenda import agenda
from secretary_desk.rules.calendar_values import terms_of, turned_off
from secretary_desk.rules.steps_due import steps_due
from secretary_desk.rules.values import defaults

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


def test_the_values_as_delivered_are_those_of_the_statutes():
    assert terms_of(year()) == STATUTORY


def test_terms_and_probation_end_by_the_values_that_the_user_set():
    new = person("新", category=Category.PROBATIONARY, joined_on=Day("2026-06-10"))
    branch = Branch(name="示例支部", elected_on=Day("2025-10-15"), unit_type=UnitType.AGENCY)
    own = value("换届选举.任期", 2), value("换届选举.提醒", 12), value("发展党员.预备期月数", 6)
    told = [(due.text, due.when) for due in _dues(new, branch, *own)]
    assert told == [
        ("示例新预备期满，应讨论转正", "12月10日"),
        ("支部委员会任期届满（按换届日期推算）", "还有10个月"),
    ]
    assert _dues(new, branch) == []
    on = [each.on for each in agenda(year(new, branch, *own), TODAY) if "满" in each.text]
    assert on == ["2026-12-10", "2027-10-15"]


def test_every_value_of_a_rhythm_is_one_of_the_self_checks():
    assert defaults().keys() > {rhythm.value for rhythm in RHYTHMS if rhythm.value}
    assert turned_off(year()) == frozenset()


def test_what_the_user_turned_off_is_not_asked_for_by_the_calendar_either():
    def told(*own):
        given = year(Branch(name="示例支部"), *own)
        return [due.text for due in dues(given, rows(given, TODAY, turned_off(given)), TODAY)]

    assert "11月党小组会未登记" in told()
    assert "11月党小组会未登记" not in told(value("三会一课.党小组会每月次数", 0))
    assert "11月主题党日未登记" in told(value("三会一课.党小组会每月次数", 0))


def _dues(*entries):
    given = year(*entries)
    return dues(given, [], TODAY, terms_of(given))
