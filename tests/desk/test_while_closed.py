"""While the open archive's file is replaced, and after it: nothing asks or shows what is closed."""

import pytest
from sample import sample_archive

from secretary_desk.desk.warming import Warming

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)


def test_a_second_start_shows_the_window_that_came_in_place_of_the_first(program, home, qtbot):
    program.start(sample_archive(home))
    before, claim = program.window, program._opened.instance
    gone = []
    before.destroyed.connect(lambda: gone.append("the first"))
    program.while_closed(lambda: "")
    qtbot.waitUntil(lambda: gone == ["the first"])
    program.window.showMinimized()
    claim.shown.emit()
    assert not program.window.isMinimized()


def test_a_second_start_does_not_show_a_window_whose_file_is_closed(program, home):
    program.start(sample_archive(home))
    before, seen = program.window, []

    def knock():
        program._opened.instance.shown.emit()
        seen.append(before.isVisible())
        return ""

    program.while_closed(knock)
    assert seen == [False]


def test_nothing_is_made_ready_of_a_closed_archive(program, home):
    program.start(sample_archive(home))
    warming = Warming(program, lambda: program.window.desk if program.window else None)

    def warm():
        while warming._timer.isActive():
            warming._on_rest()
        return ""

    program.while_closed(warm)
    assert program.window.isVisible()


def test_an_archive_that_the_program_fails_to_show_again_is_given_back(program, home, monkeypatch):
    archive = sample_archive(home)
    program.start(archive)
    with monkeypatch.context() as at_fault:
        at_fault.setattr("secretary_desk.desk.program.Opened", None)
        with pytest.raises(TypeError):
            program.while_closed(lambda: "")
    assert program._offering.dialog.isVisible()
    assert (program.window, program.archive()) == (None, None)
    assert program.open(archive)
    assert program.window.isVisible()
