"""What may be begun on a day or in a month: meetings and theme days, then what was used last."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...facts.rhythm import Rhythm, Row
from ...kinds import KINDS
from ...kinds.study_meeting import StudyMeeting
from ...kinds.theme_day import ThemeDay
from ...records.day import Day
from ...records.kind import Kind, Point, Span
from ...records.record import Record
from ...records.year import Year
from ..page import Place

_FIRST = (StudyMeeting, ThemeDay)


@dataclass(frozen=True, slots=True)
class Beginning:
    """A sort of entry: a kind, or one rhythm of it."""

    label: str
    kind: Kind[Any]
    rhythm: Rhythm | None = None

    def place(self, on: Day) -> Place:
        """Return the way to a new entry with its day filled in."""
        return Place(self.kind.name, draft=self._draft(on))

    def used(self, year: Year) -> str:
        """Return when an entry of the sort was made last; empty where there is none."""
        cls = self.kind.record
        entries = (*year.counted(cls), *year.aside(cls))
        of = [e for e in entries if self.rhythm is None or self.rhythm.holds(e)]
        return max((entry.created for entry in of), default="")

    def _draft(self, on: Day) -> Record | None:
        if self.rhythm:
            return self.rhythm.draft(on)
        return draft_on(self.kind, on)


def draft_on(kind: Kind[Any], on: Day) -> Record | None:
    """Return a new entry of a kind that takes place on a day; None where none does."""
    match kind.when:
        case Point(name) | Span(name):
            names = kind.specs
            return kind.record(**{name: on}) if name in names else None
    return None


def beginnings(year: Year, rows: Sequence[Row]) -> list[Beginning]:
    """Return what takes place on days: 三会一课 and 主题党日, which every month has, then the
    sorts used last, then the rest in their order.
    """
    dated = [row.rhythm for row in rows if row.rhythm.on]
    found = [Beginning(rhythm.label, rhythm.kind, rhythm) for rhythm in dated]
    told = {beginning.kind.name for beginning in found}
    others = (kind for kind in KINDS if kind.name not in told)
    found += [Beginning(k.label, k) for k in others if draft_on(k, Day("2000-01-01"))]
    latest = sorted(found, key=lambda each: each.used(year), reverse=True)
    return sorted(latest, key=lambda each: each.kind.record not in _FIRST)
