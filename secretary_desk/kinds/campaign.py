"""专项行动: what was undertaken by order or plan over some months."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..records.day import Day, before
from ..records.declare import count, day, line, prose
from ..records.fact import Fact, Listing, Measure, Shelf
from ..records.kind import Kind, Span
from ..records.record import Problem, Record
from ..records.year import Year


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign(Record):
    """One campaign; its numbers are those of the whole of it."""

    name: str = line("名称", required=True, headers=("行动名称",))
    started_on: Day | None = day("开始日期", headers=("起始日期",))
    ended_on: Day | None = day("结束日期")
    orders: str = prose("部署")
    actions: str = prose("举措")
    sessions: int | None = count("场次", unit="场次")
    attended: int | None = count("人次", unit="人次")
    result: str = prose("成效")

    def check(self) -> Iterator[Problem]:
        if before(self.ended_on, self.started_on):
            yield Problem("ended_on", "结束日期早于开始日期")


COUNT = Measure("专项行动.项数", "专项行动", "项")
SESSIONS = Measure("专项行动.场次", "专项行动场次", "场次")
ATTENDED = Measure("专项行动.人次", "专项行动人次", "人次")
SHELF = Shelf("专项行动.清单", "专项行动")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield the campaigns; the numbers of one over two years are told in the year of its end."""
    campaigns = sorted(year.counted(Campaign), key=lambda c: not c.starred)
    told = [c for c in campaigns if _is_told(c, year)]
    yield COUNT.count(campaigns)
    yield SESSIONS.total(told, lambda c: c.sessions)
    yield ATTENDED.total(told, lambda c: c.attended)
    yield SHELF.holds(campaigns)


def _is_told(campaign: Campaign, year: Year) -> bool:
    day = campaign.ended_on or campaign.started_on
    return day is None or year.period.holds(day) is not False


KIND = Kind(
    "campaign",
    "专项行动",
    Campaign,
    when=Span("started_on", "ended_on"),
    columns=("name", "started_on", "ended_on", "sessions", "attended", "result"),
    measures=(COUNT, SESSIONS, ATTENDED),
    shelves=(SHELF,),
    facts=facts,
)
