"""支部概况: what the branch is, and what the user vouches for."""

from datetime import date

from year import figures, shown, year

from secretary_desk.kinds.branch import Branch, Group, Post, Seat, Tenure, TypedNumber
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import problems
from secretary_desk.records.specs import Link

ZHANG, LI = Link("z", "张伟"), Link("l", "李娜")


def branch(filed=2026, **more):
    return Branch(name="甲支部", filed_under=filed, **more)


def test_those_in_office_on_the_last_day_make_the_committee():
    seats = (
        Seat(who=ZHANG, post=Post.SECRETARY, since=Day("2024-05")),
        Seat(who=LI, post=Post.MEMBER, until=Day("2026-06-30")),
        Seat(who=Link(None, "王芳"), post=Post.MEMBER),
    )
    assert shown(year(branch(committee=seats)))["支部概况.支委数"] == "2名"


def test_a_branch_without_groups_tells_none():
    groups = (Group(name="一组"), Group(name="二组"))
    assert shown(year(branch(groups=groups)))["支部概况.党小组数"] == "2个"
    odd = branch(groups=groups, no_groups=True)
    assert "支部概况.党小组数" not in shown(year(odd))
    assert [p.field for p in problems(odd)] == ["groups"]


def test_a_year_is_told_from_its_own_profile_or_the_nearest_before():
    old, new = branch(2024, groups=(Group(),)), branch(2027, groups=(Group(), Group()))
    told = [shown(year(old, new, period=Period.calendar(y))) for y in (2024, 2026, 2027)]
    assert [said["支部概况.党小组数"] for said in told] == ["1个", "1个", "2个"]


def test_the_secretary_is_the_last_in_office_on_the_day():
    tenures = (Tenure(who=LI, until=Day("2026-05-31")), Tenure(who=ZHANG, since=Day("2026-06-01")))
    seat = Seat(who=LI, post=Post.SECRETARY)
    given = branch(secretaries=tenures, committee=(seat,))
    assert given.secretary(date(2026, 5, 31)) == LI
    assert given.secretary(date(2026, 6, 1)) == ZHANG
    assert branch(committee=(seat,)).secretary(date(2026, 1, 1)) == LI
    assert branch().secretary(date(2026, 1, 1)) is None


def test_a_former_secretarys_tenure_does_not_hide_the_new_one_on_the_committee():
    former = Tenure(who=LI, until=Day("2026-05-31"))
    seats = tuple(Seat(who=who, post=Post.SECRETARY) for who in (ZHANG, LI))
    given = branch(secretaries=(former,), committee=seats)
    assert given.secretary(date(2026, 5, 31)) == LI
    assert given.secretary(date(2026, 6, 1)) == ZHANG
    assert branch(secretaries=(former,), committee=seats[1:]).secretary(date(2026, 6, 1)) is None


def test_what_the_user_vouches_for_is_told_as_typed():
    rows = (TypedNumber(name="党员总数", number=30, unit="名"), TypedNumber(number=3))
    told = figures(year(branch(typed=rows)))
    assert told["支部概况.手填.党员总数"].nature == "typed"
    assert told["党员名册.党员总数"].show() == "30名"


def test_a_term_that_ends_before_it_begins_is_told():
    given = branch(elected_on=Day("2025-06"), term_ends_on=Day("2024-06"))
    assert [p.field for p in problems(given)] == ["term_ends_on"]


def test_a_total_typed_twice_is_pointed_out_and_the_last_one_is_told():
    typed = tuple(TypedNumber(name="项目职工", number=n, unit="名") for n in (80, 86))
    odd = branch(typed=typed)
    assert [p.field for p in problems(odd)] == ["typed"]
    assert shown(year(odd))["支部概况.手填.项目职工"] == "86名"
