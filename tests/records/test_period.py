"""The span of time that a report is about."""

from datetime import date

import pytest
from hypothesis import given
from strategies import days, periods

from secretary_desk.records.day import Day
from secretary_desk.records.period import Period

YEAR = Period.calendar(2026)
CUT = Period("2026年度", 2026, YEAR.start, YEAR.end, date(2026, 11, 30))
SCHOOL_YEAR = Period("2025—2026学年", 2026, date(2025, 9, 1), date(2026, 8, 31), date(2026, 8, 31))


@pytest.mark.parametrize(
    ("period", "day", "holds"),
    [
        (YEAR, "2026-01-01", True),
        (YEAR, "2026-12-31T23:59", True),
        (YEAR, "2025-12-31", False),
        (YEAR, "2027-01-01", False),
        (YEAR, "2026-02", True),
        (YEAR, "2026", True),
        (CUT, "2026-11-30", True),
        (CUT, "2026-12-01", None),
        (CUT, "2026-12", None),
        (SCHOOL_YEAR, "2025-09", True),
        (SCHOOL_YEAR, "2025-08", False),
        (SCHOOL_YEAR, "2026-09-01", False),
        (SCHOOL_YEAR, "2025", None),
        (SCHOOL_YEAR, "2026", None),
    ],
)
def test_a_period_holds_its_days_and_leaves_doubtful_ones_open(period, day, holds):
    assert period.holds(Day(day)) is holds


@given(periods(), days(2023, 2028))
def test_a_day_surely_known_is_in_exactly_when_it_lies_between_start_and_as_of(period, day):
    if day.whole:
        inside = period.start <= day.first() <= period.end
        assert period.holds(day) is (inside and (day.first() <= period.as_of or None))


@given(periods())
def test_the_years_before_and_after_join_without_a_gap(period):
    before = period.shifted(-1)
    assert before.year == period.year - 1
    assert (period.start - before.start).days in (365, 366)
    assert before.as_of == before.end


def test_a_leap_day_moves_to_the_28th():
    leap = Period("x", 2024, date(2023, 3, 1), date(2024, 2, 29), date(2024, 2, 29))
    assert leap.shifted(1).end == date(2025, 2, 28)
