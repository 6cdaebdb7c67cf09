"""Working days, by the holiday calendar of the year where it is known."""

from datetime import date

import pytest

from secretary_desk.rules.workdays import (
    is_known,
    is_working,
    nth_working,
    working_days,
    working_on_or_after,
    working_on_or_before,
)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 10, 1), False),
        (date(2026, 10, 10), True),  # a Saturday worked in place of a holiday
        (date(2026, 10, 11), False),
        (date(2026, 10, 12), True),
    ],
)
def test_holidays_rest_and_the_days_worked_in_their_place_do_not(day, works):
    assert is_working(day) is works


def test_five_working_days_over_the_national_holiday_take_a_fortnight():
    assert nth_working(date(2026, 9, 29), 5) == date(2026, 10, 10)
    assert working_days(date(2026, 9, 29), date(2026, 10, 10), 9) == 5


def test_the_next_and_the_last_working_day_of_a_holiday_lie_around_it():
    assert working_on_or_after(date(2026, 10, 3)) == date(2026, 10, 8)
    assert working_on_or_before(date(2026, 10, 3)) == date(2026, 9, 30)
    assert working_on_or_after(date(2026, 9, 30)) == date(2026, 9, 30)


def test_working_days_go_on_over_new_year():
    assert nth_working(date(2025, 12, 30), 5) == date(2026, 1, 6)  # 1 to 3 January rest, 4 works


def test_where_the_calendar_is_unknown_monday_to_friday_are_counted():
    assert is_known(date(2026, 12, 31))
    assert not is_known(date(2099, 1, 1))
    assert is_working(date(2099, 1, 1))  # a Thursday
    assert nth_working(date(2099, 1, 1), 5) == date(2099, 1, 7)
