"""主题党日, 荣誉, 亮点工作, 述职点评: what is counted, and what is told first."""

from year import listed, shown, year

from secretary_desk.kinds.highlight import Highlight
from secretary_desk.kinds.honour import Honour, Level, Receiver
from secretary_desk.kinds.review_comment import Remark, ReviewComment
from secretary_desk.kinds.theme_day import Form, ThemeDay
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import problems


def honour(name="先进", on="2026-07-01", **more):
    return Honour(name=name, given_on=Day(on), **more)


def test_theme_days_are_counted_by_what_was_done():
    days = [
        ThemeDay(held_on=Day("2026-03-06"), topic="甲", form=Form.TACKLING, partner="乙公司"),
        ThemeDay(held_on=Day("2026-04-06"), topic="乙", form=Form.TACKLING, result="见效"),
        ThemeDay(held_on=Day("2026-05-06"), topic="丙", due=10, present=9),
    ]
    told = shown(year(*days))
    assert (told["主题党日.次数.攻关"], told["主题党日.次数.合计"]) == ("2次", "3次")
    assert (told["主题党日.共建场次"], told["主题党日.到会率"]) == ("1次", "90%")
    assert listed(year(*days), "主题党日.有成效") == [days[1]]


def test_the_highest_honours_are_told_first_and_starred_ones_before_all():
    city, nation = honour("市", level=Level.CITY), honour("国", level=Level.NATIONAL)
    starred, plain = honour("星", starred=True), honour("无")
    told = listed(year(plain, city, starred, nation), "荣誉.清单")
    assert [given.name for given in told] == ["星", "国", "市", "无"]


def test_honours_are_counted_by_level_and_receiver():
    given = honour(level=Level.CITY, receiver=Receiver.SINGLE)
    told = shown(year(given, honour(receiver=Receiver.COLLECTIVE)))
    assert told["荣誉.合计"] == "2项"
    assert told["荣誉.级别.市级"] == told["荣誉.对象.个人"] == told["荣誉.对象.集体"] == "1项"
    assert [p.text for p in problems(given)] == ["个人荣誉请填写获奖人"]


def test_a_school_year_holds_the_honours_of_its_own_months():
    school = Period("2025—2026学年", 2026, Day("2025-09").first(), *[Day("2026-08").last()] * 2)
    some = [honour(on=on) for on in ("2025-08-31", "2025-09", "2026-08-31", "2026-09-01", "2026")]
    told = year(*some, period=school)
    assert shown(told)["荣誉.合计"] == "2项"
    assert list(told.aside(Honour)) == [some[4]]


def test_a_highlight_over_new_year_is_told_in_both_years():
    given = Highlight(name="攻关", started_on=Day("2025-10"), ended_on=Day("2026-02"))
    for number in (2025, 2026):
        assert shown(year(given, period=Period.calendar(number)))["亮点工作.项数"] == "1项"
    assert shown(year(given, period=Period.calendar(2027))) == {}
    assert problems(Highlight(name="x", started_on=Day("2026"), ended_on=Day("2025")))


def test_comments_belong_to_the_year_that_they_are_about():
    remarks = (Remark(problem="甲"), Remark(problem="乙"))
    given = ReviewComment(year=2025, reviewer="党委书记", remarks=remarks, filed_under=2026)
    assert shown(year(given, period=Period.calendar(2025)))["述职点评.问题数"] == "2个"
    assert "述职点评.问题数" not in shown(year(given))
