"""How the proof reading cuts a report into lines, sentences and numbers."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report.proof.planting import Planted, added
from sample import sample_year

from secretary_desk.records.numerals import chinese
from secretary_desk.records.record import Ref
from secretary_desk.report.document import Figure, Own, Quotation, Wording
from secretary_desk.report.proof.numbers import agree, amount, amounts, chinese_value
from secretary_desk.report.proof.text import Line, lines_of, spans_of_sentences

MARKED = st.text("党员会。！？“”‘’（）《》，、；…\n .", max_size=30)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("我学。我讲！你呢？好", ["我学。", "我讲！", "你呢？", "好"]),
        (
            "他说：“先学。再讲。”说完就走。我也走。",
            ["他说：“先学。再讲。”", "说完就走。", "我也走。"],
        ),
        ("他说：“先学。”“再讲。”我听。", ["他说：“先学。”", "“再讲。”", "我听。"]),
        ("讲“怎么办？”一课。", ["讲“怎么办？”一课。"]),
        ("我讲“担当。做到底。", ["我讲“担当。", "做到底。"]),
        ("真的？！是的。。", ["真的？！", "是的。。"]),
        ("学了（原文。）讲了。", ["学了（原文。）", "讲了。"]),
        ("一是学；二是讲。", ["一是学；二是讲。"]),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, sentences: list[str]):
    assert [text[start:end] for start, end in spans_of_sentences(text)] == sentences


@given(MARKED)
def test_sentences_together_are_the_text(text: str):
    assert "".join(text[start:end] for start, end in spans_of_sentences(text)) == text


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12次", "12", "次"),
        ("１５次", "15", "次"),
        ("十五次", "15", "次"),
        ("两个", "2", "个"),
        ("一百零五人", "105", "人"),
        ("94.1%", "94.1", "%"),
        ("94．1％", "94.1", "%"),
        ("百分之九十四", "94", "%"),
        ("1,500人次", "1500", "人次"),
        ("3万元", "30000", "元"),
        ("1.2万人次", "12000", "人次"),
        ("三万二千人", "32000", "人"),
        ("二〇二六", "2026", ""),
        ("六成", "6", "成"),
    ],
)
def test_a_number_is_read_in_any_writing(text: str, value: str, unit: str):
    found = amount(text)
    assert found is not None
    assert (found.value, found.unit, found.start, found.end) == (Decimal(value), unit, 0, len(text))


@pytest.mark.parametrize("text", ["第3次会", "第十二次会", "会议室", "第33环"])
def test_an_ordinal_is_no_number(text: str):
    assert amount(text) is None


@given(st.integers(1, 9999))
def test_a_chinese_number_reads_back(number: int):
    assert chinese_value(chinese(number)) == number


@given(st.text())
def test_any_text_has_its_numbers_in_order(text: str):
    found = list(amounts(text))
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("typed", "known", "right"),
    [
        ("12次", "12", True),
        ("13次", "12", False),
        ("94%", "94.1", True),
        ("94.1%", "94.14", True),
        ("95%", "94.1", False),
        ("1500余人", "1563", True),
        ("1500余人", "1720", False),
        ("近百次", "96", True),
        ("约30次", "33", True),
        ("约30次", "48", False),
        ("六成", "55.6", True),
        ("八成", "55.6", False),
        ("三十多次", "33", True),
    ],
)
def test_a_number_agrees_as_people_round_it(typed: str, known: str, right: bool):
    words = next(amounts(typed))
    assert agree(words, Decimal(known)) is right


def test_every_character_knows_its_run():
    entry = Ref("problem", "1")
    runs = (
        Wording("开会"),
        Figure("12次", "键", (entry,)),
        Own("，我"),
        Quotation("讲", entry, "题"),
    )
    line = Line(0, "三会一课", runs)
    assert [line.run_at(place) for place in range(len(line.text))] == [
        run for run in runs for _ in run.text
    ]
    assert list(line.runs_within(1, 3)) == list(runs[:2])
    assert line.entries(0, 2) == ()
    assert line.entries(0, 3) == (entry,)
    assert [line.is_own(place) for place in (4, 5, 6, 7)] == [False, True, True, False]


def test_placeholders_are_blank_and_as_long():
    line = Line(0, "三会一课", (Wording("先学。【待补充：三会一课次数】"), Own("后讲。")))
    assert line.plain == "先学。" + "\0" * 12 + "后讲。"


def test_lines_know_the_headings_above_them():
    lines = lines_of(Planted(sample_year()).report().document)
    own = next(line for line in lines if line.key.startswith("存在问题/"))
    assert own.above == ("四、存在的问题及原因",)
    lecture = next(line for line in lines if line.key == "三会一课")
    assert lecture.above == ("二、履职情况", "（二）严肃党内组织生活")


def test_a_short_forms_passage_has_the_same_key():
    spoken = added("我讲。")._replace(spoken=True)
    keys = [line.key for line in lines_of(spoken.report().document)]
    assert "三会一课" in keys
    assert not [key for key in keys if key.startswith("现场/")]
