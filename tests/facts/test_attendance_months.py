"""Attendance by months, and the limit in words."""

from datetime import date

import pytest
from year import year

from secretary_desk.facts.attendance import attendance
from secretary_desk.facts.attendance_months import below, by_month, is_below
from secretary_desk.facts.rhythm import Month
from secretary_desk.kinds.person import Category, Person
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.day import Day
from secretary_desk.records.record import Attendance
from secretary_desk.records.specs import Link

MEMBER = Person(name="示例甲", category=Category.FULL, joined_on=Day("2010-05-04"))


def presence(**days: bool):
    """Return the one member's presence; days are written ``d2026_03_05``."""
    entries = (
        ThemeDay(
            held_on=Day(name[1:].replace("_", "-")),
            topic="学习",
            attendance=(Attendance(who=Link(MEMBER.id, MEMBER.name), present=came),),
        )
        for name, came in days.items()
    )
    (found,) = attendance(year(MEMBER, *entries), date(2026, 11, 21))
    return found


def test_each_month_has_what_was_due_and_what_was_missed_in_it():
    of = presence(d2026_03_05=True, d2026_03=False, d2026_04_07=True, d2026=False)
    told = by_month(of, [Month(2026, 3), Month(2026, 4), Month(2026, 5)])
    assert [tally.show() for tally in told.values()] == ["1/2", "1", ""]
    march = told[Month(2026, 3)]
    assert (march.present, march.due) == (1, 2)
    assert [absence.entry.held_on for absence in march.absences] == ["2026-03"]
    assert (of.present, of.due) == (2, 4)  # a year alone counts, in no month


def test_below_the_limit_is_less_than_it_of_enough():
    of = presence(d2026_01=True, d2026_02=True, d2026_03=False, d2026_04=False)
    assert not is_below(of, 50, 4)
    assert is_below(of, 51, 4)
    assert not is_below(of, 51, 5)


@pytest.mark.parametrize(("limit", "words"), [(50, "低于一半"), (60, "低于60%")])
def test_the_limit_is_told_in_words(limit, words):
    assert below(limit) == words
