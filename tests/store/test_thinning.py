"""Which backups stay: by table, and whatever the dates."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretary_desk.store.thinning import DAYS, MONTHS, WEEKS, kept

TODAY = date(2026, 11, 21)  # a Saturday


@dataclass(frozen=True)
class Made:
    at: datetime


def made(*days: str) -> list[Made]:
    return [Made(datetime.fromisoformat(day)) for day in days]


def every(step: timedelta, number: int, last: datetime) -> list[Made]:
    return [Made(last - step * back) for back in range(number)][::-1]


@pytest.mark.parametrize(
    ("backups", "stay"),
    [
        ([], []),
        (["2019-01-01"], ["2019-01-01"]),
        (  # today: every one
            ["2026-11-21T08:00", "2026-11-21T08:30", "2026-11-21T17:00"],
            ["2026-11-21T08:00", "2026-11-21T08:30", "2026-11-21T17:00"],
        ),
        (  # a day before: its last
            ["2026-11-20T08:00", "2026-11-20T17:00", "2026-11-21T08:00"],
            ["2026-11-20T17:00", "2026-11-21T08:00"],
        ),
        (  # days without a backup do not count: who works once a month keeps twelve times
            [f"2026-{month:02}-01" for month in range(1, 12)],
            [f"2026-{month:02}-01" for month in range(1, 12)],
        ),
        (  # past twelve days, the last of each week (from Monday): 2 to 8 November
            [f"2026-11-{day:02}" for day in range(1, 22)],
            ["2026-11-01", "2026-11-08"] + [f"2026-11-{day:02}" for day in range(9, 22)],
        ),
    ],
)
def test_which_backups_stay(backups: list[str], stay: list[str]):
    assert kept(made(*backups), TODAY) == made(*stay)


def test_three_years_of_working_days_shrink_to_today_days_weeks_and_months():
    noon = datetime(2026, 11, 21, 12)
    stay: list[Made] = []
    for one in every(timedelta(hours=4), 3 * 365 * 6, noon):
        stay = kept([*stay, one], one.at.date())
    ages = [(TODAY - one.at.date()).days for one in stay]
    assert ages.count(0) == 4
    assert [age for age in ages if 0 < age <= DAYS] == list(range(DAYS, 0, -1))
    assert len(ages) == 4 + DAYS + WEEKS + MONTHS
    older = [age for age in ages if age > DAYS]
    assert all(gap <= 7 for gap in map(int.__sub__, older[-WEEKS:-1], older[-WEEKS + 1 :]))
    assert all(gap <= 35 for gap in map(int.__sub__, older[:-WEEKS], older[1 : -WEEKS + 1]))
    assert older[0] > 365


def test_a_clock_gone_wrong_does_not_make_the_latest_backups_the_oldest():
    right = every(timedelta(days=1), 40, datetime(2026, 11, 20, 9))
    wrong = every(timedelta(days=1), 6, datetime(2009, 1, 6, 9))
    stay = kept([*right, *wrong], date(2009, 1, 6))
    assert stay[-6:] == wrong
    future = Made(datetime(2099, 1, 1))
    assert kept([*right, future, *wrong], date(2009, 1, 6))[-7:] == [future, *wrong]


WHEN = st.datetimes(datetime(2020, 1, 1), datetime(2027, 1, 1))


@given(st.lists(WHEN, min_size=1, max_size=120), st.dates(date(2020, 1, 1), date(2027, 1, 1)))
def test_whatever_the_dates_the_latest_stays_and_no_period_is_left_without_one(
    times: list[datetime], today: date
):
    backups = [Made(at) for at in times]
    stay = kept(backups, today)
    assert stay[-1] == backups[-1]
    assert [one for one in backups if one in stay] == stay or len(set(times)) < len(times)
    todays = [one for one in stay if one.at.date() == today]
    assert len(todays) == sum(at.date() == today for at in times)
    assert len(stay) - len(todays) <= DAYS + WEEKS + MONTHS
    assert len(stay) >= min(len({at.date() for at in times}), DAYS)


@given(st.lists(WHEN, max_size=80), st.dates(date(2020, 1, 1), date(2027, 1, 1)))
def test_thinning_again_takes_nothing_more(times: list[datetime], today: date):
    once = kept([Made(at) for at in times], today)
    assert kept(once, today) == once
