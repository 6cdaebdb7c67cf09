"""亮点工作: what this branch did that others may learn from."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..records.day import Day, before
from ..records.declare import amount, day, line, prose, rows, tags
from ..records.fact import Fact, Listing, Measure, Shelf
from ..records.fields import Row
from ..records.kind import Kind, Span
from ..records.record import Problem, Record
from ..records.year import Year


@dataclass(frozen=True, slots=True, kw_only=True)
class Datum(Row):
    """One number that shows what came of it."""

    name: str = line("指标", hint="如：节约费用")
    number: Decimal | None = amount("数", unit_field="unit", signed=True)
    unit: str = line("单位", hint="如：万元")


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight(Record):
    """One highlight."""

    name: str = line("名称", required=True)
    started_on: Day | None = day("开始日期")
    ended_on: Day | None = day("结束日期")
    aspects: tuple[str, ...] = tags("方面", hint="如：党建+攻关")
    background: str = prose("背景")
    practice: str = prose("做法")
    result: str = prose("成效")
    data: tuple[Datum, ...] = rows("数据", Datum)
    coverage: str = prose("推广报道")

    def check(self) -> Iterator[Problem]:
        if before(self.ended_on, self.started_on):
            yield Problem("ended_on", "结束日期早于开始日期")


COUNT = Measure("亮点工作.项数", "亮点工作", "项")
SHELF = Shelf("亮点工作.清单", "亮点工作")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield the highlights, the starred ones first."""
    highlights = year.counted(Highlight)
    yield COUNT.count(highlights)
    yield SHELF.holds(sorted(highlights, key=lambda h: not h.starred))


KIND = Kind(
    "highlight",
    "亮点工作",
    Highlight,
    when=Span("started_on", "ended_on"),
    columns=("name", "started_on", "ended_on", "aspects", "result"),
    measures=(COUNT,),
    shelves=(SHELF,),
    facts=facts,
)
