"""The way back: a button that says where it leads, and the place as it was left."""

import pytest
from desk.windows import SMALL, standing
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QPushButton
from typing_chinese import compose

from secretary_desk.desk.page import Place
from secretary_desk.kinds import find_kind, study_meeting, theme_day
from secretary_desk.records.record import ref

MEETINGS = "履职情况/严肃党内组织生活"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(sample_desk, qtbot):
    window = standing(qtbot, sample_desk, SMALL)
    yield window
    assert window.close()


def way_back(window):
    """Return the button that leads back, None where none is seen."""
    buttons = window._head.findChildren(QPushButton)
    return next((b for b in buttons if b.isVisible() and "返回" in b.text()), None)


def press(window):
    QTest.mouseClick(way_back(window), LEFT)


def test_at_the_beginning_nothing_leads_back(window):
    assert way_back(window) is None
    QTest.keyClick(window.page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.page.title == "年历"


def test_the_way_back_says_where_it_leads(window):
    window.go(Place("report"))
    window.page.wanted.emit(Place("theme_day"))
    assert way_back(window).text() == " 返回述职报告"
    assert way_back(window).accessibleName() == "返回述职报告"
    press(window)
    assert (window.page.title, way_back(window).text()) == ("述职报告", " 返回年历")
    press(window)
    assert (window.page.title, way_back(window)) == ("年历", None)


def test_the_report_is_come_back_to_with_its_passage_and_the_cursor_in_it(window, qtbot):
    window.go(Place("report"))
    window.page._outline.select(MEETINGS)
    editor = next(iter(window.page._passage._cards.values())).editor
    editor.setFocus()
    for _ in range(7):
        QTest.keyClick(editor, Qt.Key.Key_Right)
    window.page.wanted.emit(Place("study_meeting"))
    press(window)
    assert window.page._outline.key() == MEETINGS
    assert editor.hasFocus()
    assert editor.textCursor().position() == 7


def test_the_report_is_come_back_to_in_its_place_after_an_entry_was_changed(window):
    window.go(Place("report"))
    window.page._outline.select(MEETINGS)
    editor = next(iter(window.page._passage._cards.values())).editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Right)
    (meeting, *_) = window.desk.loaded().counted(study_meeting.StudyMeeting)
    window.page.wanted.emit(Place("study_meeting", ref(meeting)))
    window.desk.delete(ref(meeting))
    press(window)
    assert window.page._outline.key() == MEETINGS
    assert editor.hasFocus()


def test_an_entry_is_come_back_to_though_its_page_showed_another_since(window):
    one, other = window.desk.loaded().counted(study_meeting.StudyMeeting)[:2]
    window.go(Place("study_meeting", ref(one)))
    window.go(Place("history"))
    window.page.wanted.emit(Place("study_meeting", ref(other)))
    press(window)
    press(window)
    assert window.page._editor.base.id == one.id


def test_a_field_is_come_back_to_with_what_was_typed_in_it(window):
    (day, *_) = window.desk.loaded().counted(theme_day.ThemeDay)
    window.go(Place("theme_day", ref(day)))
    place = window.page._editor._form.field("place").focusProxy()
    place.setFocus()
    compose(place, "西会议室")
    window.go(Place("person"))
    press(window)
    assert place.hasFocus()
    assert "西会议室" in place.text()


def test_what_was_found_is_come_back_to_with_the_words(window, qtbot):
    QTest.keyClick(window.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    compose(window._head._words, "党课")
    qtbot.waitUntil(lambda: window.page.title == "查找", timeout=3000)
    view = window.page.findChild(QListView)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    chosen = view.currentIndex().row()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert window.page.title == "三会一课"
    assert window._head._words.text() == ""
    press(window)
    assert window.page.title == "查找"
    assert window._head._words.text() == "党课"
    assert view.currentIndex().row() == chosen


def test_an_entry_deleted_meanwhile_is_told_of(window):
    (day, *_) = window.desk.loaded().counted(theme_day.ThemeDay)
    window.go(Place("theme_day", ref(day)))
    window.go(Place("history"))
    window.desk.delete(ref(day))
    press(window)
    assert window.page.title == "主题党日"
    assert "已经删除" in window._status._note.text()


def test_a_long_way_back_leaves_room_for_the_reports_actions(window):
    for longest in ("integration", "appraisal"):
        window.go(Place(longest))
        window.go(Place("report"))
        assert window.minimumSizeHint().width() <= 1093
        assert window.width() == 1093
        assert way_back(window).accessibleName() == f"返回{find_kind(longest).label}"
