"""Whatever the user pastes, the proof reading reads it, and soon."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report.proof.planting import added
from rounds import rounds

MANY = 30_000  # characters in one paragraph, ten times a whole report
PIECES = (
    *(
        "1",
        "9" * 30,
        "一",
        "亿",
        "0." + "1" * 9,
        "．",
        "²",
        "٣",
        "百分之",
        "约",
        "余",
        "次",
        "人",
        "%",
    ),
    *(
        "成",
        "其中",
        "合计",
        "应到",
        "实到",
        "到会率",
        "党课",
        "，",
        "。",
        "、",
        "（",
        "）",
        "“",
        "\n",
        "x",
        "?",
    ),
)
REPEATED = (
    *("抓好党建工作", "其中12次，", "合计12次，", "占12人的3%，", "党课共计", "某某同志", "最好。"),
    *("（", "）", "1）", "“", "?", "X", "一", "1", "會(huì)", "会(hui)"),
)
ROWS = (
    "一" * 5000 + "次。",
    "三会一课约" + "9" * 5000 + "次。",
    "一亿亿亿亿亿亿亿次，合计一亿亿亿亿亿亿次。",
    f"应到{'9' * 29}人，实到{'8' * 29}人，合计{'7' * 29}人。",
    "占94.1234567890123456789012%。",
)


@pytest.mark.parametrize("piece", REPEATED)
def test_a_long_text_is_read_in_seconds(piece: str):
    planted = added("我" + piece * (MANY // len(piece)) + "。")
    begun = perf_counter()
    planted.findings()
    assert perf_counter() - begun < 8


@settings(max_examples=rounds(150), deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_row_of_numbers_and_marks_is_read(text: str):
    added(f"我们{text}").findings()


@pytest.mark.parametrize("text", ROWS)
def test_a_row_of_digits_is_no_number(text: str):
    added(text).findings()
