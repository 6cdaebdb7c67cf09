"""民主评议党员: who took part in numbers, and grades that agree with each other."""

from decimal import Decimal

from year import figures, shown, year

from secretary_desk.kinds.appraisal import KIND, Appraisal, Grade, Result
from secretary_desk.records.record import problems
from secretary_desk.records.specs import Link


def row(grade, name="张伟"):
    return Result(who=Link(None, name), grade=grade)


def test_an_appraisal_counts_in_its_year_whenever_it_was_held():
    given = Appraisal(year=2026, due=31, present=30, excellent=8, qualified=20)
    told = shown(year(given))
    assert told["民主评议党员.参评"] == "30名"
    assert figures(year(given))["民主评议党员.参评率"].rounded() == Decimal("96.8")
    assert (told["民主评议党员.等次.优秀"], told["民主评议党员.等次.合格"]) == ("8名", "20名")
    assert shown(year(Appraisal(year=2025, present=30))) == {}


def test_grades_are_counted_from_the_list_where_no_number_is_typed():
    listed = (row(Grade.EXCELLENT), row(Grade.QUALIFIED), row(Grade.QUALIFIED))
    told = shown(year(Appraisal(year=2026, results=listed)))
    assert told["民主评议党员.等次.优秀"] == "1名"
    assert told["民主评议党员.等次.合格"] == "2名"
    assert "民主评议党员.等次.基本合格" not in told
    typed = Appraisal(year=2026, results=listed, excellent=4)
    assert shown(year(typed))["民主评议党员.等次.优秀"] == "4名"


def test_numbers_that_contradict_each_other_are_told():
    more = Appraisal(year=2026, due=30, present=31)
    assert [p.text for p in problems(more)] == ["参评31名多于应评30名"]
    graded = Appraisal(year=2026, present=3, excellent=2, qualified=2)
    assert [p.text for p in problems(graded)] == ["各等次共4名，多于参评3名"]
    listed = Appraisal(year=2026, excellent=2, results=(row(Grade.EXCELLENT),))
    assert [p.text for p in problems(listed)] == ["优秀填2名，评议结果列出1名"]


def test_who_got_which_grade_is_private():
    assert KIND.specs["results"].private
    assert not KIND.specs["excellent"].private
