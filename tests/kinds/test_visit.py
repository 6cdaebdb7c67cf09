"""走访调研: the branch's own visits, and those from above."""

from year import listed, shown, year

from secretary_desk.kinds.branch import Branch, Tenure
from secretary_desk.kinds.visit import Visit
from secretary_desk.records.day import Day
from secretary_desk.records.record import is_complete
from secretary_desk.records.specs import Link

ME, OTHER = Link("1", "周明远"), Link("2", "林晓燕")


def visit(target="夜班班组", on="2026-03-10", **more):
    return Visit(held_on=Day(on), target=target, **more)


def test_visits_are_counted_with_whom_they_reached_and_what_they_solved():
    told = shown(year(visit(households=1, people=3, solved=1), visit(people=18, solved=2), visit()))
    assert told["走访调研.次数"] == "3次"
    assert (told["走访调研.户数"], told["走访调研.人数"]) == ("1户", "21人")
    assert told["走访调研.解决问题数"] == "3个"


def test_a_visit_from_above_is_none_of_the_branchs_own():
    above = visit(superior=True, people=9, learned="听了汇报。")
    told = year(visit(), above)
    assert shown(told)["走访调研.次数"] == shown(told)["走访调研.上级领导下基层"] == "1次"
    assert "走访调研.人数" not in shown(told)
    assert listed(told, "走访调研.有情况") == []


def test_everyone_who_went_is_counted_once():
    told = shown(year(visit(visitor=ME), visit(visitor=ME), visit(visitor=OTHER), visit()))
    assert told["走访调研.走访人数"] == "2名"


def test_the_secretarys_own_visits_are_told_apart():
    branch = Branch(name="一支部", filed_under=2026, secretaries=(Tenure(who=ME),))
    told = shown(year(branch, visit(visitor=ME), visit(visitor=OTHER)))
    assert told["走访调研.书记走访"] == "1次"


def test_a_visit_needs_a_day_and_someone_to_visit():
    assert is_complete(visit())
    assert not is_complete(Visit(held_on=Day("2026-03-10")))
