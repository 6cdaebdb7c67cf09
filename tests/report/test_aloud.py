"""Spoken wording: the user's words cut to what is said aloud, dates as people say them."""

import pytest
from report.test_wording import said

from secretary_desk.errors import DeskError
from secretary_desk.kinds.highlight import Highlight
from secretary_desk.kinds.plan import Plan
from secretary_desk.records.day import Day
from secretary_desk.report.document import Quotation, text_of


def spoken(template: str, result: str) -> str:
    return text_of(said(template, entry=Highlight(name="党建+攻关", result=result)))


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("83天完成修复。返厂要五个月。", "83天完成修复"),
        ("他说“好。干吧。”就上了。随后开工。", "他说“好。干吧。”就上了"),
        ("查出渗漏（含3处旧患（已补））17处；当日处理。", "查出渗漏17处"),
        ("谁来干？党员先上。", "谁来干？"),
        ("第一行\n第二行", "第一行"),
        ("没有句号", "没有句号"),
        ("（略）", "（略）"),
        ("“没有合上的引号。第二句。", "“没有合上的引号。第二句"),
    ],
)
def test_the_first_sentence_is_said_without_what_stands_in_brackets(written: str, first: str):
    assert spoken("{{ 条.成效|首句 }}", written) == first


def test_the_users_words_are_said_without_brackets_and_still_know_their_entry():
    entry = Highlight(name="技术创新一等奖（刀盘修复）")
    runs = said("{{ 条.名称|念|引 }}", entry=entry)
    assert text_of(runs) == "“技术创新一等奖”"
    assert [run.entry.id for run in runs if isinstance(run, Quotation)] == [entry.id]


def test_what_is_not_there_stays_unsaid():
    assert spoken("{{ 条.做法|首句|后('。') }}{{ 条.背景|念|后('。') }}", "好") == ""


@pytest.mark.parametrize(
    ("due", "as_said"),
    [
        ("2027-06-30", "6月底前"),
        ("2027-06-15", "6月15日前"),
        ("2027-06", "6月底前"),
        ("2027-12-31", "年底前"),
        ("2027", "年底前"),
        ("2028-02-29", "2028年2月底前"),
        ("2028-12", "2028年底前"),
        ("2026-12-31", "2026年底前"),
    ],
)
def test_a_deadline_is_said_as_people_say_it(due: str, as_said: str):
    plan = Plan(year=2027, plan="换届", due_on=Day(due))
    assert text_of(said("{{ 条.时限|念期 }}", entry=plan)) == as_said


def test_only_a_day_is_said_as_a_deadline():
    with pytest.raises(DeskError, match="不是日期"):
        spoken("{{ 条.成效|念期 }}", "好")
