"""When an entry counts, and by which words it is known."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import days, periods

from secretary_desk.kinds import find_kind
from secretary_desk.kinds.development import Development, Step, StepRow
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.day import Day as D
from secretary_desk.records.declare import count, day
from secretary_desk.records.kind import OneAYear, Point, Span, Standing, Yearly
from secretary_desk.records.period import Period
from secretary_desk.records.record import Record

YEAR = Period.calendar(2026)
CUT = Period("2026年度", 2026, YEAR.start, YEAR.end, date(2026, 11, 30))
POINT, SPAN, OPEN = Point("on"), Span("on", "until"), Span("on", "until", stays_open=True)
STANDING, YEARLY, PROFILE = Standing("on", "until"), Yearly("year"), OneAYear()
WHENS = (POINT, SPAN, OPEN, STANDING, YEARLY, PROFILE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Record):
    """Something with days."""

    on: D | None = day("起")
    until: D | None = day("止")
    year: int | None = count("年度")


def entry(on=None, until=None, **more):
    return Entry(on=on and D(on), until=until and D(until), **more)


@pytest.mark.parametrize(
    ("when", "given", "holds"),
    [
        (POINT, entry("2026-03-05"), True),
        (POINT, entry("2025-12-31"), False),
        (POINT, entry(filed_under=2026), True),
        (POINT, entry(filed_under=2025), False),
        (POINT, entry(), False),
        (SPAN, entry("2025-12-20", "2026-01-03"), True),
        (SPAN, entry("2026-12-20", "2027-01-03"), True),
        (SPAN, entry("2025-01-01", "2025-12-31"), False),
        (SPAN, entry("2025-06-01"), False),
        (SPAN, entry("2026-06-01"), True),
        (SPAN, entry(None, "2026-06-01"), True),
        (SPAN, entry(None, "2026-06-01", filed_under=2027), True),
        (SPAN, entry("2026-06-01", "2025-06-01"), True),
        (SPAN, entry(filed_under=2026), True),
        (OPEN, entry("2024-06-01"), True),
        (OPEN, entry("2024-06-01", "2025-12-31"), False),
        (OPEN, entry("2027-01-01"), False),
        (OPEN, entry(), True),
        (OPEN, entry(filed_under=2027), False),
        (STANDING, entry(), True),
        (STANDING, entry("2027"), False),
        (STANDING, entry(None, "2025-12"), False),
        (STANDING, entry(None, "2026-01-01"), True),
        (STANDING, entry("2026-06-01", "2025-06-01"), True),
        (YEARLY, entry(year=2026, filed_under=2025), True),
        (YEARLY, entry(filed_under=2026), True),
        (YEARLY, entry(), False),
        (PROFILE, entry(filed_under=2024), True),
    ],
)
def test_an_entry_counts_when_its_kind_says_so(when, given, holds):
    assert when.holds(given, YEAR) is holds


@pytest.mark.parametrize("when", [POINT, SPAN, OPEN, STANDING])
def test_what_comes_after_as_of_is_not_known_yet(when):
    assert when.holds(entry("2026-12-01"), YEAR) is True
    assert not when.holds(entry("2026-12-01"), CUT)


def test_a_partial_day_at_the_edge_of_a_school_year_leaves_it_open():
    school = Period("2025—2026学年", 2026, date(2025, 9, 1), date(2026, 8, 31), date(2026, 8, 31))
    assert POINT.holds(entry("2025"), school) is None
    assert SPAN.holds(entry("2026"), school) is None
    assert POINT.holds(entry("2025-09"), school) is True


@pytest.mark.parametrize("number", [0, 5, 26, 99999])
@pytest.mark.parametrize("when", WHENS)
def test_a_year_that_no_calendar_has_stops_nothing(when, number):
    for odd in (entry(filed_under=number), entry(None, "2026", filed_under=number)):
        when.holds(odd, YEAR)
        assert isinstance(when.bounds(odd), tuple)


ENTRIES = st.builds(
    Entry,
    on=st.none() | days(2023, 2028),
    until=st.none() | days(2023, 2028),
    year=st.none() | st.integers(2023, 2028),
    filed_under=st.none() | st.integers(2023, 2028),
)


@pytest.mark.parametrize("when", WHENS, ids=repr)
@given(entry=ENTRIES, period=periods())
def test_the_archives_index_leaves_nothing_out_that_may_count(when, entry, period):
    first, last = when.bounds(entry)
    if when.holds(entry, period) is not False:
        assert first <= f"{period.end}~"
        assert last >= str(period.start.year)


@pytest.mark.parametrize("when", WHENS, ids=repr)
@given(entry=ENTRIES)
def test_an_entry_that_has_a_year_or_a_day_vanishes_from_no_list(when, entry):
    dated = {POINT: entry.on, SPAN: entry.on or entry.until, YEARLY: entry.year}
    if entry.filed_under or dated.get(when, True):
        held = [when.holds(entry, Period.calendar(year)) for year in range(2022, 2030)]
        assert any(found is not False for found in held)


def test_a_year_uses_the_nearest_profile_before_it_and_else_after_it():
    profiles = [entry(filed_under=year) for year in (2027, 2024, 2025)]
    assert [PROFILE.nearest(profiles, year).filed_under for year in (2023, 2024, 2026, 2030)] == [
        2024, 2024, 2025, 2027
    ]  # fmt: skip
    assert PROFILE.nearest([], 2026) is None


def test_an_entry_is_known_by_its_first_two_columns():
    meeting = StudyMeeting(held_on=D("2026-03-05"), form=Form.COMMITTEE)
    assert find_kind("三会一课").title(meeting) == "3月5日 支部委员会"
    assert find_kind("problem").title(find_kind("problem").record(problem="长" * 40)) == (
        "长" * 23 + "…"
    )


def test_derived_values_are_shown_like_fields():
    kind = find_kind("发展党员")
    steps = (StepRow(step=Step.APPLICATION, on=D("2026-03-05")),)
    entry = Development(steps=steps)
    assert [kind.shown(entry, name) for name in ("现阶段", "申请日期", "转正日期")] == [
        "申请人", "2026年3月5日", ""
    ]  # fmt: skip
    assert kind.column("who") == "姓名"
    assert kind.column("现阶段") == "现阶段"
