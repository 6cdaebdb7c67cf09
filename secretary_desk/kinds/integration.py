"""党建业务融合: projects in which the branch's work and the unit's are one."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ..records.day import Day, before
from ..records.declare import amount, choice, day, line, prose, rows
from ..records.fact import Fact, Listing, Measure, Shelf, split
from ..records.fields import Row
from ..records.kind import Kind, Span
from ..records.record import Problem, Record
from ..records.year import Year


class Aspect(StrEnum):
    """With what the branch's work goes together: 党建+攻关 and so on."""

    TACKLING = "攻关"
    QUALITY = "质量"
    SAFETY = "安全"
    SERVICE = "服务"
    STUDY = "学习"
    OTHER = "其他"


SYNONYMS = {f"党建+{aspect.value}": aspect.value for aspect in Aspect}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Row):
    """One number before and after."""

    name: str = line("指标", hint="如：一次交验合格率")
    former: Decimal | None = amount("前", unit_field="unit", signed=True)
    latter: Decimal | None = amount("后", unit_field="unit", signed=True)
    unit: str = line("单位", hint="如：%")


@dataclass(frozen=True, slots=True, kw_only=True)
class Integration(Record):
    """One project."""

    name: str = line("项目", required=True, headers=("项目名称",))
    aspect: Aspect | None = choice("方面", Aspect, synonyms=SYNONYMS, hint="党建加什么")
    started_on: Day | None = day("开始日期")
    ended_on: Day | None = day("结束日期")
    practice: str = prose("做法")
    result: str = prose("成效")
    data: tuple[Change, ...] = rows("数据", Change)

    def check(self) -> Iterator[Problem]:
        if before(self.ended_on, self.started_on):
            yield Problem("ended_on", "结束日期早于开始日期")


COUNT = Measure("党建业务融合.项目数.合计", "党建业务融合项目", "个")
BY_ASPECT = {
    aspect: Measure(f"党建业务融合.项目数.{aspect.value}", f"党建加{aspect.value}项目", "个")
    for aspect in Aspect
}
SHELF = Shelf("党建业务融合.清单", "党建业务融合")
WITH_RESULT = Shelf("党建业务融合.有成效", "写明成效的融合项目")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield how many projects in which aspects, the starred ones first."""
    projects = sorted(year.counted(Integration), key=lambda i: not i.starred)
    yield COUNT.count(projects)
    yield from split(BY_ASPECT, projects, by=lambda i: i.aspect)
    yield SHELF.holds(projects)
    yield WITH_RESULT.holds(i for i in projects if i.result or i.data)


KIND = Kind(
    "integration",
    "党建业务融合",
    Integration,
    when=Span("started_on", "ended_on"),
    columns=("name", "aspect", "started_on", "ended_on", "result"),
    measures=(COUNT, *BY_ASPECT.values()),
    shelves=(SHELF, WITH_RESULT),
    facts=facts,
)
