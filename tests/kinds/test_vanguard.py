"""先锋载体: what stands at the end of the period, what was achieved within it."""

from datetime import date
from decimal import Decimal

from year import YEAR, listed, shown, year

from secretary_desk.kinds.vanguard import Achievement, Form, Member, Vanguard
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import problems
from secretary_desk.records.specs import Link


def vanguard(founded="2026-03-09", ended=None, form=Form.TACKLING, name="攻关小组", **more):
    days = {"founded_on": founded and Day(founded), "ended_on": ended and Day(ended)}
    return Vanguard(name=name, form=form, **days, **more)


def achieved(on="2026-05-30", result="修好刀盘", saved=None):
    return Achievement(on=on and Day(on), result=result, saved=saved and Decimal(saved))


def test_a_team_stands_until_the_day_on_which_it_ends():
    given = vanguard(ended="2026-05-30")
    early = Period("2026年度", 2026, YEAR.start, YEAR.end, date(2026, 5, 29))
    assert shown(year(given, period=early))["先锋载体.个数.攻关小组"] == "1个"
    assert "先锋载体.个数.合计" not in shown(year(given))


def test_one_that_goes_on_stands_in_every_later_year():
    told = shown(year(vanguard("2024-07-01"), period=Period.calendar(2027)))
    assert told == {"先锋载体.个数.合计": "1个", "先锋载体.个数.攻关小组": "1个"}


def test_teams_are_counted_in_their_own_measure_word():
    told = shown(year(vanguard(form=Form.TASK_FORCE), vanguard(form=Form.MODEL_POST)))
    assert told["先锋载体.个数.党员突击队"] == "1支"
    assert told["先锋载体.个数.示范岗"] == "1个"


def test_what_was_achieved_counts_in_its_own_year_even_after_the_end():
    given = vanguard(
        "2025-10-08",
        "2026-05-30",
        results=(achieved("2025-12-01"), achieved(saved="120"), achieved("2026-05", saved="0.5")),
    )
    told = shown(year(given))
    assert (told["先锋载体.成果数"], told["先锋载体.降本"]) == ("2项", "120.5万元")
    assert listed(year(given), "先锋载体.有成果") == [given]


def test_an_undated_result_is_of_the_year_of_the_founding():
    given = vanguard("2025-10-08", results=(achieved(None),))
    assert "先锋载体.成果数" not in shown(year(given))
    assert shown(year(given, period=Period.calendar(2025)))["先锋载体.成果数"] == "1项"


def test_people_are_as_typed_and_else_as_listed():
    listed_only = vanguard(members=(Member(who=Link(None, "张伟")), Member(who=Link(None, "李娜"))))
    assert shown(year(listed_only, vanguard(size=9)))["先锋载体.人数"] == "11人"


def test_the_latest_result_is_the_last_one_known_on_a_day():
    given = vanguard(results=(achieved(None, "起步"), achieved(), achieved("2026-11-02", "推广")))
    latest = [given.latest_result(date(2026, month, 1)) for month in (4, 6, 12)]
    assert latest == ["起步", "修好刀盘", "推广"]
    assert vanguard().latest_result(date(2026, 12, 31)) == ""


def test_an_end_before_the_founding_and_another_number_of_people_are_told():
    given = vanguard(ended="2026-03-08", size=2, members=(Member(who=Link(None, "张伟")),))
    said = [(found.field, found.text) for found in problems(given)]
    assert said == [("ended_on", "结束日期早于成立日期"), ("size", "人数填2人，成员列出1人")]
