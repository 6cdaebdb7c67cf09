"""荣誉: what the branch and its people were honoured with."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..records.day import Day
from ..records.declare import choice, day, line, person
from ..records.fact import Fact, Listing, Measure, Shelf, split
from ..records.kind import Kind, Point
from ..records.record import Problem, Record
from ..records.specs import Link
from ..records.year import Year


class Level(StrEnum):
    """How high, the highest first."""

    NATIONAL = "国家级"
    PROVINCE = "省部级"
    CITY = "市级"
    COUNTY = "县区级"
    COMPANY = "公司院校级"
    OTHER = "其他"


LEVEL_SYNONYMS = dict.fromkeys(("公司·院校级", "公司级", "院校级"), Level.COMPANY.value)


class Receiver(StrEnum):
    """Who received it."""

    COLLECTIVE = "集体"
    SINGLE = "个人"


@dataclass(frozen=True, slots=True, kw_only=True)
class Honour(Record):
    """One honour."""

    name: str = line("名称", required=True, headers=("荣誉名称",))
    given_on: Day | None = day("日期", required=True, headers=("时间", "授予时间"))
    level: Level | None = choice("级别", Level, synonyms=LEVEL_SYNONYMS)
    giver: str = line("授予单位")
    receiver: Receiver | None = choice("对象", Receiver)
    who: Link | None = person("获奖人")

    def check(self) -> Iterator[Problem]:
        if self.receiver is Receiver.SINGLE and self.who is None:
            yield Problem("who", "个人荣誉请填写获奖人")


COUNT = Measure("荣誉.合计", "荣誉", "项")
BY_LEVEL = {
    level: Measure(f"荣誉.级别.{level.value}", f"{level.value}荣誉", "项") for level in Level
}
BY_RECEIVER = {r: Measure(f"荣誉.对象.{r.value}", f"{r.value}荣誉", "项") for r in Receiver}
SHELF = Shelf("荣誉.清单", "荣誉")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield honours by level and receiver; the listing tells the highest first."""
    honours = year.counted(Honour)
    yield COUNT.count(honours)
    yield from split(BY_LEVEL, honours, by=lambda h: h.level)
    yield from split(BY_RECEIVER, honours, by=lambda h: h.receiver)
    highest_first: list[Honour] = sorted(honours, key=_rank)
    yield SHELF.holds(highest_first)


def _rank(honour: Honour) -> tuple[bool, int, str]:
    rank = list(Level).index(honour.level or Level.OTHER)
    return not honour.starred, rank, honour.given_on or ""


KIND = Kind(
    "honour",
    "荣誉",
    Honour,
    when=Point("given_on"),
    columns=("given_on", "name", "level", "giver", "receiver", "who"),
    measures=(COUNT, *BY_LEVEL.values(), *BY_RECEIVER.values()),
    shelves=(SHELF,),
    facts=facts,
)
