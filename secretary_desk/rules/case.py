"""What rules look at: a year's register on one day, and the values they go by."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import TypeVar, cast

from ..facts.attendance import Presence, attendance
from ..facts.rhythm import Month, months_of
from ..facts.roster import Roster
from ..kinds import kind_of
from ..kinds.branch import Branch, BranchType
from ..kinds.person import MEMBERS, Category, Person
from ..kinds.study_meeting import StudyMeeting
from ..kinds.training import Studied, Training, studied
from ..records.day import Day
from ..records.record import Record, is_complete
from ..records.specs import Link
from ..records.year import Year
from .dates import months_later
from .values import Values

R = TypeVar("R", bound=Record)
_QUARTER = 3  # months


@dataclass(frozen=True)
class Case:
    """A year as the register has it on a day; nothing later is known, nothing later is owed."""

    year: Year
    on: date
    values: Values

    @cached_property
    def branch(self) -> Branch | None:
        """The branch's profile."""
        return self.year.one(Branch)

    @cached_property
    def profile(self) -> Branch:
        """The branch's profile; an empty one where none is written."""
        return self.branch or Branch()

    @cached_property
    def founded_on(self) -> date:
        """The day from which something can be owed."""
        known = self.profile.founded_on
        return known.last() if known else date.min

    @property
    def is_temporary(self) -> bool:
        """Whether the branch is a 临时党支部."""
        return self.profile.branch_type is BranchType.TEMPORARY

    @cached_property
    def months(self) -> list[Month]:
        """The months of the period that lie wholly between the branch's founding and the day."""
        return [
            month
            for month in months_of(self.year.period)
            if max(self.founded_on, self.year.period.start) <= month.day.first()
            and month.day.last() <= min(self.on, self.year.period.end)
        ]

    @cached_property
    def quarters(self) -> list[list[Month]]:
        """The calendar quarters among these months that are whole."""
        every: dict[tuple[int, int], list[Month]] = {}
        for month in self.months:
            every.setdefault(month.quarter, []).append(month)
        return [months for months in every.values() if len(months) == _QUARTER]

    @cached_property
    def year_is_over(self) -> bool:
        """Whether the period has ended by the day."""
        return self.on >= self.year.period.end

    @cached_property
    def last_quarter(self) -> date:
        """The first day of the period's last three months: what is done once a year is near."""
        return months_later(self.year.period.end.replace(day=1), 1 - _QUARTER)

    @cached_property
    def _entries(self) -> dict[type[Record], Sequence[Record]]:
        return {}

    def entries(self, cls: type[R]) -> Sequence[R]:
        """Return the complete entries of the year that had begun by the day."""
        if cls not in self._entries:
            every = (*self.year.counted(cls), *filter(is_complete, self.year.aside(cls)))
            self._entries[cls] = [entry for entry in every if self._begun(entry)]
        return cast(Sequence[R], self._entries[cls])

    def drafts(self, cls: type[R]) -> Sequence[R]:
        """Return the entries of the year that lack something required."""
        return [entry for entry in self.year.aside(cls) if not is_complete(entry)]

    def people(self, *categories: Category, on: date | None = None) -> list[Person]:
        """Return who is of these categories on a day; all of the roster where none is named."""
        every = self.year.counted(Person)
        if not categories:
            return list(every)
        known = self._category_on(on or self.on)
        return [p for p, category in zip(every, known, strict=True) if category in categories]

    @cached_property
    def members(self) -> list[Person]:
        """The members on the day, full and probationary."""
        return self.people(*MEMBERS)

    @cached_property
    def full_members(self) -> list[Person]:
        """The full members on the day."""
        return self.people(Category.FULL)

    def months_owed(self, number: int) -> list[tuple[Month, set[str]]]:
        """Return the whole months of a calendar year up to the day, with who was a member both
        before and at the end of each: the month in which someone came or left is left out."""
        if number not in self._owed:
            every = [Month(number, place) for place in range(1, 13)]
            months = [m for m in every if self.founded_on <= m.day.first() <= self.on]
            ends = [m.day.last() for m in months]
            months = months[: sum(end <= self.on for end in ends)]
            first = months[0].day.first() - timedelta(1) if months else self.on
            members = [{p.id for p in self.people(*MEMBERS, on=on)} for on in (first, *ends)]
            pairs = zip(months, pairwise(members), strict=False)
            self._owed[number] = [(month, before & after) for month, (before, after) in pairs]
        return self._owed[number]

    @cached_property
    def _owed(self) -> dict[int, list[tuple[Month, set[str]]]]:
        return {}

    @cached_property
    def lasting_members(self) -> list[Person]:
        """The members on the day who were so when the period's last quarter began: what is done
        once a year is owed to them."""
        before = {p.id for p in self.people(*MEMBERS, on=min(self.last_quarter, self.on))}
        return [person for person in self.members if person.id in before]

    @cached_property
    def roster(self) -> Roster:
        """Who is meant by a name."""
        return Roster(self.year.counted(Person))

    @cached_property
    def secretary(self) -> Link | None:
        """Who is secretary on the day."""
        return self.profile.secretary(self.on)

    def committee(self, on: date | None = None) -> list[Link]:
        """Return who sits on the committee on a day."""
        seats = self.profile.committee
        return list({s.who: s.who for s in seats if s.who and s.holds(on or self.on)})

    @cached_property
    def attendance(self) -> list[Presence]:
        """What every member was due at and came to."""
        return attendance(self.year, self.on)

    @cached_property
    def studied(self) -> dict[str, Studied]:
        """What every member studied by the day, by his id."""
        classes: tuple[type[Record], ...] = (Training, StudyMeeting, Person)
        known = {cls: self.entries(cls) for cls in classes}
        period = replace(self.year.period, as_of=self.on)
        return {each.member.id: each for each in studied(Year(period, known))}

    def _category_on(self, on: date) -> list[Category | None]:
        """Return what each on the roster is on a day."""
        if on not in self._categories:
            self._categories[on] = [p.category_on(on) for p in self.year.counted(Person)]
        return self._categories[on]

    @cached_property
    def _categories(self) -> dict[date, list[Category | None]]:
        return {}

    def _begun(self, entry: Record) -> bool:
        starts, _ = kind_of(entry).when.bounds(entry)
        return not starts or Day.trusted(starts).first() <= self.on
