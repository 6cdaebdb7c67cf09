"""联建共建: partners at the end of the period, and what was done with them within it."""

from year import listed, shown, year

from secretary_desk.kinds.partnership import Partnership, Together
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import problems


def partnership(name="示例社区党支部", signed="2026-04-03", ended=None, **more):
    days = {"signed_on": signed and Day(signed), "ended_on": ended and Day(ended)}
    return Partnership(name=name, **days, **more)


def together(on="2026-05-06", present=29):
    return Together(on=on and Day(on), topic="修便道", present=present)


def test_a_partner_stands_until_the_day_on_which_it_ends():
    assert shown(year(partnership("甲"), partnership("乙", ended="2026-12-31"))) == {
        "联建共建.单位数": "1家"
    }


def test_activities_count_in_their_own_year():
    given = partnership(signed="2025-10-20", activities=(together("2025-11-06"), together()))
    told = shown(year(given))
    assert (told["联建共建.活动次数"], told["联建共建.参加人次"]) == ("1次", "29人次")


def test_undated_activities_are_of_the_year_of_the_agreement():
    given = partnership(signed="2025-10-20", activities=(together(None, 9), together(None, None)))
    told = shown(year(given, period=Period.calendar(2025)))
    assert (told["联建共建.活动次数"], told["联建共建.参加人次"]) == ("2次", "9人次")
    assert "联建共建.活动次数" not in shown(year(given))


def test_what_came_of_it_is_told_of_those_that_say_so():
    plain, telling = partnership("甲"), partnership("乙", result="便道修平了。")
    assert listed(year(plain, telling), "联建共建.有成效") == [telling]


def test_an_end_before_the_agreement_is_told():
    given = partnership(ended="2026-01-01")
    assert [found.text for found in problems(given)] == ["结束日期早于协议日期"]
