"""Working days by the holiday calendar of the year, where it is known."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice

_SATURDAY = 5


def is_known(day: date) -> bool:
    """Whether the holidays of the day's year are known; else Monday to Friday are counted."""
    return _known(day) is not None


def is_working(day: date) -> bool:
    """Whether a day is a working day, with the days that are worked in place of others."""
    known = _known(day)
    return day.weekday() < _SATURDAY if known is None else known


def working_on_or_after(day: date) -> date:
    """Return the day itself where it is a working day, else the next one."""
    return next(_working(day, 1))


def working_on_or_before(day: date) -> date:
    """Return the day itself where it is a working day, else the last one."""
    return next(_working(day, -1))


def nth_working(since: date, number: int) -> date:
    """Return the last of so many working days, of which ``since`` may be the first."""
    return next(islice(_working(since, 1), number - 1, None))


def working_days(since: date, until: date, most: int) -> int:
    """Count the working days between two days, both of them included, up to ``most``."""
    counted = 0
    for day in _working(since, 1):
        if day > until or counted == most:
            break
        counted += 1
    return counted


def _working(day: date, step: int) -> Iterator[date]:
    while True:
        if is_working(day):
            yield day
        day += timedelta(step)


@cache  # the package goes through all its years for every day
def _known(day: date) -> bool | None:
    from chinese_calendar import is_workday  # takes 20 ms to load

    try:
        return bool(is_workday(day))
    except NotImplementedError:
        return None
