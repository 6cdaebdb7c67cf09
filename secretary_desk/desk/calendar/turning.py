"""Which months a view shows, and which come before and after within a year of work."""

from collections.abc import Sequence
from enum import StrEnum

from ...facts.rhythm import Month


class Span(StrEnum):
    """How much of the year is shown at once."""

    YEAR = "全年"
    QUARTER = "季度"
    MONTH = "月"


def shown(span: Span, months: Sequence[Month], at: Month) -> list[Month]:
    """Return the months that a view shows around one of them."""
    match span:
        case Span.YEAR:
            return list(months)
        case Span.QUARTER:
            return [month for month in months if month.quarter == at.quarter]
    return [at]


def turned(span: Span, months: Sequence[Month], at: Month, steps: int) -> Month | None:
    """Return a month of the next view, earlier for negative steps; None past the year's ends."""
    here = shown(span, months, at)
    place = months.index(here[-1]) + 1 if steps > 0 else months.index(here[0]) - 1
    return months[place] if 0 <= place < len(months) else None


def title(span: Span, at: Month) -> str:
    """Return what a view shows, as people say it."""
    match span:
        case Span.YEAR:
            return ""
        case Span.QUARTER:
            return f"{at.year}年第{'一二三四'[at.quarter[1]]}季度"
    return f"{at.year}年{at.month}月"


def nearest(months: Sequence[Month], wanted: Month) -> Month:
    """Return a month of the year: the one wanted, else that of its name, else the first."""
    if wanted in months:
        return wanted
    return next((month for month in months if month.month == wanted.month), months[0])
