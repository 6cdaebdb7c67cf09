"""How the report stands: its length against the limit, what it lacks, what has changed."""

from typing import NamedTuple

from ...kinds.report_settings import ReportSettings
from ...report.build import Report
from ...report.speech import target_of, timings
from ...report.written import counted


class Standing(NamedTuple):
    """What the line over the report tells, in figures."""

    characters: int
    gaps: int
    drifted: int
    limit: int | None
    target: str = ""  # what the limit comes from, where it is reckoned

    @classmethod
    def of(cls, report: Report, settings: ReportSettings, *, spoken: bool = False) -> "Standing":
        """Return how a report stands; of one that is ``spoken``, what is said counts alone."""
        drifted = sum(bool(passage.drift) for passage in report.passages.values())
        characters, gaps = counted(report.document)
        if not spoken:
            return cls(characters, gaps, drifted, settings.limit)
        target = target_of(settings)
        said = sum(each.characters for each in timings(report.document, target.pace))
        return cls(said, gaps, drifted, target.characters, f"（{target.said}）")

    def length(self) -> str:
        """Return the length for people, with the limit where one is set."""
        if not self.limit:
            return f"正文 {self.characters:,} 字"
        beyond = f"，超出 {self.over:,} 字" if self.over else ""
        return f"正文 {self.characters:,} / {self.limit:,} 字{self.target}{beyond}"

    @property
    def over(self) -> int:
        """How many characters there are beyond the limit."""
        return max(0, self.characters - self.limit) if self.limit else 0
