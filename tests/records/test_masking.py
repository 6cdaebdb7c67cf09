"""What of a private value is shown unasked."""

from decimal import Decimal

import pytest

from secretary_desk.kinds import KINDS
from secretary_desk.kinds.appraisal import Grade, Result
from secretary_desk.records.fields import Rows, specs_of
from secretary_desk.records.masking import HIDDEN, masked
from secretary_desk.records.specs import Amount, Line, Link, Prose

NUMBER = Line(label="号码", private=True)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("110101199003071234", "1101**********1234"),
        ("11010119900307123x", "1101**********123x"),
        ("１１０１０１１９９００３０７１２３X", "1101**********123X"),
        ("110101 19900307 1234", "1101**********1234"),
        ("110101900307123", "1101*******7123"),
        ("13812345678", "138****5678"),
        ("138-1234-5678", "138****5678"),
    ],
)
def test_of_a_number_only_its_ends_are_told(written, shown):
    assert masked(NUMBER, written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("11010119900307123", "1101*********7123"),
        ("1101011990030712345", "1101***********2345"),
        ("010-62345678", "01*******78"),
        ("62345678", "62****78"),
    ],
)
def test_of_another_number_its_ends_are_told_and_at_least_half_is_not(written, shown):
    assert masked(NUMBER, written) == shown


@pytest.mark.parametrize("written", ["6234567", "1101", "办公室转张三", "护照E12345678", "x"])
def test_of_what_is_no_such_number_nothing_is_told(written):
    assert masked(NUMBER, written) == HIDDEN


def test_prose_amounts_and_lists_are_hidden_whole():
    assert masked(Prose(label="内容", private=True), "家里的事") == HIDDEN
    assert masked(Amount(label="基数", private=True), Decimal(0)) == HIDDEN
    grades = Rows(label="结果", row=Result, private=True)
    assert masked(grades, (Result(who=Link(None, "张三"), grade=Grade.BARELY),)) == HIDDEN


def test_what_is_empty_is_shown_empty():
    assert masked(NUMBER, "") == ""
    assert masked(Amount(label="基数", private=True), None) == ""
    assert masked(Rows(label="结果", row=Result, private=True), ()) == ""


def test_what_is_not_private_is_shown():
    assert masked(Line(label="地点"), "13812345678") == "13812345678"


def test_a_whole_field_is_private_or_none_of_it():
    # The form hides whole fields: a private cell in a list would stand there for all to see.
    lists = [s for kind in KINDS for s in kind.specs.values() if isinstance(s, Rows)]
    assert not [cell for spec in lists for cell in specs_of(spec.row).values() if cell.private]


def test_no_entry_is_named_or_listed_by_what_is_private():
    for kind in KINDS:
        listed = (kind.specs[name] for name in kind.columns if name in kind.specs)
        assert not [spec.label for spec in listed if spec.private], kind.label
