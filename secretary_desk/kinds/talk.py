"""谈心谈话: who spoke with whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..records.day import Day
from ..records.declare import choice, day, line, person, prose
from ..records.fact import Fact, Listing, Measure, Shelf, split
from ..records.kind import Kind, Point
from ..records.record import Problem, Record
from ..records.specs import Link
from ..records.year import Year
from .branch import Branch
from .reporter import reporter


class Form(StrEnum):
    """Between whom, or what for."""

    SECRETARY = "书记与委员"
    COMMITTEE = "委员之间"
    TO_MEMBER = "委员与党员"
    MEMBERS = "党员之间"
    REMINDER = "提醒"
    INTEGRITY = "廉政"
    CARE = "关怀"


SYNONYMS = {"廉政谈话": "廉政", "提醒谈话": "提醒", "关怀谈话": "关怀", "书记和委员": "书记与委员",
            "委员和党员": "委员与党员"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Record):
    """One talk; what was said stays private."""

    held_on: Day | None = day("日期", required=True, headers=("时间", "谈话日期", "谈话时间"))
    talker: Link | None = person("谈话人", required=True)
    to: Link | None = person("谈话对象", required=True)
    form: Form | None = choice("类型", Form, synonyms=SYNONYMS, headers=("谈话类型",))
    place: str = line("地点", headers=("谈话地点",))
    summary: str = prose("内容", private=True, headers=("谈话内容",))
    follow_up: str = prose("跟进", private=True)

    def check(self) -> Iterator[Problem]:
        if self.talker and self.talker.same(self.to):
            yield Problem("to", "谈话人和谈话对象是同一个人")


ALL = Measure("谈心谈话.人次.合计", "谈心谈话", "人次")
BY_FORM = {form: Measure(f"谈心谈话.人次.{form.value}", f"谈心谈话（{form.value}）", "人次")
           for form in Form}  # fmt: skip
REACHED = Measure("谈心谈话.覆盖人数", "谈心谈话覆盖人数", "人")
BY_SECRETARY = Measure("谈心谈话.书记谈话", "书记谈心谈话", "人次")
SHELF = Shelf("谈心谈话.清单", "谈心谈话")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield how many talks between whom, and how many people they reached."""
    held = year.counted(Talk)
    yield ALL.count(held)
    yield from split(BY_FORM, held, by=lambda t: t.form)
    yield REACHED.of(len({(t.to.id or t.to.name) for t in held if t.to}), held)
    yield SHELF.holds(held)
    branch, me = year.one(Branch), reporter(year)
    if branch is not None and me is not None:
        own = [t for t in held if me.is_me(t.talker)]
        yield BY_SECRETARY.of(len(own), [*own, branch])


KIND = Kind(
    "talk",
    "谈心谈话",
    Talk,
    when=Point("held_on"),
    columns=("held_on", "to", "talker", "form"),
    measures=(ALL, *BY_FORM.values(), REACHED, BY_SECRETARY),
    shelves=(SHELF,),
    facts=facts,
)
