"""The year by months: what is registered, what is expected, and what cannot be told."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sample import sample_year
from store.makers import meeting
from year import year

from secretary_desk.facts.rhythm import RHYTHMS, Month, Row, months_of, rows
from secretary_desk.kinds.appraisal import Appraisal
from secretary_desk.kinds.branch import Branch
from secretary_desk.kinds.dues import Dues, Paid
from secretary_desk.kinds.first_agenda import FirstAgenda
from secretary_desk.kinds.org_life import OrgLife
from secretary_desk.kinds.study_meeting import Form
from secretary_desk.kinds.talk import Talk
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period

NOVEMBER = date(2026, 11, 21)
SCHOOL_YEAR = Period("2025—2026学年", 2026, date(2025, 9, 1), date(2026, 8, 31), date(2026, 8, 31))


def row(label: str, *records, today: date = NOVEMBER, period: Period | None = None) -> Row:
    given = year(*records, period=period) if period else year(*records)
    return next(row for row in rows(given, today) if row.rhythm.label == label)


def due(row: Row) -> list[int]:
    return [cell.month.month for cell in row.cells if cell.due]


def labels(*records) -> list[str]:
    return [row.rhythm.label for row in rows(year(*records), NOVEMBER)]


def test_the_sample_year_shows_what_was_held_month_by_month():
    found = {r.rhythm.label: [len(cell.entries) for cell in r.cells] for r in _sample()}
    assert found["支部委员会"] == [1] * 12
    assert found["支部党员大会"] == [0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 1]
    assert found["党小组会"] == [3, 0, *[3] * 10]
    assert {r.rhythm.label: due(r) for r in _sample() if due(r)} == {"党小组会": [2]}


def _sample() -> list[Row]:
    return rows(sample_year(), NOVEMBER)


def test_months_up_to_this_one_are_expected_and_later_ones_not():
    assert due(row("支部委员会", meeting(day="2026-03-05"))) == [1, 2, 4, 5, 6, 7, 8, 9, 10, 11]


def test_a_quarter_is_marked_once_at_its_last_month_that_has_begun():
    assert due(row("支部党员大会", meeting(day="2026-05-05", 类型="党员大会"))) == [3, 9, 11]


def test_a_lesson_is_never_expected_in_a_month_since_no_statute_gives_a_number():
    assert due(row("党课")) == []


def test_an_unfinished_entry_is_there_and_is_told_apart():
    cell = row("主题党日", ThemeDay(held_on=Day("2026-11"))).cells[10]
    assert (len(cell.entries), cell.unfinished, cell.due) == (1, 1, False)


def test_an_entry_known_by_its_month_lies_in_it_and_one_known_by_its_year_in_none():
    found = row("支部委员会", meeting(day="2026-03"), meeting(day="2026"))
    assert [len(cell.entries) for cell in found.cells] == [0, 0, 1, *[0] * 9]
    assert [entry.held_on for entry in found.undated] == ["2026"]


@pytest.mark.parametrize(
    ("field", "label", "words"),
    [("no_committee", "支部委员会", "不设支委会"), ("no_groups", "党小组会", "未设党小组")],
)
def test_what_a_branch_does_not_have_is_not_asked_for(field, label, words):
    branch = Branch(name="示例支部", **{field: True})
    assert label not in labels(branch)
    found = row(label, branch, meeting(day="2026-02-10", 类型=label))
    assert (found.words, due(found)) == (words, [])


def test_nothing_is_expected_before_the_branch_was_founded():
    branch = Branch(name="示例支部", founded_on=Day("2026-08-20"))
    assert due(row("主题党日", branch)) == [9, 10, 11]
    assert due(row("支部党员大会", branch)) == [11]


@pytest.mark.parametrize(
    ("founded", "months"),
    [("2026-05-10", 6), ("2026-05-01", 5), ("2026-05", 6), ("2026-12-31", None), ("2026", None)],
)
def test_a_branch_owes_from_its_first_whole_month_on(founded, months):
    owed = due(row("主题党日", Branch(name="示例支部", founded_on=Day(founded))))
    assert owed == (list(range(months, 12)) if months else [])


def test_a_school_years_months_stand_in_its_order():
    assert months_of(SCHOOL_YEAR) == [
        *(Month(2025, month) for month in (9, 10, 11, 12)),
        *(Month(2026, month) for month in range(1, 9)),
    ]
    found = row("支部委员会", meeting(day="2025-10-10"), period=SCHOOL_YEAR)
    assert [len(cell.entries) for cell in found.cells][:3] == [0, 1, 0]


def test_a_quarter_that_lies_partly_outside_the_period_is_not_judged():
    found = row("支部党员大会", period=SCHOOL_YEAR, today=date(2026, 8, 31))
    assert [cell.month for cell in found.cells if cell.due] == [
        (2025, 12), (2026, 3), (2026, 6),
    ]  # fmt: skip


@pytest.mark.parametrize("rhythm", RHYTHMS, ids=lambda rhythm: rhythm.label)
def test_a_draft_lands_in_the_cell_that_it_was_begun_in(rhythm):
    begun = replace(rhythm, year=2026).draft(Month(2026, 4).day)
    if not rhythm.on:
        assert begun.year == 2026
        return
    begun = replace(begun, studied="示例讲话") if isinstance(begun, FirstAgenda) else begun
    found = row(rhythm.label, begun)
    assert [len(cell.entries) for cell in found.cells].index(1) == 3
    assert begun.held_on == "2026-04"


def test_every_form_of_meeting_has_its_row_and_every_row_its_source():
    assert {rhythm.form for rhythm in RHYTHMS} == {*Form, None}
    sources = {rhythm.label: rhythm.source for rhythm in RHYTHMS}
    assert sources.pop("第一议题") == "通行做法（非法规条文）"
    assert all("条例" in source and source.endswith("条") for source in sources.values())


def test_a_slip_in_a_periods_year_makes_no_page_of_thousands_of_months():
    slipped = Period("述职", 2026, date(2026, 1, 1), date(2206, 12, 31), date(2206, 12, 31))
    assert months_of(slipped)[0] == Month(2026, 1)
    assert months_of(slipped)[-1] == Month(2027, 12)


def test_what_is_done_once_a_year_is_asked_for_in_the_years_last_quarter():
    assert due(row("组织生活会", today=date(2026, 9, 30))) == []
    assert due(row("组织生活会", today=date(2026, 10, 1))) == [10]
    assert due(row("组织生活会")) == due(row("民主评议")) == [11]
    assert due(row("组织生活会", OrgLife(held_on=Day("2026-02-05"), topic="组织生活会"))) == []
    assert due(row("民主评议", Appraisal(year=2026))) == []
    young = Branch(name="示例支部", founded_on=Day("2026-10-12"))
    assert due(row("组织生活会", young, today=date(2026, 12, 31))) == []


def test_what_a_branch_need_not_keep_has_a_row_once_it_is_kept_or_was_last_year():
    assert {"谈心谈话", "第一议题", "党费"}.isdisjoint(labels())
    studied = FirstAgenda(held_on=Day("2026-03-05"), studied="示例讲话")
    assert due(row("第一议题", studied)) == [6, 9, 11]
    assert due(row("第一议题", replace(studied, held_on=Day("2025-12-05")))) == [3, 6, 9, 11]
    assert due(row("谈心谈话", Talk(held_on=Day("2026-03-05")))) == []


def test_a_first_agenda_at_the_head_of_a_meeting_counts_too():
    held = replace(meeting(day="2026-03-05"), first_agenda="示例讲话")
    found = row("第一议题", held, meeting(day="2026-05-05"))
    assert [cell.month.month for cell in found.cells if cell.entries] == [3]
    assert due(found) == [6, 9, 11]


def test_dues_lie_in_every_month_that_was_paid_for():
    paid = tuple(Paid(month=month, paid=Decimal(20)) for month in (1, 2, 4))
    other = (Paid(month=2, paid=Decimal(5)), Paid(month=3))
    found = row("党费", Dues(year=2026, months=paid), Dues(year=2026, months=other))
    assert [len(cell.entries) for cell in found.cells] == [1, 2, 0, 1, *[0] * 8]
    assert due(found) == [3, 5, 6, 7, 8, 9, 10, 11]
    assert found.undated == ()
