"""Outlines: each built-in one as its table says, in the document, in Word and by its parts."""

import io
import random
import re

import docx
import pytest
from hypothesis import given, settings
from report import frames
from report.telling import GAP, all_runs, assert_sound, block_text
from report.test_prose import SLIPS, thinned
from rounds import rounds
from sample import sample_year
from strategies import records, years

from secretary_desk.errors import DeskError
from secretary_desk.kinds import OUTLINE
from secretary_desk.kinds.branch import UnitType
from secretary_desk.kinds.own_outline import Numbering, OwnOutline, Part
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.paths import resources
from secretary_desk.records.period import Period
from secretary_desk.records.year import Year
from secretary_desk.render.docx import write_docx
from secretary_desk.report.build import build
from secretary_desk.report.document import Document, Heading, Own, Paragraph, Quotation
from secretary_desk.report.numbering import heading_number
from secretary_desk.report.outline import (
    Outline,
    choose_outline,
    load_outlines,
    outline_json,
    outline_lines,
    parts_of_outline,
)
from secretary_desk.report.own_outline import own_of
from secretary_desk.report.parts import parts_of
from secretary_desk.report.sections import sections_of
from secretary_desk.report.style import load_style
from secretary_desk.report.wording import load_wording

EMPTY = Year(Period.calendar(2026), {})
EVERY = pytest.mark.parametrize("outline", load_outlines(), ids=lambda outline: outline.name)


def told(year: Year, outline: Outline) -> Document:
    return build(year, ReportSettings(year=2026), load_wording(), outline)


def of(*parts: Part, numbering: Numbering = Numbering.STANDARD) -> Outline:
    return choose_outline("", None, OwnOutline(year=2026, numbering=numbering, parts=parts))


def headings(document: Document) -> list[tuple[int, str]]:
    return [(b.level, block_text(b)) for b in document.blocks if isinstance(b, Heading)]


def test_the_outlines_are_those_of_every_unit_type_the_general_one_and_the_eight_frames():
    assert [outline.name for outline in load_outlines()] == list(frames.ALL)
    files = list((resources() / "report").glob("outline_*.toml"))
    assert len(files) == len(frames.ALL)


@EVERY
def test_an_outline_has_its_headings_in_order_with_levels_and_numbers(outline: Outline):
    assert headings(told(EMPTY, outline)) == frames.lines(outline.name)


@EVERY
def test_word_has_the_same_headings_as_headings(outline: Outline):
    document = told(EMPTY, outline)
    file = docx.Document(io.BytesIO(write_docx(document, load_style())))
    styled = [(p.style.name, p.text) for p in file.paragraphs if "Heading" in p.style.name]
    assert styled == [(f"Heading {level}", text) for level, text in frames.lines(outline.name)]


@EVERY
def test_the_parts_of_a_report_are_the_sections_of_its_outline(outline: Outline):
    document = told(EMPTY, outline)
    found = [part for part in parts_of(document, outline)[1:] if part.section]
    assert [part.section for part in found] == list(outline.keyed())
    named = [(p.level, p.heading) for p in found if p.heading not in ("导语", "结束语")]
    assert named == frames.lines(outline.name)


@EVERY
def test_rows_and_sections_turn_into_each_other(outline: Outline):
    assert sections_of(parts_of_outline(outline)) == outline.sections
    own = own_of(outline, 2026)
    (read,) = [OUTLINE.specs["parts"].load(OUTLINE.specs["parts"].plain(own.parts))]
    assert sections_of(read) == outline.sections


@EVERY
def test_an_outline_taken_over_as_ones_own_tells_the_same_report(outline: Outline):
    own = choose_outline("", None, own_of(outline, 2026))
    mine, theirs = told(sample_year(), own), told(sample_year(), outline)
    assert [block_text(b) for b in mine.blocks] == [block_text(b) for b in theirs.blocks]
    parts = parts_of(mine, own)
    assert parts == parts_of(theirs, outline)


@EVERY
@settings(max_examples=rounds(100))
@given(year=years())
def test_any_years_report_is_sound_in_every_outline(outline: Outline, year: Year):
    assert_sound(told(year, outline), year)


@EVERY
def test_no_thinned_year_reads_badly_in_any_outline(outline: Outline):
    chance = random.Random(outline.name)
    for _ in range(rounds(60)):
        for block in told(thinned(sample_year(), chance), outline).blocks:
            text = block_text(block) if isinstance(block, Paragraph) else ""
            assert not [slip for slip in SLIPS if re.search(slip, text)], text


@pytest.mark.parametrize("unit", [None, *UnitType])
def test_a_unit_type_takes_its_outline_of_itself(unit: UnitType | None):
    expected = unit.value if unit and unit is not UnitType.OTHER else "通用"
    assert choose_outline("", unit).name == expected


def test_the_users_own_outline_goes_before_the_named_one_and_that_before_the_unit_types():
    assert choose_outline("三段", UnitType.VILLAGE).name == "三段"
    own = OwnOutline(year=2026, parts=(Part(heading="我的一节"),))
    assert choose_outline("三段", UnitType.VILLAGE, own).keyed().keys() == {"我的一节"}


def test_an_own_outline_without_rows_is_the_preset_numbered_otherwise():
    own = OwnOutline(year=2026, preset="三段", numbering=Numbering.ARABIC_COMMA)
    document = told(EMPTY, choose_outline("", None, own))
    assert [text for _, text in headings(document)] == ["1、讲工作", "2、找差距", "3、说打算"]
    assert not [run for run in all_runs(document) if isinstance(run, Own)]


def test_an_unknown_outline_is_named_with_those_there_are():
    with pytest.raises(DeskError, match="没有“五段”这个提纲；有：机关、国企、高校"):
        choose_outline("五段", None)


@pytest.mark.parametrize(
    ("numbering", "numbers"),
    [
        (Numbering.STANDARD, ["三、", "（三）", "3.", "（3）"]),
        (Numbering.STANDARD_COMMA, ["三、", "（三）", "3、", "（3）"]),
        (Numbering.SKIPPING, ["三、", "3.", "（3）", "③"]),
        (Numbering.SKIPPING_COMMA, ["三、", "3、", "（3）", "③"]),
        (Numbering.ARABIC, ["3.", "（3）", "③", ""]),
        (Numbering.ARABIC_COMMA, ["3、", "（3）", "③", ""]),
        (Numbering.SECOND, ["（三）", "3.", "（3）", "③"]),
        (Numbering.NONE, ["", "", "", ""]),
    ],
)
def test_each_way_to_number_is_exact_level_by_level(numbering: Numbering, numbers: list[str]):
    assert [heading_number(level, 2, numbering) for level in (1, 2, 3, 4)] == numbers


def test_numbers_go_on_beyond_twenty():
    assert [heading_number(3, place, Numbering.ARABIC) for place in (0, 19, 20, 35, 49, 50)] == [
        "①", "⑳", "㉑", "㊱", "㊿", "（51）",
    ]  # fmt: skip
    assert heading_number(1, 20) == "二十一、"
    assert heading_number(1, 110) == "一百一十一、"


def test_a_level_left_out_is_numbered_by_its_own_level_and_begins_anew_after_a_higher_one():
    outline = of(
        Part(level=1, heading="甲"), Part(level=3, heading="乙"), Part(level=3, heading="丙"),
        Part(level=2, heading="丁"), Part(level=3, heading="戊"), Part(level=2, heading="己"),
        Part(level=1, heading="庚"), Part(level=4, heading="辛"),
    )  # fmt: skip
    assert headings(told(EMPTY, outline)) == [
        (1, "一、甲"), (3, "1.乙"), (3, "2.丙"), (2, "（一）丁"), (3, "1.戊"), (2, "（二）己"),
        (1, "二、庚"), (4, "（1）辛"),
    ]  # fmt: skip


def test_headings_without_numbers_have_no_empty_run():
    outline = of(Part(heading="“强”起来"), Part(heading="“凝”起来"), numbering=Numbering.NONE)
    document = told(EMPTY, outline)
    assert headings(document) == [(1, "“强”起来"), (1, "“凝”起来")]
    assert all(run.text for run in all_runs(document))


def test_every_highlight_stands_under_its_name_numbered_as_the_frame_numbers():
    first = {"国企": "（一）", "条线": "1、", "学生支部": "（1）", "常规": "（一）"}
    for name, number in first.items():
        blocks = told(sample_year(), choose_outline(name, None)).blocks
        named = [b for b in blocks if isinstance(b, Heading) and isinstance(b.runs[-1], Quotation)]
        assert len(named) > 1
        assert {block.level for block in named} == {2}
        assert block_text(named[0]).startswith(number)


def test_nothing_stands_silently_empty():
    outline = of(
        Part(heading="联系班级"), Part(heading="带头"), Part(level=2, heading="带头学"),
        Part(heading="有标签", tag="没有"), Part(level=2, heading="里面", passages="打算"),
    )  # fmt: skip
    blocks = [b for b in told(EMPTY, outline).blocks if isinstance(b, Paragraph)]
    assert [(block.passage, block_text(block)) for block in blocks] == [
        ("补充/联系班级", f"{GAP}联系班级】"),
        ("补充/带头/带头学", f"{GAP}带头学】"),
        ("补充/有标签", f"{GAP}有标签】"),
        ("打算", f"{GAP}下一步打算和措施】"),
    ]


def test_the_users_headings_are_his_own_words():
    (heading,) = [
        block for block in told(EMPTY, of(Part(heading="“1+3”机制"))).blocks
        if isinstance(block, Heading)
    ]  # fmt: skip
    assert heading.runs[-1] == Own("“1+3”机制")


def test_rows_without_a_key_get_one_and_no_two_the_same():
    parts = [Part(heading="甲"), Part(heading="甲"), Part(key="甲", heading="乙"), Part()]
    assert [section.key for section in sections_of(parts)] == ["甲·2", "甲·3", "甲", "·2"]


def test_what_an_outline_cannot_tell_is_a_gap_or_left_out_and_never_stops_the_report():
    outline = of(
        Part(heading="一节", passages="亮点、没有的段落、三会一课"),
        Part(heading="二节", each="没有.清单", heading_field="没有", passages="亮点"),
    )
    texts = [block_text(block) for block in told(sample_year(), outline).blocks]
    assert f"{GAP}没有的段落】" in texts
    assert f"{GAP}二节】" in texts


@settings(max_examples=rounds(300))
@given(own=records(OUTLINE))
def test_any_outline_that_can_be_stored_can_be_told(own: OwnOutline):
    outline = choose_outline("", None, own)
    document = told(sample_year(), outline)
    numbers = [number for part in parts_of(document, outline) for number in part.blocks]
    assert sorted(numbers) == list(range(len(document.blocks)))


def test_an_outline_is_shown_as_rows_and_as_lines():
    outline = choose_outline("条线", None)
    assert outline_lines(outline)[5:8] == ["五、先锋模范", "　1、〔亮点工作逐项〕", "　2、获得荣誉"]
    shown = outline_json(outline)
    assert (shown["name"], shown["numbering"], shown["own"]) == ("条线", "一、1、（1）", False)
    assert shown["sections"][3] == {
        "key": "教育管理", "level": 1, "number": "三、", "heading": "教育管理",
        "passages": ["教育培训", "主题党日", "民主评议党员", "谈心谈话", "党费"],
        "each": "", "kind": "", "tag": "教育管理",
    }  # fmt: skip
