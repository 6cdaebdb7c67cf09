"""为群众办实事: matters, helpers and people reached."""

from decimal import Decimal

from year import figures, listed, shown, year

from secretary_desk.kinds.service import Form, Service
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import Attendance, problems, ref
from secretary_desk.records.specs import Link


def service(matter="修坡道", on="2026-10-29", **more):
    return Service(matter=matter, held_on=on and Day(on), **more)


def there(*names, absent=()):
    came = tuple(Attendance(who=Link(None, name), present=True) for name in names)
    return came + tuple(Attendance(who=Link(None, name)) for name in absent)


def test_matters_are_counted_by_form_and_those_done_apart():
    told = shown(year(service(form=Form.HELP, done=True), service(form=Form.REPORTING), service()))
    assert told["为群众办实事.件数.合计"] == "3件"
    assert told["为群众办实事.件数.帮扶"] == told["为群众办实事.件数.双报到"] == "1件"
    assert told["为群众办实事.已完成"] == "1件"


def test_helpers_are_as_typed_and_else_as_ticked():
    ticked = service(attendance=there("张伟", "李娜", absent=("王芳",)))
    assert shown(year(ticked, service(present=5)))["为群众办实事.参加人次"] == "7人次"


def test_numbers_are_added_up_over_the_matters_that_have_them():
    one = service(sessions=2, reached=60, settled=1, spent=Decimal("0.3"))
    two, bare = service(reached=120, spent=Decimal("0.6")), service()
    told = shown(year(one, two, bare))
    assert told["为群众办实事.受益人次"] == "180人次"
    assert told["为群众办实事.投入"] == "0.9万元"
    assert told["为群众办实事.化解矛盾"] == "1件"
    reached = figures(year(one, two, bare))["为群众办实事.受益人次"]
    assert set(reached.entries) == {ref(one), ref(two)}


def test_an_undated_matter_is_of_the_year_under_which_it_stands():
    given = service(on=None, filed_under=2026)
    assert shown(year(given))["为群众办实事.件数.合计"] == "1件"
    assert shown(year(given, period=Period.calendar(2025))) == {}


def test_starred_matters_are_told_first_and_those_with_a_result_apart():
    plain, starred = service("甲", result="修好了。"), service("乙", starred=True)
    told = year(plain, starred)
    assert listed(told, "为群众办实事.清单") == [starred, plain]
    assert listed(told, "为群众办实事.有成效") == [plain]


def test_another_number_of_helpers_than_are_ticked_is_told():
    given = service(present=3, attendance=there("张伟", "李娜"))
    assert [found.text for found in problems(given)] == ["参加人数填3人，参加党员列出2人"]
