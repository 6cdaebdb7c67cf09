"""补充: the user's own paragraphs at the end of a section of one year's report."""

import re
from dataclasses import dataclass

from ..records.declare import count, line, prose
from ..records.kind import Kind, Yearly
from ..records.record import Record

OWN = "自定/"  # how the keys of sections begin that the user has added
_ID = re.compile(r"·[0-9a-f]{8}(?=/|·|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement(Record):
    """What the report says beyond its passages; ``section`` is the path of headings, such as
    ``履职情况/建强党员队伍``, and each line of ``text`` is a paragraph."""

    year: int | None = count("年度", least=1900, most=2200, required=True)
    section: str = line("部分", required=True, hint="如：履职情况/建强党员队伍")
    text: str = prose("内容")

    def paragraphs(self) -> list[str]:
        """Return the text's paragraphs, blanks at their ends and empty lines left out."""
        return [kept for given in self.text.split("\n") if (kept := given.strip())]


def section_name(key: str) -> str:
    """Return what people call a section, by its first headings: 履职情况 · 严肃组织生活."""
    return _ID.sub("", key.removeprefix(OWN)).replace("/", " · ")


def _deed(supplement: Supplement, verb: str) -> str:
    name = section_name(supplement.section.removeprefix(OWN).rpartition("/")[2])
    return f"{'删除' if verb == '删除' else '写'}“{name}”一节的补充"


KIND = Kind(
    "supplement",
    "补充",
    Supplement,
    when=Yearly("year"),
    columns=("section", "year", "text"),
    deed=_deed,
)
