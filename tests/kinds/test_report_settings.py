"""述职设置: which span of time the report counts."""

from datetime import date

import pytest
from hypothesis import given
from strategies import records

from secretary_desk.kinds import SETTINGS
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import problems


def settings(**days):
    return ReportSettings(year=2026, **{name: Day(day) for name, day in days.items()})


def test_the_calendar_year_is_the_default():
    assert settings().period(2026) == Period.calendar(2026)


def test_a_school_year_is_counted_by_its_months():
    period = settings(start="2025-09", end="2026-08").period(2026)
    assert (period.start, period.end) == (date(2025, 9, 1), date(2026, 8, 31))
    assert period.as_of == period.end


def test_a_report_due_in_november_stands_at_its_day():
    assert settings(as_of="2026-11").period(2026).as_of == date(2026, 11, 30)
    assert settings(as_of="2027-03-01").period(2026).as_of == date(2026, 12, 31)


@pytest.mark.parametrize("odd", [{"start": "2026-05", "end": "2026-04"}, {"start": "2027-02"}])
def test_an_end_before_the_start_stops_nothing(odd):
    period = settings(**odd).period(2026)
    assert period.start <= period.as_of <= period.end


@given(records(SETTINGS))
def test_any_settings_give_a_period(drawn):
    period = drawn.period(2026)
    assert period.start <= period.end
    assert period.start <= period.as_of <= period.end


def test_an_end_before_the_start_is_told():
    assert [p.field for p in problems(settings(start="2026-05", end="2026-04"))] == ["end"]
