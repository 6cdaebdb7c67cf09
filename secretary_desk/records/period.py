"""The span of time that a report is about."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from .day import Day


@dataclass(frozen=True, slots=True)
class Period:
    """A year of work: flow figures count from start to as_of, stock figures stand at as_of.

    ``year`` is the year switch's number; start and end need not be a calendar year's (学年, a
    tenure that began in May). Entries after ``as_of`` are not known to the report yet.
    """

    label: str
    year: int
    start: date
    end: date
    as_of: date

    @classmethod
    def calendar(cls, year: int) -> Self:
        """Return the calendar year."""
        end = date(year, 12, 31)
        return cls(f"{year}年度", year, date(year, 1, 1), end, end)

    def shifted(self, years: int) -> "Period":
        """Return the whole period that many years later (earlier when negative)."""
        start, end = _moved(self.start, years), _moved(self.end, years)
        return Period(f"{self.year + years}年度", self.year + years, start, end, end)

    def holds(self, day: Day) -> bool | None:
        """Say whether day falls inside; None where that is open: a partial date across an
        end of the period, or one after ``as_of``, of which the report cannot know yet.
        """
        if day.first() >= self.start and day.last() <= self.end:
            return True if day.first() <= self.as_of else None
        if day.last() < self.start or day.first() > self.end:
            return False
        return None


def _moved(day: date, years: int) -> date:
    if day.month == 2 and day.day == 29:
        day = day.replace(day=28)
    return day.replace(year=day.year + years)
