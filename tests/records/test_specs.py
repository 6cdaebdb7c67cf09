"""What fields read from people, show to them, and store."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import values

from secretary_desk.errors import Unreadable
from secretary_desk.records import fields, specs
from secretary_desk.records.declare import count, line
from secretary_desk.records.specs import Link
from secretary_desk.records.text import trimmed


class Colour(StrEnum):
    """Something to choose."""

    RED = "红"
    BLUE = "蓝"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(fields.Row):
    """A row."""

    name: str = line("名称")
    number: int | None = count("数", unit="个")


LINE, PROSE, DAY = specs.Line(label="主题"), specs.Prose(label="内容"), specs.Day(label="日期")
COUNT, AMOUNT = specs.Count(label="人数", unit="人"), specs.Amount(label="费用", unit="万元")
CHOICE = specs.Choice(label="颜色", options=Colour, synonyms={"赤": "红"})
YES, LINKED, TAGS = specs.Yes(label="到会"), specs.Linked(label="姓名"), specs.Tags(label="标签")
ROWS = fields.Rows(label="事项", row=Item)
EVERY = (LINE, PROSE, DAY, COUNT, AMOUNT, CHOICE, YES, LINKED, TAGS, ROWS)
SHOWN_WHOLE = (LINE, PROSE, DAY, COUNT, AMOUNT, CHOICE, YES)
named = pytest.mark.parametrize("spec", EVERY, ids=lambda spec: type(spec).__name__)


@named
@given(data=st.data())
def test_plain_and_load_are_an_exact_pair_through_json(spec, data):
    value = data.draw(values(spec) | st.just(spec.empty))
    loaded = spec.load(json.loads(json.dumps(spec.plain(value), allow_nan=False)))
    assert loaded == value
    assert type(loaded) is type(value)


@pytest.mark.parametrize("spec", SHOWN_WHOLE, ids=lambda spec: type(spec).__name__)
@given(data=st.data())
def test_what_is_shown_is_read_back(spec, data):
    value = data.draw(values(spec))
    assert spec.read(spec.show(value)) == value


@named
@given(data=st.data())
def test_a_value_is_read_as_itself(spec, data):
    value = data.draw(values(spec))
    assert spec.read(value) == value


@named
@pytest.mark.parametrize("blank", [None, "", "  ", "\u3000\n"])
def test_blanks_leave_a_field_empty(spec, blank):
    assert spec.read(blank) == spec.empty


@named
@given(raw=st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates()
       | st.lists(st.integers() | st.text(), max_size=2) | st.just({"名称": "x"}))  # fmt: skip
def test_anything_is_read_or_refused_with_a_sentence(spec, raw):
    try:
        value = spec.read(raw)
    except Unreadable:
        return
    spec.show(value)
    assert spec.load(json.loads(json.dumps(spec.plain(value)))) == value


@pytest.mark.parametrize("raw", ["20人", "２０", "约20人", "共 20 人", " 20 ", 20, 20.0])
def test_numbers_are_read_with_their_measure_words(raw):
    assert COUNT.read(raw) == 20


@pytest.mark.parametrize("raw", ["二十", "20.5", "-1", "1/3", True, "99999999999999999999", [3]])
def test_what_is_no_count_is_refused_by_label(raw):
    with pytest.raises(Unreadable, match="“人数”"):
        COUNT.read(raw)


@pytest.mark.parametrize("raw", ["12.50万元", "12.50", "１２．５０ 万元"])
def test_decimals_keep_their_digits(raw):
    assert str(AMOUNT.read(raw)) == "12.50"


def test_an_amount_is_below_nought_only_where_it_may_be():
    with pytest.raises(Unreadable, match="“费用”不能是负数"):
        AMOUNT.read("-1.5")
    assert specs.Amount(label="增减", signed=True).read("-1.5万元") == Decimal("-1.5")


def test_a_synonym_means_its_choice():
    assert CHOICE.read("赤") is Colour.RED
    with pytest.raises(Unreadable, match="红、蓝"):
        CHOICE.read("绿")


def test_a_name_is_a_link_to_be_tied_later():
    assert LINKED.read(" 张 伟 ") == Link(None, "张 伟")
    assert LINKED.read({"id": "x", "name": "张伟"}) == Link("x", "张伟")
    assert LINKED.read({"name": ""}) is None
    assert LINKED.read("\x00") is None


def test_two_links_are_the_same_by_id_and_else_by_name():
    assert Link("x", "张伟").same(Link("x", "张玮"))
    assert not Link("x", "张伟").same(Link("y", "张伟"))
    assert Link(None, "张伟").same(Link("y", "张伟"))
    assert not Link(None, "张伟").same(None)


def test_tags_are_words_without_repeats():
    assert TAGS.read("党建+攻关、创新，党建+攻关") == ("党建+攻关", "创新")


def test_rows_are_read_by_label_by_name_and_as_bare_texts():
    rows = (Item(name="甲", number=3), Item(name="乙"))
    assert ROWS.read([{"名称": "甲", "number": "3个"}, "乙"]) == rows
    assert ROWS.read("甲；乙") == (Item(name="甲"), Item(name="乙"))
    assert ROWS.show(rows) == "甲 3；乙"
    with pytest.raises(Unreadable, match="没有“颜色”"):
        ROWS.read([{"颜色": "红"}])


@pytest.mark.parametrize(
    ("number", "shown"),
    [("2.50", "2.5"), ("3", "3"), ("1.005", "1.01"), ("100", "100"), ("-0.001", "0"), ("0", "0")],
)
def test_decimals_are_shown_rounded_half_up_without_trailing_zeros(number, shown):
    assert trimmed(Decimal(number)) == shown


def test_a_workbooks_date_is_read():
    assert DAY.read(str(date(2026, 3, 5))) == "2026-03-05"
