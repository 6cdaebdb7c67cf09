"""教育培训: courses that members took part in, and the hours of study of each member."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ..records.day import Day, before
from ..records.declare import amount, choice, count, day, line, prose, yes
from ..records.fact import Fact, Listing, Measure, Shelf
from ..records.kind import Kind, Span
from ..records.record import Attendance, Problem, Record, people, present_of
from ..records.specs import Link
from ..records.year import Year
from .person import MEMBERS, Person
from .study_meeting import StudyMeeting

# 党员每年集中学习培训时间一般不少于32学时 (《中国共产党党员教育管理工作条例》, article 20).
HOURS_A_YEAR = 32


class Form(StrEnum):
    """How it was given."""

    CENTRAL = "集中轮训"
    ONLINE = "网络"
    TOPICAL = "专题班"
    MODEL = "示范班"
    OTHER = "其他"


@dataclass(frozen=True, slots=True, kw_only=True)
class Training(Record):
    """One course; ``hours`` are those of each who took part."""

    name: str = line("名称", required=True, headers=("培训名称", "班次名称"))
    started_on: Day | None = day("日期", required=True, headers=("开始日期", "培训时间"))
    ended_on: Day | None = day("结束日期")
    organiser: str = line("组织单位", headers=("举办单位",))
    form: Form | None = choice("形式", Form, headers=("培训形式",))
    hours: Decimal | None = amount("学时", unit="学时", hint="每人的学时")
    present: int | None = count("参加人数", unit="人")
    attendance: tuple[Attendance, ...] = people("参加人")
    above_county: bool = yes("县级以上", hint="县级以上党组织举办")
    summary: str = prose("内容", headers=("培训内容",))

    def check(self) -> Iterator[Problem]:
        if before(self.ended_on, self.started_on):
            yield Problem("ended_on", "结束日期早于开始日期")
        there = sum(row.present for row in self.attendance)
        if self.attendance and self.present is not None and self.present != there:
            yield Problem("present", f"参加人数填{self.present}人，参加人列出{there}人")


@dataclass(frozen=True, slots=True)
class Studied:
    """What one member studied in a year, and the entries that say so."""

    member: Person
    hours: Decimal
    entries: tuple[Record, ...]


def studied(year: Year) -> list[Studied]:
    """Return the hours of every member at as_of: courses and 三会一课 that they were at."""
    members = [p for p in year.counted(Person) if p.category_on(year.period.as_of) in MEMBERS]
    named: dict[str, list[Person]] = defaultdict(list)
    for member in members:
        named[member.name].append(member)
    having: dict[str, list[tuple[Decimal, Record]]] = defaultdict(list)
    held: Sequence[Training | StudyMeeting] = (
        *year.counted(Training), *year.counted(StudyMeeting)
    )  # fmt: skip
    for entry in (entry for entry in held if entry.hours):
        ids = {_who(row.who, named) for row in entry.attendance if row.present}
        for id in ids - {""}:
            having[id].append((entry.hours or Decimal(0), entry))
    return [
        Studied(
            member,
            sum((hours for hours, _ in having[member.id]), Decimal(0)),
            tuple(entry for _, entry in having[member.id]),
        )
        for member in members
    ]


def _who(who: Link | None, named: dict[str, list[Person]]) -> str:
    """Return the id of who is meant; a name that several bear says nobody."""
    if who is None or who.id:
        return (who and who.id) or ""
    found = named.get(who.name, [])
    return found[0].id if len(found) == 1 else ""


COUNT = Measure("教育培训.场次", "教育培训场次", "场次")
ATTENDED = Measure("教育培训.人次", "教育培训人次", "人次")
ABOVE_COUNTY = Measure("教育培训.县级以上场次", "县级以上培训", "场次")
AVERAGE = Measure("教育培训.人均学时", "党员人均学时", "学时")
ENOUGH = Measure("教育培训.满学时人数", "学满规定学时的党员", "名")
SHELF = Shelf("教育培训.清单", "教育培训")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield how many courses and people, and the members' hours."""
    held = year.counted(Training)
    yield COUNT.count(held)
    yield ATTENDED.total(held, present_of)
    yield ABOVE_COUNTY.count([t for t in held if t.above_county])
    every = studied(year)
    total = sum((s.hours for s in every), Decimal(0))
    behind = [entry for s in every for entry in (s.member, *s.entries)]
    yield AVERAGE.of(total / len(every) if every else None, behind)
    enough = [s for s in every if s.hours >= HOURS_A_YEAR]
    yield ENOUGH.of(len(enough), [entry for s in enough for entry in (s.member, *s.entries)])
    yield SHELF.holds(held)


KIND = Kind(
    "training",
    "教育培训",
    Training,
    when=Span("started_on", "ended_on"),
    columns=("started_on", "name", "organiser", "form", "hours", "present"),
    measures=(COUNT, ATTENDED, ABOVE_COUNTY, AVERAGE, ENOUGH),
    shelves=(SHELF,),
    facts=facts,
)
