"""主题党日: the monthly day of the branch."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..records.day import Day
from ..records.declare import choice, count, day, line, person, prose
from ..records.fact import Fact, Listing, Measure, Shelf, split
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


class Form(StrEnum):
    """What was done on the day."""

    STUDY = "学习"
    VISIT = "参观"
    VOLUNTEERING = "志愿服务"
    TOGETHER = "联学共建"
    TACKLING = "攻关"
    OTHER = "其他"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeDay(Record):
    """One theme day."""

    held_on: Day | None = day("日期", required=True, headers=("时间", "活动时间", "活动日期"))
    topic: str = line("主题", required=True, headers=("活动主题", "活动名称"))
    form: Form | None = choice("形式", Form, headers=("活动形式", "活动类型"))
    place: str = line("地点", headers=("活动地点",))
    organiser: Link | None = person("组织者", headers=("主持人",))
    due: int | None = count("应到", unit="人", headers=("应到人数", "应到党员"))
    present: int | None = count("实到", unit="人", headers=("实到人数", "实到党员", "参加人数"))
    attendance: tuple[Attendance, ...] = people("到会情况")
    partner: str = line("共建单位", headers=("参与单位",))
    summary: str = prose("内容", headers=("活动内容", "主要内容"))
    result: str = prose("成效")

    def check(self) -> Iterator[Problem]:
        return attendance_problems(self.due, self.present, self.attendance)


HELD = {
    form: Measure(f"主题党日.次数.{form.value}", f"主题党日（{form.value}）", "次") for form in Form
}
ALL_HELD = Measure("主题党日.次数.合计", "主题党日次数", "次")
ATTENDED = Measure("主题党日.参加人次", "主题党日参加人次", "人次")
RATE = Measure("主题党日.到会率", "主题党日到会率", "%")
PARTNERED = Measure("主题党日.共建场次", "与共建单位联合开展", "次")
SHELF = Shelf("主题党日.清单", "主题党日")
WITH_RESULT = Shelf("主题党日.有成效", "写明成效的主题党日")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield how often, in which forms, and how many came."""
    held = year.counted(ThemeDay)
    yield from split(HELD, held, by=lambda d: d.form)
    yield ALL_HELD.count(held)
    yield ATTENDED.total(held, present_of)
    yield RATE.share(held, present_of, due_of)
    yield PARTNERED.count([d for d in held if d.partner])
    yield SHELF.holds(held)
    yield WITH_RESULT.holds(d for d in held if d.result)


KIND = Kind(
    "theme_day",
    "主题党日",
    ThemeDay,
    when=Point("held_on"),
    columns=("held_on", "topic", "form", "place", "organiser", "due", "present"),
    measures=(*HELD.values(), ALL_HELD, ATTENDED, RATE, PARTNERED),
    shelves=(SHELF, WITH_RESULT),
    facts=facts,
)
