"""宣传报道: what was published about the branch."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..records.day import Day
from ..records.declare import choice, day, line
from ..records.fact import Fact, Listing, Measure, Shelf, split
from ..records.kind import Kind, Point
from ..records.record import Record
from ..records.year import Year
from .honour import LEVEL_SYNONYMS, Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Publicity(Record):
    """One article or broadcast."""

    headline: str = line("标题", required=True, headers=("报道标题", "稿件名称"))
    held_on: Day | None = day("日期", headers=("刊发日期", "发布时间"))
    medium: str = line("媒体", headers=("刊发媒体", "发布平台"))
    level: Level | None = choice("级别", Level, synonyms=LEVEL_SYNONYMS, headers=("媒体级别",))


ALL = Measure("宣传报道.篇数.合计", "宣传报道", "篇")
BY_LEVEL = {
    level: Measure(f"宣传报道.篇数.{level.value}", f"{level.value}宣传报道", "篇")
    for level in Level
}
SHELF = Shelf("宣传报道.清单", "宣传报道")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield how many were published at which level; the listing tells the highest first."""
    published = year.counted(Publicity)
    yield ALL.count(published)
    yield from split(BY_LEVEL, published, by=lambda p: p.level)
    highest_first: list[Publicity] = sorted(published, key=_rank)
    yield SHELF.holds(highest_first)


def _rank(article: Publicity) -> tuple[bool, int]:
    return not article.starred, list(Level).index(article.level or Level.OTHER)


KIND = Kind(
    "publicity",
    "宣传报道",
    Publicity,
    when=Point("held_on"),
    columns=("held_on", "headline", "medium", "level"),
    measures=(ALL, *BY_LEVEL.values()),
    shelves=(SHELF,),
    facts=facts,
)
