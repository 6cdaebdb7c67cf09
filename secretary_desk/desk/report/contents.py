"""A report by its parts: which passages stand in each, and where a passage or block stands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ...report.build import Report
from ...report.document import Document
from ...report.outline import Outline
from ...report.parts import ANNEXES, HEAD, Part, parts_of
from ...report.passage import Passage


@dataclass(frozen=True, slots=True)
class Contents:
    """What is shown of a report; ``told`` returns the passages of a part, in order."""

    report: Report
    parts: Mapping[str, Part] = field(default_factory=dict)
    told: Callable[[Part], Sequence[Passage]] = lambda _part: ()

    @classmethod
    def of(
        cls, report: Report, outline: Outline, told: Callable[[Report, Part], Sequence[Passage]]
    ) -> "Contents":
        """Return the contents of a report built by an outline."""
        parts = {part.key: part for part in parts_of(report.document, outline)}
        return cls(report, parts, lambda part: told(report, part))

    @property
    def document(self) -> Document:
        """What is printed."""
        return self.report.document

    def drifted(self) -> dict[str, int]:
        """Return of each part how many of its passages have changed under the user's version."""
        return {
            key: sum(bool(passage.drift) for passage in self.told(part))
            for key, part in self.parts.items()
        }

    def part_of(self, passage: str) -> str:
        """Return the key of the part that a passage stands in, empty where it is in none."""
        for key, part in self.parts.items():
            if any(told.key == passage for told in self.told(part)):
                return key
        return ""

    def part_with(self, block: int) -> str:
        """Return the key of the part that a block belongs to; every block is in one."""
        return next(key for key, part in self.parts.items() if block in part.blocks)

    def marked(self, key: str) -> Sequence[int]:
        """Return the blocks that are marked on the pages while a part is shown."""
        part = self.parts.get(key)
        return part.blocks if part and key not in (HEAD.key, ANNEXES.key) else ()
