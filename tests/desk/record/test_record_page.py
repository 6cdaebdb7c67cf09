"""A kind's page: what is typed is kept, what is left is asked about, what is deleted comes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from typing_chinese import compose, preedit

from secretary_desk.desk.page import Place
from secretary_desk.desk.record.page import RecordPage
from secretary_desk.kinds import study_meeting
from secretary_desk.kinds.study_meeting import Form
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref
from secretary_desk.records.specs import Link
from secretary_desk.store.store import Store

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(new_desk, qtbot):
    page = shown(qtbot, new_desk)
    yield page
    page._editor._autosave.stop()


def shown(qtbot, desk, kind=study_meeting.KIND):
    page = RecordPage(desk, kind)
    desk.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1150, 640)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    return page


def box(page, name):
    """Return the box of a field in which the user types."""
    return page._editor._form.field(name).focusProxy()


def meetings(page):
    return page._desk.store.entries(study_meeting.KIND)


def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifier)


def begin(page):
    press(page, KEY.Key_N, CTRL)
    return box(page, "held_on")


def type_meeting(page, day="3.5", topic="研究发展对象"):
    QTest.keyClicks(begin(page), day)
    press(box(page, "held_on"), KEY.Key_Tab)
    QTest.keyClick(box(page, "form"), KEY.Key_Down)
    compose(box(page, "topic"), topic)


def test_a_meeting_is_written_down_with_the_keyboard_alone(page):
    type_meeting(page)
    press(box(page, "topic"), KEY.Key_Return, CTRL)
    (meeting,) = meetings(page)
    assert (meeting.held_on, meeting.topic) == (Day("2026-03-05"), "研究发展对象")
    assert meeting.form is Form.GENERAL
    assert page._editor.base.created == ""  # the next one has begun


def test_nothing_is_written_before_the_first_edit(page):
    begin(page)
    assert page.leave()
    assert meetings(page) == []


def test_a_row_is_written_with_the_first_edit_after_a_pause(page, qtbot):
    compose(box_of_new(page, "place"), "三楼会议室")
    qtbot.waitUntil(lambda: len(meetings(page)) == 1, timeout=3000)
    assert meetings(page)[0].place == "三楼会议室"
    assert "未填完" in page._editor._unfinished.text()
    assert "缺类型、主题" in page._editor._unfinished.text()


def box_of_new(page, name):
    begin(page)
    return box(page, name)


def test_saves_of_one_visit_are_one_step_and_a_new_visit_another(page):
    type_meeting(page)
    page._editor.save()
    compose(box(page, "place"), "会议室")
    page._editor.save()
    assert len([s for s in page._desk.store.history() if "三会一课" in s.words]) == 1
    (meeting,) = meetings(page)
    page.begin()
    page.show_place(Place("study_meeting", entry=ref(meeting)))
    compose(box(page, "guests"), "李书记")
    page._editor.save()
    assert len([s for s in page._desk.store.history() if "三会一课" in s.words]) == 2


@pytest.mark.parametrize("how", ["leave", "finish", "choose another", "copy"])
def test_text_still_being_composed_is_kept(page, how):
    type_meeting(page)
    page._editor.save()
    (first,) = meetings(page)
    preedit(box(page, "place"), "三楼会议室")
    match how:
        case "leave":
            page.leave()
        case "finish":
            page._finish.trigger()
        case "choose another":
            page.begin()
        case "copy":
            page._copy.trigger()
    assert page._desk.store.get(ref(first)).place == "三楼会议室"


def test_what_cannot_be_read_is_asked_about_and_nothing_else_is_lost(page):
    type_meeting(page)
    press(box(page, "held_on"), KEY.Key_A, CTRL)
    QTest.keyClicks(box(page, "held_on"), "nonsense")
    compose(box(page, "place"), "会议室")
    page._desk.ask.answers.append("返回修改")
    assert not page.leave()
    assert "nonsense" in page._desk.ask.asked[0]
    assert box(page, "held_on").text() == "nonsense"
    assert meetings(page)[0].place == "会议室"
    page._desk.ask.answers.append("放弃这一处")
    assert page.leave()


def test_esc_discards_nothing(page):
    type_meeting(page)
    press(box(page, "topic"), KEY.Key_Escape)
    assert box(page, "topic").text() == "研究发展对象"
    page.leave()
    assert meetings(page)[0].topic == "研究发展对象"


def test_a_deleted_entry_comes_back_with_undo(page):
    type_meeting(page)
    page._editor.save()
    page._delete.trigger()
    assert meetings(page) == []
    assert page._desk.undo() == "删除 三会一课 3月5日 支部党员大会"
    assert [m.topic for m in meetings(page)] == ["研究发展对象"]
    assert page._list.count() == 1


def test_a_copy_keeps_what_recurs_and_is_no_entry_yet(page):
    type_meeting(page)
    compose(box(page, "place"), "会议室")
    press(box(page, "place"), KEY.Key_D, CTRL)
    assert len(meetings(page)) == 1
    assert box(page, "place").text() == "会议室"
    assert box(page, "held_on").text() == ""


def test_a_star_and_tags_are_kept(page):
    type_meeting(page)
    compose(box(page, "tags"), "重点、攻关")
    page._editor.save()
    page._star.trigger()
    (meeting,) = meetings(page)
    assert (meeting.starred, meeting.tags) == (True, ("重点", "攻关"))


def test_what_is_undone_elsewhere_shows_in_the_form(page):
    type_meeting(page)
    page._editor.save()
    page.begin()
    page.show_place(Place("study_meeting", entry=ref(meetings(page)[0])))
    compose(box(page, "place"), "会议室")
    page._editor.save()
    page._desk.undo()
    assert box(page, "place").text() == ""


def test_undoing_an_entrys_making_takes_it_out_of_the_form(page):
    type_meeting(page)
    page._editor.save()
    page._desk.undo()
    assert not page._is_shown()
    assert not page._empty.isHidden()


def test_a_name_typed_is_tied_to_the_roster(page):
    type_meeting(page)
    compose(box(page, "host"), "张三")
    page.leave()
    (meeting,) = meetings(page)
    assert meeting.host == Link(page._desk.store.ids_named("person", "张三")[0], "张三")


def test_the_difference_between_ticks_and_numbers_stands_beside_the_field(page):
    type_meeting(page)
    QTest.keyClicks(box(page, "due"), "5")
    QTest.keyClicks(box(page, "present"), "6")
    said = page._editor._form._cells["present"]._said
    assert (said.text(), said.isHidden()) == ("实到6人多于应到5人", False)


def test_a_save_that_fails_is_said_and_tried_again(page, tmp_path):
    type_meeting(page)
    page._editor.save()
    with Store.open(page._desk.store.path) as other:
        other._db.execute("PRAGMA busy_timeout = 1")
        other._db.execute("BEGIN IMMEDIATE")
        page._desk.store._db.execute("PRAGMA busy_timeout = 1")
        compose(box(page, "place"), "会议室")
        assert not page._editor.save()
        assert "没有写成" in page._editor._failure.text()
        page._desk.ask.answers.append("返回修改")
        page._desk.ask.answers.append("留在这里")
        other._db.execute("ROLLBACK")
    assert page._editor.save()
    assert meetings(page)[0].place == "会议室"


def test_what_cannot_be_saved_since_nothing_can_be_read_is_asked_about(page):
    type_meeting(page)
    with Store.open(page._desk.store.path) as other:
        page._desk.store._db.execute("PRAGMA busy_timeout = 1")
        other._db.execute("BEGIN EXCLUSIVE")
        page._desk.ask.answers.append("返回修改")
        QTest.keyClicks(box(page, "due"), "x")
        assert not page.leave()
        assert "没有写成" in page._desk.ask.asked[0]
        assert "读不懂“x”" in page._desk.ask.asked[0]
        assert "别的内容都已保存" not in page._desk.ask.asked[0]
        other._db.execute("ROLLBACK")
    press(box(page, "due"), KEY.Key_Backspace)
    assert page.leave()
    assert meetings(page)[0].topic == "研究发展对象"


def test_the_years_entries_are_listed_newest_first(sample_desk, qtbot):
    page = shown(qtbot, sample_desk)
    model = page._list._model
    days = [model.record(row).held_on for row in range(model.rowCount())]
    assert days == sorted(days, reverse=True)
    assert len(days) > 40


def test_the_table_is_narrowed_by_words_and_by_pinyin(sample_desk, qtbot):
    page = shown(qtbot, sample_desk)
    words, model = page._list._narrowing._words, page._list._model
    everything = model.rowCount()
    QTest.keyClicks(words, "zbwyh")
    qtbot.waitUntil(lambda: 0 < model.rowCount() < everything, timeout=3000)
    forms = {model.record(row).form for row in range(model.rowCount())}
    assert forms == {Form.COMMITTEE}


def test_a_click_on_a_row_shows_its_entry(sample_desk, qtbot):
    page = shown(qtbot, sample_desk)
    view = page._list._view
    at = view.visualRect(page._list._model.index(3, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page._editor.base == page._list._model.record(3)


def test_coming_to_the_table_chooses_nothing_and_down_goes_to_the_first_row(sample_desk, qtbot):
    page = shown(qtbot, sample_desk)
    page.setFocus()
    assert not page._is_shown()
    press(page._list._view, KEY.Key_Down)
    assert page._editor.base == page._list._model.record(0)
