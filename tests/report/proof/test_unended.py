"""段末标点: a paragraph that the user breaks off is pointed out, not what the program writes."""

import pytest
from report.proof.planting import SECTION, Planted, with_records
from sample import sample_year

from secretary_desk.kinds.supplement import Supplement

CHECK = "段末标点"


def found(text):
    """Return what is said of a paragraph of the user's own at a section's end."""
    entry = Supplement(year=2026, section=SECTION, text=text)
    planted = Planted(with_records(sample_year(), entry, instead=True))
    return [each for each in planted.findings() if each.check == CHECK]


@pytest.mark.parametrize(
    "text",
    ["我每月去一次工地", "我说过“把话讲明白”", "写进了《值守办法》", "我每月都去，"],
)
def test_a_paragraph_without_a_full_stop_is_pointed_out(text):
    (finding,) = found(text)
    assert finding.weight == "提示"
    assert finding.text.endswith("段末没有句号")
    assert finding.words == text[-1]


def test_each_paragraph_has_its_own_end():
    (finding,) = found("我去了工地。\n我跟了一个夜班\n我去了食堂。")
    assert finding.sentence == "我跟了一个夜班"


@pytest.mark.parametrize(
    "text",
    ["我每月去一次工地。", "我说：“把话讲明白。”", "具体有三条：", "还要做什么？", "特此报告",
     "【待补充：工地走访】"],
)  # fmt: skip
def test_what_has_its_end_is_left_alone(text):
    assert found(text) == []
