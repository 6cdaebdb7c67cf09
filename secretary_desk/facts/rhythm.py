"""The year by months: of each thing that comes round, what is registered and what is not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import Any, NamedTuple

from ..kinds import branch, study_meeting, theme_day
from ..kinds.branch import Branch
from ..kinds.study_meeting import Form
from ..records.day import Day
from ..records.kind import Kind
from ..records.period import Period
from ..records.record import Record, is_complete
from ..records.year import Year

MOST_MONTHS = 24  # a slip of the pen in a period's year would make a page of thousands
_STATUTE = "《中国共产党支部工作条例（试行）》第{}条"


class Month(NamedTuple):
    """A month of a year."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """Return the month of a date."""
        return cls(day.year, day.month)

    @property
    def quarter(self) -> tuple[int, int]:
        """The calendar quarter that it lies in."""
        return self.year, (self.month - 1) // 3

    @property
    def day(self) -> Day:
        """The month as a date no more precise than that."""
        return Day(f"{self.year}-{self.month:02}")


class Every(StrEnum):
    """In how long a time one is expected."""

    MONTH = "月"
    QUARTER = "季度"
    UNSAID = ""  # the statute gives no number


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Something that comes round: ``words`` say how often, ``source`` where that is written.

    ``on`` is the field of an entry's date, ``without`` that of the branch's profile which says
    that the branch has none of it.
    """

    label: str
    words: str
    every: Every
    source: str
    kind: Kind[Any]
    form: Form | None = None
    without: str = ""
    on: str = "held_on"

    def holds(self, record: Any) -> bool:
        """Whether an entry of the kind is one of these."""
        return self.form is None or record.form is self.form

    def month_of(self, record: Any) -> Month | None:
        """Return the month in which an entry lies, None where it is not known."""
        day: Day | None = getattr(record, self.on)
        return Month.of(day.first()) if day and len(day) >= 7 else None

    def draft(self, on: Day | None) -> Record:
        """Return a new entry, begun with what is known of it."""
        form = {"form": self.form} if self.form else {}
        draft: Record = self.kind.record(**{self.on: on}, **form)
        return draft


_MEETING, _THEME_DAY = study_meeting.KIND, theme_day.KIND
RHYTHMS = (
    Rhythm("支部委员会", "一般每月", Every.MONTH, _STATUTE.format("十二"),
           _MEETING, Form.COMMITTEE, without="no_committee"),
    Rhythm("支部党员大会", "一般每季度", Every.QUARTER, _STATUTE.format("十一"),
           _MEETING, Form.GENERAL),
    Rhythm("党小组会", "一般每月", Every.MONTH, _STATUTE.format("十三"),
           _MEETING, Form.GROUP, without="no_groups"),
    Rhythm("党课", "按期", Every.UNSAID, _STATUTE.format("十六"), _MEETING, Form.LESSON),
    Rhythm("主题党日", "每月", Every.MONTH, _STATUTE.format("十六"), _THEME_DAY),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """One month of one rhythm; ``due`` when its time has begun, one is expected and none there."""

    rhythm: Rhythm
    month: Month
    entries: tuple[Record, ...]
    due: bool

    @property
    def unfinished(self) -> int:
        """How many of the entries still lack something required."""
        return sum(not is_complete(entry) for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Row:
    """One rhythm over the months of a period; ``undated`` entries have no month."""

    rhythm: Rhythm
    words: str
    cells: tuple[Cell, ...]
    undated: tuple[Record, ...]


def rows(year: Year, today: date) -> list[Row]:
    """Return a row for each rhythm that the branch keeps, with a cell for each month of the period.

    What the branch does not have (不设支委会, 未设党小组) has a row only if entries tell of it.
    """
    every = (_row(rhythm, year, today) for rhythm in RHYTHMS)
    return [row for row in every if row is not None]


def months_of(period: Period) -> list[Month]:
    """Return the months that a period touches, in order, no more than two years of them."""
    first, last = Month.of(period.start), Month.of(period.end)
    count = min((last.year - first.year) * 12 + last.month - first.month + 1, MOST_MONTHS)
    places = range(first.month - 1, first.month - 1 + count)
    return [Month(first.year + place // 12, place % 12 + 1) for place in places]


def _row(rhythm: Rhythm, year: Year, today: date) -> Row | None:
    profile, cls = year.one(Branch), rhythm.kind.record
    entries = [r for r in (*year.counted(cls), *year.aside(cls)) if rhythm.holds(r)]
    entries.sort(key=lambda r: (getattr(r, rhythm.on) or "", r.created))
    without = bool(profile and rhythm.without and getattr(profile, rhythm.without))
    if without and not entries:
        return None
    months = months_of(year.period)
    held = {m: tuple(r for r in entries if rhythm.month_of(r) == m) for m in months}
    expected = () if without else _unregistered(rhythm.every, held, _since(profile), today)
    due = set(expected)
    cells = tuple(Cell(rhythm, month, found, month in due) for month, found in held.items())
    words = branch.KIND.specs[rhythm.without].label if without else rhythm.words
    return Row(rhythm, words, cells, tuple(r for r in entries if rhythm.month_of(r) not in held))


def _since(profile: Branch | None) -> Month:
    """Return the month from which on something can be expected of a branch."""
    founded = profile.founded_on if profile else None
    return Month.of(founded.first() if founded else date.min)


def _unregistered(
    every: Every, held: dict[Month, tuple[Record, ...]], since: Month, today: date
) -> Iterator[Month]:
    """Yield, of each span without an entry, the last month that has begun."""
    for span in _spans(every, list(held)):
        begun = [month for month in span if since <= month <= Month.of(today)]
        if begun and not any(held[month] for month in span):
            yield begun[-1]


def _spans(every: Every, months: Sequence[Month]) -> Iterator[list[Month]]:
    match every:
        case Every.MONTH:
            yield from ([month] for month in months)
        case Every.QUARTER:
            quarters = (list(found) for _, found in groupby(months, key=lambda m: m.quarter))
            # What lies partly outside the period cannot be told from its entries.
            yield from (quarter for quarter in quarters if len(quarter) == 3)
