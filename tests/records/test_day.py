"""Dates as precise as they are known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import days

from secretary_desk.errors import Unreadable
from secretary_desk.records.day import Day, before

WRITTEN = {
    "2026-03-05": "2026-03-05", "2026年3月5日": "2026-03-05", "2026.3.5": "2026-03-05",
    "2026/3/5": "2026-03-05", "２０２６年３月５日": "2026-03-05", "20260305": "2026-03-05",
    "2026年3月5号": "2026-03-05", "2026-03-05 00:00:00": "2026-03-05",
    "2026-03-05T14:30": "2026-03-05T14:30", "2026年3月5日 14时30分": "2026-03-05T14:30",
    "2026年3月": "2026-03", "2026-3": "2026-03", "2026.03": "2026-03",
    "2026": "2026", "2026年": "2026", "2026年度": "2026",
    "2026年3月5日至7日": "2026-03-05", "2026.3.5—2026.3.8": "2026-03-05",
}  # fmt: skip
NOT_DATES = ("上旬", "3月5日", "2026-02-30", "2026年13月", "26年3月", "1026-01-01", "三月", "٢٠٢٦")


@pytest.mark.parametrize(("text", "iso"), WRITTEN.items())
def test_dates_are_read_as_people_write_them(text, iso):
    assert Day.read(text) == iso


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_no_date_is_refused_with_a_sentence(text):
    with pytest.raises(Unreadable, match="日期"):
        Day.read(text)


@pytest.mark.parametrize("text", ["2026-3-5", "2026-02-30", "2026-03-05T24:00", "", "２０２６"])
def test_a_day_is_never_made_of_anything_but_iso_text(text):
    with pytest.raises(ValueError, match=r"date|month|year|time|day"):
        Day(text)


def test_a_year_completes_a_date_without_one():
    assert Day.read("3月5日", year=2026) == "2026-03-05"
    assert Day.read("12.31", year=2026) == "2026-12-31"


@given(days(1900, 2200))
def test_what_is_shown_is_read_back(day):
    assert Day.read(day.show()) == day
    assert Day.read(day) == day


@given(days(1900, 2200))
def test_the_first_day_it_may_mean_is_never_after_the_last(day):
    assert day.first() <= day.last()
    assert (day.first() == day.last()) == day.whole


@given(st.lists(days(), max_size=6))
def test_days_sort_as_text_by_their_first_day(some):
    assert [day.first() for day in sorted(some)] == sorted(day.first() for day in some)


def test_a_month_ends_on_its_last_day():
    assert Day("2024-02").last() == date(2024, 2, 29)
    assert Day("2026").last() == date(2026, 12, 31)


def test_a_day_is_shown_only_as_far_as_it_is_known():
    assert [Day(text).show() for text in ("2026", "2026-03", "2026-03-05T09:05")] == [
        "2026年", "2026年3月", "2026年3月5日 09:05"
    ]  # fmt: skip
    assert [Day(text).show_in_year() for text in ("2026", "2026-03", "2026-03-05T09:05")] == [
        "2026年", "3月", "3月5日"
    ]  # fmt: skip


def test_before_is_said_only_where_it_is_sure():
    assert before(Day("2026-03"), Day("2026-04-01"))
    assert not before(Day("2026-03"), Day("2026-03-31"))
    assert not before(None, Day("2026"))
    assert not before(Day("2026"), None)
