"""Who reports: the secretary at the end of the period, told apart from namesakes."""

from dataclasses import dataclass

from ..records.specs import Link
from ..records.year import Year
from .branch import Branch
from .person import Person


@dataclass(frozen=True, slots=True)
class Reporter:
    """The secretary; ``has_namesakes`` when the roster has others of that name."""

    who: Link
    has_namesakes: bool

    def is_me(self, other: Link | None) -> bool:
        """Whether an entry means the reporter; a bare name that others bear too does not say."""
        known = other is not None and other.id is not None
        return self.who.same(other) and (known or not self.has_namesakes)


def reporter(year: Year) -> Reporter | None:
    """Return who reports on a year; None while no secretary is on record."""
    branch = year.one(Branch)
    secretary = branch.secretary(year.period.as_of) if branch else None
    if secretary is None:
        return None
    named = [person for person in year.counted(Person) if person.name == secretary.name]
    return Reporter(secretary, len(named) > 1)
