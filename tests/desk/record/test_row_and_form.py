"""The marked row of the table is the entry in the form, whatever happens to the rows."""

import pytest
from desk.record.test_record_page import box, press, shown
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from typing_chinese import compose

from secretary_desk.desk.desk import Change
from secretary_desk.kinds import study_meeting
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(sample_desk, qtbot):
    page = shown(qtbot, sample_desk)
    yield page
    page._editor._autosave.stop()


def press_row(page, place):
    view = page._list._view
    at = view.visualRect(page._list._model.index(place, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def marked(page):
    """Return the entries whose rows are marked."""
    rows = page._list._view.selectionModel().selectedRows()
    return [page._list._model.record(index.row()) for index in rows]


def type_day(page, text):
    press(box(page, "held_on"), KEY.Key_A, CTRL)
    QTest.keyClicks(box(page, "held_on"), text)


def test_an_entry_that_its_date_takes_out_of_the_year_stays_in_the_form(page):
    press_row(page, 2)
    entry, count = page._editor.base, page._list.count()
    everything = page._desk.store.entries(study_meeting.KIND)
    type_day(page, "2025-3-5")
    assert page._editor.save()
    assert (page._editor.base.id, page._editor.base.held_on) == (entry.id, Day("2025-03-05"))
    assert (page._list.count(), page._list._model.rowCount()) == (count - 1, count - 1)
    assert marked(page) == []
    type_day(page, "2026-3-5")
    assert page._editor.save()
    assert marked(page) == [page._editor.base]
    now = page._desk.store.entries(study_meeting.KIND)
    assert {e.id: e.topic for e in now} == {e.id: e.topic for e in everything}


def test_going_to_another_row_with_something_unsaved_marks_that_row(page):
    press_row(page, 2)
    first = page._editor.base
    compose(box(page, "place"), "新会议室")
    press_row(page, 4)
    assert page._editor.base == page._list._model.record(4)
    assert marked(page) == [page._editor.base]
    assert "新会议室" in page._desk.store.get(ref(first)).place


@pytest.mark.parametrize("how", ["pressed", "come to by a key"])
def test_a_row_that_may_not_be_gone_to_is_asked_about_once_and_not_marked(page, qtbot, how):
    press_row(page, 2)
    QTest.keyClicks(box(page, "held_on"), "x")
    page._desk.ask.answers.append("返回修改")
    if how == "pressed":
        press_row(page, 4)
    else:
        press(page._list._view, KEY.Key_Down)
    qtbot.waitUntil(lambda: marked(page) == [page._list._model.record(2)])
    assert page._editor.base == page._list._model.record(2)
    assert len(page._desk.ask.asked) == 1


def test_the_mark_goes_with_the_entry_when_rows_are_sorted_or_narrowed_or_read_anew(page, qtbot):
    press_row(page, 6)
    entry, list_ = page._editor.base, page._list
    list_._view.horizontalHeader().setSortIndicator(2, Qt.SortOrder.DescendingOrder)
    assert list_._model.place(entry.id) != 6
    assert marked(page) == [entry]
    page.refresh(Change())
    assert marked(page) == [entry]
    QTest.keyClicks(list_._narrowing._words, "zzzz")
    qtbot.waitUntil(lambda: list_._model.rowCount() == 0, timeout=3000)
    assert marked(page) == []
    list_._narrowing._words.clear()
    qtbot.waitUntil(lambda: marked(page) == [entry], timeout=3000)
    assert page._editor.base == entry


def test_what_was_typed_last_comes_back_with_a_deleted_entry(page):
    press_row(page, 2)
    entry = page._editor.base
    compose(box(page, "guests"), "新来的同志")
    page._delete.trigger()
    assert page._desk.store.get(ref(entry)) is None
    assert not page._is_shown()  # a second click on 删除 would delete the next one
    assert marked(page) == []
    page._desk.undo()
    assert "新来的同志" in page._desk.store.get(ref(entry)).guests
