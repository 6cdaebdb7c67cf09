"""Passages edited in the window: its undo, its pages and its closing lose nothing typed."""

import pytest
from desk.report.opened import MEETINGS, editor, edits, go_to, press, said, write_at_end
from desk.windows import standing
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from secretary_desk.desk.page import Place
from secretary_desk.kinds.study_meeting import StudyMeeting
from secretary_desk.records.record import ref

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TALKS, ADDED = "三会一课", "我心里有数。"


@pytest.fixture
def window(sample_desk, qtbot):
    window = standing(qtbot, sample_desk)
    window.go(Place("report"))
    go_to(window.page, MEETINGS)
    yield window
    assert window.close()


def press_button(window, name):
    """Press a button of the window's head by what it is called."""
    found = (b for b in window.findChildren(QPushButton) if b.accessibleName().startswith(name))
    QTest.mouseClick(next(b for b in found if b.isVisible()), Qt.MouseButton.LeftButton)


def test_ctrl_z_in_a_passage_takes_back_a_word_and_no_step_of_the_archive(window):
    page, steps = window.page, len(window.page._desk.store.history(99))
    box = write_at_end(page, TALKS, "abc")
    page._saving.save()
    write_at_end(page, TALKS, ADDED)
    press(box, KEY.Key_Z, modifier=CTRL)
    assert box.toPlainText().endswith("abc")
    assert page.leave()
    assert edits(page)[TALKS].text.endswith("abc")
    assert len(page._desk.store.history(99)) == steps + 1


def test_the_windows_undo_takes_in_what_is_typed_so_that_redo_brings_all_of_it_back(window):
    page = window.page
    write_at_end(page, TALKS, "abc")
    page._saving.save()
    write_at_end(page, TALKS, ADDED, commit=False)
    press_button(window, "撤销")
    assert edits(page) == {}
    assert "abc" not in said(page)
    press_button(window, "重做")
    assert editor(page, TALKS).toPlainText().endswith(f"abc{ADDED}")
    assert edits(page)[TALKS].text.endswith(f"abc{ADDED}")


def test_what_is_typed_after_an_undo_is_a_step_of_its_own(window):
    page = window.page
    write_at_end(page, TALKS, "abc")
    page._saving.save()
    press_button(window, "撤销")
    write_at_end(page, TALKS, ADDED)
    assert page.leave()
    assert edits(page)[TALKS].text.endswith(f"。{ADDED}")
    press_button(window, "撤销")
    assert edits(page) == {}


@pytest.mark.parametrize("name", ["calendar", "study_meeting", "history"])
def test_another_page_keeps_what_is_typed_and_composed(window, name):
    page = window.page
    write_at_end(page, TALKS, "abc")
    write_at_end(page, TALKS, ADDED, commit=False)
    window.go(Place(name))
    assert edits(page)[TALKS].text.endswith(f"abc{ADDED}")
    window.go(Place("report"))
    assert window.page is page
    assert editor(page, TALKS).toPlainText().endswith(f"abc{ADDED}")


def test_closing_the_window_keeps_what_is_typed_and_composed(window):
    write_at_end(window.page, TALKS, ADDED, commit=False)
    assert window.close()
    assert edits(window.page)[TALKS].text.endswith(ADDED)


def test_an_entry_changed_on_its_page_is_seen_in_the_passage_come_back_to(window):
    page = window.page
    write_at_end(page, TALKS, ADDED)
    window.go(Place("study_meeting"))
    meeting = next(m for m in page._desk.loaded().counted(StudyMeeting) if m.form == "支部党员大会")
    page._desk.delete(ref(meeting))
    window.go(Place("report"))
    assert "支部党员大会开了3次" in editor(page, TALKS).toPlainText()
    assert editor(page, TALKS).toPlainText().endswith(ADDED)
