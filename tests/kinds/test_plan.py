"""下一步打算: last year's for this year, and this year's for the next."""

from year import listed, shown, year

from secretary_desk.kinds.plan import Plan, State
from secretary_desk.kinds.problem import Problem, Source
from secretary_desk.records.day import Day
from secretary_desk.records.specs import Link


def problem(text, on):
    return Problem(problem=text, source=Source.OWN, found_on=Day(on))


def test_plans_belong_to_the_year_they_are_for():
    told = shown(year(*(Plan(year=y, plan="x") for y in (2025, 2026, 2027, 2027, 2028))))
    assert told["下一步打算.本年.项数"] == "1项"
    assert told["下一步打算.来年.项数"] == "2项"


def test_how_many_plans_were_kept_is_told():
    states = (State.DONE, State.UNDER_WAY, None)
    told = shown(year(*(Plan(year=2026, plan="x", state=state) for state in states)))
    assert told["下一步打算.本年.已完成"] == "1项"
    assert told["下一步打算.本年.完成率"] == "33.3%"


def test_plans_ahead_follow_the_order_of_the_problems_that_they_answer():
    first, second = problem("甲", "2026-01"), problem("乙", "2026-02")
    plans = [
        Plan(year=2027, plan="无"),
        Plan(year=2027, plan="对乙", problem=Link(None, "乙")),
        Plan(year=2027, plan="对甲", problem=Link(first.id, "改过的字")),
    ]
    ahead = listed(year(second, first, *plans), "下一步打算.来年.清单")
    assert [plan.plan for plan in ahead] == ["对甲", "对乙", "无"]
