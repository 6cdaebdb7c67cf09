"""What is left of a figure when its text has been changed."""

import pytest

from secretary_desk.desk.report.editor.chips import Look, Mark, Run
from secretary_desk.report.template import reference


def run(shown, text, said="三会一课.次数"):
    return Run(0, text, 1, Mark(reference(said), shown))


@pytest.mark.parametrize(
    ("shown", "text", "expected"),
    [
        ("12次", "15次", ["15次"]),
        ("12次", "十五次", ["十五次"]),
        ("12次", "１５次", ["１５次"]),
        ("12次", "约15次，很多", ["约", "15次", "，很多"]),
        ("12次", "15场", ["15", "场"]),
        ("12次", "次", ["次"]),
        ("12次", "我们支部在2026年开了会", ["我们支部在2026年开了会"]),
        ("13,500元", "14,500元", ["14,500元"]),
        ("96.8%", "97.1%", ["97.1%"]),
        ("近六成", "近七成", ["近七成"]),
        ("增加3次", "减少3次", ["减少3次"]),
        ("3月5日", "3月8日", ["3月8日"]),
        ("1500余人", "1600余人", ["1600余人"]),
        ("百分之六十", "百分之七十", ["百分之七十"]),
    ],
)
def test_a_changed_figure_is_the_typed_number_between_other_words(shown, text, expected):
    parts = list(run(shown, text).parts())
    assert [part.text for part in parts] == expected
    for part in parts:
        if part.look is Look.TYPED:
            assert str(part.reference) == f'三会一课.次数 | 手填("{part.text}")'
    has_number = text not in ("次", "我们支部在2026年开了会")
    assert [part.look for part in parts].count(Look.TYPED) == has_number


def test_a_changed_typed_number_carries_the_new_one_and_keeps_how_it_was_derived():
    said = '三会一课.次数 | 占比(党员.总数) | 手填("15次")'
    (part,) = run("15次", "16次", said).parts()
    assert str(part.reference) == '三会一课.次数 | 占比(党员.总数) | 手填("16次")'


def test_a_changed_quotation_is_words_even_with_a_number_in_it():
    (part,) = run("第1期", "第2期", '三会一课.主题@1 | 原文("第1期")').parts()
    assert part.look is Look.WORDS
