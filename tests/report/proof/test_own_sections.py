"""标题下无内容: a section that the user has added and not filled says what can be done."""

from dataclasses import replace

import pytest
from report.proof.planting import Planted, with_records
from report.telling import OUTLINES, block_text
from sample import sample_year

from secretary_desk.kinds.supplement import Supplement
from secretary_desk.report.outline import choose_outline
from secretary_desk.report.own_outline import added, own_of

NAME = "示例支部的一件新事"


def with_own_section(*, text: str = "", spoken: bool = False) -> Planted:
    """Return the sample with a free section at the end of the user's outline."""
    own = own_of(OUTLINES[0], 2026)
    own = added(own, len(own.parts) - 2, NAME)
    key = next(part.key for part in own.parts if part.heading == NAME)
    year = with_records(sample_year(), Supplement(year=2026, section=key, text=text))
    outline = choose_outline("", None, own)
    return Planted(year if text else sample_year(), outline=outline, spoken=spoken)


@pytest.mark.parametrize("spoken", [False, True])
def test_an_empty_section_of_the_users_is_a_hint_that_says_what_to_do(spoken: bool):
    planted = with_own_section(spoken=spoken)
    (found,) = planted.findings()
    assert (found.check, found.weight) == ("标题下无内容", "提示")
    assert f"{NAME}”还没有内容，印出来是待补充" in found.text
    assert "调整提纲" in found.text
    block = planted.report().document.blocks[found.block]
    assert block_text(block)[found.start : found.end] == f"【待补充：{NAME}】"


def test_a_section_with_something_in_it_is_none():
    assert with_own_section(text="我到现场去。").findings() == []


def test_a_preset_that_lacks_an_entry_is_told_as_a_gap_alone():
    year = replace(sample_year(), counted_entries={}, aside_entries={})
    found = Planted(year).findings()
    assert "标题下无内容" not in {each.check for each in found}
