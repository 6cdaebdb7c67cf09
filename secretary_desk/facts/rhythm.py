"""The year by months: of each thing that comes round, what is registered and what is not."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Any, NamedTuple

from ..kinds import appraisal, branch, dues, first_agenda, org_life, study_meeting, talk, theme_day
from ..kinds.branch import Branch
from ..kinds.study_meeting import Form
from ..records.day import Day
from ..records.kind import Kind
from ..records.period import Period
from ..records.record import Record, is_complete
from ..records.year import Year

MOST_MONTHS = 24  # a slip of the pen in a period's year would make a page of thousands
_STATUTE = "《中国共产党支部工作条例（试行）》第{}条"
_QUARTER = 3  # months


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
    def next(self) -> "Month":
        """The month after it."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def day(self) -> Day:
        """The month as a date no more precise than that."""
        return Day(f"{self.year}-{self.month:02}")


class Every(StrEnum):
    """In how long a time one is expected."""

    MONTH = "月"
    QUARTER = "季度"
    YEAR = "年"
    UNSAID = ""  # the statute gives no number


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Something that comes round: ``words`` say how often, ``source`` where that is written.

    ``on`` is the field of an entry's date, empty for one that holds its months as rows; ``also``
    a kind whose entries are of it too where its field ``by`` is filled. ``without`` is the field
    of the branch's profile which says that the branch has none of it; what is ``if_kept`` is
    expected of those alone who keep it this year or did last year. ``value`` is the key of the
    self-check's number for it. ``year`` is given to drafts.
    """

    label: str
    words: str
    every: Every
    source: str
    kind: Kind[Any]
    form: Form | None = None
    without: str = ""
    on: str = "held_on"
    also: Kind[Any] | None = None
    by: str = ""
    if_kept: bool = False
    value: str = ""
    year: int | None = None

    def holds(self, record: Any) -> bool:
        """Whether an entry of the kind, or of the other one, is one of these."""
        if self.also and isinstance(record, self.also.record):
            return bool(getattr(record, self.by))
        return self.form is None or record.form is self.form

    def entries(self, year: Year) -> list[Any]:
        """Return a year's entries of it, complete or not, in the order of their dates."""
        classes = [kind.record for kind in (self.kind, self.also) if kind]
        every = (r for cls in classes for r in (*year.counted(cls), *year.aside(cls)))
        return sorted(filter(self.holds, every), key=lambda r: (self._date(r), r.created))

    def months_of(self, record: Any) -> tuple[Month, ...]:
        """Return the months in which an entry lies, as far as they are known."""
        if not self.on:
            paid = {row.month for row in record.months if row.month and row.paid}
            return tuple(Month(record.year, month) for month in sorted(paid) if record.year)
        day = self._date(record)
        return (Month.of(Day.trusted(day).first()),) if len(day) >= 7 else ()

    def draft(self, on: Day | None) -> Record:
        """Return a new entry, begun with what is known of it."""
        given: dict[str, Any] = {self.on: on} if self.on else {}
        given |= {"form": self.form} if self.form else {}
        given |= {"year": self.year} if "year" in self.kind.specs else {}
        draft: Record = self.kind.record(**given)
        return draft

    def _date(self, record: Any) -> str:
        return (getattr(record, self.on) or "") if self.on else ""


_MEETING, _THEME_DAY = study_meeting.KIND, theme_day.KIND
RHYTHMS = (
    Rhythm("支部委员会", "一般每月", Every.MONTH, _STATUTE.format("十二"),
           _MEETING, Form.COMMITTEE, without="no_committee", value="三会一课.支委会每月次数"),
    Rhythm("支部党员大会", "一般每季度", Every.QUARTER, _STATUTE.format("十一"),
           _MEETING, Form.GENERAL, value="三会一课.党员大会每季度次数"),
    Rhythm("党小组会", "一般每月", Every.MONTH, _STATUTE.format("十三"),
           _MEETING, Form.GROUP, without="no_groups", value="三会一课.党小组会每月次数"),
    Rhythm("党课", "按期", Every.UNSAID, _STATUTE.format("十六"), _MEETING, Form.LESSON),
    Rhythm("主题党日", "每月", Every.MONTH, _STATUTE.format("十六"), _THEME_DAY,
           value="主题党日.每月次数"),
    Rhythm("组织生活会", "每年", Every.YEAR, _STATUTE.format("十七"), org_life.KIND,
           value="组织生活.组织生活会每年次数"),
    Rhythm("民主评议", "一般每年", Every.YEAR, _STATUTE.format("十八"), appraisal.KIND),
    Rhythm("谈心谈话", "一般每年", Every.UNSAID, _STATUTE.format("十九"), talk.KIND,
           if_kept=True),
    Rhythm("第一议题", "每季度", Every.QUARTER, "通行做法（非法规条文）", first_agenda.KIND,
           also=_MEETING, by="first_agenda", if_kept=True, value="三会一课.第一议题每季度次数"),
    Rhythm("党费", "每月", Every.MONTH, "《中国共产党党员教育管理工作条例》第十六条", dues.KIND,
           on="", if_kept=True),
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


def rows(year: Year, today: date, off: Container[str] = ()) -> list[Row]:
    """Return a row for each rhythm that the branch keeps, with a cell for each month of the period.

    What the branch does not have (不设支委会, 未设党小组) has a row only if entries tell of it.
    Nothing is expected of a rhythm whose value is among the keys ``off``.
    """
    dated = [replace(rhythm, year=year.period.year) for rhythm in RHYTHMS]
    every = (_row(rhythm, year, today, is_off=rhythm.value in off) for rhythm in dated)
    return [row for row in every if row is not None]


def months_of(period: Period) -> list[Month]:
    """Return the months that a period touches, in order, no more than two years of them."""
    first, last = Month.of(period.start), Month.of(period.end)
    count = min((last.year - first.year) * 12 + last.month - first.month + 1, MOST_MONTHS)
    places = range(first.month - 1, first.month - 1 + count)
    return [Month(first.year + place // 12, place % 12 + 1) for place in places]


def _row(rhythm: Rhythm, year: Year, today: date, *, is_off: bool) -> Row | None:
    profile, entries = year.one(Branch), rhythm.entries(year)
    without = bool(profile and rhythm.without and getattr(profile, rhythm.without))
    kept = bool(entries or (year.previous and rhythm.entries(year.previous)))
    if (without and not entries) or (rhythm.if_kept and not kept):
        return None
    held: dict[Month, list[Record]] = {month: [] for month in months_of(year.period)}
    undated = []
    for entry in entries:
        months = [month for month in rhythm.months_of(entry) if month in held]
        for month in months:
            held[month].append(entry)
        undated += [] if months or not rhythm.on else [entry]
    expected = _unregistered(rhythm.every, held, _owed(year), today, undated)
    due = set() if without or is_off else set(expected)
    cells = tuple(Cell(rhythm, month, tuple(found), month in due) for month, found in held.items())
    words = branch.KIND.specs[rhythm.without].label if without else rhythm.words
    return Row(rhythm, words, cells, tuple(undated))


def _owed(year: Year) -> tuple[Month, Month]:
    """Return the first and the last whole month in which something can be expected: the branch
    is there, and the month lies in the period."""
    profile, period = year.one(Branch), year.period
    founded = profile.founded_on.last() if profile and profile.founded_on else date.min
    begins, ends = max(founded, period.start), period.end
    first, last = Month.of(begins), Month.of(ends)
    first = first if begins.day == 1 else first.next
    return first, last if ends == last.day.last() else Month.of(ends.replace(day=1) - timedelta(1))


def _unregistered(
    every: Every,
    held: Mapping[Month, Sequence[Record]],
    owed: tuple[Month, Month],
    today: date,
    undated: Sequence[Record],
) -> Iterator[Month]:
    """Yield, of each span without an entry, the last month that has begun."""
    first, last = owed
    for span in _spans(every, list(held)):
        begun = [month for month in span if month <= Month.of(today)]
        whole = first <= span[0] and span[-1] <= last
        found = any(held[month] for month in (held if every is Every.YEAR else span))
        if begun and whole and not found and not (every is Every.YEAR and undated):
            yield begun[-1]


def _spans(every: Every, months: Sequence[Month]) -> Iterator[Sequence[Month]]:
    match every:
        case Every.MONTH:
            yield from ([month] for month in months)
        case Every.QUARTER:
            quarters = (list(found) for _, found in groupby(months, key=lambda m: m.quarter))
            # What lies partly outside the period cannot be told from its entries.
            yield from (quarter for quarter in quarters if len(quarter) == _QUARTER)
        case Every.YEAR:  # once a year is looked for when the year is near its end
            yield months[-_QUARTER:]
