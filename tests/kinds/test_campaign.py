"""专项行动: counted in every year that it touches, its numbers in the year of its end."""

from year import listed, shown, year

from secretary_desk.kinds.campaign import Campaign
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import problems


def campaign(name="扰民整治", since="2026-03-02", until="2026-11-30", **more):
    days = {"started_on": since and Day(since), "ended_on": until and Day(until)}
    return Campaign(name=name, **days, **more)


def test_sessions_and_attendance_are_added_up():
    told = shown(year(campaign(sessions=8, attended=126), campaign(sessions=5), campaign()))
    assert told["专项行动.项数"] == "3项"
    assert (told["专项行动.场次"], told["专项行动.人次"]) == ("13场次", "126人次")


def test_the_numbers_of_one_over_new_year_are_not_told_twice():
    given = campaign(since="2025-10-01", until="2026-03-31", sessions=8)
    old, new = (shown(year(given, period=Period.calendar(number))) for number in (2025, 2026))
    assert old == {"专项行动.项数": "1项"}
    assert new["专项行动.场次"] == "8场次"


def test_one_without_days_is_of_the_year_under_which_it_stands():
    given = campaign(since=None, until=None, filed_under=2026, sessions=2)
    assert shown(year(given))["专项行动.场次"] == "2场次"
    assert shown(year(given, period=Period.calendar(2025))) == {}


def test_starred_campaigns_are_told_first():
    plain, starred = campaign("甲"), campaign("乙", starred=True)
    assert listed(year(plain, starred), "专项行动.清单") == [starred, plain]


def test_an_end_before_the_beginning_is_told():
    given = campaign(until="2026-01-01")
    assert [found.text for found in problems(given)] == ["结束日期早于开始日期"]
