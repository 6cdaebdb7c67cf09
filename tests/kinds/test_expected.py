"""Who is expected at a meeting."""

from datetime import date

from secretary_desk.kinds.branch import Branch, Seat
from secretary_desk.kinds.expected import expected
from secretary_desk.kinds.person import Category, Person
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.day import Day
from secretary_desk.records.specs import Link

ON = date(2026, 3, 5)
SEATED = Person(name="甲", category=Category.FULL, group="一组")
MEMBER = Person(name="乙", category=Category.PROBATIONARY, group="二组")
GONE = Person(name="丙", category=Category.FULL, left_on=Day("2026-02-01"))
COMING = Person(name="丁", category=Category.FULL, arrived_on=Day("2026-04-01"))
APPLICANT = Person(name="戊", category=Category.APPLICANT)
UNKNOWN = Person(name="己", left_on=Day("2026-12-31"))
ROSTER = [SEATED, MEMBER, GONE, COMING, APPLICANT]
BRANCH = Branch(
    name="支部",
    committee=(
        Seat(who=Link(SEATED.id, "甲"), since=Day("2025-01-01")),
        Seat(who=Link(MEMBER.id, "乙"), until=Day("2025-12-31")),
    ),
)


def names(record, branch=BRANCH):
    return [person.name for person in expected(record, ROSTER, branch, ON)]


def test_the_members_of_the_day_are_expected():
    assert names(ThemeDay()) == ["甲", "乙"]
    assert names(StudyMeeting(form=Form.GENERAL)) == ["甲", "乙"]


def test_someone_of_whom_nothing_is_known_may_be_a_member():
    assert expected(ThemeDay(), [UNKNOWN, APPLICANT], None, ON) == [UNKNOWN]
    assert expected(ThemeDay(), [UNKNOWN], None, date(2027, 1, 1)) == []


def test_a_committee_meeting_expects_those_who_hold_a_seat_that_day():
    assert names(StudyMeeting(form=Form.COMMITTEE)) == ["甲"]
    assert names(StudyMeeting(form=Form.COMMITTEE), branch=None) == ["甲", "乙"]


def test_a_group_meeting_expects_the_group_and_an_unknown_group_everyone():
    assert names(StudyMeeting(form=Form.GROUP, group="二组")) == ["乙"]
    assert names(StudyMeeting(form=Form.GROUP, group="三组")) == ["甲", "乙"]
