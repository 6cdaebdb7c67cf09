"""The values that rules go by: each with its source, the user's in its place."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from rules.cases import END, by_month, meeting, texts, value, year
from rules.whole_year import whole_year

import secretary_desk.rules
from secretary_desk.errors import Unreadable
from secretary_desk.kinds.study_meeting import Form
from secretary_desk.rules.checking import self_check
from secretary_desk.rules.values import MOST, Values, defaults

CODE = "\n".join(
    path.read_text("utf-8") for path in Path(secretary_desk.rules.__path__[0]).glob("*.py")
)


@pytest.mark.parametrize("key", defaults())
def test_every_value_has_a_label_a_source_and_a_rule_that_asks_for_it(key):
    each = defaults()[key]
    assert each.label
    assert re.search(r"《|非法规条文|通行", each.source)
    assert f'"{key}"' in CODE or f'"{key.removesuffix("比例")}"' in CODE


@pytest.mark.parametrize("key", defaults())
def test_every_value_can_be_read_back_as_it_is_shown(key):
    each = defaults()[key]
    assert each.read(each.show().removesuffix(each.unit)) == each.value


def test_a_value_that_the_user_set_stands_in_place_of_ours():
    held = by_month(lambda day: meeting(Form.COMMITTEE, day))
    wanted = value("三会一课.支委会每月次数", 2)
    found = texts("monthly_committee", *held, wanted)
    assert found[0] == "1月支部委员会登记1次，少于2次"
    assert len(found) == 12


def test_nought_turns_a_rhythm_off():
    assert texts("monthly_committee", value("三会一课.支委会每月次数", 0)) == []


def test_a_value_of_the_users_that_means_nothing_leaves_ours_as_it_is():
    own = [value("三会一课.支委会每月次数", "很多"), value("没有这一项", 3)]
    assert Values(own).number("三会一课.支委会每月次数") == 1


def test_yes_and_amounts_are_read_as_people_write_them():
    own = [value("教育培训.核对书记学时", "是"), value("党费.在职.第一档比例", "0.6%")]
    values = Values(own)
    assert values.yes("教育培训.核对书记学时")
    assert values.amount("党费.在职.第一档比例") == Decimal("0.6")


@pytest.mark.parametrize("text", ["很多", "-1", "1.5", "1201"])
def test_what_cannot_be_read_raises(text):
    with pytest.raises(Unreadable):
        defaults()["三会一课.支委会每月次数"].read(text)


def test_the_largest_values_leave_every_day_in_the_calendar():
    most = [value(key, MOST) for key, each in defaults().items() if type(each.value) is int]
    assert self_check(year(*whole_year(), *most), END)
