"""The speech on the report page: its passages are edited apart from those that are printed."""

import pytest
from desk.report.opened import MEETINGS, can, editor, edits, go_to, opened, said, tool, write_at_end

TALKS, SPOKEN, ADDED = "三会一课", "现场/三会一课", "我心里有数。"


@pytest.fixture
def page(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    go_to(page, MEETINGS)
    return page


def test_an_edit_of_the_speech_leaves_the_printed_passage(page):
    before = said(page)
    tool(page, "现场稿")
    go_to(page, MEETINGS)
    write_at_end(page, SPOKEN, ADDED)
    tool(page, "现场稿")
    assert list(edits(page)) == [SPOKEN]
    assert said(page) == before
    tool(page, "现场稿")
    assert ADDED in said(page)


def test_an_edit_of_the_printed_passage_leaves_the_speech(page):
    write_at_end(page, TALKS, ADDED, commit=False)
    tool(page, "现场稿")
    go_to(page, MEETINGS)
    assert list(edits(page)) == [TALKS]
    assert ADDED not in said(page)
    assert not can(page, "恢复自动")


def test_the_speech_is_set_back_and_undo_brings_the_edit_back(page, qtbot):
    tool(page, "现场稿")
    go_to(page, MEETINGS)
    before = editor(page, SPOKEN).toPlainText()
    write_at_end(page, SPOKEN, ADDED)
    qtbot.waitUntil(lambda: can(page, "恢复自动"))
    tool(page, "恢复自动")
    assert editor(page, SPOKEN).toPlainText() == before
    page._desk.undo()
    assert editor(page, SPOKEN).toPlainText() == f"{before}{ADDED}"
