"""What every check is given: the report's lines, the year, and what is known of both."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ...facts.gather import Facts, gather
from ...kinds.report_settings import ReportSettings
from ...records.finding import Finding, Weight
from ...records.record import Ref
from ...records.year import Year
from ..build import Report
from ..document import Document
from ..outline import Outline
from ..parts import Part, parts_of
from ..resolving import Resolver
from .placed import Told, told_in
from .text import Line, lines_of, pairs_of

PROBLEMS, PLANS = "存在问题", "打算"  # the passages that tell of problems and of what is planned


@dataclass(frozen=True)
class Reading:
    """A report being read; ``earlier`` are this branch's reports of other years."""

    report: Report
    year: Year
    settings: ReportSettings
    outline: Outline
    earlier: Sequence[tuple[int, Document]] = ()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All there is to read, in order."""
        return lines_of(self.report.document)

    @cached_property
    def paragraphs(self) -> tuple[Line, ...]:
        """The lines that belong to passages."""
        return tuple(line for line in self.lines if line.passage)

    @cached_property
    def placed(self) -> tuple[Told, ...]:
        """The figures that are told, and the numbers typed over them, in order."""
        return tuple(told_in(self.paragraphs))

    @cached_property
    def facts(self) -> Facts:
        """What may be said of the year."""
        return gather(self.year)

    @cached_property
    def resolver(self) -> Resolver:
        """What knows the figures behind the user's text."""
        return Resolver(self.facts, self.year)

    @cached_property
    def parts(self) -> list[Part]:
        """The report's parts."""
        return parts_of(self.report.document, self.outline)

    @cached_property
    def own_pairs(self) -> tuple[frozenset[str], ...]:
        """Which characters stand beside each other, in each sentence of the user's own."""
        own = (line for line in self.paragraphs if line.has_own())
        return tuple(pairs_of(sentence.plain) for line in own for sentence in line.sentences)

    def told(self, passage: str) -> dict[str, Line]:
        """Return the lines of a passage that is told entry by entry, by the entry's id."""
        found = (line for line in self.paragraphs if line.key.startswith(f"{passage}/"))
        return {line.key.partition("/")[2]: line for line in reversed(list(found))}

    def line_of(self, *passages: str) -> Line:
        """Return the first line of the first of these passages that is there, else of all."""
        for passage in passages:
            for line in self.paragraphs:
                if line.key.partition("/")[0] == passage or line.passage == passage:
                    return line
        return self.lines[0]

    def on_the_whole(self, check: str, text: str, *, weight: Weight) -> Finding:
        """Return a finding about the whole report, which is known by its title."""
        title = self.report.document.title()
        return Finding(check, text, title, "", 0, 0, 0, (), weight)

    def on_entries(self, check: str, text: str, about: str, line: Line, *refs: Ref) -> Finding:
        """Return a finding about entries that a line does not tell; it is known by ``about``."""
        return Finding(check, text, about, line.passage, line.block, 0, 0, refs)
