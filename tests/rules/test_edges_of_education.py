"""党费, hours and who came: where a register leaves something open, or a rule is at its limit."""

from decimal import Decimal

import pytest
from rules.cases import SUMMER, branch, found, meeting, people, person, states, texts
from rules.examples.education import dues, paid, theme

from secretary_desk.kinds.dues import Dues, Payer
from secretary_desk.kinds.person import Category
from secretary_desk.kinds.study_meeting import Form
from secretary_desk.kinds.training import Training
from secretary_desk.records.day import Day

JIA, YI, BING, DING, WU = people("甲乙丙丁戊")


@pytest.mark.parametrize(
    ("payer", "base", "rate", "kept"),
    [
        (Payer.EMPLOYED, "3000", "0.5", True),
        (Payer.EMPLOYED, "3000.01", "1", True),
        (Payer.EMPLOYED, "5000", "1", True),
        (Payer.EMPLOYED, "10000", "1.5", True),
        (Payer.EMPLOYED, "10000.01", "2.0", True),
        (Payer.EMPLOYED, "10000.01", "1.5", False),
        (Payer.RETIRED, "5000", "0.50", True),
        (Payer.RETIRED, "5000.01", "1", True),
        (Payer.RETIRED, "8000", "1.5", False),
        (Payer.SELF_EMPLOYED, "4000", "1", True),
    ],
)
def test_bands_include_their_upper_end(payer, base, rate, kept):
    entry = dues(JIA, payer=payer, base=Decimal(base), rate=Decimal(rate))
    assert (texts("dues_rate", JIA, entry) == []) is kept


@pytest.mark.parametrize(
    ("payer", "monthly", "kept"),
    [
        (Payer.FARMER, "0.2", True),
        (Payer.FARMER, "1", True),
        (Payer.FARMER, "1.1", False),
        (Payer.LITTLE, "0.20", True),
        (Payer.LITTLE, "0.5", False),
    ],
)
def test_fixed_sums_are_held_against_their_bounds(payer, monthly, kept):
    entry = dues(JIA, payer=payer, base=None, rate=None, monthly=Decimal(monthly))
    assert (texts("dues_rate", JIA, entry) == []) is kept


def test_dues_that_are_not_kept_here_are_one_hint():
    (each,) = found("dues_registered", JIA, YI, BING)
    assert each.state.value == "提示"
    assert isinstance(each.draft, Dues)


def test_a_probationary_member_owes_from_the_month_after_the_meeting():
    new = person("新", category=Category.PROBATIONARY, joined_on=Day("2026-06-18"))
    assert texts("dues_monthly", new, dues(new, months=paid(*range(7, 13)))) == []
    assert texts("dues_monthly", new, dues(new, months=paid(*range(8, 13)))) == [
        "示例新7月党费未登记"
    ]


def test_someone_who_left_owes_nothing_from_the_month_of_leaving():
    left = person("走", left_on=Day("2026-04-10"))
    assert texts("dues_monthly", left, dues(left, months=paid(1, 2, 3))) == []


def test_a_month_that_is_not_over_is_not_owed():
    assert texts("dues_monthly", JIA, dues(JIA, months=paid(*range(1, 7))), on=SUMMER) == []


def test_of_a_stranger_only_gaps_are_told():
    entry = dues(person("外"), months=paid(3, 4, 6))
    assert texts("dues_monthly", entry) == ["示例外5月党费未登记"]


def test_short_payment_is_told_without_a_sum():
    entry = dues(JIA, monthly=Decimal(45))
    assert texts("dues_monthly", JIA, entry) == ["示例甲1月至12月实交少于月应交"]


def test_months_unpaid_over_new_year_run_on():
    before = dues(JIA, year=2025, months=paid(*range(1, 10), year=2025))
    now = dues(JIA, months=paid(*range(4, 13)))
    assert texts("dues_six_months", JIA, before, now) == [
        "示例甲2025年10月至2026年3月连续6个月没有登记党费，请核实"
    ]


def test_hours_without_names_leave_everyones_hours_open():
    course = Training(name="示例培训", started_on=Day("2026-06-08"), hours=Decimal(40))
    assert states("hours_of_study", JIA, course) == ["待核"]


def test_who_joined_in_the_year_is_not_asked_for_a_years_hours():
    new = person("新", arrived_on=Day("2026-03-02"))
    lesson = meeting(Form.LESSON, hours=Decimal(32), attendance=theme(1, JIA).attendance)
    assert texts("hours_of_study", JIA, new, lesson) == []


def test_a_course_that_says_only_half_of_it_leaves_the_secretarys_training_open():
    half = Training(name="示例培训", started_on=Day("2026-06-08"), above_county=True)
    assert states("secretary_trained", branch(JIA), JIA, half) == ["待核"]


def test_few_meetings_due_say_nothing_of_someone_who_stayed_away():
    assert texts("seldom_present", JIA, *(theme(m, absent=[JIA]) for m in (1, 2, 3))) == []


def test_absences_with_a_reason_are_no_staying_away():
    missed = [theme(m, absent=[JIA], reason="病假") for m in range(1, 13)]
    assert texts("half_year_absent", JIA, *missed) == []


def test_a_month_of_illness_ends_the_months_without_a_reason():
    def said(ill):
        missed = [theme(m, absent=[JIA], reason="病假" * (m == ill)) for m in range(1, 9)]
        return texts("half_year_absent", JIA, *missed)

    assert said(4) == []
    assert said(2) == ["示例甲3月至8月登记的到会情况都是缺席，没有写原因，请核实"]


def test_absences_over_new_year_run_on():
    listed = theme(1, absent=[JIA]).attendance
    before = [meeting(day=f"2025-{m:02}-05", attendance=listed) for m in (10, 11, 12)]
    now = [theme(m, absent=[JIA]) for m in (1, 2, 3)]
    (text,) = texts("half_year_absent", JIA, *before, *now)
    assert text.startswith("示例甲2025年10月至2026年3月")


def test_what_ended_last_year_is_no_finding_of_this_one():
    listed = theme(1, absent=[JIA]).attendance
    before = [meeting(day=f"2025-{m:02}-05", attendance=listed) for m in range(1, 10)]
    assert texts("half_year_absent", JIA, *before, theme(1, JIA)) == []
