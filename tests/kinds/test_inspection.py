"""检查督导: what was found, and what is put right at the end of the period."""

from datetime import date

from year import YEAR, figures, listed, shown, year

from secretary_desk.kinds.inspection import Form, Inspection, Shortcoming
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import problems, ref


def inspection(*closings, on="2026-04-16", form=Form.SPOT_CHECK):
    found = tuple(Shortcoming(problem="登记晚", closed_on=c and Day(c)) for c in closings)
    return Inspection(held_on=Day(on), inspector="分公司党委", form=form, problems=found)


def test_inspections_are_counted_by_their_form():
    told = shown(year(inspection(), inspection(form=Form.UNANNOUNCED), inspection(form=None)))
    assert told["检查督导.次数.合计"] == "3次"
    assert told["检查督导.次数.抽查"] == told["检查督导.次数.暗访"] == "1次"
    assert "检查督导.问题数" not in told


def test_the_rate_names_every_inspection_that_found_something():
    one, two, none = inspection("2026-07-31"), inspection(None, "2026-08-28"), inspection()
    told = year(one, two, none)
    assert shown(told)["检查督导.问题数"] == "3个"
    assert shown(told)["检查督导.已整改"] == "2个"
    rate = figures(told)["检查督导.整改率"]
    assert rate.show() == "66.7%"
    assert set(rate.entries) == {ref(one), ref(two)}
    assert listed(told, "检查督导.有问题") == [one, two]


def test_what_was_put_right_later_is_open_before_its_day():
    early = Period("2026年度", 2026, YEAR.start, YEAR.end, date(2026, 7, 30))
    assert "检查督导.已整改" not in shown(year(inspection("2026-07-31"), period=early))


def test_a_problem_closed_before_it_was_found_is_told():
    said = [found.text for found in problems(inspection("2026-04-15"))]
    assert said == ["“登记晚”的销号日期早于检查日期"]
