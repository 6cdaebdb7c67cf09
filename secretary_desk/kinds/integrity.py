"""党风廉政: pledges, warnings and talks that keep the branch clean."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..records.day import Day
from ..records.declare import choice, count, day, line, prose
from ..records.fact import Fact, Listing, Measure, Shelf
from ..records.kind import Kind, Point
from ..records.record import Record
from ..records.year import Year


class Form(StrEnum):
    """What was done."""

    RESPONSIBILITY = "责任书"
    PLEDGE = "承诺书"
    LESSON = "廉政党课"
    WARNING = "警示教育"
    TALK = "廉政谈话"
    HOME_VISIT = "廉洁家访"


# Papers are counted by signatures, talks by people, all else by how often it was held.
SIGNED = (Form.RESPONSIBILITY, Form.PLEDGE)
BY_PERSON = (*SIGNED, Form.TALK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Integrity(Record):
    """One such thing."""

    held_on: Day | None = day("日期", required=True, headers=("时间", "活动日期"))
    form: Form | None = choice("类型", Form, required=True)
    topic: str = line("主题")
    present: int | None = count("参加人数", unit="人", hint="责任书、承诺书填签订份数")
    audience: str = line("对象", headers=("参加对象",))
    summary: str = prose("内容")

    @property
    def number(self) -> int:
        """By how much it counts."""
        if self.form not in BY_PERSON or self.present is None:
            return 1
        return self.present


def _measure(form: Form) -> Measure:
    unit = "份" if form in SIGNED else "人次" if form in BY_PERSON else "次"
    return Measure(f"党风廉政.{form.value}", form.value, unit)


BY_FORM = {form: _measure(form) for form in Form}
ATTENDED = Measure("党风廉政.警示教育人次", "警示教育参加人次", "人次")
SHELF = Shelf("党风廉政.清单", "党风廉政")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield each thing in its own measure."""
    held = year.counted(Integrity)
    for form, measure in BY_FORM.items():
        yield measure.total([i for i in held if i.form is form], lambda i: i.number)
    warned = [i for i in held if i.form is Form.WARNING]
    yield ATTENDED.total(warned, lambda i: i.present)
    yield SHELF.holds(held)


KIND = Kind(
    "integrity",
    "党风廉政",
    Integrity,
    when=Point("held_on"),
    columns=("held_on", "form", "topic", "present", "audience"),
    measures=(*BY_FORM.values(), ATTENDED),
    shelves=(SHELF,),
    facts=facts,
)
