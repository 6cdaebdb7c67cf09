"""试讲: how long each section took when the speech was rehearsed."""

from dataclasses import dataclass

from ..records.day import Day
from ..records.declare import count, day, line, rows
from ..records.fields import Row
from ..records.kind import Kind, Yearly
from ..records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed(Row):
    """One section; ``part`` is its key."""

    part: str = line("标识")
    heading: str = line("部分")
    seconds: int | None = count("用时", unit="秒")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal(Record):
    """One run through the speech."""

    year: int | None = count("年度", least=1900, most=2200, required=True)
    held_on: Day | None = day("日期")
    sections: tuple[Timed, ...] = rows("各部分用时", Timed)


def _deed(rehearsal: Rehearsal, verb: str) -> str:
    on = f"{rehearsal.held_on.show_in_year()}" if rehearsal.held_on else ""
    return f"{'删除' if verb == '删除' else '记下'}{on}试讲的用时"


KIND = Kind(
    "rehearsal",
    "试讲",
    Rehearsal,
    when=Yearly("year"),
    columns=("held_on", "sections", "year"),
    deed=_deed,
)
