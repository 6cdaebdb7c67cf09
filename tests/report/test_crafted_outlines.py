"""Outlines that no hand here has made, of a newer program or a spoilt file: all are told."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report.edited import having
from report.telling import GAP, block_text
from rounds import rounds
from sample import sample_year

from secretary_desk.kinds.own_outline import DEEPEST, Numbering, OwnOutline, Part
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.report.document import Document, Heading
from secretary_desk.report.outline import outline_json, outline_lines
from secretary_desk.report.parts import parts_of
from secretary_desk.report.speech import speech_of
from secretary_desk.report.wording import load_wording
from secretary_desk.report.written import outline_of, whole_report

SETTINGS = ReportSettings(year=2026)
LISTINGS = ("", "", "亮点工作.清单", "荣誉.清单", "没有.这个", "党员名册.党员总数", "条")
PARTS = st.builds(
    Part,
    key=st.sampled_from(("", "a", "履职情况", "补充", "/", "、")),
    level=st.sampled_from((None, 0, 1, 2, 3, 4, 99, -1)),
    heading=st.sampled_from(("", "甲", "{{ x }}", "补充/x")),
    passages=st.lists(st.sampled_from((*load_wording(), "没有", "亮点/x")), max_size=2).map(
        "、".join
    ),
    each=st.sampled_from(LISTINGS),
    heading_field=st.sampled_from(("", "名称", "没有", "身份证号")),
    kind=st.sampled_from(("", "", "三会一课", "没有", "党员名册", "改稿")),
    tag=st.sampled_from(("", "", "党建+攻关")),
)


def told(*parts: Part) -> Document:
    year = having(sample_year(), OwnOutline(year=2026, parts=parts))
    return whole_report(year, SETTINGS).document


@settings(max_examples=rounds(150), deadline=None, derandomize=True)
@given(
    parts=st.lists(PARTS, max_size=12).map(tuple),
    numbering=st.sampled_from((None, *Numbering)),
)
def test_any_rows_are_told_in_parts_of_one_key_each(parts, numbering):
    year = having(sample_year(), OwnOutline(year=2026, numbering=numbering, parts=parts))
    document, outline = whole_report(year, SETTINGS).document, outline_of(year, SETTINGS)
    found = parts_of(document, outline)
    assert sorted(n for part in found for n in part.blocks) == [*range(len(document.blocks))]
    assert set(Counter(part.key for part in found).values()) == {1}
    levels = {block.level for block in document.blocks if isinstance(block, Heading)}
    assert levels <= {*range(1, DEEPEST + 1)}
    assert len(outline_lines(outline)) == len(outline_json(outline)["sections"])
    assert speech_of(year, SETTINGS).document


@pytest.mark.parametrize("passage", [k for k in load_wording() if k.endswith("条目")])
def test_what_tells_of_one_entry_is_a_gap_where_there_is_none(passage: str):
    said = "".join(map(block_text, told(Part(heading="甲", passages=passage)).blocks))
    assert f"{GAP}甲】" in said


def test_an_entry_is_told_only_by_what_is_said_of_its_kind():
    row = Part(each="亮点工作.清单", heading_field="名称", passages="问题整改条目、亮点")
    said = [block for block in told(row).blocks if isinstance(block, Heading)]
    assert len(said) > 1
