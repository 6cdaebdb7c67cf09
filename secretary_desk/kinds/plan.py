"""下一步打算: what is meant to be done, under the year it is for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..records.day import Day
from ..records.declare import choice, count, day, line, linked, person, prose
from ..records.fact import Fact, Listing, Measure, Nature, Shelf
from ..records.kind import Kind, Yearly
from ..records.record import Record
from ..records.specs import Link
from ..records.year import Year
from .problem import standing


class State(StrEnum):
    """How far it has come."""

    OPEN = "未开始"
    UNDER_WAY = "进行中"
    DONE = "已完成"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Record):
    """One thing meant to be done."""

    year: int | None = count("年度", least=1900, most=2200, required=True, hint="打算在哪一年做")
    plan: str = line("打算", required=True)
    problem: Link | None = linked("对应问题", "problem")
    who: Link | None = person("责任人")
    due_on: Day | None = day("时限")
    target: str = line("指标", hint="做到什么程度，用数字说")
    state: State | None = choice("完成情况", State)
    note: str = prose("说明")


COUNT = Measure("下一步打算.本年.项数", "上年度提出的打算", "项")
DONE = Measure("下一步打算.本年.已完成", "上年度提出的打算已完成", "项", Nature.STOCK)
RATE = Measure("下一步打算.本年.完成率", "上年度提出的打算完成率", "%", Nature.STOCK)
SHELF = Shelf("下一步打算.本年.清单", "上年度提出的打算")
AHEAD = Measure("下一步打算.来年.项数", "下一步打算", "项")
AHEAD_SHELF = Shelf("下一步打算.来年.清单", "下一步打算")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield how last year's plans for this year came out, and the plans for the next."""
    plans = year.counted(Plan)
    yield COUNT.count(plans)
    yield DONE.count([p for p in plans if p.state is State.DONE])
    yield RATE.share(plans, lambda p: int(p.state is State.DONE), lambda _: 1)
    yield SHELF.holds(plans)
    ahead = year.following.counted(Plan) if year.following else ()
    yield AHEAD.count(ahead)
    yield AHEAD_SHELF.holds(_in_order_of_problems(ahead, year))


def _in_order_of_problems(plans: Sequence[Plan], year: Year) -> list[Plan]:
    places = [(Link(p.id, p.problem), place) for place, p in enumerate(standing(year))]

    def place(plan: Plan) -> int:
        return next((at for link, at in places if link.same(plan.problem)), len(places))

    return sorted(plans, key=place)


KIND = Kind(
    "plan",
    "下一步打算",
    Plan,
    when=Yearly("year"),
    columns=("year", "plan", "problem", "who", "due_on", "target", "state"),
    measures=(COUNT, DONE, RATE, AHEAD),
    shelves=(SHELF, AHEAD_SHELF),
    facts=facts,
)
