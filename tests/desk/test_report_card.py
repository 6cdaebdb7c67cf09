"""述职报告 on the home page: what it says of a report is what the report's own page says."""

import re
from dataclasses import replace

import pytest
from desk.report.opened import lines, opened

from secretary_desk.desk.report_card import report_lines


def told(desk) -> dict[str, str]:
    """Return what the card says of each main section."""
    found = report_lines(desk.report(), desk.loaded(), desk.settings())
    return {line.text: line.state for line in found if re.match("[一二三四五六]、", line.text)}


def outlined(page) -> dict[str, str]:
    """Return what the outline says of each main section."""
    found = (line.partition("，") for line in lines(page))
    return {head: said for head, _, said in found if re.match("[一二三四五六]、", head)}


@pytest.mark.parametrize("outline", ["", "国企", "通用", "书记项目"])
def test_the_card_and_the_outline_tell_the_same_lengths(qtbot, sample_desk, outline):
    sample_desk.save(replace(sample_desk.settings(), outline=outline))
    card = {head: said.replace(",", "") for head, said in told(sample_desk).items()}
    assert len(card) >= 4
    assert card == outlined(opened(qtbot, sample_desk))


def test_the_card_and_the_outline_tell_the_same_gaps(qtbot, new_desk):
    card = told(new_desk)
    assert any("待补充" in said for said in card.values())
    assert card == outlined(opened(qtbot, new_desk))
