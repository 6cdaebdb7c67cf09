"""走访调研: visits to people and places, and what they led to."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..records.day import Day
from ..records.declare import count, day, line, person, prose, yes
from ..records.fact import Fact, Listing, Measure, Shelf
from ..records.kind import Kind, Point
from ..records.record import Record
from ..records.specs import Link
from ..records.year import Year
from .branch import Branch
from .reporter import reporter


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Record):
    """One visit."""

    held_on: Day | None = day("日期", required=True, headers=("时间", "走访日期", "调研时间"))
    target: str = line("对象", required=True, headers=("走访对象", "调研对象"))
    visitor: Link | None = person("走访人", headers=("调研人",))
    households: int | None = count("户数", unit="户")
    people: int | None = count("人数", unit="人")
    learned: str = prose("了解情况", headers=("调研情况",))
    solved: int | None = count("解决问题", unit="个", headers=("解决问题数",))
    superior: bool = yes("上级领导下基层", hint="上级领导到支部来")


COUNT = Measure("走访调研.次数", "走访调研次数", "次")
BY_SECRETARY = Measure("走访调研.书记走访", "书记走访调研次数", "次")
VISITORS = Measure("走访调研.走访人数", "参加走访调研的同志", "名")
HOUSEHOLDS = Measure("走访调研.户数", "走访户数", "户")
PEOPLE = Measure("走访调研.人数", "走访人数", "人")
SOLVED = Measure("走访调研.解决问题数", "走访调研解决问题", "个")
FROM_ABOVE = Measure("走访调研.上级领导下基层", "上级领导到支部调研", "次")
SHELF = Shelf("走访调研.清单", "走访调研")
WITH_FINDINGS = Shelf("走访调研.有情况", "写明情况的走访调研")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield the branch's own visits, by whom and to how many, and those from above."""
    every = year.counted(Visit)
    made = [v for v in every if not v.superior]
    yield COUNT.count(made)
    known = [v for v in made if v.visitor]
    yield VISITORS.of(len({v.visitor.id or v.visitor.name for v in known if v.visitor}), known)
    yield HOUSEHOLDS.total(made, lambda v: v.households)
    yield PEOPLE.total(made, lambda v: v.people)
    yield SOLVED.total(made, lambda v: v.solved)
    yield FROM_ABOVE.count([v for v in every if v.superior])
    yield SHELF.holds(every)
    yield WITH_FINDINGS.holds(v for v in made if v.learned)
    branch, me = year.one(Branch), reporter(year)
    if branch is not None and me is not None:
        own = [v for v in made if me.is_me(v.visitor)]
        yield BY_SECRETARY.of(len(own), [*own, branch])


KIND = Kind(
    "visit",
    "走访调研",
    Visit,
    when=Point("held_on"),
    columns=("held_on", "target", "visitor", "households", "people", "solved"),
    measures=(COUNT, BY_SECRETARY, VISITORS, HOUSEHOLDS, PEOPLE, SOLVED, FROM_ABOVE),
    shelves=(SHELF, WITH_FINDINGS),
    facts=facts,
)
