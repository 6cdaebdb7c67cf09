"""What a hurried hand does by mistake costs nothing."""

import pytest
from desk.fields.forms import press
from desk.record.test_record_page import CTRL, KEY, begin, box, meetings, shown, type_meeting
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_chinese import compose

from secretary_desk.desk.ask import Ask
from secretary_desk.records.day import Day


@pytest.fixture
def page(new_desk, qtbot):
    page = shown(qtbot, new_desk)
    yield page
    page._editor._autosave.stop()


def test_a_click_between_the_fields_moves_the_focus_nowhere(page):
    begin(page)
    box(page, "place").setFocus()
    form = page._editor._form
    gap = form._cells["topic"].body.geometry().bottomLeft() + QPoint(5, 4)
    QTest.mouseClick(form.widget(), Qt.MouseButton.LeftButton, pos=gap)
    assert box(page, "place").hasFocus()


def test_enter_goes_to_the_next_field(page):
    begin(page)
    box(page, "topic").setFocus()
    press(page, KEY.Key_Return)
    assert page._editor._form.field("first_agenda").isAncestorOf(QApplication.focusWidget())


def test_control_z_on_a_list_of_choices_undoes_no_save(page):
    type_meeting(page)
    page._editor.save()
    box(page, "form").setFocus()
    press(page, "z", modifier=CTRL)
    assert len(meetings(page)) == 1


def test_a_second_click_on_delete_deletes_nothing_more(page):
    for topic in ("一", "二"):
        type_meeting(page, topic=topic)
        page._editor.save()
    page._delete.trigger()
    page._delete.trigger()
    assert [meeting.topic for meeting in meetings(page)] == ["一"]


def test_a_new_entry_is_todays_and_typing_puts_another_day_in_its_place(page):
    begin(page)
    assert box(page, "held_on").text() == "2026年11月21日"
    assert box(page, "held_on").selectedText() == "2026年11月21日"
    type_meeting(page, day="3.5")
    page.leave()
    assert [meeting.held_on for meeting in meetings(page)] == [Day("2026-03-05")]


def test_an_entry_stands_where_its_date_wants_it_and_stays_marked(page):
    for day in ("3.5", "11.3", "7.1"):
        type_meeting(page, day=day, topic=day)
        page._editor.save()
    model = page._list._model
    assert [model.record(row).topic for row in range(3)] == ["11.3", "7.1", "3.5"]
    (marked,) = page._list._view.selectionModel().selectedRows()
    assert model.record(marked.row()) == page._editor.base


def test_what_an_entry_lacks_is_said_when_it_is_finished(page, qtbot):
    begin(page)
    compose(box(page, "topic"), "研究工作")
    with qtbot.waitSignal(page.noted) as said:
        page._finish.trigger()
    assert said.args == ["已记下“11月21日”，还缺类型，填上才计数"]


def test_the_words_of_the_entry_itself_are_not_offered(page):
    type_meeting(page)
    compose(box(page, "place"), "三楼会议室和")
    page._editor.save()
    context = page._editor._form.field("place").context
    assert context.suggestions("place", page._kind.specs["place"]) == []
    page.begin()
    assert context.suggestions("place", page._kind.specs["place"]) == ["三楼会议室和"]


def test_esc_at_a_question_loses_nothing(qtbot, monkeypatch):
    escaped = []
    monkeypatch.setattr(
        "PySide6.QtWidgets.QMessageBox.exec",
        lambda box: escaped.append(box.escapeButton().text()),
    )
    Ask().choose("读不懂", "返回修改", "放弃这一处", on_escape=0)
    Ask().choose("仍要生成？", "仍要生成", "先去补充")
    assert escaped == ["返回修改", "先去补充"]
