"""检查督导: inspections of the branch, and what was put right after them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..records.day import Day, before, known_by
from ..records.declare import choice, day, line, prose, rows
from ..records.fact import Fact, Listing, Measure, Shelf, split
from ..records.fields import Row
from ..records.kind import Kind, Point
from ..records.record import Problem, Record
from ..records.year import Year


class Form(StrEnum):
    """How it was done."""

    SPOT_CHECK = "抽查"
    UNANNOUNCED = "暗访"
    SUPERVISION = "督察"
    PATROL = "巡察"
    ASSESSMENT = "考核"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcoming(Row):
    """One problem that was found."""

    problem: str = line("问题")
    remedy: str = line("整改")
    closed_on: Day | None = day("销号日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection(Record):
    """One inspection."""

    held_on: Day | None = day("日期", required=True, headers=("检查日期", "时间"))
    inspector: str = line("检查单位", required=True, headers=("督导单位",))
    form: Form | None = choice("方式", Form, headers=("检查方式",))
    problems: tuple[Shortcoming, ...] = rows("发现问题", Shortcoming)
    conclusion: str = prose("结论")

    def check(self) -> Iterator[Problem]:
        for row in self.problems:
            if before(row.closed_on, self.held_on):
                yield Problem("problems", f"“{row.problem}”的销号日期早于检查日期")


COUNT = Measure("检查督导.次数.合计", "接受检查督导", "次")
BY_FORM = {form: Measure(f"检查督导.次数.{form.value}", f"接受{form.value}", "次") for form in Form}
PROBLEMS = Measure("检查督导.问题数", "检查督导发现问题", "个")
CLOSED = Measure("检查督导.已整改", "检查督导问题已整改", "个")
RATE = Measure("检查督导.整改率", "检查督导问题整改率", "%")
SHELF = Shelf("检查督导.清单", "检查督导")
WITH_PROBLEMS = Shelf("检查督导.有问题", "指出问题的检查督导")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield the inspections, what they found, and how much is put right at as_of."""
    held, on = year.counted(Inspection), year.period.as_of

    def closed(inspection: Inspection) -> int:
        return sum(bool(known_by(row.closed_on, on)) for row in inspection.problems)

    yield COUNT.count(held)
    yield from split(BY_FORM, held, by=lambda i: i.form)
    yield PROBLEMS.total(held, lambda i: len(i.problems))
    yield CLOSED.total(held, closed)
    having = [i for i in held if i.problems]
    yield RATE.share(having, closed, lambda i: len(i.problems))
    yield SHELF.holds(held)
    yield WITH_PROBLEMS.holds(having)


KIND = Kind(
    "inspection",
    "检查督导",
    Inspection,
    when=Point("held_on"),
    columns=("held_on", "inspector", "form", "problems", "conclusion"),
    measures=(COUNT, *BY_FORM.values(), PROBLEMS, CLOSED, RATE),
    shelves=(SHELF, WITH_PROBLEMS),
    facts=facts,
)
