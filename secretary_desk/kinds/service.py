"""为群众办实事: what was done for people, by whom and for how many."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ..records.day import Day
from ..records.declare import amount, choice, count, day, line, prose, yes
from ..records.fact import Fact, Listing, Measure, Shelf, split
from ..records.kind import Kind, Point
from ..records.record import Attendance, Problem, Record, people, present_of
from ..records.year import Year


class Form(StrEnum):
    """What kind of service."""

    DEED = "办实事"
    VOLUNTEERING = "志愿服务"
    HELP = "帮扶"
    REPORTING = "双报到"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Record):
    """One matter."""

    matter: str = line("事项", required=True, headers=("实事名称", "服务事项"))
    held_on: Day | None = day("日期", headers=("时间", "完成时间"))
    form: Form | None = choice("类型", Form)
    present: int | None = count("参加人数", unit="人", headers=("参加党员数",))
    attendance: tuple[Attendance, ...] = people("参加党员")
    sessions: int | None = count("场次", unit="场次")
    reached: int | None = count("受益人次", unit="人次", headers=("服务人次", "受益人数"))
    settled: int | None = count("化解矛盾", unit="件", headers=("化解矛盾纠纷",))
    spent: Decimal | None = amount("投入", unit="万元")
    done: bool = yes("完成")
    result: str = prose("成效")

    def check(self) -> Iterator[Problem]:
        there = sum(row.present for row in self.attendance)
        if self.attendance and self.present is not None and self.present != there:
            yield Problem("present", f"参加人数填{self.present}人，参加党员列出{there}人")


ALL = Measure("为群众办实事.件数.合计", "为群众办实事", "件")
BY_FORM = {
    form: Measure(f"为群众办实事.件数.{form.value}", f"为群众办实事（{form.value}）", "件")
    for form in Form
}
DONE = Measure("为群众办实事.已完成", "已办成的实事", "件")
SESSIONS = Measure("为群众办实事.场次", "为群众服务场次", "场次")
HELPERS = Measure("为群众办实事.参加人次", "参加服务的党员", "人次")
REACHED = Measure("为群众办实事.受益人次", "服务群众", "人次")
SETTLED = Measure("为群众办实事.化解矛盾", "化解矛盾纠纷", "件")
SPENT = Measure("为群众办实事.投入", "为群众办实事投入", "万元")
SHELF = Shelf("为群众办实事.清单", "为群众办实事")
WITH_RESULT = Shelf("为群众办实事.有成效", "写明成效的实事")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield how many matters, by whom, for how many; the starred ones first."""
    served = sorted(year.counted(Service), key=lambda s: not s.starred)
    yield ALL.count(served)
    yield from split(BY_FORM, served, by=lambda s: s.form)
    yield DONE.count([s for s in served if s.done])
    yield SESSIONS.total(served, lambda s: s.sessions)
    yield HELPERS.total(served, present_of)
    yield REACHED.total(served, lambda s: s.reached)
    yield SETTLED.total(served, lambda s: s.settled)
    yield SPENT.total(served, lambda s: s.spent)
    yield SHELF.holds(served)
    yield WITH_RESULT.holds(s for s in served if s.result)


KIND = Kind(
    "service",
    "为群众办实事",
    Service,
    when=Point("held_on"),
    columns=("held_on", "matter", "form", "present", "sessions", "reached", "done"),
    measures=(ALL, *BY_FORM.values(), DONE, SESSIONS, HELPERS, REACHED, SETTLED, SPENT),
    shelves=(SHELF, WITH_RESULT),
    facts=facts,
    derived={"参加人次": lambda s, _on: str(present_of(s) or "")},
)
