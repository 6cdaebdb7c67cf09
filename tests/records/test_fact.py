"""A figure is never said without the entries behind it."""

from decimal import Decimal

import pytest

from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.fact import Fact, Measure, Nature, Shelf, percent, split
from secretary_desk.records.record import ref

TIMES = Measure("三会一课.次数", "次数", "次")
RATE = Measure("三会一课.到会率", "到会率", "%")
MEETINGS = [
    StudyMeeting(form=Form.LESSON, due=10, present=9),
    StudyMeeting(form=Form.LESSON, due=20, present=20),
    StudyMeeting(form=Form.GROUP, present=5),
]


def test_a_count_names_its_entries():
    fact = TIMES.count(MEETINGS)
    assert fact == Fact(
        "三会一课.次数", "次数", 3, "次", Nature.FLOW, tuple(ref(m) for m in MEETINGS)
    )


def test_nothing_is_said_of_nothing():
    assert TIMES.count([]) is None
    assert TIMES.of(0, MEETINGS) is None
    assert TIMES.of(None, MEETINGS) is None
    assert TIMES.of(3, []) is None
    assert Shelf("三会一课.清单", "清单").holds([]) is None


def test_an_entry_stands_once_behind_a_figure():
    assert TIMES.of(2, [MEETINGS[0], MEETINGS[0]]).entries == (ref(MEETINGS[0]),)


def test_a_total_stands_on_the_entries_that_have_the_number():
    fact = TIMES.total(MEETINGS, lambda m: m.due)
    assert (fact.value, fact.entries) == (30, (ref(MEETINGS[0]), ref(MEETINGS[1])))


def test_a_share_leaves_out_what_lacks_part_or_whole():
    fact = RATE.share(MEETINGS, lambda m: m.present, lambda m: m.due)
    assert fact.show() == "96.7%"
    assert fact.entries == (ref(MEETINGS[0]), ref(MEETINGS[1]))


def test_a_split_counts_each_category_by_itself():
    measures = {form: Measure(f"三会一课.{form}", form, "次") for form in Form}
    said = [fact.show() for fact in split(measures, MEETINGS, lambda m: m.form) if fact]
    assert said == ["2次", "1次"] or said == ["1次", "2次"]


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (12, "次", "12次"),
        (Decimal("94.25"), "%", "94.3%"),
        (Decimal("100"), "%", "100%"),
        (Decimal("1.005"), "万元", "1.01万元"),
        (Decimal("2.50"), "学时", "2.5学时"),
        (Decimal("12345678.9"), "元", "12345678.9元"),
    ],
)
def test_a_figure_is_shown_with_its_measure_word_and_no_separators(value, unit, shown):
    assert Fact("k", "l", value, unit, Nature.FLOW, ()).show() == shown


def test_a_share_of_no_whole_is_unknown():
    assert percent(3, 0) is None
    assert percent(1, 3).quantize(Decimal("0.01")) == Decimal("33.33")
