"""Who came to what in a year: of every member what was due, what was attended, and why not."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ..kinds.branch import Branch
from ..kinds.expected import among
from ..kinds.org_life import OrgLife
from ..kinds.person import MEMBERS, Person
from ..kinds.study_meeting import StudyMeeting
from ..kinds.theme_day import ThemeDay
from ..records.fact import percent
from ..records.record import is_complete
from ..records.year import Year
from .roster import Roster

Gathering = StudyMeeting | ThemeDay | OrgLife
GATHERINGS: tuple[type[Gathering], ...] = (StudyMeeting, ThemeDay, OrgLife)


@dataclass(frozen=True, slots=True)
class Absence:
    """An entry at which someone was not, and the reason given, which may be empty."""

    entry: Gathering
    reason: str


@dataclass(frozen=True, slots=True)
class Presence:
    """One member over a year: ``entries`` are all that were due, in the order of their days."""

    member: Person
    due: int
    present: int
    absences: tuple[Absence, ...]
    entries: tuple[Gathering, ...]

    @property
    def rate(self) -> Decimal | None:
        """The share attended in percent; None where nothing was due."""
        return percent(self.present, self.due)


@dataclass(slots=True)
class _Told:
    """What the entries tell of one person; ``reasons`` by the place of a missed entry."""

    entries: list[Gathering] = field(default_factory=list)
    reasons: dict[int, str] = field(default_factory=dict)


def attendance(year: Year, on: date) -> list[Presence]:
    """Return each member of a day with the 三会一课, 主题党日 and 组织生活会 that had begun by it
    and that say who came.

    Someone was due where an entry lists him. An entry that lists only who came counts for the
    rest too where its numbers leave nobody else to have been absent. A name that several on the
    roster bear says nothing.
    """
    people = year.counted(Person)
    told = _told(year, on, Roster(people))
    return [_presence(p, told[p.id]) for p in people if p.category_on(on) in MEMBERS]


def gatherings(year: Year, on: date) -> list[Gathering]:
    """Return the complete entries begun by a day that say who came, in the order of their days."""
    ticked = filter(lambda entry: entry.attendance, begun(year, on))
    return sorted(ticked, key=lambda entry: (entry.held_on or "", entry.created))


def begun(year: Year, on: date) -> list[Gathering]:
    """Return the complete entries begun by a day, whether they say who came or not."""
    return [
        entry
        for cls in GATHERINGS
        for entry in (*year.counted(cls), *filter(is_complete, year.aside(cls)))
        if entry.held_on and entry.held_on.first() <= on
    ]


def _told(year: Year, on: date, roster: Roster) -> dict[str, _Told]:
    told: dict[str, _Told] = defaultdict(_Told)
    inferred = _Inferred(year)
    for entry in gatherings(year, on):
        seen = set()
        for row in entry.attendance:  # tens of thousands in a large year
            key = roster.key(row.who)
            if key and key not in seen:
                seen.add(key)
                of = told[key]
                if not row.present:
                    of.reasons[len(of.entries)] = row.reason
                of.entries.append(entry)
        for key in inferred.absent(entry, seen):
            told[key].reasons[len(told[key].entries)] = ""
            told[key].entries.append(entry)
    return told


def _presence(member: Person, told: _Told) -> Presence:
    absences = tuple(Absence(told.entries[n], reason) for n, reason in told.reasons.items())
    due = len(told.entries)
    return Presence(member, due, due - len(absences), absences, tuple(told.entries))


class _Inferred:
    """Who was absent from entries that list only who came."""

    def __init__(self, year: Year) -> None:
        self._period, self._branch = year.period, year.one(Branch)
        self._on: dict[date, list[Person]] = {}
        people = year.counted(Person)
        self._changing = [p for p in people if not self._is_steady(p)]
        steady = (p for p in people if self._is_steady(p))
        self._steady = [p for p in steady if p.may_be_member(year.period.start)]

    def absent(self, entry: Gathering, listed: set[str]) -> list[str]:
        """Return those expected and not listed, where the numbers say that they were absent."""
        absent = (entry.due or 0) - len(entry.attendance)
        if absent <= 0 or entry.held_on is None:
            return []
        on = entry.held_on.first()
        expected = among(entry, self._members(on), self._branch, on)
        if len(expected) - len(listed) > absent:
            return []
        others = [person.id for person in expected if person.id not in listed]
        return others if len(others) == absent else []

    def _members(self, on: date) -> list[Person]:
        if on not in self._on:
            changing = (p for p in self._changing if p.may_be_member(on))
            self._on[on] = [*self._steady, *changing]
        return self._on[on]

    def _is_steady(self, person: Person) -> bool:
        """Whether someone is on every day of the period what he is on its first."""
        start, end = self._period.start, self._period.end
        days = (person.arrived_on, person.left_on, person.joined_on, person.confirmed_on)
        moved = any(day and day.last() >= start and day.first() <= end for day in days)
        return not moved and (person.category is not None or person.joined_on is None)
