"""What the user's text says of single entries: rows, names of his own, nothing private."""

from dataclasses import replace
from decimal import Decimal

import pytest
from report.edited import all_edited, edited, having, instead, report, text, without
from sample import sample_year

from secretary_desk.facts.gather import gather
from secretary_desk.kinds.branch import Branch, TypedNumber
from secretary_desk.kinds.highlight import Datum, Highlight
from secretary_desk.kinds.person import Person
from secretary_desk.kinds.problem import Problem
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.records.record import Ref
from secretary_desk.report.telling import GAP
from secretary_desk.report.template import Reference, write


def test_a_row_put_before_others_does_not_become_their_figure():
    year = sample_year()
    highlight = next(h for h in year.counted(Highlight) if h.data)
    first = highlight.data[0]
    key = f"亮点工作.数据[{first.name}].数@{highlight.id}"
    mine = edited(year, "结束语", lambda _: f"{first.name}{{{{ {key} }}}}。")
    other = Datum(name="另一个", number=Decimal(7), unit="天")
    now = replace(highlight, data=(other, *highlight.data))
    passage = report(instead(mine, now)).passages["结束语"]
    assert text(passage) == text(report(mine).passages["结束语"])
    assert passage.drift == ()


@pytest.mark.parametrize("kept", [slice(0, 1), slice(1, None), slice(0, 0)])
def test_rows_that_are_gone_are_said_in_one_line(kept: slice):
    mine = all_edited(sample_year())
    problem = next(p for p in mine.counted(Problem) if len(p.steps) > 1)
    told = report(instead(mine, replace(problem, steps=problem.steps[kept]))).passages
    drift = next(told[key].drift for key in told if key == f"点评问题/{problem.id}")
    assert [d.label.split(" ")[-1] for d in drift] == ["措施"]


def test_an_entry_told_at_another_place_says_no_change():
    """Its wording goes by its place; what the user wrote rests on the one that he saw."""
    mine = all_edited(sample_year())
    first, *others = (k for k in report(mine).passages if k.startswith("亮点/"))
    gone = Ref("highlight", first.partition("/")[2])
    told = report(without(mine, gone)).passages
    assert others
    assert not any(told[key].drift for key in others)


def test_a_number_typed_in_the_profile_follows_whatever_it_is_called():
    branch = sample_year().one(Branch)
    typed = TypedNumber(name="培训(全年|累计)@", number=12, unit="人次")
    year = instead(sample_year(), replace(branch, typed=(typed,)))
    fact = next(f for f in gather(year).figures() if f.label == typed.name)
    mine = edited(year, "结束语", lambda _: write((Reference(fact.key), "。")))
    assert text(report(mine).passages["结束语"]) == "12人次。"


@pytest.mark.parametrize(
    "key", ["{}.身份证号", "{}.id_number", "党员名册.身份证号@{}", '{}.身份证号 | 手填("某号")']
)
def test_private_numbers_reach_nothing_that_is_shown(key: str):
    number = "110101190001011234"
    person = replace(sample_year().counted(Person)[0], id_number=number)
    words = f"{{{{ {key.format(person.id)} }}}}"
    year = having(edited(instead(sample_year(), person), "结束语", lambda _: words),
                  Supplement(year=2026, section="履职情况", text=words))  # fmt: skip
    told = report(year)
    assert number not in repr(told)


@pytest.mark.parametrize(
    "path", ["方面[0].数", "数据[" + "9" * 5000 + "].数", "数据[x].数", "数据.数"]
)
def test_references_that_lead_nowhere_are_gaps(path: str):
    highlight = sample_year().counted(Highlight)[0]
    year = edited(sample_year(), "结束语", lambda _: f"{{{{ 亮点工作.{path}@{highlight.id} }}}}")
    assert text(report(year).passages["结束语"]).startswith(GAP)
