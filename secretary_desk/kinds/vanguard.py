"""先锋载体: teams and posts in which members lead the way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ..records.day import Day, before
from ..records.declare import amount, choice, count, day, line, person, prose, rows
from ..records.fact import Fact, Listing, Measure, Nature, Shelf, split
from ..records.fields import Row
from ..records.kind import Kind, Span
from ..records.record import Problem, Record
from ..records.specs import Link
from ..records.year import Year


class Form(StrEnum):
    """What it is."""

    TASK_FORCE = "党员突击队"
    MODEL_POST = "示范岗"
    AREA = "责任区"
    TACKLING = "攻关小组"
    VANGUARD = "先锋队"


SYNONYMS = {"突击队": "党员突击队", "党员示范岗": "示范岗", "党员先锋岗": "示范岗",
            "先锋岗": "示范岗", "党员责任区": "责任区",
            "党员攻关小组": "攻关小组", "党员先锋队": "先锋队"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Row):
    """Someone in it."""

    who: Link | None = person("姓名")


@dataclass(frozen=True, slots=True, kw_only=True)
class Achievement(Row):
    """What it achieved once."""

    on: Day | None = day("日期")
    result: str = line("成果")
    saved: Decimal | None = amount("降本", unit="万元")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vanguard(Record):
    """One team or post, from its founding to its end."""

    name: str = line("名称", required=True)
    form: Form | None = choice("类型", Form, synonyms=SYNONYMS, required=True)
    founded_on: Day | None = day("成立日期")
    ended_on: Day | None = day("结束日期")
    size: int | None = count("人数", unit="人", hint="不列成员时填写")
    members: tuple[Member, ...] = rows("成员", Member)
    task: str = prose("任务")
    results: tuple[Achievement, ...] = rows("成果", Achievement)

    def check(self) -> Iterator[Problem]:
        if before(self.ended_on, self.founded_on):
            yield Problem("ended_on", "结束日期早于成立日期")
        if self.members and self.size is not None and self.size != len(self.members):
            yield Problem("size", f"人数填{self.size}人，成员列出{len(self.members)}人")

    @property
    def people(self) -> int | None:
        """How many are in it: as typed, else as listed."""
        return self.size if self.size is not None else len(self.members) or None

    def latest_result(self, on: date) -> str:
        """Return what it achieved last, as known on a day; an undated result comes before all."""
        known = [r for r in self.results if r.result and (r.on is None or r.on.first() <= on)]
        return max(known, key=lambda row: row.on or "", default=Achievement()).result


ALL = Measure("先锋载体.个数.合计", "先锋载体", "个", Nature.STOCK)
UNITS = {Form.TASK_FORCE: "支", Form.VANGUARD: "支"}
BY_FORM = {
    form: Measure(f"先锋载体.个数.{form.value}", form.value, UNITS.get(form, "个"), Nature.STOCK)
    for form in Form
}
PEOPLE = Measure("先锋载体.人数", "先锋载体人数", "人", Nature.STOCK)
RESULTS = Measure("先锋载体.成果数", "先锋载体成果", "项")
SAVED = Measure("先锋载体.降本", "先锋载体降本", "万元")
SHELF = Shelf("先锋载体.清单", "先锋载体")
WITH_RESULT = Shelf("先锋载体.有成果", "有成果的先锋载体")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield what stands at as_of, and what was achieved in the period."""
    every, on = year.counted(Vanguard), year.period.as_of
    standing = [v for v in every if not (v.ended_on and v.ended_on.last() <= on)]
    yield ALL.count(standing)
    yield from split(BY_FORM, standing, by=lambda v: v.form)
    yield PEOPLE.total(standing, lambda v: v.people)
    yield RESULTS.total(every, lambda v: len(_achieved(v, year)))
    yield SAVED.total(every, lambda v: sum((r.saved or Decimal(0)) for r in _achieved(v, year)))
    yield SHELF.holds(every)
    yield WITH_RESULT.holds(v for v in every if _achieved(v, year))


def _achieved(vanguard: Vanguard, year: Year) -> Sequence[Achievement]:
    """Return what was achieved in the period; undated, in the year of the founding."""
    found = []
    for row in vanguard.results:
        day = row.on or vanguard.founded_on
        if year.period.holds(day) if day else vanguard.filed_under == year.period.year:
            found.append(row)
    return found


KIND = Kind(
    "vanguard",
    "先锋载体",
    Vanguard,
    when=Span("founded_on", "ended_on", stays_open=True),
    columns=("name", "form", "founded_on", "ended_on", "size"),
    measures=(ALL, *BY_FORM.values(), PEOPLE, RESULTS, SAVED),
    shelves=(SHELF, WITH_RESULT),
    facts=facts,
    derived={"最近成果": Vanguard.latest_result},
)
