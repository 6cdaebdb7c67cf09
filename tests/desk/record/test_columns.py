"""The columns of a table: what an entry is and how it stands before all else, words whole."""

import pytest
from desk.windows import standing
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from secretary_desk.desk.page import Place
from secretary_desk.desk.record.table_model import STATE
from secretary_desk.kinds import KINDS, find_kind
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref
from secretary_desk.records.specs import Choice

TABLES = [kind for kind in KINDS if kind.name != "branch"]


def shown(desk, qtbot, kind, size):
    """Return a kind's table beside its form, in a window of a size."""
    window = standing(qtbot, desk, size)
    qtbot.addWidget(window)
    window.go(Place(kind))
    window.page.begin()
    splitter = window.page.findChild(QSplitter)
    qtbot.waitUntil(lambda: min(splitter.sizes()) > 0)
    return window.page._list._view


def columns(view):
    """Return the headings of the columns that are seen."""
    model, count = view.model(), view.model().columnCount()
    seen = [n for n in range(count) if not view.isColumnHidden(n)]
    headings = [model.headerData(n, Qt.Orientation.Horizontal, 0) for n in seen]
    return list(filter(None, headings))


def is_whole(view, row, name):
    """Whether a cell's words have the room that they need."""
    place = view.model().columns.index(name)
    words = view.model().index(row, place).data()
    return view.columnWidth(place) > view.fontMetrics().horizontalAdvance(words) + 12


@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.name)
def test_what_an_entry_is_and_how_it_stands_is_seen_on_a_small_screen(sample_desk, qtbot, kind):
    view = shown(sample_desk, qtbot, kind.name, (1093, 614))
    told = {kind.column(n) for n in kind.columns if isinstance(kind.specs.get(n), Choice)}
    assert told <= set(columns(view))
    assert view.horizontalScrollBar().maximum() == 0


def test_meetings_are_seen_with_their_type_before_their_place(sample_desk, qtbot):
    view = shown(sample_desk, qtbot, "study_meeting", (1093, 614))
    assert columns(view) == ["日期", "类型", "主题"]
    assert all(is_whole(view, row, "form") and is_whole(view, row, "held_on") for row in range(20))
    topic = view.columnWidth(view.model().columns.index("topic"))
    assert topic > view.fontMetrics().horizontalAdvance("国") * 8


def test_how_a_problem_stands_is_not_taken_for_whether_it_is_filled_in(sample_desk, qtbot):
    view = shown(sample_desk, qtbot, "problem", (1093, 614))
    place = view.model().columns.index("state")
    told = {view.model().index(row, place).data() for row in range(view.model().rowCount())}
    assert "已完成" in told
    assert "未填完" not in told


def test_a_large_screen_shows_more(sample_desk, qtbot):
    view = shown(sample_desk, qtbot, "study_meeting", (1366, 768))
    assert columns(view)[:4] == ["日期", "类型", "主题", "地点"]
    view = shown(sample_desk, qtbot, "study_meeting", (1920, 1080))
    assert columns(view) == [find_kind("study_meeting").column(n) for n in view._names[:-1]]


def test_a_column_grows_with_the_first_entry_that_needs_it(new_desk, qtbot):
    view = shown(new_desk, qtbot, "study_meeting", (1093, 614))
    page = view.window().page
    meeting = new_desk.save(StudyMeeting(held_on=Day("2026-03-05"), form=Form.GENERAL))[0]
    page.show_place(Place("study_meeting", ref(meeting)))
    assert is_whole(view, 0, "form")
    assert is_whole(view, 0, STATE)


def test_the_head_says_which_columns_there_is_no_room_for(sample_desk, qtbot):
    view = shown(sample_desk, qtbot, "study_meeting", (1093, 614))
    told = view.horizontalHeader().toolTip()
    assert told.startswith("窗口拉宽后还会列出：")
    assert "地点" in told
    view = shown(sample_desk, qtbot, "study_meeting", (1920, 1080))
    assert view.horizontalHeader().toolTip() == ""
