"""三会一课: how often, how many people, and what the secretary did."""

from decimal import Decimal

from year import figures, listed, shown, year

from secretary_desk.kinds.branch import Branch, Post, Seat, Tenure
from secretary_desk.kinds.study_meeting import Form, StudyMeeting, Vote
from secretary_desk.records.day import Day
from secretary_desk.records.record import problems, ref
from secretary_desk.records.specs import Link

ZHANG, LI = Link("z", "张伟"), Link("l", "李娜")


def meeting(on="2026-03-05", form=Form.LESSON, topic="学习", **more):
    return StudyMeeting(held_on=Day(on), form=form, topic=topic, **more)


def secretary(who, since=None, until=None):
    tenure = Tenure(who=who, since=since and Day(since), until=until and Day(until))
    return Branch(name="甲支部", filed_under=2026, secretaries=(tenure,))


def test_meetings_are_counted_by_form():
    forms = [Form.GENERAL, Form.COMMITTEE, Form.COMMITTEE, Form.GROUP, Form.LESSON]
    told = shown(year(*(meeting(form=form) for form in forms)))
    assert told["三会一课.次数.支部委员会"] == "2次"
    assert told["三会一课.次数.党课"] == "1次"
    assert told["三会一课.次数.合计"] == "5次"


def test_an_unfinished_meeting_is_not_counted():
    assert "三会一课.次数.合计" not in shown(year(StudyMeeting(held_on=Day("2026-03-05"))))


def test_the_secretarys_lessons_are_counted_by_identity():
    renamed = meeting(speaker=Link("z", "张 伟"))
    namesake = meeting(speaker=Link("y", "张伟"))
    typed = meeting(speaker=Link(None, "张伟"))
    given = secretary(ZHANG)
    fact = figures(year(given, renamed, namesake, typed))["三会一课.书记讲党课"]
    assert fact.show() == "2次"
    assert set(fact.entries) == {ref(renamed), ref(typed), ref(given)}


def test_the_secretary_of_the_last_day_is_the_one_whose_lessons_count():
    tenures = (Tenure(who=LI, until=Day("2026-05")), Tenure(who=ZHANG, since=Day("2026-06-01")))
    branch = Branch(name="甲支部", filed_under=2026, secretaries=tenures)
    lessons = [meeting(speaker=LI), meeting(speaker=LI), meeting(speaker=ZHANG)]
    assert shown(year(branch, *lessons))["三会一课.书记讲党课"] == "1次"


def test_without_tenures_the_committee_names_the_secretary():
    seat = Seat(who=ZHANG, post=Post.SECRETARY)
    branch = Branch(name="甲支部", filed_under=2026, committee=(seat,))
    assert listed(year(branch, meeting(speaker=ZHANG)), "三会一课.清单.书记党课")


def test_the_rate_is_taken_over_meetings_that_have_both_numbers():
    both, more = meeting(due=20, present=19), meeting(due=10, present=10, form=Form.GENERAL)
    told = figures(year(both, more, meeting(present=3), meeting(due=9)))
    assert told["三会一课.到会率"].show() == "96.7%"
    assert told["三会一课.到会率"].entries == (ref(both), ref(more))
    assert told["三会一课.党课到课率"].show() == "95%"
    assert told["三会一课.参加人次"].show() == "32人次"


def test_hours_are_added_as_decimals():
    hours = (Decimal("0.1"), Decimal("0.2"), None)
    assert shown(year(*(meeting(hours=h) for h in hours)))["三会一课.学时"] == "0.3学时"


def test_more_votes_than_voters_are_told():
    votes = (Vote(matter="接收", present=5, ayes=4, noes=1, abstentions=1),)
    assert [p.text for p in problems(meeting(votes=votes))] == ["“接收”票数6多于实到5人"]
