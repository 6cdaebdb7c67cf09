"""Sections that entries reach by their kind and tag."""

import random
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from report.telling import GAP, assert_sound, block_text
from report.test_prose import SLIPS, thinned
from rounds import rounds
from sample import sample_year
from strategies import years

from secretary_desk.kinds import KINDS
from secretary_desk.kinds.highlight import Highlight
from secretary_desk.kinds.honour import Honour, Receiver
from secretary_desk.kinds.own_outline import OwnOutline, Part
from secretary_desk.kinds.passage_edit import PassageEdit
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import Record
from secretary_desk.records.year import Year
from secretary_desk.report.build import Report, compose
from secretary_desk.report.document import Paragraph, Quotation
from secretary_desk.report.outline import choose_outline
from secretary_desk.report.tagged import ENTRY
from secretary_desk.report.wording import load_wording

TOLD = [kind for kind in KINDS if f"{kind.label}{ENTRY}" in load_wording()]
MEETING = StudyMeeting(
    held_on=Day("2026-03-05"), form=Form.GENERAL, topic="双报到动员", tags=("双报到",), present=30
)
HONOUR = Honour(name="双报到先进支部", given_on=Day("2026-02-01"), receiver=Receiver.COLLECTIVE,
                tags=("双报到", "荣誉墙"))  # fmt: skip
HIGHLIGHT = Highlight(name="夜校", started_on=Day("2026-05-01"), aspects=("党建+服务",),
                      practice="每周四开课")  # fmt: skip


def told(*parts: Part, year: Year, spoken: bool = False) -> Report:
    outline = choose_outline("", None, OwnOutline(year=2026, parts=parts))
    return compose(year, ReportSettings(year=2026), load_wording(), outline, spoken=spoken)


def year_with(*entries: Record) -> Year:
    counted: dict[type[Record], list[Record]] = {}
    for entry in entries:
        counted.setdefault(type(entry), []).append(entry)
    return Year(Period.calendar(2026), counted)


def said(report: Report) -> list[tuple[str, str]]:
    blocks = [block for block in report.document.blocks if isinstance(block, Paragraph)]
    return [(block.passage, block_text(block)) for block in blocks]


def keys(report: Report) -> list[str]:
    return list(dict.fromkeys(key for key, _ in said(report)))


YEAR = year_with(MEETING, HONOUR, HIGHLIGHT)


@pytest.mark.parametrize(
    ("kind", "tag", "reached"),
    [
        ("", "双报到", [f"三会一课条目/{MEETING.id}", f"荣誉条目/{HONOUR.id}"]),
        ("荣誉", "双报到", [f"荣誉条目/{HONOUR.id}"]),
        ("honour", "", [f"荣誉条目/{HONOUR.id}"]),
        ("", "党建+服务", [f"亮点工作条目/{HIGHLIGHT.id}"]),
        ("三会一课", "荣誉墙", ["补充/一节"]),
        ("没有的种类", "双报到", ["补充/一节"]),
    ],
)
def test_entries_reach_a_section_by_kind_and_tag(kind: str, tag: str, reached: list[str]):
    assert keys(told(Part(heading="一节", kind=kind, tag=tag), year=YEAR)) == reached


def test_an_entry_is_told_by_its_date_first_and_in_the_users_words():
    ((_, text),) = said(told(Part(heading="一节", kind="三会一课"), year=YEAR))
    assert re.match("3月5日(召开|的)支部党员大会，议(题是|的是)“双报到动员”", text)
    report = told(Part(heading="一节", kind="三会一课"), year=YEAR)
    runs = [run for block in report.document.blocks if isinstance(block, Paragraph)
            for run in block.runs if isinstance(run, Quotation)]  # fmt: skip
    assert {run.entry.id for run in runs} == {MEETING.id}


def test_an_entry_left_out_of_the_report_reaches_no_section():
    left_out = replace(MEETING, left_out=True)
    report = told(Part(heading="一节", kind="三会一课"), year=year_with(left_out))
    assert said(report) == [("补充/一节", f"{GAP}一节】")]


def test_an_edit_belongs_to_one_entry_wherever_it_is_told():
    other = replace(MEETING, id="00000000-0000-4000-8000-000000000001", topic="第二次")
    edit = PassageEdit(year=2026, passage=f"三会一课条目/{MEETING.id}", text="三月就动员了。")
    report = told(
        Part(heading="一节", tag="双报到"),
        Part(heading="二节", kind="三会一课"),
        year=year_with(MEETING, other, edit),
    )
    texts = [text for _, text in said(report)]
    assert texts.count("三月就动员了。") == 2
    assert len([text for text in texts if "“第二次”" in text]) == 2


def test_a_section_tells_its_passages_before_its_entries_and_the_supplement_last():
    report = told(Part(heading="一节", passages="荣誉", tag="双报到"), year=YEAR)
    assert [key.split("/")[0] for key in keys(report)] == ["荣誉", "三会一课条目", "荣誉条目"]


def test_every_kind_that_reports_on_work_has_words_for_one_entry():
    assert [kind.label for kind in KINDS if kind not in TOLD] == ["支部概况", "党员名册"]


EVERY = tuple(Part(heading=kind.label, kind=kind.name) for kind in TOLD)


@pytest.mark.parametrize("spoken", [False, True])
@settings(max_examples=rounds(300))
@given(year=years())
def test_every_entry_of_any_year_is_told_soundly(spoken: bool, year: Year):
    assert_sound(told(*EVERY, year=year, spoken=spoken).document, year)


@pytest.mark.parametrize("spoken", [False, True])
def test_no_entry_of_a_thinned_year_reads_badly(spoken: bool):
    chance = random.Random(spoken)
    for _ in range(rounds(200)):
        year = thinned(sample_year(), chance)
        year = replace(year, period=replace(year.period, year=chance.choice([2026, 2027])))
        for _, text in said(told(*EVERY, year=year, spoken=spoken)):
            assert not [slip for slip in SLIPS if re.search(slip, text)], text
