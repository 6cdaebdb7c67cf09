"""第一议题: what the branch studies first when it meets, and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..records.day import Day, before, known_by
from ..records.declare import count, day, line, person, prose, rows
from ..records.fact import Fact, Listing, Measure, Shelf
from ..records.fields import Row
from ..records.kind import Kind, Point
from ..records.record import Problem, Record
from ..records.specs import Link
from ..records.year import Year


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Row):
    """One measure that carries out what was studied."""

    measure: str = line("措施")
    who: Link | None = person("责任人")
    done_on: Day | None = day("落实日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAgenda(Record):
    """One study of a speech or paper as the first item of a meeting."""

    held_on: Day | None = day("日期", required=True, headers=("时间", "学习时间"))
    studied: str = line("学习内容", required=True, headers=("学习篇目", "议题"))
    pieces: int | None = count("篇数", unit="篇", hint="这次学习的讲话、文件有几篇")
    messenger: Link | None = person("传达人", headers=("领学人",))
    meeting: str = line("会议", hint="在哪个会上学习", headers=("会议名称",))
    speakers: int | None = count("研讨发言人数", unit="人")
    measures: tuple[FollowUp, ...] = rows("贯彻措施", FollowUp)
    outcome: str = prose("落实情况")

    def check(self) -> Iterator[Problem]:
        for step in self.measures:
            if before(step.done_on, self.held_on):
                yield Problem("measures", f"“{step.measure}”的落实日期早于学习日期")


COUNT = Measure("第一议题.次数", "第一议题学习次数", "次")
PIECES = Measure("第一议题.篇数", "第一议题学习篇数", "篇")
SPEAKERS = Measure("第一议题.研讨发言人次", "第一议题研讨发言人次", "人次")
MEASURES = Measure("第一议题.措施数", "第一议题贯彻措施", "条")
DONE = Measure("第一议题.已落实措施", "第一议题已落实措施", "条")
SHELF = Shelf("第一议题.清单", "第一议题")
WITH_OUTCOME = Shelf("第一议题.有落实", "写明落实情况的第一议题")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield how often and how much was studied, and how many measures followed."""
    held, on = year.counted(FirstAgenda), year.period.as_of
    yield COUNT.count(held)
    yield PIECES.total(held, lambda a: a.pieces)
    yield SPEAKERS.total(held, lambda a: a.speakers)
    yield MEASURES.total(held, lambda a: len(a.measures))
    yield DONE.total(held, lambda a: sum(bool(known_by(m.done_on, on)) for m in a.measures))
    yield SHELF.holds(held)
    yield WITH_OUTCOME.holds(a for a in held if a.outcome)


KIND = Kind(
    "first_agenda",
    "第一议题",
    FirstAgenda,
    when=Point("held_on"),
    columns=("held_on", "studied", "messenger", "meeting", "pieces", "speakers"),
    measures=(COUNT, PIECES, SPEAKERS, MEASURES, DONE),
    shelves=(SHELF, WITH_OUTCOME),
    facts=facts,
)
