"""The fixed day of 主题党日, as branches write it."""

from datetime import date

import pytest

from secretary_desk.facts.rhythm import Month
from secretary_desk.rules.fixed_day import FixedDay, Shift, read_fixed_day
from secretary_desk.rules.holidays import Special, special

FIRST_FRIDAY = FixedDay(1, 4)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("每月6日", FixedDay(6)),
        ("每月6日，遇节假日顺延", FixedDay(6, shift=Shift.LATER)),
        ("每月 15 日（遇节假日提前）", FixedDay(15, shift=Shift.EARLIER)),
        ("5号", FixedDay(5)),
        ("每月二十五日", FixedDay(25)),
        ("每月５日", FixedDay(5)),
        ("每月第一个周五", FIRST_FRIDAY),
        ("每月第1个星期五，遇节假日顺延", FixedDay(1, 4, Shift.LATER)),
        ("每月最后一个星期日", FixedDay(-1, 6)),
        ("每月第三周周五", None),
        ("每月5日、20日", None),
        ("每月5日至10日", None),
        ("每月第一个工作日", None),
        ("每季度第一个月的6日", None),
        ("每月上旬", None),
        ("每月40日", None),
        ("每月第九个周五", None),
        ("", None),
    ],
)
def test_words_name_a_day_or_none(words, meant):
    assert read_fixed_day(words) == meant


@pytest.mark.parametrize(
    ("fixed", "month", "day"),
    [
        (FixedDay(6), (2026, 6), date(2026, 6, 6)),
        (FixedDay(31), (2026, 6), date(2026, 6, 30)),
        (FixedDay(31), (2028, 2), date(2028, 2, 29)),
        (FIRST_FRIDAY, (2026, 5), date(2026, 5, 1)),
        (FIRST_FRIDAY, (2026, 8), date(2026, 8, 7)),
        (FixedDay(5, 4), (2026, 2), date(2026, 2, 27)),
        (FixedDay(-1, 6), (2026, 11), date(2026, 11, 29)),
    ],
)
def test_a_fixed_day_lies_in_every_month(fixed, month, day):
    assert fixed.on(Month(*month)) == day


@pytest.mark.parametrize(
    ("fixed", "month", "day"),
    [
        (FixedDay(6, shift=Shift.LATER), (2026, 6), date(2026, 6, 8)),  # a Saturday
        (FixedDay(1, shift=Shift.LATER), (2026, 10), date(2026, 10, 8)),  # 国庆节
        (FixedDay(14, shift=Shift.LATER), (2026, 2), date(2026, 2, 14)),  # a Saturday worked
        (FixedDay(1, shift=Shift.EARLIER), (2026, 1), date(2025, 12, 31)),  # 元旦
        (FixedDay(31, shift=Shift.LATER), (2026, 5), date(2026, 6, 1)),  # a Sunday
        (FixedDay(2, shift=Shift.LATER), (2150, 5), date(2150, 5, 4)),  # a Saturday, unknown year
    ],
)
def test_a_day_that_is_not_worked_moves_as_the_words_say(fixed, month, day):
    assert fixed.on(Month(*month)) == day


def test_a_day_is_sure_unless_a_holiday_not_known_yet_may_move_it():
    moving = FixedDay(6, shift=Shift.LATER)
    assert moving.is_sure(Month(2026, 6))
    assert not moving.is_sure(Month(2150, 6))
    assert FixedDay(6).is_sure(Month(2150, 6))


def test_holidays_and_the_days_worked_for_them_are_told_apart():
    assert special(date(2026, 2, 17)) == Special("春节", is_free=True)
    assert special(date(2026, 2, 14)) == Special("春节", is_free=False)
    assert special(date(2026, 11, 21)) is None  # an ordinary Saturday
    assert special(date(2150, 2, 17)) is None
