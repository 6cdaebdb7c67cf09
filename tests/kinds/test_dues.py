"""党费: what was owed and paid, month by month, and how punctually."""

from decimal import Decimal

from year import shown, year

from secretary_desk.kinds.dues import KIND, Dues, Paid
from secretary_desk.records.day import Day
from secretary_desk.records.record import problems
from secretary_desk.records.specs import Link

ZHANG = Link("z", "张伟")


def month(number, paid="129", on=None):
    return Paid(month=number, paid=paid and Decimal(paid), on=on and Day(on))


def dues(*months, who=ZHANG, monthly="129", **more):
    return Dues(who=who, year=2026, monthly=monthly and Decimal(monthly), months=months, **more)


def test_each_row_is_a_month_owed():
    told = shown(year(dues(month(1), month(2, paid=None), month(3, "100"))))
    assert told["党费.应交合计"] == "387元"
    assert told["党费.实交合计"] == "229元"


def test_payers_are_counted_once_and_only_if_they_paid():
    twice = dues(month(1)), dues(month(2)), dues(month(1), who=Link("l", "李娜"))
    told = shown(year(*twice, dues(month(1, None), who=Link("w", "王敏"))))
    assert told["党费.交纳人数"] == "2名"


def test_punctual_is_within_the_month_and_undated_rows_do_not_count():
    rows = (month(1, on="2026-01-07"), month(2, on="2026-01-30"), month(3, on="2026-04-08"),
            month(4), month(5, on="2026"))  # fmt: skip
    assert shown(year(dues(*rows)))["党费.按时率"] == "66.7%"


def test_dues_belong_to_the_year_they_are_of():
    assert shown(year(Dues(who=ZHANG, year=2025, months=(month(1),)))) == {}


def test_a_monthly_sum_that_base_and_rate_contradict_is_told():
    given = dues(base=Decimal(8600), rate=Decimal("1.5"))
    assert problems(given) == []
    wrong = dues(base=Decimal(8600), rate=Decimal(1))
    assert [p.text for p in problems(wrong)] == ["按基数和比例，每月应交86元，这里填129元"]
    assert problems(dues(base=Decimal(8600))) == []


def test_a_month_given_twice_is_told():
    assert [p.text for p in problems(dues(month(3), month(3), month(4)))] == ["3月填了两次"]


def test_the_base_is_private_and_the_sum_paid_is_shown():
    assert KIND.specs["base"].private
    assert KIND.shown(dues(month(1), month(2)), "实交合计") == "258"
    assert KIND.shown(dues(), "实交合计") == ""
