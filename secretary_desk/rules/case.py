"""What rules look at: a year's register on one day, and the values they go by."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from ..facts.rhythm import Month, months_of
from ..kinds import kind_of
from ..kinds.branch import Branch, BranchType
from ..kinds.person import Category, Person
from ..records.day import Day
from ..records.record import Record, is_complete
from ..records.specs import Link
from ..records.year import Year
from .values import Values

R = TypeVar("R", bound=Record)


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
    def founded_on(self) -> date:
        """The day from which something can be owed."""
        known = self.branch.founded_on if self.branch else None
        return known.last() if known else date.min

    @property
    def is_temporary(self) -> bool:
        """Whether the branch is a 临时党支部."""
        return self.branch is not None and self.branch.branch_type is BranchType.TEMPORARY

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
    def year_is_over(self) -> bool:
        """Whether the period has ended by the day."""
        return self.on >= self.year.period.end

    def entries(self, cls: type[R]) -> Sequence[R]:
        """Return the complete entries of the year that had begun by the day."""
        every = (*self.year.counted(cls), *self.year.aside(cls))
        return [entry for entry in every if is_complete(entry) and self._begun(entry)]

    def drafts(self, cls: type[R]) -> Sequence[R]:
        """Return the entries of the year that lack something required."""
        return [entry for entry in self.year.aside(cls) if not is_complete(entry)]

    def people(self, *categories: Category) -> list[Person]:
        """Return who is of these categories on the day; all of the roster where none is named."""
        every = self.year.counted(Person)
        return [p for p in every if not categories or p.category_on(self.on) in categories]

    @cached_property
    def members(self) -> list[Person]:
        """The members on the day, full and probationary."""
        return self.people(Category.FULL, Category.PROBATIONARY)

    @cached_property
    def secretary(self) -> Link | None:
        """Who is secretary on the day."""
        return self.branch.secretary(self.on) if self.branch else None

    def committee(self) -> list[Link]:
        """Return who sits on the committee on the day."""
        seats = self.branch.committee if self.branch else ()
        return list({s.who: s.who for s in seats if s.who and s.holds(self.on)})

    def _begun(self, entry: Record) -> bool:
        starts, _ = kind_of(entry).when.bounds(entry)
        return not starts or Day.trusted(starts).first() <= self.on
