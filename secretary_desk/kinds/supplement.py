"""补充: the user's own paragraphs at the end of a section of one year's report."""

from dataclasses import dataclass

from ..records.declare import count, line, prose
from ..records.kind import Kind, Yearly
from ..records.record import Record


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


KIND = Kind(
    "supplement",
    "补充",
    Supplement,
    when=Yearly("year"),
    columns=("section", "year", "text"),
)
