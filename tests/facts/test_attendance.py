"""Who came to what: of every member what was due, what was attended, and why not."""

from datetime import date
from decimal import Decimal

from year import year

from secretary_desk.facts.attendance import attendance
from secretary_desk.kinds.branch import Branch, Seat
from secretary_desk.kinds.org_life import OrgLife
from secretary_desk.kinds.person import Category, Person
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.day import Day
from secretary_desk.records.record import Attendance
from secretary_desk.records.specs import Link

END = date(2026, 12, 31)
JIA, YI, BING = (Person(name=f"示例{n}", category=Category.FULL) for n in "甲乙丙")


def link(person):
    return Link(person.id, person.name)


def rows(*present, absent=(), reason=""):
    there = [Attendance(who=link(p), present=True) for p in present]
    return (*there, *(Attendance(who=link(p), reason=reason) for p in absent))


def theme_day(month, *present, **more):
    given = {"held_on": Day(f"2026-{month:02}-06"), "topic": "学习", "attendance": rows(*present)}
    return ThemeDay(**given | more)


def told(*entries, on=END):
    """Return by name how many were due and came."""
    found = attendance(year(JIA, YI, BING, *entries), on)
    return {p.member.name: (p.due, p.present) for p in found}


def test_meetings_theme_days_and_org_life_count_together():
    listed = rows(JIA, YI, absent=[BING])
    meeting = StudyMeeting(held_on=Day("2026-03-05"), form=Form.GENERAL, topic="学习",
                           attendance=listed)  # fmt: skip
    life = OrgLife(held_on=Day("2026-11-05"), topic="组织生活会", attendance=listed)
    found = told(meeting, theme_day(4, attendance=listed), life)
    assert found == {"示例甲": (3, 3), "示例乙": (3, 3), "示例丙": (3, 0)}


def test_an_absence_keeps_its_entry_and_its_reason():
    day = theme_day(4, attendance=rows(JIA, absent=[BING], reason="出差"))
    of = {p.member.name: p for p in attendance(year(JIA, YI, BING, day), END)}
    (absence,) = of["示例丙"].absences
    assert (absence.entry, absence.reason) == (day, "出差")
    assert of["示例丙"].entries == (day,)


def test_someone_whom_no_list_names_was_due_nowhere():
    (found,) = attendance(year(JIA, theme_day(4)), END)
    assert (found.due, found.rate) == (0, None)


def test_a_list_of_those_who_came_tells_who_did_not_where_the_numbers_agree():
    assert told(theme_day(4, JIA, YI, due=3)) == {
        "示例甲": (1, 1), "示例乙": (1, 1), "示例丙": (1, 0),
    }  # fmt: skip


def test_a_list_of_those_who_came_tells_of_nobody_else_where_the_numbers_do_not_agree():
    assert told(theme_day(4, JIA, due=2))["示例乙"] == (0, 0)


def test_who_was_expected_of_a_committee_are_its_seats():
    branch = Branch(name="示例支部", committee=(Seat(who=link(JIA)), Seat(who=link(YI))))
    meeting = StudyMeeting(held_on=Day("2026-03-05"), form=Form.COMMITTEE, topic="研究",
                           due=2, attendance=rows(JIA))  # fmt: skip
    found = told(branch, meeting)
    assert found == {"示例甲": (1, 1), "示例乙": (1, 0), "示例丙": (0, 0)}


def test_a_name_that_two_members_bear_says_nothing_of_either():
    namesake = Person(name="示例甲", category=Category.FULL)
    day = theme_day(4, attendance=(Attendance(who=Link(None, "示例甲"), present=True),))
    assert [p.due for p in attendance(year(JIA, namesake, day), END)] == [0, 0]


def test_an_unlinked_name_that_one_member_bears_means_him():
    day = theme_day(4, attendance=(Attendance(who=Link(None, "示例甲"), present=True),))
    assert told(day)["示例甲"] == (1, 1)


def test_what_is_held_later_and_who_is_no_member_yet_are_not_told_of():
    later = Person(name="示例丁", category=Category.FULL, arrived_on=Day("2026-06-01"))
    found = told(theme_day(4, JIA), theme_day(7, JIA), later, on=date(2026, 5, 1))
    assert found["示例甲"] == (1, 1)
    assert "示例丁" not in found


def test_the_rate_is_the_share_attended():
    absent = theme_day(5, attendance=rows(absent=[JIA]))
    (found,) = attendance(year(JIA, theme_day(4, JIA), absent), END)
    assert found.rate == Decimal(50)


def test_a_name_listed_twice_counts_once():
    day = theme_day(4, attendance=rows(JIA, JIA))
    assert told(day)["示例甲"] == (1, 1)
