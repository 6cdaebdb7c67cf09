"""问题整改: problems found, what is done about them, and when they were struck off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..records.day import Day, before, known_by
from ..records.declare import choice, day, line, person, prose, rows
from ..records.fact import Fact, Listing, Measure, Nature, Shelf, split
from ..records.fields import Row
from ..records.kind import Kind, Span
from ..records.record import Problem as FieldProblem
from ..records.record import Record
from ..records.specs import Link
from ..records.year import Year


class Source(StrEnum):
    """Who found it, or on which occasion."""

    REVIEW = "述职点评"
    OWN = "自查"
    ORG_LIFE = "组织生活会"
    INSPECTION = "检查督导"
    PATROL = "巡察"
    ASKED = "征求意见"


class State(StrEnum):
    """How far it is put right."""

    OPEN = "未开始"
    UNDER_WAY = "整改中"
    DONE = "已完成"
    LASTING = "长期坚持"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Row):
    """One thing to be done about it."""

    measure: str = line("措施")
    who: Link | None = person("责任人")
    due_on: Day | None = day("时限")
    done_on: Day | None = day("完成日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem(Record):
    """One problem, from being found to being struck off."""

    problem: str = line("问题", required=True)
    source: Source | None = choice("来源", Source, required=True)
    found_on: Day | None = day("发现日期")
    shown_by: str = prose("具体表现", hint="用数字或事例说明")
    cause: str = prose("原因", hint="先说自己的责任")
    steps: tuple[Step, ...] = rows("措施", Step)
    who: Link | None = person("责任人")
    due_on: Day | None = day("时限")
    state: State | None = choice("完成情况", State)
    outcome: str = prose("整改成效")
    closed_on: Day | None = day("销号日期")
    evidence: str = prose("佐证")

    def check(self) -> Iterator[FieldProblem]:
        if self.state is State.DONE and not self.closed_on:
            yield FieldProblem("closed_on", "已完成的问题请填写销号日期")
        if self.closed_on and self.state in (State.OPEN, State.UNDER_WAY):
            yield FieldProblem("state", f"填写了销号日期，完成情况却是“{self.state}”")
        if before(self.closed_on, self.found_on):
            yield FieldProblem("closed_on", "销号日期早于发现日期")

    @property
    def ended_on(self) -> Day | None:
        """The day it was struck off; 已完成 without one, the last measure's, else the day found."""
        if self.closed_on or self.state is not State.DONE:
            return self.closed_on
        return max((s.done_on for s in self.steps if s.done_on), default=self.found_on)

    def is_closed(self, on: date) -> bool:
        """Whether it was struck off by a day."""
        if self.ended_on:
            return self.ended_on.first() <= on
        return self.state is State.DONE

    def state_on(self, on: date) -> str:
        """Return how far it was by a day: what is done only later was under way."""
        done = self.state is State.DONE or self.closed_on is not None
        if done and self.state is not State.LASTING:
            return str(State.DONE if self.is_closed(on) else State.UNDER_WAY)
        return str(self.state or "")


def _measures(prefix: str, name: str) -> dict[str, Measure]:
    return {
        "all": Measure(f"{prefix}.总数", name, "个"),
        "closed": Measure(f"{prefix}.已整改", f"{name}已整改", "个", Nature.STOCK),
        "open": Measure(f"{prefix}.未整改", f"{name}未整改", "个", Nature.STOCK),
        "lasting": Measure(f"{prefix}.长期坚持", f"{name}长期坚持", "个", Nature.STOCK),
        "rate": Measure(f"{prefix}.整改率", f"{name}整改率", "%", Nature.STOCK),
        "steps": Measure(f"{prefix}.措施数", f"{name}整改措施", "条"),
        "steps_done": Measure(f"{prefix}.已完成措施", f"{name}已完成整改措施", "条", Nature.STOCK),
    }


EVERY = _measures("问题整改", "问题")
FROM_REVIEW = _measures("问题整改.点评", "点评指出问题")
BY_SOURCE = {s: Measure(f"问题整改.来源.{s.value}", f"{s.value}查出问题", "个") for s in Source}
SHELF = Shelf("问题整改.清单", "问题整改")
REVIEWED = Shelf("问题整改.点评问题", "上年度述职点评指出的问题")
CLOSED = Shelf("问题整改.已整改清单", "自己查出并已整改的问题")
STANDING = Shelf("问题整改.存在问题", "存在的问题")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield what was found, what was put right, and what is still there at as_of."""
    problems = year.counted(Problem)
    reviewed = [p for p in problems if _is_of_last_review(p, year)]
    yield from _told(EVERY, problems, year)
    yield from _told(FROM_REVIEW, reviewed, year)
    yield from split(BY_SOURCE, problems, by=lambda p: p.source)
    yield SHELF.holds(problems)
    yield REVIEWED.holds(reviewed)
    own = (p for p in problems if p.source is not Source.REVIEW)
    yield CLOSED.holds(p for p in own if p.is_closed(year.period.as_of))
    yield STANDING.holds(standing(year))


def _is_of_last_review(problem: Problem, year: Year) -> bool:
    """Whether last year's review pointed it out: then it was put on record in this period."""
    found = problem.found_on
    in_period = year.period.holds(found) if found else problem.filed_under == year.period.year
    return problem.source is Source.REVIEW and bool(in_period)


def standing(year: Year) -> list[Problem]:
    """Return the branch's own problems that are not struck off at as_of."""
    own = (p for p in year.counted(Problem) if p.source is not Source.REVIEW)
    return [p for p in own if not p.is_closed(year.period.as_of)]


def _told(
    told: dict[str, Measure], problems: Sequence[Problem], year: Year
) -> Iterator[Fact | None]:
    on = year.period.as_of
    closed = [p for p in problems if p.is_closed(on)]
    rest = [p for p in problems if not p.is_closed(on)]
    yield told["all"].count(problems)
    yield told["closed"].count(closed)
    yield told["lasting"].count([p for p in rest if p.state is State.LASTING])
    yield told["open"].count([p for p in rest if p.state is not State.LASTING])
    yield told["rate"].share(problems, lambda p: int(p.is_closed(on)), lambda _: 1)
    yield told["steps"].total(problems, lambda p: len(p.steps))
    yield told["steps_done"].total(problems, lambda p: _done(p, on))


def _done(problem: Problem, on: date) -> int:
    return sum(1 for step in problem.steps if step.done_on and step.done_on.first() <= on)


KIND = Kind(
    "problem",
    "问题整改",
    Problem,
    when=Span("found_on", "ended_on", stays_open=True),
    columns=("problem", "source", "found_on", "who", "due_on", "state", "closed_on"),
    measures=(*EVERY.values(), *FROM_REVIEW.values(), *BY_SOURCE.values()),
    shelves=(SHELF, REVIEWED, CLOSED, STANDING),
    facts=facts,
    derived={
        "目前情况": lambda p, on: p.state_on(on),
        "已销号日期": lambda p, on: known_by(p.closed_on, on),
    },
)
