"""Dates that rules reckon with."""

import calendar
from collections.abc import Iterable
from datetime import date
from itertools import groupby

from ..facts.rhythm import Month


def months_later(day: date, months: int) -> date:
    """Return the day that many natural months later, earlier when negative.

    Where that month has no such day it is the month's last: 31 January + 1 month = 28 February.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def runs(months: Iterable[Month]) -> list[list[Month]]:
    """Return months in runs without a gap, in order."""
    numbered = enumerate(sorted(months))
    grouped = groupby(numbered, key=lambda pair: pair[1].year * 12 + pair[1].month - pair[0])
    return [[month for _, month in run] for _, run in grouped]


def told_months(months: Iterable[Month]) -> str:
    """Return months as people say them: ``2月、5月至7月``, with their years where these differ."""
    found = runs(months)
    years = {month.year for run in found for month in run}

    def said(month: Month) -> str:
        return f"{month.year}年{month.month}月" if len(years) > 1 else f"{month.month}月"

    return "、".join(
        said(run[0]) if len(run) == 1 else f"{said(run[0])}至{said(run[-1])}" for run in found
    )
