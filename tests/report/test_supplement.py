"""补充: the user's own paragraphs, at the end of the section that they are for."""

from dataclasses import replace

import pytest
from report.telling import OUTLINES, all_runs, assert_sound, block_text, told
from sample import sample_archive, sample_year
from strategies import year_from

from secretary_desk.facts.load import load_year
from secretary_desk.kinds.highlight import Highlight
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.year import Year
from secretary_desk.render.docx import write_docx
from secretary_desk.render.plain import write_plain
from secretary_desk.report.codec import from_json, to_json
from secretary_desk.report.document import Figure, Heading, Own, Paragraph
from secretary_desk.report.style import load_style
from secretary_desk.report.template import write
from secretary_desk.store.store import Store

SECTIONS = [(number, key) for number, outline in enumerate(OUTLINES) for key in outline.keyed()]
WORDS = "我会再去{{ 班组 }}{# 看 #}3次。"


def supplement(section: str, text: str = WORDS) -> Supplement:
    return Supplement(year=2026, section=section, text=write([text]))


def with_supplements(*entries: Supplement, year: Year | None = None) -> Year:
    year = year or sample_year()
    return replace(year, counted_entries={**year.counted_entries, Supplement: entries})


def added(document) -> list[Paragraph]:
    blocks = [block for block in document.blocks if isinstance(block, Paragraph)]
    return [block for block in blocks if block.passage.startswith("补充/")]


@pytest.mark.parametrize(("outline", "section"), SECTIONS)
def test_every_section_of_every_outline_takes_a_supplement(outline: int, section: str):
    year = with_supplements(supplement(section))
    document = told(year, outline)
    assert_sound(document, year)
    (paragraph,) = added(document)
    assert paragraph.passage == f"补充/{section}"
    assert paragraph.runs == (Own(WORDS),)


def test_a_figure_in_it_follows_the_entries():
    text = "全年党课{{ 三会一课.次数.党课 | 大写 }}。"
    entry = Supplement(year=2026, section="结束语", text=text)
    (paragraph,) = added(told(with_supplements(entry)))
    assert block_text(paragraph) == "全年党课六次。"
    figure = paragraph.runs[1]
    assert isinstance(figure, Figure)
    assert len(figure.entries) == 6


def test_it_stands_after_the_sections_own_passages_and_before_what_follows():
    document = told(with_supplements(supplement("履职情况/建强党员队伍")))
    (paragraph,) = added(document)
    place = document.blocks.index(paragraph)
    assert document.blocks[place - 1].passage == "发展党员"
    assert isinstance(document.blocks[place + 1], Heading)


def test_a_section_of_nothing_but_subsections_is_begun_by_it():
    document = told(with_supplements(supplement("履职情况")))
    (paragraph,) = added(document)
    place = document.blocks.index(paragraph)
    assert [block_text(b) for b in document.blocks[place - 1 : place + 2 : 2]] == [
        "二、履职情况",
        "（一）履行第一责任人职责",
    ]


def test_line_breaks_part_paragraphs_and_empty_lines_are_none():
    document = told(with_supplements(supplement("下一步打算", "一句。\n\n　　两句。\n  \n三句。")))
    assert [block_text(b) for b in added(document)] == ["一句。", "两句。", "三句。"]


@pytest.mark.parametrize("text", ["", " \n　"])
def test_an_empty_one_says_nothing(text: str):
    assert told(with_supplements(supplement("下一步打算", text))) == told(with_supplements())


def test_another_units_outline_with_the_same_section_uses_it():
    common = set(OUTLINES[0].keyed()) & set(OUTLINES[1].keyed())
    assert {"导语", "特色亮点", "特色亮点/获得荣誉", "下一步打算", "结束语"} <= common
    year = with_supplements(supplement("特色亮点/获得荣誉"))
    assert added(told(year, 0)) == added(told(year, 1))


def test_one_for_a_section_that_is_no_longer_there_is_not_said_and_not_lost(tmp_path):
    with Store.open(sample_archive(tmp_path)) as store:
        entry = supplement("履职情况/没有这一节")
        store.save(entry)
        year = load_year(store, 2026)
    assert entry.id in [found.id for found in year.counted(Supplement)]
    assert WORDS not in "".join(run.text for run in all_runs(told(year)))


def test_a_repeated_section_takes_none_but_the_one_that_holds_it_does():
    highlight = Highlight(name="夜校", started_on=Day("2026-05-01"))
    given = {Highlight: [highlight]}
    year = year_from(given, Period.calendar(2026))
    entries = [supplement("特色亮点/夜校"), supplement("特色亮点", "先说一句。")]
    document = told(with_supplements(*entries, year=year))
    assert [block_text(b) for b in added(document)] == ["先说一句。"]


def test_another_years_is_not_said(tmp_path):
    with Store.open(sample_archive(tmp_path)) as store:
        store.save(Supplement(year=2025, section="下一步打算", text=WORDS))
        found = load_year(store, 2026).counted(Supplement)
    assert WORDS not in [entry.text for entry in found]


def test_every_format_carries_it():
    document = told(with_supplements(supplement("结束语")))
    assert f"　　{WORDS}\n" in write_plain(document)
    assert from_json(to_json(document)) == document
    assert write_docx(document, load_style())[:2] == b"PK"
