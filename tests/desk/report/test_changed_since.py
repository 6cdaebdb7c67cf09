"""What has changed since the user wrote his version: said with old and new, answered, undone."""

from dataclasses import replace

import pytest
from desk.modal import while_open
from desk.report.opened import (
    MEETINGS,
    can,
    card,
    delete_behind,
    editor,
    edits,
    go_to,
    lines,
    notes,
    opened,
    said,
    status,
    tool,
    write_at_end,
)
from PySide6.QtWidgets import QPushButton

from secretary_desk.desk.report.comparing.side_by_side import SideBySide
from secretary_desk.kinds import plan
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.record import ref

TALKS, DAYS = "三会一课", "主题党日"
ADDED = "我心里有数。"


@pytest.fixture
def page(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    go_to(page, MEETINGS)
    return page


@pytest.fixture
def drifted(page):
    """The page with one passage under which an entry was deleted after it was edited."""
    write_at_end(page, TALKS, ADDED)
    assert page.leave()
    delete_behind(page, "4次")
    return page


def notice(page, key=TALKS):
    """Return what a card says has changed; empty where it shows nothing of the kind."""
    shown = card(page, key)
    return shown._changes.text() if shown._drift.isVisibleTo(shown) else ""


def compare(page, words):
    """Press 对照 and then, in the window that opens, a button; return the two texts read there."""
    read = []

    def answer(window):
        assert isinstance(window, SideBySide)
        read.extend((window._mine.toPlainText(), window._generated.toPlainText()))
        buttons = window.findChildren(QPushButton)
        next(each for each in buttons if each.text().startswith(words)).click()

    while_open(lambda: tool(page, "对照"), answer)
    return read


# Said --------------------------------------------------------------------------------------------


def test_a_changed_figure_is_said_from_old_to_new(drifted):
    assert notice(drifted).startswith("改写之后有变化：\n")
    assert "支部党员大会次数：4次 → 3次" in notice(drifted)
    assert "有变化 1 段" in status(drifted)
    assert "有变化1段" in next(line for line in lines(drifted) if "严肃党内组织生活" in line)
    assert editor(drifted, TALKS).toPlainText().endswith(ADDED)


def test_of_many_changes_the_first_are_told_and_all_are_counted(drifted):
    delete_behind(drifted, "12次")
    told = notice(drifted).split("\n")
    drift = drifted._report.passages[TALKS].drift
    assert len(drift) > 4
    assert told[-1] == f"……共 {len(drift)} 处"
    assert len(told) == 6


def test_only_edited_passages_that_read_the_entry_say_so(page):
    write_at_end(page, TALKS, ADDED)
    write_at_end(page, DAYS, ADDED)
    assert page.leave()
    page._desk.delete(ref(page._desk.loaded().counted(ThemeDay)[0]))
    assert notice(page, TALKS) == ""
    assert "主题党日" in notice(page, DAYS)
    assert "有变化 1 段" in status(page)


def test_a_passage_that_is_not_edited_just_follows(page):
    delete_behind(page, "4次")
    assert notice(page) == ""
    assert "有变化" not in status(page)
    assert "支部党员大会开了3次" in said(page)


def test_an_edit_of_an_entrys_words_is_told_of_their_change(page):
    entry = page._desk.store.entries(plan.KIND)[-1]
    key = next(key for key in page._report.passages if key.endswith(entry.id))
    go_to(page, "下一步打算")
    write_at_end(page, key, ADDED)
    assert page.leave()
    page._desk.save(replace(entry, plan="换一件事"))
    assert f"{entry.plan} → 换一件事" in notice(page, key)


def test_it_is_still_said_on_a_page_opened_later(drifted, qtbot):
    again = opened(qtbot, drifted._desk)
    go_to(again, MEETINGS)
    assert "4次 → 3次" in notice(again)
    assert "有变化 1 段" in status(again)


def test_it_is_said_no_more_when_the_entry_comes_back(drifted):
    drifted._desk.undo()
    assert notice(drifted) == ""
    assert "有变化" not in status(drifted)


# Answered ----------------------------------------------------------------------------------------


def test_what_is_kept_says_no_more_and_stays(drifted):
    told = notes(drifted)
    tool(drifted, "保留我的")
    assert notice(drifted) == ""
    assert "有变化" not in status(drifted)
    assert editor(drifted, TALKS).toPlainText().endswith(ADDED)
    assert "支部党员大会开了3次" in editor(drifted, TALKS).toPlainText()
    assert told == ["已保留改写的文字，其中的数据已是现在的"]
    drifted._desk.undo()
    assert "4次 → 3次" in notice(drifted)


def test_the_next_change_after_keeping_is_said_again(drifted):
    tool(drifted, "保留我的")
    delete_behind(drifted, "3次")
    assert "支部党员大会次数：3次 → 2次" in notice(drifted)


def test_taking_the_generated_text_can_be_undone(drifted):
    told = notes(drifted)
    tool(drifted, "采用自动文字")
    assert edits(drifted) == {}
    assert ADDED not in said(drifted)
    assert notice(drifted) == ""
    assert not can(drifted, "恢复自动")
    assert told == ["已采用自动文字，改写的文字可用“撤销”取回"]
    drifted._desk.undo()
    assert editor(drifted, TALKS).toPlainText().endswith(ADDED)
    assert "4次 → 3次" in notice(drifted)


@pytest.mark.parametrize(
    ("answer", "kept", "open_"),
    [("保留我的", True, False), ("采用自动文字", False, False), ("关闭", True, True)],
)
def test_both_versions_are_read_side_by_side_and_answered_there(drifted, answer, kept, open_):
    mine, generated = compare(drifted, answer)
    assert mine == f"{generated}{ADDED}"
    assert "开了3次" in generated
    assert (TALKS in edits(drifted)) is kept
    assert bool(notice(drifted)) is open_


def test_an_answer_keeps_what_is_typed_just_before(drifted):
    write_at_end(drifted, TALKS, "还有", commit=False)
    tool(drifted, "保留我的")
    assert drifted.leave()
    assert edits(drifted)[TALKS].text.endswith(f"{ADDED}还有")
    assert notice(drifted) == ""


def test_the_text_taken_away_is_the_latest_when_it_comes_back(drifted):
    write_at_end(drifted, TALKS, "还有", commit=False)
    tool(drifted, "采用自动文字")
    assert edits(drifted) == {}
    drifted._desk.undo()
    assert editor(drifted, TALKS).toPlainText().endswith(f"{ADDED}还有")


def test_the_answers_say_what_becomes_of_words_and_figures(drifted):
    tips = {each.text(): each.toolTip() for each in card(drifted, TALKS).findChildren(QPushButton)}
    assert "您写的话不动" in tips["保留我的"]
    assert "数字照样是现在的数" in tips["保留我的"]
    assert "撤销" in tips["采用自动文字"]
