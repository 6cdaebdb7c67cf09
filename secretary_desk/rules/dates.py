"""Dates that rules reckon with."""

import calendar
from datetime import date


def months_later(day: date, months: int) -> date:
    """Return the day that many natural months later, earlier when negative.

    Where that month has no such day it is the month's last: 31 January + 1 month = 28 February.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
