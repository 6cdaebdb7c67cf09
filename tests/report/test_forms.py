"""The forms in which a figure may be said: none says what is not so."""

from decimal import Decimal

import pytest

from secretary_desk.records.fact import Fact, Nature
from secretary_desk.report.forms import said


def figure(value: int | str, unit: str) -> Fact:
    number = value if isinstance(value, int) else Decimal(value)
    return Fact("甲.乙", "乙", number, unit, Nature.FLOW, ())


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (12, "次", "十二次"),
        ("8", "次", "八次"),  # numbers of the user's own ledger are decimals
        ("2.0", "个百分点", "两个百分点"),
        ("80", "%", "百分之八十"),
        ("100", "%", "百分之百"),
        (2, "", "二"),
        (105, "人", "一百零五人"),
        (10_000, "人", "10000人"),
        (-2, "次", "-2次"),
        ("2.5", "天", "2.5天"),
    ],
)
def test_whole_numbers_are_said_in_chinese(value, unit, text):
    assert said(figure(value, unit), ["大写"]) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("60.5", "%", "约61%"),
        ("2.5", "天", "约3天"),
        ("99.7", "%", "99.7%"),
        ("100", "%", "100%"),
        (1531, "人", "约1500人"),
        (-125, "万元", "约-130万元"),
        ("0.4", "天", "0.4天"),
    ],
)
def test_a_round_number_is_near_and_never_all(value, unit, text):
    assert said(figure(value, unit), ["约"]) == text


@pytest.mark.parametrize(
    ("value", "forms", "text"),
    [
        (3, ["较上年"], "增加3次"),
        (-2, ["较上年", "大写"], "减少两次"),
        (12, ["大写", "较上年"], "增加十二次"),
        (120, ["较上年", "不带单位"], "增加120"),
        (0, ["较上年", "大写"], "持平"),
        (1531, ["大写", "余"], "1500余次"),
        (1531, [], "1531次"),
    ],
)
def test_a_change_says_which_way_it_went_in_whatever_form(value, forms, text):
    assert said(figure(value, "次"), forms) == text
