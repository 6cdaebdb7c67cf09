"""组织生活会: where members look at their own shortcomings together."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..records.day import Day
from ..records.declare import count, day, line, person, prose
from ..records.fact import Fact, Listing, Measure, Shelf
from ..records.kind import Kind, Point
from ..records.record import (
    Attendance,
    Problem,
    Record,
    attendance_problems,
    due_of,
    people,
    present_of,
)
from ..records.specs import Link
from ..records.year import Year


@dataclass(frozen=True, slots=True, kw_only=True)
class OrgLife(Record):
    """One such meeting, with what was prepared and what was found."""

    held_on: Day | None = day("日期", required=True, headers=("时间", "会议时间"))
    topic: str = line("主题", required=True, headers=("会议主题", "议题"))
    place: str = line("地点", headers=("会议地点",))
    host: Link | None = person("主持人", headers=("会议主持人",))
    study: str = prose("会前学习")
    opinions: int | None = count("征求意见", unit="条", headers=("征求意见条数",))
    talks: int | None = count("谈心谈话", unit="人次", headers=("谈心谈话人次",))
    shortcomings: int | None = count("查摆问题", unit="个", headers=("查摆问题数",))
    measures: int | None = count("整改措施", unit="条", headers=("整改措施数",))
    superior: str = line("参加上级领导")
    due: int | None = count("应到", unit="人", headers=("应到人数",))
    present: int | None = count("实到", unit="人", headers=("实到人数",))
    attendance: tuple[Attendance, ...] = people("到会情况")
    summary: str = prose("内容", headers=("会议内容", "主要内容"))

    def check(self) -> Iterator[Problem]:
        return attendance_problems(self.due, self.present, self.attendance)


COUNT = Measure("组织生活会.次数", "组织生活会次数", "次")
OPINIONS = Measure("组织生活会.征求意见", "组织生活会征求意见", "条")
TALKS = Measure("组织生活会.谈心谈话", "组织生活会前谈心谈话", "人次")
SHORTCOMINGS = Measure("组织生活会.查摆问题", "组织生活会查摆问题", "个")
MEASURES = Measure("组织生活会.整改措施", "组织生活会整改措施", "条")
RATE = Measure("组织生活会.到会率", "组织生活会到会率", "%")
SHELF = Shelf("组织生活会.清单", "组织生活会")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield how often it was held, and what was gathered and found."""
    held = year.counted(OrgLife)
    yield COUNT.count(held)
    yield OPINIONS.total(held, lambda m: m.opinions)
    yield TALKS.total(held, lambda m: m.talks)
    yield SHORTCOMINGS.total(held, lambda m: m.shortcomings)
    yield MEASURES.total(held, lambda m: m.measures)
    yield RATE.share(held, present_of, due_of)
    yield SHELF.holds(held)


KIND = Kind(
    "org_life",
    "组织生活会",
    OrgLife,
    when=Point("held_on"),
    columns=("held_on", "topic", "host", "superior", "shortcomings", "due", "present"),
    measures=(COUNT, OPINIONS, TALKS, SHORTCOMINGS, MEASURES, RATE),
    shelves=(SHELF,),
    facts=facts,
)
