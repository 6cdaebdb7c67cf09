"""The prose, read for slips: over the sample year thinned at random, in every wording."""

import random
import re
from dataclasses import replace

import pytest
from report.telling import GAP, OUTLINES, block_text, told
from rounds import rounds
from sample import sample_year

from secretary_desk.kinds.branch import Branch
from secretary_desk.kinds.highlight import Highlight
from secretary_desk.kinds.honour import Honour, Receiver
from secretary_desk.kinds.problem import Problem, Source
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.day import Day
from secretary_desk.records.year import Year
from secretary_desk.report.build import compose
from secretary_desk.report.document import Byline, Figure, Paragraph, Signature, Table
from secretary_desk.report.wording import load_wording

SLIPS = (
    "[，、；：。？！][，、；：。]",  # two marks in a row
    "^[，、；：。？！”’]",
    "[，、；：]$",
    "其中[，。；]|其中$|，其中没有",
    "“”|‘’|（）|None|True|False|Undefined",
    "[ \t]",
    "年月|月底月|前前",
)


def thinned(year: Year, chance: random.Random) -> Year:
    """Return the year with most of its entries left out, in other proportions each time."""
    counted = {}
    for cls, entries in year.counted_entries.items():
        share = chance.choice([0, 0.03, 0.2, 0.6, 1])
        counted[cls] = [e for e in entries if cls is Branch or chance.random() < share]
    return replace(year, counted_entries=counted)


def texts(year: Year, outline: int) -> list[str]:
    blocks = told(year, outline, reported_on=Day("2027-01-08")).blocks
    return [block_text(block) for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("outline", range(len(OUTLINES)))
def test_no_thinned_year_reads_badly(outline: int):
    chance = random.Random(outline)
    for _ in range(rounds(1000)):
        year = thinned(sample_year(), chance)
        year = replace(year, period=replace(year.period, year=chance.choice([2026, 2027])))
        for text in texts(year, outline):
            for slip in SLIPS:
                assert not re.search(slip, text), (slip, text)


def spoken(year: Year, outline: int) -> list[Paragraph]:
    settings = ReportSettings(year=year.period.year)
    document = compose(year, settings, load_wording(), OUTLINES[outline], spoken=True).document
    return [block for block in document.blocks if isinstance(block, Paragraph)]


def most_figures(paragraph: Paragraph) -> int:
    """Return how many of the ledger's figures the fullest clause has, from mark to mark."""
    text = "".join("■" if isinstance(run, Figure) else run.text for run in paragraph.runs)
    return max(clause.count("■") for clause in re.split("[，。；：]", text))


@pytest.mark.parametrize("outline", range(len(OUTLINES)))
def test_no_thinned_year_is_spoken_badly(outline: int):
    chance = random.Random(outline)
    for _ in range(rounds(1000)):
        year = thinned(sample_year(), chance)
        year = replace(year, period=replace(year.period, year=chance.choice([2026, 2027])))
        for paragraph in spoken(year, outline):
            text = block_text(paragraph)
            for slip in (*SLIPS, "[（）()]|附件"):
                assert not re.search(slip, text), (slip, text)
            assert most_figures(paragraph) <= 1, text


def only(*entries: object) -> Year:
    """Return the sample year with nothing but its profile and these entries."""
    year = sample_year()
    counted = {Branch: year.counted(Branch)}
    for entry in entries:
        counted.setdefault(type(entry), []).append(entry)
    return replace(year, counted_entries=counted, previous=None, following=None)


def all_text(*entries: object) -> str:
    return "\n".join(text for outline in (0, 1) for text in texts(only(*entries), outline))


def test_quotation_marks_inside_the_users_words_become_single_ones():
    meeting = StudyMeeting(
        held_on=Day("2026-06-01"),
        form=Form.COMMITTEE,
        topic="研究“七一”活动方案",
        resolution="同意!",
    )
    assert "“研究‘七一’活动方案”" in all_text(meeting)
    assert "同意!。" not in all_text(meeting)


def test_one_of_a_kind_is_not_told_as_several():
    honour = Honour(name="工人先锋号", given_on=Day("2026-05-01"), receiver=Receiver.COLLECTIVE)
    told = next(text for text in all_text(honour).splitlines() if "“工人先锋号”" in text)
    assert not re.search("等|其中|合计|按级别", told)


def test_a_highlight_with_nothing_but_a_name_asks_for_more():
    assert f"{GAP}做法和成效】" in all_text(Highlight(name="党建+科研", started_on=Day("2026-05")))


def test_a_problem_without_manifestation_or_cause_asks_for_them():
    entry = Problem(problem="活动少", source=Source.OWN, found_on=Day("2026-05-01"))
    assert f"活动少。{GAP}具体表现和原因】" in all_text(entry)


def test_what_was_put_right_after_as_of_is_still_a_problem():
    entry = Problem(
        problem="学习不深",
        source=Source.OWN,
        found_on=Day("2026-03-01"),
        closed_on=Day("2027-04-01"),
    )
    assert "学习不深。" in all_text(entry)
    assert "已经整改" not in all_text(entry)


def test_the_name_is_asked_for_once():
    empty = Year(sample_year().period, {})
    for signature in ("文末", "题下"):
        document = told(empty, signature=signature)
        for block in document.blocks:
            if isinstance(block, (Signature, Byline)):
                lines = ["".join(run.text for run in line) for line in block.lines]
                assert max(line.count(GAP) for line in lines) == 1


def test_a_ledger_tells_only_what_was_known_at_as_of():
    year = sample_year()
    cut = replace(year, period=replace(year.period, as_of=Day("2026-06-30").first()))
    tables = [block for block in told(cut).blocks if isinstance(block, Table)]
    development = next(t for t in tables if any(c.label == "递交申请" for c in t.columns))
    cells = ["".join(run.text for run in cell) for row in development.rows for cell in row]
    assert not [text for text in cells if re.fullmatch(r"2026\.(7|8|9|1\d)\..*|2027.*", text)]
