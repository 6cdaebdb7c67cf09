"""Undo and redo from a passage: what was typed there first, then the archive's last step."""

import pytest
from desk.report.opened import MEETINGS, editor, edits, go_to, press, write_at_end
from desk.windows import standing
from PySide6.QtCore import Qt

from secretary_desk.desk.page import Place
from secretary_desk.kinds.study_meeting import StudyMeeting
from secretary_desk.records.record import ref

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TALKS, PARTY_DAY = "三会一课", "主题党日"


@pytest.fixture
def window(sample_desk, qtbot):
    window = standing(qtbot, sample_desk)
    window.go(Place("report"))
    go_to(window.page, MEETINGS)
    yield window
    assert window.close()


def delete_a_meeting(window):
    desk = window.desk
    meeting = next(m for m in desk.loaded().counted(StudyMeeting) if m.form == "支部党员大会")
    desk.delete(ref(meeting))
    return ref(meeting)


def undo(box):
    press(box, KEY.Key_Z, modifier=CTRL)


def test_with_nothing_typed_it_takes_back_the_last_step_of_the_archive(window):
    gone = delete_a_meeting(window)
    box = editor(window.page, TALKS)
    box.setFocus()
    undo(box)
    assert window.desk.store.get(gone)
    assert editor(window.page, TALKS).hasFocus()


def test_in_a_passage_beside_the_one_typed_in_it_takes_back_what_was_typed_there(window):
    page = window.page
    others = [key for key in page._passage._cards if key != TALKS]
    write_at_end(page, TALKS, "abc")
    page._saving.save()
    box = editor(page, others[0])
    box.setFocus()
    undo(box)
    assert edits(page) == {}


@pytest.mark.parametrize(("key", "held"), [(KEY.Key_Y, CTRL), (KEY.Key_Z, CTRL | SHIFT)])
def test_both_keys_do_again_what_was_taken_back_in_the_passage(window, key, held):
    box = write_at_end(window.page, TALKS, "abc")
    undo(box)
    assert not box.toPlainText().endswith("abc")
    press(box, key, modifier=held)
    assert box.toPlainText().endswith("abc")


def test_the_menus_key_does_a_step_of_the_archive_again(window):
    gone = delete_a_meeting(window)
    box = editor(window.page, TALKS)
    box.setFocus()
    undo(box)
    press(editor(window.page, TALKS), KEY.Key_Y, modifier=CTRL)
    assert window.desk.store.get(gone) is None


def test_pressed_again_and_again_it_never_brings_back_what_it_took(window):
    page = window.page
    gone = delete_a_meeting(window)
    told = editor(page, TALKS).toPlainText()
    write_at_end(page, TALKS, "abc")
    page._saving.save()
    box = write_at_end(page, TALKS, "我心里有数。")
    page._saving.save()
    seen = []
    while window.desk.store.get(gone) is None:
        undo(box)
        page._saving.save()
        seen.append(box.toPlainText())
        assert len(seen) < 9
    assert told in seen
    assert all("abc" not in text for text in seen[seen.index(told) :])
    assert edits(page) == {}
