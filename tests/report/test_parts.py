"""A report by its parts: every block in one, and the counts of all agree with the whole."""

from dataclasses import replace

import pytest
from hypothesis import given
from report.telling import GAP, OUTLINES, block_text, told
from sample import sample_year
from strategies import years

from secretary_desk.kinds.report_settings import SignaturePlace
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.records.period import Period
from secretary_desk.records.year import Year
from secretary_desk.report.document import AnnexTitle, Enclosures, Signature, Table, Title
from secretary_desk.report.parts import ANNEXES, HEAD, Part, parts_of
from secretary_desk.report.written import counted

EMPTY = Year(Period.calendar(2026), {})
WHICH = pytest.mark.parametrize("outline", range(len(OUTLINES)), ids=[o.name for o in OUTLINES])


def parts(year: Year, outline: int = 0, **settings) -> dict[str, Part]:
    found = parts_of(told(year, outline, **settings), OUTLINES[outline])
    assert len({part.key for part in found}) == len(found)
    return {part.key: part for part in found}


@WHICH
@given(year=years())
def test_every_block_is_in_one_part_and_the_counts_add_up(outline: int, year: Year):
    document = told(year, outline)
    found = parts_of(document, OUTLINES[outline])
    blocks = [number for part in found for number in part.blocks]
    assert sorted(blocks) == list(range(len(document.blocks)))
    sums = sum(part.characters for part in found), sum(part.gaps for part in found)
    assert sums == counted(document)


def test_the_outline_reads_as_the_report_does():
    found = parts(sample_year())
    assert [p.heading for p in found.values() if not p.key.startswith("特色亮点/")] == [
        "标题与落款",
        "导语",
        "一、上年度述职评议点评问题整改情况",
        "二、履职情况",
        "（一）履行第一责任人职责",
        "（二）严肃党内组织生活",
        "（三）建强党员队伍",
        "（四）推动党建与生产经营融合",
        "（五）抓实问题查摆整改",
        "三、特色亮点",
        "四、存在的问题及原因",
        "五、下一步打算",
        "结束语",
        "附件",
    ]
    assert [part.level for part in found.values()][:6] == [1, 1, 1, 1, 2, 2]


@WHICH
def test_every_part_of_an_empty_report_stands_there_and_says_what_it_lacks(outline: int):
    found = parts(EMPTY, outline)
    assert "附件" not in found
    assert found["下一步打算"].gaps == 1
    assert found["结束语"].gaps == 0
    assert all(part.characters for part in found.values())


def test_title_salutation_and_signature_are_one_part_wherever_they_stand():
    for place in SignaturePlace:
        document = told(sample_year(), signature=place)
        head = parts_of(document, OUTLINES[0])[0]
        assert head.key == HEAD.key
        blocks = [document.blocks[number] for number in head.blocks]
        assert isinstance(blocks[0], Title)
        assert isinstance(blocks[-1], Signature) == (place is SignaturePlace.END)
        assert len(blocks) == 3


def test_ledgers_and_their_list_are_one_part_without_the_ledgers_characters():
    document = told(sample_year())
    annexes = parts(sample_year())[ANNEXES.key]
    blocks = [document.blocks[number] for number in annexes.blocks]
    assert {type(block) for block in blocks} == {Enclosures, AnnexTitle, Table}
    text = [block_text(block) for block in blocks if not isinstance(block, Table)]
    assert annexes.characters <= sum(map(len, text))


def test_a_highlight_is_known_by_its_entry_and_takes_no_supplement():
    found = parts(sample_year())
    own = [part for part in found.values() if part.key.startswith("特色亮点/")]
    assert own[-1].section == "特色亮点/获得荣誉"
    assert len(own) > 2
    assert all(part.section == "" for part in own[:-1])
    assert found["特色亮点"].section == "特色亮点"


@WHICH
def test_every_section_of_the_outline_has_a_part_that_takes_its_supplement(outline: int):
    keys = OUTLINES[outline].keyed()
    entries = [Supplement(year=2026, section=key, text="补上一句。") for key in keys]
    year = replace(EMPTY, counted_entries={Supplement: entries})
    document = told(year, outline)
    found = {part.section: part for part in parts_of(document, OUTLINES[outline])}
    assert set(found) - {""} == set(keys)
    for key in keys:
        said = [block_text(document.blocks[number]) for number in found[key].blocks]
        assert "补上一句。" in said


def test_a_gap_is_counted_where_it_stands():
    document = told(EMPTY)
    for part in parts_of(document, OUTLINES[0]):
        texts = [block_text(document.blocks[number]) for number in part.blocks]
        assert part.gaps == "".join(texts).count(GAP)
