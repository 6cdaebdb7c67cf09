"""The tools over the passages: back to the generated text, another wording, one to keep."""

import pytest
from desk.report.opened import (
    MEETINGS,
    can,
    card,
    click,
    delete_behind,
    editor,
    edits,
    go_to,
    notes,
    opened,
    said,
    tool,
    write_at_end,
)

from secretary_desk.desk.autosave import AUTOSAVE
from secretary_desk.kinds import own_wording
from secretary_desk.kinds.own_wording import OwnWording
from secretary_desk.records.record import ref

TALKS, DAYS = "三会一课", "主题党日"
ADDED = "我心里有数。"
RESET, REWORD, KEEP = "恢复自动", "换说法", "存为常用"


@pytest.fixture
def page(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    go_to(page, MEETINGS)
    editor(page, TALKS).setFocus()
    return page


def text(page, key=TALKS):
    return editor(page, key).toPlainText()


# Back to the generated text ----------------------------------------------------------------------


def test_only_an_edited_passage_can_be_set_back_or_kept_as_a_wording(page, qtbot):
    assert (can(page, RESET), can(page, KEEP), can(page, REWORD)) == (False, False, True)
    write_at_end(page, TALKS, ADDED)
    qtbot.waitUntil(lambda: can(page, RESET))
    assert (can(page, KEEP), can(page, REWORD)) == (True, False)
    editor(page, DAYS).setFocus()
    assert (can(page, RESET), can(page, KEEP), can(page, REWORD)) == (False, False, True)


@pytest.mark.parametrize("wait", [0, AUTOSAVE + 400])
def test_set_back_drops_the_edit_and_undo_brings_it_back(page, qtbot, wait):
    before, told = text(page), notes(page)
    write_at_end(page, TALKS, ADDED)
    qtbot.waitUntil(lambda: can(page, RESET))
    qtbot.wait(wait)
    tool(page, RESET)
    assert text(page) == before
    assert edits(page) == {}
    assert card(page, TALKS)._state.text() == ""
    assert told == ["已恢复自动文字，改写的文字可用“撤销”取回"]
    page._desk.undo()
    assert text(page) == f"{before}{ADDED}"
    assert ADDED in said(page)
    assert can(page, RESET)


def test_set_back_holds_over_leaving_and_the_next_edit_begins_anew(page, qtbot):
    before = text(page)
    write_at_end(page, TALKS, ADDED)
    qtbot.waitUntil(lambda: can(page, RESET))
    tool(page, RESET)
    assert page.leave()
    assert edits(page) == {}
    write_at_end(page, TALKS, "再去。")
    assert page.leave()
    assert text(page) == f"{before}再去。"
    assert card(page, TALKS)._changes.isHidden() or not card(page, TALKS)._drift.isVisible()


def test_setting_one_passage_back_leaves_the_others(page, qtbot):
    write_at_end(page, DAYS, ADDED)
    write_at_end(page, TALKS, ADDED)
    qtbot.waitUntil(lambda: can(page, RESET))
    tool(page, RESET)
    assert list(edits(page)) == [DAYS]
    assert text(page, DAYS).endswith(ADDED)


def test_set_back_keeps_the_wording_that_was_chosen(page, qtbot):
    first, told = text(page), notes(page)
    tool(page, REWORD)
    second = text(page)
    write_at_end(page, TALKS, ADDED)
    qtbot.waitUntil(lambda: can(page, RESET))
    tool(page, RESET)
    assert text(page) == second != first
    assert "仍用您选的第 " in told[-1]
    assert not can(page, RESET)
    page._desk.undo()
    assert text(page) == f"{second}{ADDED}"


def test_set_back_keeps_a_built_in_wording_chosen_over_one_of_the_users_own(page, qtbot):
    first = text(page)
    page._desk.save(OwnWording(passage=TALKS, text="我的说法。"))
    assert text(page) == "我的说法。"
    while text(page) != first:
        tool(page, REWORD)
    write_at_end(page, TALKS, ADDED)
    qtbot.waitUntil(lambda: can(page, RESET))
    tool(page, RESET)
    assert text(page) == first


def test_set_back_from_a_wording_that_is_deleted_goes_to_what_is_there(page, qtbot):
    first, own = text(page), OwnWording(passage=TALKS, text="我的说法。")
    page._desk.save(own)
    write_at_end(page, TALKS, ADDED)
    assert page.leave()
    page._desk.delete(ref(own))
    tool(page, RESET)
    assert text(page) == first
    assert edits(page) == {}


# Another wording ---------------------------------------------------------------------------------


def test_the_wording_turns_and_undo_turns_it_back(page):
    first, told = text(page), notes(page)
    tool(page, REWORD)
    second = text(page)
    assert second != first
    assert "4次" in second
    assert second in said(page)
    assert told[0].endswith("，共 2 种（可撤销）")
    assert card(page, TALKS)._state.text() == ""
    tool(page, REWORD)
    assert text(page) == first
    page._desk.undo()
    assert text(page) == second
    page._desk.undo()
    assert text(page) == first


def test_a_turned_wording_follows_the_entries_and_can_be_edited(page):
    tool(page, REWORD)
    second = text(page)
    delete_behind(page, "4次")
    assert "3次" in text(page)
    page._desk.undo()
    assert text(page) == second
    write_at_end(page, TALKS, ADDED)
    assert page.leave()
    assert text(page) == f"{second}{ADDED}"
    assert len(edits(page)) == 1


def test_a_passage_edited_just_now_does_not_turn(page):
    write_at_end(page, TALKS, ADDED)
    tool(page, REWORD)
    assert page.leave()
    assert text(page).endswith(ADDED)
    assert edits(page)[TALKS].text.endswith(ADDED)


# A wording to keep -------------------------------------------------------------------------------


def test_a_wording_that_is_kept_tells_the_passage_from_now_on(page, qtbot):
    told = notes(page)
    write_at_end(page, TALKS, ADDED)
    qtbot.waitUntil(lambda: can(page, KEEP))
    tool(page, KEEP)
    assert told[-1].startswith("已存为常用说法")
    (kept,) = page._desk.store.entries(own_wording.KIND)
    assert kept.passage == TALKS
    assert kept.text.endswith(ADDED)
    tool(page, RESET)
    assert edits(page) == {}
    assert text(page).endswith(ADDED)
    delete_behind(page, "4次")
    assert "开了3次" in text(page)
    assert text(page).endswith(ADDED)
    tool(page, REWORD)
    assert ADDED not in text(page)


def test_each_passage_of_a_kept_wording_shows_the_figures_of_its_own_entry(page):
    of_each = "有{{ 亮点工作.数据[0].数@条 }}。"
    page._desk.save(OwnWording(passage="亮点", text=of_each))
    parts = [key for key in page._parts if page._parts[key].section == "" and "/" in key]
    shown = []
    for part in parts:
        go_to(page, part)
        (key,) = page._passage._cards
        shown.append(text(page, key))
        assert shown[-1] in said(page)
    assert len(set(shown)) == len(parts) == 4
    assert "有120万元。" in shown


# A figure more -----------------------------------------------------------------------------------


def test_a_click_leaves_the_tools_with_the_passage_that_was_clicked(page):
    write_at_end(page, TALKS, ADDED)
    assert page.leave()
    assert can(page, RESET)
    click(page, "342人次")
    assert not can(page, RESET)
    assert page._passage.key() == DAYS
