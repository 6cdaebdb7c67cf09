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


def test_the_speech_is_said_to_be_the_speech_and_is_rehearsed_from_there(page):
    assert not page._panes.speech.isVisible()
    tool(page, "现场稿")
    assert page._panes.speech.isVisible()
    tool(page, "试讲")
    window = page._around._rehearsing._window
    assert window.isVisible()
    assert window.close()


def test_a_rehearsal_from_the_menu_turns_to_the_speech(page):
    page._around._rehearsing.rehearse.trigger()
    assert page._working.spoken
    assert page._around._speech.isChecked()
    assert page._around._rehearsing._window.close()


def test_there_is_no_proof_copy_of_a_speech_and_it_says_why(page):
    proof = page._exits.proof
    assert proof.text() == "生成核对稿"
    tool(page, "现场稿")
    assert not proof.isEnabled()
    assert proof.text() == "生成核对稿（先回到书面报告）"
    assert proof.toolTip().startswith("现场稿不出核对稿")
    tool(page, "现场稿")
    assert proof.isEnabled()
    assert (proof.text(), proof.toolTip()) == ("生成核对稿", "生成核对稿")


def test_what_is_added_says_whether_it_is_spoken_too(page):
    key = f"补充/{MEETINGS}"
    assert editor(page, key).accessibleName() == "补充（接在本节末尾，现场稿里也讲）"
    write_at_end(page, key, ADDED)
    assert page.leave()
    tool(page, "现场稿")
    go_to(page, MEETINGS)
    assert ADDED in said(page)
    name = editor(page, f"现场/{key}").accessibleName()
    assert name == "补充（书面报告里写的；在这里改，只改现场稿）"


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
