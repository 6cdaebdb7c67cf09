"""A typed number is held against the other form of the report, and against its other places."""

import pytest
from report.proof.planting import Planted, with_records
from sample import sample_year

from secretary_desk.kinds.passage_edit import PassageEdit

LECTURES = "三会一课.次数.党课"
TYPED_OVER = f'党课讲了{{{{ {LECTURES} | 手填("9次") }}}}。'
LIVE = f"党课讲了{{{{ {LECTURES} }}}}。"
WRITTEN, SPOKEN = "三会一课", "现场/三会一课"
CHECK = "两稿不一致"


def found(is_spoken, **texts):
    """Return what is found in one form with passages as the user has them."""
    names = {"written": WRITTEN, "spoken": SPOKEN, "branch": "主题党日"}
    edits = [PassageEdit(year=2026, passage=names[n], text=t) for n, t in texts.items()]
    return Planted(with_records(sample_year(), *edits), spoken=is_spoken).findings()


def of_both(findings):
    return [(each.text, each.weight) for each in findings if each.check == CHECK]


@pytest.mark.parametrize("spoken", [False, True])
def test_a_number_typed_in_the_report_is_told_of_in_both(spoken):
    said = of_both(found(spoken, written=TYPED_OVER))
    first, second = ("现场稿写6次", "书面报告手填9次")[:: 1 if spoken else -1]
    assert said == [(f"{first}，{second}（党课次数）", "提示")]


@pytest.mark.parametrize("spoken", [False, True])
def test_a_number_typed_in_the_speech_is_told_of_in_both(spoken):
    ((text, weight),) = of_both(found(spoken, spoken=TYPED_OVER))
    assert {"书面报告写6次", "现场稿手填9次"} == set(text.removesuffix("（党课次数）").split("，"))
    assert weight == "提示"


@pytest.mark.parametrize("spoken", [False, True])
def test_the_same_number_typed_in_both_is_no_difference(spoken):
    assert of_both(found(spoken, written=TYPED_OVER, spoken=TYPED_OVER)) == []


def test_where_nothing_is_typed_nothing_is_said():
    assert of_both(found(False, written=LIVE)) == []


def typed_text(findings):
    (finding,) = [each for each in findings if each.check == "手填数字"]
    return finding.text


def test_a_typed_number_names_the_place_where_the_report_tells_it_otherwise():
    text = typed_text(found(False, branch=TYPED_OVER))
    assert text.startswith("手填9次，记录里是6次（党课次数）；前文“")
    assert text.endswith("严肃党内组织生活”写6次")


def test_a_typed_number_that_is_told_nowhere_else_names_no_place():
    assert typed_text(found(False, written=TYPED_OVER)).endswith("（党课次数）")
