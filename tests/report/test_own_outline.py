"""Changes of the user's own outline: what moves keeps its key, and only removing loses any."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report.telling import GAP, block_text
from rounds import rounds
from sample import sample_year

from secretary_desk.errors import DeskError
from secretary_desk.kinds.own_outline import Numbering, OwnOutline, Part
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.records.period import Period
from secretary_desk.records.year import Year
from secretary_desk.report.build import build
from secretary_desk.report.outline import choose_outline, load_outlines, outline_lines
from secretary_desk.report.own_outline import (
    added,
    fed,
    moved,
    nested,
    numbered,
    own_of,
    passages_unplaced,
    placed,
    removed,
    renamed,
)
from secretary_desk.report.sections import passages_of, sections_of
from secretary_desk.report.tagged import ENTRY
from secretary_desk.report.wording import load_wording
from secretary_desk.report.written import outline_of, report_of

EMPTY = Year(Period.calendar(2026), {})
GENERAL = own_of(choose_outline("通用", None), 2026)
SMALL = OwnOutline(year=2026, parts=tuple(
    Part(key=heading, level=level, heading=heading)
    for level, heading in [(1, "甲"), (2, "乙"), (3, "丙"), (2, "丁"), (1, "戊"), (2, "己")]
))  # fmt: skip


def shape(own: OwnOutline) -> str:
    return " ".join(f"{part.level}{part.heading}" for part in own.parts)


def at(own: OwnOutline, heading: str) -> int:
    return next(n for n, part in enumerate(own.parts) if part.heading == heading)


def lines(own: OwnOutline) -> list[str]:
    return [line.strip() for line in outline_lines(choose_outline("", None, own))]


def test_an_own_outline_begins_as_the_preset_with_its_keys_and_its_numbering():
    own = own_of(choose_outline("条线", None), 2026)
    assert (own.year, own.preset, own.numbering) == (2026, "条线", Numbering.SKIPPING_COMMA)
    assert own.parts[0].key == "导语"
    assert own.parts[at(own, "获得荣誉")].key == "先锋模范/获得荣誉"


def test_a_section_moves_with_what_is_inside_it_among_its_neighbours():
    assert shape(moved(SMALL, 0, 1)) == "1戊 2己 1甲 2乙 3丙 2丁"
    assert shape(moved(SMALL, 4, -1)) == "1戊 2己 1甲 2乙 3丙 2丁"
    assert shape(moved(SMALL, 1, 1)) == "1甲 2丁 2乙 3丙 1戊 2己"
    assert shape(moved(SMALL, 3, -1)) == "1甲 2丁 2乙 3丙 1戊 2己"


@pytest.mark.parametrize(("place", "step"), [(0, -1), (4, 1), (2, 1), (2, -1), (5, -1), (3, 1)])
def test_a_section_without_a_neighbour_there_stays(place: int, step: int):
    assert moved(SMALL, place, step) is SMALL


def test_a_section_goes_deeper_or_higher_with_what_is_inside_it():
    assert shape(nested(SMALL, 3, 1)) == "1甲 2乙 3丙 3丁 1戊 2己"
    assert shape(nested(SMALL, 4, 1)) == "1甲 2乙 3丙 2丁 2戊 3己"
    assert shape(nested(SMALL, 1, -1)) == "1甲 1乙 2丙 2丁 1戊 2己"


def test_the_first_section_inside_another_may_leave_a_level_out():
    deeper = nested(SMALL, 5, 1)
    assert shape(deeper) == "1甲 2乙 3丙 2丁 1戊 3己"
    assert lines(deeper)[-1] == "1.己"


def test_a_section_goes_no_higher_than_the_first_level_no_deeper_than_the_fourth_and_into_none():
    assert nested(SMALL, 0, -1) is SMALL
    assert nested(SMALL, 0, 1) is SMALL
    deepest = nested(nested(SMALL, 2, 1), 2, 1)
    assert shape(deepest) == "1甲 2乙 4丙 2丁 1戊 2己"
    assert nested(deepest, 1, 1) is deepest


def test_nothing_goes_into_an_opening_without_a_heading_or_into_what_is_repeated():
    assert nested(GENERAL, at(GENERAL, "履职情况"), 1) is GENERAL
    assert nested(GENERAL, at(GENERAL, "获得荣誉"), 1) is GENERAL
    repeated = at(GENERAL, "获得荣誉") - 1
    assert nested(GENERAL, repeated, -1) is GENERAL


def test_a_new_section_stands_after_the_one_chosen_at_its_level_with_a_key_of_its_own():
    own = added(added(SMALL, 1, " 联系 班级 "), 1, "联系 班级")
    assert shape(own) == "1甲 2乙 3丙 2联系 班级 2联系 班级 2丁 1戊 2己"
    keys = [part.key for part in own.parts]
    assert len(set(keys)) == len(keys)
    assert keys[3].startswith("自定/联系 班级·")
    assert shape(added(SMALL, -1, "先")).startswith("1先 1甲")


def test_a_renamed_section_keeps_its_key_and_so_its_supplement():
    own = renamed(GENERAL, at(GENERAL, "严肃组织生活"), "过硬组织生活")
    own = moved(own, at(own, "过硬组织生活"), 1)
    entry = Supplement(year=2026, section="履职情况/严肃组织生活", text="补上一句。")
    year = replace(EMPTY, counted_entries={OwnOutline: [own], Supplement: [entry]})
    texts = [block_text(b) for b in report_of(year, ReportSettings(year=2026)).blocks]
    place = texts.index("补上一句。")
    assert "（二）过硬组织生活" in texts[place - 3 : place]
    assert texts[place + 1] == "（三）做好发展党员工作"


@pytest.mark.parametrize("heading", ["", " \n"])
def test_a_heading_cannot_be_empty(heading: str):
    with pytest.raises(DeskError, match="标题是空的"):
        added(SMALL, 0, heading)
    with pytest.raises(DeskError, match="标题是空的"):
        renamed(SMALL, 0, heading)


def test_what_is_repeated_is_headed_by_its_entries_and_not_renamed():
    repeated = at(GENERAL, "获得荣誉") - 1
    assert renamed(GENERAL, repeated, "亮点") is GENERAL
    assert placed(GENERAL, repeated, "三会一课").parts[repeated] == GENERAL.parts[repeated]


def test_removing_takes_what_is_inside_and_says_which_passages_fall_out():
    gone = removed(GENERAL, at(GENERAL, "特色亮点"))
    highlights = ("先锋载体", "专项行动", "为群众办实事", "亮点", "荣誉", "宣传报道")
    assert gone.passages == highlights
    assert len(gone.own.parts) == len(GENERAL.parts) - 3
    before = passages_unplaced(GENERAL, load_wording())
    assert set(passages_unplaced(gone.own, load_wording())) == {*before, *highlights}


def test_a_passage_is_told_in_one_place():
    own = placed(GENERAL, at(GENERAL, "下一步打算"), "荣誉")
    assert passages_of(own.parts[at(own, "下一步打算")]) == ("打算", "荣誉")
    assert passages_of(own.parts[at(own, "获得荣誉")]) == ("宣传报道",)
    texts = [block_text(b) for b in build(
        EMPTY, ReportSettings(year=2026), load_wording(), choose_outline("", None, own)
    ).blocks]  # fmt: skip
    assert f"{GAP}获得荣誉】" in texts


def test_what_is_told_entry_by_entry_comes_back_with_the_row_that_repeats_itself():
    without = removed(GENERAL, at(GENERAL, "特色亮点")).own
    own = placed(without, at(without, "履职情况"), "亮点")
    assert lines(own)[7] == "（六）〔亮点工作逐项〕"
    assert placed(own, 0, "亮点") is own
    counted = {**sample_year().counted_entries, OwnOutline: [own]}
    document = report_of(replace(sample_year(), counted_entries=counted), ReportSettings(year=2026))
    assert [b for b in document.blocks if getattr(b, "passage", "").startswith("亮点/")]


def test_a_section_is_fed_by_kind_and_tag_where_it_has_a_heading():
    own = fed(SMALL, 1, " 荣誉", "双报到 ")
    assert (own.parts[1].kind, own.parts[1].tag) == ("荣誉", "双报到")
    assert fed(GENERAL, 0, "荣誉", "") is GENERAL


def test_another_way_to_number_leaves_everything_else():
    own = numbered(SMALL, Numbering.SECOND)
    assert own.parts == SMALL.parts
    assert lines(own) == ["（一）甲", "1.乙", "（1）丙", "2.丁", "（二）戊", "1.己"]


def test_the_users_outline_is_taken_before_the_named_one_but_not_before_one_asked_for():
    year = replace(EMPTY, counted_entries={OwnOutline: [SMALL]})
    named = ReportSettings(year=2026, outline="三段")
    assert outline_of(year, named).keyed().keys() == {"甲", "乙", "丙", "丁", "戊", "己"}
    assert outline_of(year, named, "通用").name == "通用"
    assert outline_of(EMPTY, named).name == "三段"


STEPS = st.lists(
    st.tuples(st.sampled_from(["move", "nest", "add", "rename", "place", "remove"]),
              st.integers(0, 40), st.sampled_from([-1, 1])),
    max_size=40,
)  # fmt: skip
PASSAGES = [key for key in load_wording() if not key.endswith(ENTRY)]


@settings(max_examples=rounds(500))
@given(name=st.sampled_from([outline.name for outline in load_outlines()]), steps=STEPS)
def test_no_key_and_no_passage_is_ever_lost_but_by_removing(name: str, steps: list):
    own = own_of(choose_outline(name, None), 2026)
    for what, number, step in steps:
        if not own.parts:
            break
        place = number % len(own.parts)
        before, passages = own, Counter(_told(own))
        own, gone, came = _changed(own, what, place, step)
        assert Counter(_told(own)) == passages - Counter(gone) + Counter(came)
        keys = _keys(before)
        kept = _keys(own)
        assert kept >= keys if what != "remove" else kept <= keys
        assert len([k for k in kept if k]) == len({p.key for p in own.parts if p.key})
        assert sections_of(own.parts) == sections_of(own_of(_outline(own), 2026).parts)


def _outline(own: OwnOutline):
    return replace(load_outlines()[0], sections=sections_of(own.parts))


def _told(own: OwnOutline) -> list[str]:
    return [key for part in own.parts for key in passages_of(part)]


def _keys(own: OwnOutline) -> set[str]:
    return set(_outline(own).keyed())


def _changed(own: OwnOutline, what: str, place: int, step: int):
    """Return the outline changed, and the passages that went and came."""
    match what:
        case "move":
            return moved(own, place, step), [], []
        case "nest":
            return nested(own, place, step), [], []
        case "add":
            return added(own, place, f"新{place}"), [], []
        case "rename":
            return renamed(own, place, f"改{place}"), [], []
        case "place":
            passage = random.Random(place).choice(PASSAGES)
            came = [passage] if passage in passages_unplaced(own, PASSAGES) else []
            after = placed(own, place, passage)
            return after, [], came if after is not own else []
    after = removed(own, place)
    return after.own, _told(own), _told(after.own)
