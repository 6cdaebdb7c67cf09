"""The language of the user's own text: everything reads, nothing is lost."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretary_desk.report.template import Reference, Step, read, reference, write

TEXTS = st.text(alphabet=st.sampled_from('全年12次{}\\| ()"手填\n.@'), min_size=1, max_size=12)
KEYS = st.sampled_from(
    ("三会一课.次数.合计", '标签["党建+攻关"].场次', "亮点工作.成效[2].数值@a-1")
)
STEPS = st.one_of(
    st.sampled_from((Step("大写"), Step("占比", "党员.总数"), Step("占比", "31"))),
    st.builds(Step, st.sampled_from(("手填", "原文")), TEXTS, st.just(True)),
)
REFERENCES = st.builds(Reference, KEYS, st.lists(STEPS, max_size=3).map(tuple))
PIECES = st.lists(st.one_of(TEXTS, REFERENCES), max_size=6)


def joined(pieces):
    found = []
    for piece in pieces:
        if isinstance(piece, str) and found and isinstance(found[-1], str):
            found[-1] += piece
        else:
            found.append(piece)
    return tuple(found)


@given(PIECES)
def test_what_is_written_reads_back(pieces):
    assert read(write(pieces)) == joined(pieces)


@given(st.text(alphabet=st.sampled_from('全12次{}\\| ()"占比.\n'), max_size=40))
def test_any_text_is_read_and_writes_itself_again_the_same_way(text):
    once = write(read(text))
    assert read(once) == read(text)
    assert write(read(once)) == once


def test_a_slash_before_a_reference_stays_one():
    pieces = ("开会\\", Reference("三会一课.次数.合计"))
    assert read(write(pieces)) == pieces


def test_a_text_without_braces_is_itself():
    assert read("全年开会12次，\\o/") == ("全年开会12次，\\o/",)
    assert read("") == ()


def test_references_are_read_with_their_forms():
    assert read("开会{{ 三会一课.次数.合计 | 大写 }}。") == (
        "开会", Reference("三会一课.次数.合计", (Step("大写"),)), "。")  # fmt: skip
    assert reference("党员.女 | 占比(党员.总数) | 成").steps == (
        Step("占比", "党员.总数"),
        Step("成"),
    )


@pytest.mark.parametrize(
    "text", ["{{", "{{ }}", "{{ a | }}", "}} {{", "{{ a", "{% if %}", "{# x #}"]
)
def test_what_is_no_reference_is_literal(text):
    assert read(text) == (text,)


def test_an_escaped_brace_is_literal():
    assert read("\\{{ 三会一课.次数.合计 }}") == ("{{ 三会一课.次数.合计 }}",)


def test_a_typed_number_keeps_the_figure_it_stands_for():
    typed = reference('三会一课.次数.合计 | 手填("15次")')
    assert typed.text == "15次"
    assert typed.bare() == Reference("三会一课.次数.合计")


@pytest.mark.parametrize("text", ["\\" * 100_000, "{{ " * 30_000, '{{ a | b("' * 20_000])
def test_a_long_text_is_read_at_once(text):
    begun = perf_counter()
    assert read(write(read(text))) == read(text)
    assert perf_counter() - begun < 5
