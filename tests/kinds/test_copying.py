"""An entry after the pattern of another."""

from datetime import date

import pytest

from secretary_desk.kinds import STORED, dues, plan, study_meeting
from secretary_desk.kinds.copying import begun, copied
from secretary_desk.kinds.person import Person
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.specs import Link

HELD = StudyMeeting(
    held_on=Day("2026-03-05"), form=Form.COMMITTEE, topic="例会", place="三楼会议室",
    host=Link(None, "甲"), due=5, present=4, summary="研究了", tags=("例会",), starred=True,
    filed_under=2026, created="2026-03-05T00:00:00+00:00",
)  # fmt: skip


def test_what_recurs_is_copied_and_what_happened_is_not():
    copy = copied(HELD)
    assert (copy.form, copy.topic, copy.place) == (Form.COMMITTEE, "例会", "三楼会议室")
    assert (copy.host, copy.tags) == (HELD.host, ("例会",))
    assert (copy.held_on, copy.due, copy.present, copy.summary) == (None, None, None, "")
    assert (copy.starred, copy.filed_under, copy.created) == (False, None, "")
    assert copy.id != HELD.id


def test_a_copied_person_is_somebody_else():
    copy = copied(
        Person(name="甲", id_number="110101", phone="139", group="一组", ethnicity="汉族")
    )
    assert (copy.name, copy.id_number, copy.phone) == ("", "", "")
    assert (copy.group, copy.ethnicity) == ("一组", "汉族")


@pytest.mark.parametrize("kind", STORED, ids=lambda kind: kind.name)
def test_a_copy_of_an_empty_entry_is_empty(kind):
    empty = kind.record()
    assert {n: getattr(copied(empty), n) for n in kind.specs} == {
        n: getattr(empty, n) for n in kind.specs
    }


def test_a_new_entry_is_todays_or_the_years_and_a_plan_says_itself_which_years():
    today, period = date(2026, 11, 21), Period.calendar(2026)
    assert begun(study_meeting.KIND, today, period).held_on == "2026-11-21"
    assert begun(study_meeting.KIND, today, Period.calendar(2025)).held_on is None
    assert begun(dues.KIND, today, Period.calendar(2025)).year == 2025
    assert begun(plan.KIND, today, period).year is None


def test_dues_after_anothers_are_of_the_same_year():
    assert copied(dues.Dues(who=Link(None, "甲"), year=2026, payer=None)).year == 2026
