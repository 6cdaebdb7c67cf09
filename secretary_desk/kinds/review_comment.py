"""述职点评: what the committee said of last year's report."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..records.declare import choice, count, line, prose, rows
from ..records.fact import Fact, Listing, Measure, Shelf
from ..records.fields import Row
from ..records.kind import Kind, Yearly
from ..records.record import Record
from ..records.year import Year


class Grade(StrEnum):
    """The grade that the committee gave."""

    GOOD = "好"
    FAIRLY_GOOD = "较好"
    ORDINARY = "一般"
    POOR = "差"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(Row):
    """One problem that was pointed out."""

    problem: str = line("问题")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewComment(Record):
    """One reviewer's comments; they belong to the year that they are about."""

    year: int | None = count("年度", least=1900, most=2200, required=True, hint="被点评的年度")
    reviewer: str = line("点评人")
    praise: str = prose("肯定")
    remarks: tuple[Remark, ...] = rows("问题", Remark)
    advice: str = prose("建议")
    grade: Grade | None = choice("等次", Grade)


REMARKS = Measure("述职点评.问题数", "述职评议点评指出问题", "个")
SHELF = Shelf("述职点评.清单", "述职点评")


def facts(year: Year) -> Iterator[Fact | Listing | None]:
    """Yield the problems that were pointed out about this year."""
    comments = year.counted(ReviewComment)
    yield REMARKS.total(comments, lambda c: len(c.remarks))
    yield SHELF.holds(comments)


KIND = Kind(
    "review_comment",
    "述职点评",
    ReviewComment,
    when=Yearly("year"),
    columns=("year", "reviewer", "remarks", "grade"),
    measures=(REMARKS,),
    shelves=(SHELF,),
    facts=facts,
)
