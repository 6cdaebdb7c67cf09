"""Titles broken into even lines, numbers computed."""

import pytest

from secretary_desk.records.numerals import chinese
from secretary_desk.records.text import width
from secretary_desk.report.document import text_of
from secretary_desk.report.numbering import heading_number, ordinal
from secretary_desk.report.title import LINE, title_lines


@pytest.mark.parametrize(
    ("branch", "lines"),
    [
        ("第三项目部党支部", ["2026年度第三项目部党支部书记", "抓基层党建工作述职报告"]),
        ("一支部", ["2026年度一支部书记抓基层党建工作述职报告"]),
        (
            "示例建设集团城轨项目第一党支部",
            ["2026年度示例建设集团城轨项目第一党支部", "书记抓基层党建工作述职报告"],
        ),
    ],
)
def test_a_title_is_broken_where_the_words_part(branch: str, lines: list[str]):
    assert [text_of(line) for line in title_lines("2026年度", branch)] == lines


def test_a_very_long_name_loses_nothing_and_no_line_is_too_long():
    name = "某某大学某某某某学院某某某某系本科生第一第二第三联合党支部委员会临时党支部"
    lines = title_lines("2026年度", name)
    assert "".join(text_of(line) for line in lines) == f"2026年度{name}书记抓基层党建工作述职报告"
    assert max(width(text_of(line)) for line in lines) <= LINE


def test_numbers_are_chinese_as_the_standard_wants_them():
    told = ["一", "十", "十一", "二十", "二十一", "九十九", "一百", "一百零五", "三千二百", "10000"]
    assert [chinese(n) for n in (1, 10, 11, 20, 21, 99, 100, 105, 3200, 10_000)] == told
    assert ordinal(1) == "二是"
    assert [heading_number(level, 2) for level in (1, 2, 3, 4)] == ["三、", "（三）", "3.", "（3）"]
