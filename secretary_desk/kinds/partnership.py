"""联建共建: whom the branch works together with, and what they did together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records.day import Day, before
from ..records.declare import count, day, line, prose, rows
from ..records.fact import Fact, Listing, Measure, Nature, Shelf
from ..records.fields import Row
from ..records.kind import Kind, Span
from ..records.record import Problem, Record
from ..records.year import Year


@dataclass(frozen=True, slots=True, kw_only=True)
class Together(Row):
    """One thing done together."""

    on: Day | None = day("日期")
    topic: str = line("主题")
    present: int | None = count("人数", unit="人")


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership(Record):
    """One partner, from the agreement to its end."""

    name: str = line("单位", required=True, headers=("共建单位", "联建单位"))
    signed_on: Day | None = day("协议日期", headers=("签订日期",))
    ended_on: Day | None = day("结束日期")
    activities: tuple[Together, ...] = rows("活动", Together)
    result: str = prose("成效")

    def check(self) -> Iterator[Problem]:
        if before(self.ended_on, self.signed_on):
            yield Problem("ended_on", "结束日期早于协议日期")


COUNT = Measure("联建共建.单位数", "联建共建单位", "家", Nature.STOCK)
ACTIVITIES = Measure("联建共建.活动次数", "联建共建活动", "次")
ATTENDED = Measure("联建共建.参加人次", "联建共建活动参加人次", "人次")
SHELF = Shelf("联建共建.清单", "联建共建")
WITH_RESULT = Shelf("联建共建.有成效", "写明成效的联建共建")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield the partners at as_of, and what was done with them in the period."""
    every, on = year.counted(Partnership), year.period.as_of
    yield COUNT.count([p for p in every if not (p.ended_on and p.ended_on.last() <= on)])
    yield ACTIVITIES.total(every, lambda p: len(_held(p, year)))
    yield ATTENDED.total(every, lambda p: sum(row.present or 0 for row in _held(p, year)))
    yield SHELF.holds(every)
    yield WITH_RESULT.holds(p for p in every if p.result)


def _held(partnership: Partnership, year: Year) -> Sequence[Together]:
    """Return the activities of the period; undated ones are of the year of the agreement."""
    found = []
    for row in partnership.activities:
        day = row.on or partnership.signed_on
        if year.period.holds(day) if day else partnership.filed_under == year.period.year:
            found.append(row)
    return found


KIND = Kind(
    "partnership",
    "联建共建",
    Partnership,
    when=Span("signed_on", "ended_on", stays_open=True),
    columns=("name", "signed_on", "ended_on", "activities"),
    measures=(COUNT, ACTIVITIES, ATTENDED),
    shelves=(SHELF, WITH_RESULT),
    facts=facts,
)
