"""教育培训: courses, and the hours of every member from courses and meetings together."""

from decimal import Decimal

from year import figures, shown, year

from secretary_desk.kinds.person import Category, Person
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.kinds.training import Training, studied
from secretary_desk.records.day import Day
from secretary_desk.records.record import Attendance, problems, ref
from secretary_desk.records.specs import Link

ZHANG = Person(name="张伟", category=Category.FULL)
LI = Person(name="李娜", category=Category.PROBATIONARY)
APPLICANT = Person(name="王敏", category=Category.APPLICANT)


def there(*people, present=True):
    return tuple(Attendance(who=Link(p.id, p.name), present=present) for p in people)


def course(hours=None, attendance=(), **more):
    given = {"name": "集中轮训", "started_on": Day("2026-04-08"), **more}
    return Training(hours=hours and Decimal(hours), attendance=attendance, **given)


def hours(*entries):
    return {each.member.name: each.hours for each in studied(year(*entries))}


def test_courses_are_counted_with_those_who_took_part():
    listed = course(attendance=(*there(ZHANG), *there(LI, present=False)))
    told = shown(year(listed, course(present=30, above_county=True)))
    assert told["教育培训.场次"] == "2场次"
    assert told["教育培训.人次"] == "31人次"
    assert told["教育培训.县级以上场次"] == "1场次"


def test_a_members_hours_come_from_courses_and_meetings_that_he_was_at():
    lesson = StudyMeeting(held_on=Day("2026-02-27"), form=Form.LESSON, topic="安全",
                          hours=Decimal("1.5"), attendance=there(ZHANG))  # fmt: skip
    away = course("8", there(ZHANG, present=False))
    assert hours(ZHANG, LI, APPLICANT, lesson, course("16", there(ZHANG, LI)), away) == {
        "张伟": Decimal("17.5"), "李娜": Decimal(16),
    }  # fmt: skip


def test_a_name_that_is_not_linked_counts_where_one_member_bears_it():
    typed = (Attendance(who=Link(None, "张伟"), present=True),)
    assert hours(ZHANG, course("8", typed)) == {"张伟": Decimal(8)}
    namesake = Person(name="张伟", category=Category.FULL)
    assert set(hours(ZHANG, namesake, course("8", typed)).values()) == {Decimal(0)}


def test_the_average_is_over_all_members_and_enough_is_thirty_two_hours():
    given = year(ZHANG, LI, APPLICANT, course("32", there(ZHANG)))
    assert shown(given)["教育培训.人均学时"] == "16学时"
    assert shown(given)["教育培训.满学时人数"] == "1名"
    short = year(ZHANG, course("31.5", there(ZHANG)))
    assert "教育培训.满学时人数" not in shown(short)
    assert ref(LI) in figures(given)["教育培训.人均学时"].entries


def test_a_course_over_new_year_counts_in_both_years():
    over = course(started_on=Day("2025-12-30"), ended_on=Day("2026-01-04"))
    assert shown(year(over))["教育培训.场次"] == "1场次"


def test_what_cannot_be_is_told():
    ended = course(ended_on=Day("2026-04-01"))
    assert [p.text for p in problems(ended)] == ["结束日期早于开始日期"]
    miscounted = course(present=3, attendance=there(ZHANG))
    assert [p.text for p in problems(miscounted)] == ["参加人数填3人，参加人列出1人"]
