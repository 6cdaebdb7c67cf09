"""发展党员: one person's way into the Party, in 25 steps."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from ..records.day import Day, before, known_by
from ..records.declare import amount, choice, day, line, person, prose, rows, yes
from ..records.fact import Fact, Listing, Measure, Nature, Shelf
from ..records.fields import Row
from ..records.kind import Kind, Span
from ..records.record import Problem, Record
from ..records.specs import Link
from ..records.year import Year
from .person import Person
from .study_meeting import Vote


class Step(StrEnum):
    """The 25 steps (《中国共产党发展党员工作细则》, as the provincial procedures number them)."""

    APPLICATION = "递交入党申请书"
    TALK = "党组织派人谈话"
    ACTIVIST = "推荐和确定入党积极分子"
    ACTIVIST_FILED = "积极分子上级备案"
    SPONSORS = "指定培养联系人"
    TRAINING = "培养教育考察"
    CANDIDATE = "确定发展对象"
    CANDIDATE_FILED = "发展对象上级备案"
    INTRODUCERS = "确定入党介绍人"
    POLITICAL_REVIEW = "政治审查"
    COURSE = "集中培训"
    COMMITTEE_REVIEW = "支部委员会审查"
    PRELIMINARY = "上级党委预审"
    FORM = "填写入党志愿书"
    ADMISSION = "支部大会讨论接收"
    INTERVIEW = "上级党委派人谈话"
    APPROVAL = "上级党委审批"
    FILED_ABOVE = "再上一级党委组织部门备案"
    ASSIGNED = "编入党支部和党小组"
    OATH = "入党宣誓"
    PROBATION = "继续教育考察"
    CONFIRMATION_REQUEST = "提出转正申请"
    CONFIRMATION = "支部大会讨论转正"
    CONFIRMATION_APPROVAL = "上级党委审批转正"
    ARCHIVED = "材料归档"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow(Row):
    """One step taken."""

    step: Step | None = choice("步骤", Step)
    on: Day | None = day("日期")
    papers: bool = yes("材料齐全")
    note: str = line("备注")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson(Row):
    """Someone with a part in it."""

    who: Link | None = person("姓名")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThoughtReport(Row):
    """A report of one's thoughts handed in."""

    on: Day | None = day("日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination(Row):
    """The branch's half-yearly look at someone."""

    on: Day | None = day("日期")
    finding: str = line("结论")


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Row):
    """Training attended."""

    since: Day | None = day("起")
    until: Day | None = day("止")
    hours: Decimal | None = amount("学时", unit="学时")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Row):
    """A public notice of the intention."""

    since: Day | None = day("起")
    until: Day | None = day("止")


@dataclass(frozen=True, slots=True, kw_only=True)
class Development(Record):
    """One person's way; it spans the years from application to the end."""

    who: Link | None = person("姓名", required=True)
    steps: tuple[StepRow, ...] = rows("步骤", StepRow)
    sponsors: tuple[NamedPerson, ...] = rows("培养联系人", NamedPerson)
    introducers: tuple[NamedPerson, ...] = rows("入党介绍人", NamedPerson)
    reports: tuple[ThoughtReport, ...] = rows("思想汇报", ThoughtReport)
    examinations: tuple[Examination, ...] = rows("考察", Examination)
    courses: tuple[Course, ...] = rows("培训", Course)
    notices: tuple[Notice, ...] = rows("公示", Notice)
    votes: tuple[Vote, ...] = rows("表决", Vote)
    stopped_on: Day | None = day("停止日期", hint="不再培养、本人撤回或转出时填写")
    note: str = prose("备注")

    def check(self) -> Iterator[Problem]:
        dated = [(row.step, row.on) for row in self.steps if row.step and row.on]
        order = list(Step)
        dated.sort(key=lambda pair: order.index(pair[0]))
        for (_, earlier), (step, on) in pairwise(dated):
            if before(on, earlier):
                yield Problem("steps", f"“{step}”的日期{on.show()}早于前面的步骤")

    def on(self, step: Step) -> Day | None:
        """Return the day of a step."""
        return next((row.on for row in self.steps if row.step is step), None)

    @property
    def started_on(self) -> Day | None:
        """The first dated step."""
        return min((row.on for row in self.steps if row.on), default=None)

    @property
    def ended_on(self) -> Day | None:
        """The last day of 转正 and what is on record after it, or when it was stopped."""
        if self.stopped_on or not self.on(Step.CONFIRMATION):
            return self.stopped_on
        return max(filter(None, map(self.on, _AFTER_PROBATION)))

    @property
    def extended_by(self) -> int:
        """For how many months probation was extended, 0 where it was not: by the note of its own
        step or of 转正 (``延长6个月``, ``延长预备期半年``, ``延长一年``)."""
        for row in self.steps:
            if row.step in _ON_PROBATION and (found := _EXTENDED.search(row.note)):
                return int(found[1]) if found[1] else 6 if found[2] else 12
        return 0

    def stage_on(self, on: date) -> str:
        """Return the stage reached by a day, in the field's words; empty before the first step."""
        reached = ""
        for step, stage in STAGES.items():
            if (day := self.on(step)) and day.first() <= on:
                reached = stage
        return reached


_EXTENDED = re.compile(r"延长(?:预备期)?(?:至|为)?\s*(?:(\d{1,2})\s*个月|(半年|六个月)|(一年|1年))")
_ON_PROBATION = (Step.PROBATION, Step.CONFIRMATION)
_AFTER_PROBATION = (Step.CONFIRMATION, Step.CONFIRMATION_APPROVAL, Step.ARCHIVED)
STAGES = {
    Step.APPLICATION: "申请人",
    Step.ACTIVIST: "积极分子",
    Step.CANDIDATE: "发展对象",
    Step.ADMISSION: "预备党员",
    Step.CONFIRMATION: "正式党员",
}


def carried(development: Development, member: Person) -> Person:
    """Return the person with the days that the steps give: 转正 is typed once.

    A day that the roster has already is the user's and stays.
    """
    return replace(
        member,
        joined_on=member.joined_on or development.on(Step.ADMISSION),
        confirmed_on=member.confirmed_on or development.on(Step.CONFIRMATION),
    )


STANDING = {
    stage: Measure(f"发展党员.{stage}", stage, "名", Nature.STOCK)
    for stage in ("申请人", "积极分子", "发展对象")
}
TAKEN = {
    Step.APPLICATION: Measure("发展党员.新递交申请", "新递交入党申请书", "名"),
    Step.ACTIVIST: Measure("发展党员.确定积极分子", "确定入党积极分子", "名"),
    Step.CANDIDATE: Measure("发展党员.确定发展对象", "确定发展对象", "名"),
    Step.ADMISSION: Measure("发展党员.接收预备党员", "接收预备党员", "名"),
    Step.CONFIRMATION: Measure("发展党员.转正", "预备党员转正", "名"),
}
BATCHES = Measure("发展党员.接收批次", "接收预备党员批次", "批")
SHELF = Shelf("发展党员.清单", "发展党员")
ADMITTED = Shelf("发展党员.接收名单", "接收为预备党员的同志")
CONFIRMED = Shelf("发展党员.转正名单", "转正的同志")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield who stands where at as_of, and which steps were taken in the period."""
    people = year.counted(Development)
    live = [d for d in people if not (d.stopped_on and d.stopped_on.last() <= year.period.as_of)]
    for stage, measure in STANDING.items():
        yield measure.count([d for d in live if d.stage_on(year.period.as_of) == stage])
    for step, measure in TAKEN.items():
        yield measure.count(_took(people, step, year))
    admitted = _took(people, Step.ADMISSION, year)
    yield BATCHES.of(len({d.on(Step.ADMISSION) for d in admitted}), admitted)
    yield SHELF.holds(people)
    yield ADMITTED.holds(admitted)
    yield CONFIRMED.holds(_took(people, Step.CONFIRMATION, year))


def _took(people: Sequence[Development], step: Step, year: Year) -> list[Development]:
    return [d for d in people if (day := d.on(step)) and year.period.holds(day)]


KIND = Kind(
    "development",
    "发展党员",
    Development,
    when=Span("started_on", "ended_on", stays_open=True),
    columns=("who", "现阶段", "申请日期", "接收日期", "转正日期"),
    measures=(*STANDING.values(), *TAKEN.values(), BATCHES),
    shelves=(SHELF, ADMITTED, CONFIRMED),
    facts=facts,
    derived={
        "现阶段": lambda d, on: d.stage_on(on),
        "申请日期": lambda d, on: known_by(d.on(Step.APPLICATION), on),
        "积极分子日期": lambda d, on: known_by(d.on(Step.ACTIVIST), on),
        "发展对象日期": lambda d, on: known_by(d.on(Step.CANDIDATE), on),
        "接收日期": lambda d, on: known_by(d.on(Step.ADMISSION), on),
        "转正日期": lambda d, on: known_by(d.on(Step.CONFIRMATION), on),
    },
)
