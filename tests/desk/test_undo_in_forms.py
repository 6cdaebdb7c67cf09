"""Undo and redo in the boxes of a form: the box's own steps first, then the window's."""

import pytest
from desk.test_main_window import CTRL, KEY, begin_meeting, box, shown
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from secretary_desk.kinds import study_meeting


@pytest.fixture
def window(new_desk, qtbot):
    yield from shown(new_desk, qtbot)


@pytest.mark.parametrize("name", ["topic", "guests", "summary", "form"])
def test_control_z_undoes_the_last_step_where_a_box_has_none_of_its_own(window, name):
    begin_meeting(window)
    for text in ("", "abc", ""):
        QTest.keyClicks(box(window, "guests"), text)
        assert window.leave()
        window.page._show(window.page._editor.base)  # another visit
    box(window, name).setFocus()
    QTest.keyClick(box(window, name), KEY.Key_Z, CTRL)
    assert box(window, "guests").text() == ""
    assert window._status._note.text().startswith("已撤销：修改")
    box(window, name).setFocus()
    QTest.keyClick(box(window, name), KEY.Key_Y, CTRL)
    (meeting,) = window.desk.store.entries(study_meeting.KIND)
    assert meeting.guests == "abc"


def test_what_was_undone_in_a_text_is_done_again_by_both_keys(window):
    begin_meeting(window)
    guests = box(window, "guests")
    QTest.keyClicks(guests, "abc")
    for key, modifier in ((KEY.Key_Y, CTRL), (KEY.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)):
        QTest.keyClick(guests, KEY.Key_Z, CTRL)
        assert guests.text() == ""
        QTest.keyClick(guests, key, modifier)
        assert guests.text() == "abc"
