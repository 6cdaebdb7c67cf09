"""自定提纲: the headings of one year's report as the user has ordered them."""

from dataclasses import dataclass
from enum import StrEnum

from ..records.declare import choice, count, line, rows
from ..records.fields import Row
from ..records.kind import Kind, Yearly
from ..records.record import Record

DEEPEST = 4  # levels of headings (GB/T 9704-2012, 7.3.3)


class Numbering(StrEnum):
    """How headings are numbered, level by level; the first is the standard's own."""

    STANDARD = "一、（一）1.（1）"
    STANDARD_COMMA = "一、（一）1、（1）"
    SKIPPING = "一、1.（1）"
    SKIPPING_COMMA = "一、1、（1）"
    ARABIC = "1.（1）"
    ARABIC_COMMA = "1、（1）"
    SECOND = "（一）1.（1）"
    NONE = "不编号"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Row):
    """One section. ``level`` counts from 1; without a heading it stands at the level above.

    ``key`` stays the same when the heading is renamed or moved. ``passages`` are keys of
    passages, joined with 、; ``each`` and ``heading_field`` repeat the section for each entry of
    a listing. Entries reach a section with a heading by ``kind`` and ``tag``.
    """

    key: str = line("标识")
    level: int | None = count("层级", least=1, most=DEEPEST)
    heading: str = line("标题")
    passages: str = line("段落")
    each: str = line("逐条")
    heading_field: str = line("标题取自")
    kind: str = line("记录种类")
    tag: str = line("标签")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnOutline(Record):
    """An outline, depth first; without parts it is the preset's, numbered otherwise.

    ``preset`` is the one that it was made from.
    """

    year: int | None = count("年度", least=1900, most=2200, required=True)
    preset: str = line("预设")
    numbering: Numbering | None = choice("编号", Numbering)
    parts: tuple[Part, ...] = rows("章节", Part)


def _deed(outline: OwnOutline, verb: str) -> str:
    return f"{'删除' if verb == '删除' else '调整'}{outline.year}年度的提纲"


KIND = Kind(
    "own_outline",
    "自定提纲",
    OwnOutline,
    when=Yearly("year"),
    columns=("preset", "year"),
    deed=_deed,
)
