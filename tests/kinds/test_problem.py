"""问题整改: found, put right, struck off."""

from datetime import date

from year import YEAR, figures, listed, shown, year

from secretary_desk.kinds.problem import Problem, Source, State, Step
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import problems, ref


def problem(found="2026-02-01", closed=None, text="台账不全", source=Source.OWN, **more):
    days = {"found_on": found and Day(found), "closed_on": closed and Day(closed)}
    return Problem(problem=text, source=source, **days, **more)


def test_a_closed_problem_counts_as_open_before_its_day():
    given = problem("2026-02-01", closed="2026-10-15")
    early = Period("2026年度", 2026, YEAR.start, YEAR.end, date(2026, 10, 14))
    assert shown(year(given))["问题整改.已整改"] == "1个"
    assert shown(year(given, period=early))["问题整改.未整改"] == "1个"


def test_a_problem_over_new_year_shows_in_both_years():
    given = problem("2025-11-20", closed="2026-03-01")
    old, new, gone = (shown(year(given, period=Period.calendar(y))) for y in (2025, 2026, 2027))
    assert old["问题整改.未整改"] == new["问题整改.已整改"] == "1个"
    assert gone == {}


def test_the_rate_names_every_problem_that_decides_it():
    some = [problem(closed="2026-05-01"), problem(), problem(state=State.DONE), problem()]
    fact = figures(year(*some))["问题整改.整改率"]
    assert fact.show() == "50%"
    assert set(fact.entries) == {ref(p) for p in some}


def test_what_is_kept_up_is_neither_open_nor_closed():
    told = shown(year(problem(state=State.LASTING)))
    assert told["问题整改.长期坚持"] == told["问题整改.总数"] == "1个"
    assert not {"问题整改.未整改", "问题整改.已整改"} & set(told)


def test_what_the_review_pointed_out_is_told_apart():
    reviewed, own = problem(source=Source.REVIEW), problem()
    told = year(reviewed, own)
    assert shown(told)["问题整改.点评.总数"] == shown(told)["问题整改.来源.述职点评"] == "1个"
    assert listed(told, "问题整改.点评问题") == [reviewed]
    assert listed(told, "问题整改.存在问题") == [own]


def test_measures_are_counted_and_those_done_by_their_day():
    steps = (Step(measure="补齐", done_on=Day("2026-05")), Step(measure="培训"))
    told = shown(year(problem(steps=steps)))
    assert (told["问题整改.措施数"], told["问题整改.已完成措施"]) == ("2条", "1条")


def test_a_state_that_disagrees_with_its_days_is_told():
    def fields(given):
        return [found.field for found in problems(given)]

    assert fields(problem(state=State.DONE)) == ["closed_on"]
    assert fields(problem(closed="2026-05-01", state=State.OPEN)) == ["state"]
    assert fields(problem(closed="2026-01-01", state=State.DONE)) == ["closed_on"]
