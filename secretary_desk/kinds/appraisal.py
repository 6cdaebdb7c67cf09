"""民主评议党员: the yearly appraisal of every member by the others."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..records.day import Day
from ..records.declare import choice, count, day, person, prose, rows
from ..records.fact import Fact, Listing, Measure, Shelf
from ..records.fields import Row
from ..records.kind import Kind, Yearly
from ..records.record import Problem, Record
from ..records.specs import Link
from ..records.year import Year


class Grade(StrEnum):
    """The grades that superior notices ask for; article 18 of the statute names none."""

    EXCELLENT = "优秀"
    QUALIFIED = "合格"
    BARELY = "基本合格"
    UNQUALIFIED = "不合格"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Row):
    """One member's grade."""

    who: Link | None = person("姓名")
    grade: Grade | None = choice("等次", Grade)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal(Record):
    """The appraisal of one year; who got which grade stays private."""

    year: int | None = count("年度", least=1900, most=2200, required=True)
    held_on: Day | None = day("日期", headers=("评议日期", "时间"))
    due: int | None = count("应评", unit="名", headers=("应参评人数",))
    present: int | None = count("参评", unit="名", headers=("参评人数", "实评"))
    excellent: int | None = count("优秀", unit="名")
    qualified: int | None = count("合格", unit="名")
    barely: int | None = count("基本合格", unit="名")
    unqualified: int | None = count("不合格", unit="名")
    results: tuple[Result, ...] = rows("评议结果", Result, private=True)
    note: str = prose("处置情况", hint="对评为基本合格、不合格的党员怎样帮助和处置")

    def check(self) -> Iterator[Problem]:
        if self.due is not None and self.present is not None and self.present > self.due:
            yield Problem("present", f"参评{self.present}名多于应评{self.due}名")
        graded = sum(given or 0 for given in (self.number(grade) for grade in Grade))
        if self.present is not None and graded > self.present:
            yield Problem("excellent", f"各等次共{graded}名，多于参评{self.present}名")
        listed = Counter(row.grade for row in self.results if row.grade)
        for grade in Grade:
            typed = getattr(self, FIELDS[grade])
            if listed and typed is not None and typed != listed[grade]:
                text = f"{grade}填{typed}名，评议结果列出{listed[grade]}名"
                yield Problem(FIELDS[grade], text)

    def number(self, grade: Grade) -> int | None:
        """Return how many got a grade: as typed, else as listed."""
        typed: int | None = getattr(self, FIELDS[grade])
        if typed is not None or not self.results:
            return typed
        return sum(row.grade is grade for row in self.results)


FIELDS = {
    Grade.EXCELLENT: "excellent",
    Grade.QUALIFIED: "qualified",
    Grade.BARELY: "barely",
    Grade.UNQUALIFIED: "unqualified",
}
TOOK_PART = Measure("民主评议党员.参评", "参加民主评议党员", "名")
RATE = Measure("民主评议党员.参评率", "民主评议党员参评率", "%")
BY_GRADE = {
    grade: Measure(f"民主评议党员.等次.{grade.value}", f"民主评议{grade.value}党员", "名")
    for grade in Grade
}
SHELF = Shelf("民主评议党员.清单", "民主评议党员")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield how many took part, and the grades in numbers."""
    appraisals = year.counted(Appraisal)
    yield TOOK_PART.total(appraisals, lambda a: a.present)
    yield RATE.share(appraisals, lambda a: a.present, lambda a: a.due)
    for grade, measure in BY_GRADE.items():
        yield measure.total(appraisals, lambda a, grade=grade: a.number(grade))  # type: ignore[misc]
    yield SHELF.holds(appraisals)


KIND = Kind(
    "appraisal",
    "民主评议党员",
    Appraisal,
    when=Yearly("year", current=True),
    columns=("year", "held_on", "due", "present", *FIELDS.values()),
    measures=(TOOK_PART, RATE, *BY_GRADE.values()),
    shelves=(SHELF,),
    facts=facts,
)
