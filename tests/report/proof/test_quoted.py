"""引文数字: what entries say in their own words, held against the ledger that has moved on."""

from dataclasses import replace

import pytest
from report.proof.planting import Planted, changed, edited, with_records
from report.telling import block_text
from sample import sample_year

from secretary_desk.kinds.highlight import Highlight
from secretary_desk.kinds.plan import Plan
from secretary_desk.kinds.problem import Problem
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref

LECTURES = "全年6次党课有4次在工区讲，5人登台"


def lecture() -> StudyMeeting:
    return StudyMeeting(held_on=Day("2026-12-18"), form=Form.LESSON, topic="示例一课")


def one_more_lecture(**options) -> Planted:
    return Planted(with_records(sample_year(), lecture()), **options)


def told(planted: Planted):
    """Return what is found of quoted numbers."""
    return [found for found in planted.findings() if found.check == "引文数字"]


def told_with(cls, field: str, words: str):
    """Return what is found where every entry of a kind says these words."""
    return told(Planted(changed(sample_year(), cls, lambda e: replace(e, **{field: words}))))


@pytest.mark.parametrize("spoken", [False, True])
def test_an_entry_that_counts_fewer_than_the_ledger_is_named_with_its_words(spoken: bool):
    planted = one_more_lecture(spoken=spoken)
    (found,) = told(planted)
    entry = next(p for p in planted.year.counted(Problem) if LECTURES in (p.outcome or ""))
    block = planted.report().document.blocks[found.block]
    assert block_text(block)[found.start : found.end] == "6次"
    assert found.text == f"记录“{title(entry)}”的整改成效写6次，记录里是7次（党课次数）"
    assert found.entries == (ref(entry),)
    assert found.weight == "提示"


def title(entry: Problem) -> str:
    return f"{entry.problem} {entry.source.value}"


@pytest.mark.parametrize(
    ("cls", "field", "words"),
    [
        (Problem, "outcome", "支部党员大会开了9次。"),
        (Problem, "shown_by", "全年9次支部党员大会有2次没有议题。"),
        (Highlight, "practice", "为此先开会。全年召开支部委员会15次"),
        (Highlight, "result", "共召开15次支部委员会，没有误过一次。"),
        (Plan, "note", "召开支部委员会15次"),
    ],
)
def test_every_field_that_tells_of_the_year_is_read(cls, field, words):
    found = told_with(cls, field, words)
    assert found
    assert all("记录里是4次" in each.text or "记录里是12次" in each.text for each in found)
    assert len({each.entries for each in found}) == len(found)


@pytest.mark.parametrize(
    ("cls", "field", "words"),
    [
        (Problem, "outcome", "为此先后召开支部委员会2次。"),
        (Problem, "outcome", "一季度共召开2次支部委员会。"),
        (Problem, "outcome", "班子讲“召开支部委员会2次”的来历。"),
        (Problem, "outcome", "全年召开支部委员会12次、支部党员大会4次。"),
        (Highlight, "practice", "党员在车间召开碰头会9次。"),
    ],
)
def test_aims_parts_names_and_right_numbers_are_left_alone(cls, field, words):
    assert told_with(cls, field, words) == []


def test_what_was_before_may_be_told_in_last_years_numbers():
    year = sample_year()
    before = len([m for m in year.previous.counted(StudyMeeting) if Form.LESSON is m.form])
    now = len([m for m in year.counted(StudyMeeting) if Form.LESSON is m.form])
    assert before != now
    assert told_with(Problem, "shown_by", f"全年{before}次党课都是书记讲。") == []
    assert told_with(Problem, "outcome", f"全年{before}次党课都是书记讲。") != []


def test_words_quoted_in_an_edited_passage_are_no_entrys_any_more():
    year = sample_year()
    entry = next(p for p in year.counted(Problem) if LECTURES in (p.outcome or ""))
    quote = f'{{{{ 问题整改.整改成效@{entry.id} | 原文("全年9次党课有4次在工区讲") }}}}。'
    (found,) = told(edited("三会一课", quote))
    assert found.text == "这里引的是记录原来的话，写9次，记录里是6次（党课次数）"


def test_the_user_who_types_it_himself_is_told_that_it_must_be_mended():
    (found,) = edited("三会一课", "全年9次党课有4次在工区讲，没有一次重样。").findings()
    assert (found.check, found.weight) == ("手填数字", "应改")
    assert found.text == "这里写9次，记录里是6次（党课次数）"
