"""The report: what it says of the sample year, of an empty one, and of any."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report.telling import GAP, OUTLINES, all_runs, assert_sound, block_text, told
from rounds import rounds
from sample import sample_year
from strategies import years

from secretary_desk.kinds.report_settings import Occasion, SignaturePlace
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.year import Year
from secretary_desk.report.document import (
    AnnexTitle,
    Byline,
    Enclosures,
    Figure,
    Heading,
    Paragraph,
    Salutation,
    Signature,
    Table,
    Title,
)

EMPTY = Year(Period.calendar(2026), {})
WHICH = pytest.mark.parametrize("outline", range(len(OUTLINES)), ids=[o.name for o in OUTLINES])


def headings(document) -> list[str]:
    return [block_text(b) for b in document.blocks if isinstance(b, Heading) and b.level == 1]


@WHICH
def test_the_sample_years_report_is_sound_and_has_no_gap(outline: int):
    document = told(sample_year(), outline, reported_on=Day("2027-01-08"))
    assert_sound(document, sample_year())
    assert GAP not in "".join(run.text for run in all_runs(document))


@WHICH
def test_an_empty_year_gives_the_whole_scaffold_and_no_figure(outline: int):
    document = told(EMPTY, outline)
    assert_sound(document, EMPTY)
    text = "".join(run.text for run in all_runs(document))
    assert not [run for run in all_runs(document) if isinstance(run, Figure)]
    assert not [word for word in ("0次", "0名", "零", "0%") if word in text]
    assert len(headings(document)) >= 4
    paragraphs = [block_text(b) for b in document.blocks if isinstance(b, Paragraph)]
    assert all(GAP in paragraph for paragraph in paragraphs[:-1])
    assert not [b for b in document.blocks if isinstance(b, Table)]


@WHICH
@settings(max_examples=rounds(1000), deadline=None, derandomize=True)
@given(year=years())
def test_any_years_report_is_sound(outline: int, year: Year):
    assert_sound(told(year, outline), year)


@settings(max_examples=rounds(300), deadline=None, derandomize=True)
@given(year=years(), offset=st.integers(0, 1))
def test_every_wording_of_every_passage_is_sound(year: Year, offset: int):
    turned = Year(
        year.period.shifted(offset),
        year.counted_entries,
        year.aside_entries,
        year.previous,
        year.following,
    )
    assert_sound(told(turned), turned)


def test_a_state_enterprise_answers_last_years_comments_first():
    assert headings(told(sample_year())) == [
        "一、上年度述职评议点评问题整改情况",
        "二、履职情况",
        "三、特色亮点",
        "四、存在的问题及原因",
        "五、下一步打算",
    ]


def test_the_report_begins_with_title_and_salutation_and_ends_with_name_and_date():
    document = told(sample_year(), reported_on=Day("2027-01-08"))
    kinds = [type(block) for block in document.blocks]
    assert kinds[:2] == [Title, Salutation]
    assert document.title() == "2026年度示例建设集团城轨项目第一党支部书记抓基层党建工作述职报告"
    last = kinds.index(AnnexTitle)
    assert kinds[last - 2 : last] == [Enclosures, Signature]
    assert block_text(document.blocks[last - 1]).endswith("周明远2027年1月8日")


def test_the_signature_stands_on_top_where_the_year_says_so():
    top = told(sample_year(), signature=SignaturePlace.TOP, reported_on=Day("2027-01-08"))
    assert block_text(top.blocks[1]).endswith("周明远（2027年1月8日）")
    assert isinstance(top.blocks[1], Byline)
    assert not [block for block in top.blocks if isinstance(block, Signature)]


@pytest.mark.parametrize(
    ("occasion", "salutation"),
    [
        (Occasion.REVIEW, "各位领导、同志们："),
        (Occasion.GENERAL_MEETING, "各位党员："),
        (Occasion.IN_WRITING, "示例建设集团城轨分公司党委："),
    ],
)
def test_the_salutation_follows_the_occasion(occasion: Occasion, salutation: str):
    document = told(sample_year(), occasion=occasion)
    assert block_text(document.blocks[1]) == salutation


def test_a_salutation_of_the_users_own_ends_with_a_full_width_colon():
    assert block_text(told(EMPTY, salutation="校党委:").blocks[1]) == "校党委："


def test_every_open_problem_is_answered_by_a_plan_that_names_it():
    texts = [block_text(b) for b in told(sample_year()).blocks if isinstance(b, Paragraph)]
    problems = [b.passage for b in told(sample_year()).blocks if isinstance(b, Paragraph)]
    assert len([key for key in problems if key.startswith("存在问题/")]) == 3
    for name in ("年轻党员挑担子少", "谈心谈话没有全覆盖", "党小组会质量不齐"):
        assert len([text for text in texts if f"“{name}”" in text]) >= 1


def test_i_am_not_called_by_name_in_my_own_report():
    texts = [block_text(b) for b in told(sample_year()).blocks if isinstance(b, Paragraph)]
    assert not [text for text in texts if "周明远" in text]
    assert [text for text in texts if "责任人是我" in text or "由我负责" in text]


def test_two_years_running_do_not_read_the_same():
    year = sample_year()
    following = Year(Period.calendar(2027), year.counted_entries, {}, year.previous, year.following)
    texts = [{block_text(b) for b in told(y).blocks if isinstance(b, Paragraph)}
             for y in (year, following)]  # fmt: skip
    assert len(texts[0] & texts[1]) <= len(texts[0]) // 5


def test_the_annexes_are_the_usual_ledgers_with_every_entry():
    document = told(sample_year())
    titles = [block_text(b) for b in document.blocks if isinstance(b, AnnexTitle)]
    tables = [b for b in document.blocks if isinstance(b, Table)]
    assert titles == [
        "附件12026年度“三会一课”开展情况一览表",
        "附件22026年度主题党日开展情况一览表",
        "附件32026年度发展党员情况一览表",
        "附件42026年度检查督导及整改情况一览表",
        "附件52026年度荣誉一览表",
        "附件62026年度问题整改清单",
    ]
    assert [len(table.rows) for table in tables][:2] == [55, 12]
    assert all(len(row) == len(table.columns) for table in tables for row in table.rows)
