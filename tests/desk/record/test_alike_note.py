"""An entry like one that is there is pointed out above its form, and nothing waits for it."""

from dataclasses import replace

import pytest
from desk.fields.forms import press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from typing_chinese import compose

from secretary_desk.desk.record.page import RecordPage
from secretary_desk.desk.twins import keep_apart, twins
from secretary_desk.facts.alike import alike
from secretary_desk.kinds import study_meeting
from secretary_desk.kinds.not_duplicate import KIND as APART
from secretary_desk.kinds.person import KIND as PERSON
from secretary_desk.kinds.person import Person
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.day import Day
from secretary_desk.records.record import new_id, ref

KEY = Qt.Key
KNOWN = "与3月5日 支部委员会“研究发展对象”很像"


def meeting(**values):
    usual = {"held_on": Day("2026-03-05"), "form": Form.COMMITTEE, "topic": "研究发展对象"}
    return StudyMeeting(**(usual | values))


@pytest.fixture
def desk(new_desk):
    new_desk.save(meeting())
    return new_desk


@pytest.fixture
def page(desk, qtbot):
    page = RecordPage(desk, study_meeting.KIND)
    desk.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(900, 560)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def known(page):
    (first, *_) = page._desk.store.entries(study_meeting.KIND)
    return first


def note(page):
    return page._editor.alike


def said(page):
    return note(page)._said.text() if note(page).isVisible() else ""


def answer(page, words):
    answers = note(page).findChildren(QPushButton)
    QTest.mouseClick(next(b for b in answers if b.text() == words), Qt.MouseButton.LeftButton)


def enter_twin(page, topic="研究发展对象"):
    page.begin(meeting(topic=""))
    compose(page._editor._form.field("topic").focusProxy(), topic)
    assert page._editor.save()


def test_a_new_entry_like_one_that_is_there_says_so_once_it_is_complete(page):
    page.begin(meeting(topic=""))
    assert said(page) == ""
    enter_twin(page, "研究 发展对象。")
    assert said(page) == KNOWN
    assert len(page._desk.store.entries(study_meeting.KIND)) == 2


def test_it_is_silent_of_other_entries(page):
    enter_twin(page, "学习党章")
    assert said(page) == ""
    page._open(ref(known(page)))
    assert said(page) == ""


def test_the_other_entry_can_be_opened(page):
    enter_twin(page)
    other = known(page)
    answer(page, "打开那一条")
    assert page._editor.base == other
    assert said(page) == KNOWN


def test_that_they_are_two_is_remembered_in_the_archive(page):
    enter_twin(page)
    answer(page, "不是重复")
    assert said(page) == ""
    assert [pair.one < pair.other for pair in page._desk.store.entries(APART)] == [True]
    page._open(ref(known(page)))
    assert said(page) == ""
    assert page._desk.store.undoable() == "记住两条不是重复"
    page._desk.undo()
    assert said(page) == KNOWN


def test_the_new_one_can_be_deleted_and_comes_back(page):
    before = known(page)
    enter_twin(page)
    answer(page, "删除这一条")
    assert page._desk.store.entries(study_meeting.KIND) == [before]
    page._desk.undo()
    assert len(page._desk.store.entries(study_meeting.KIND)) == 2


def test_the_answers_are_reached_and_given_by_keyboard(page):
    enter_twin(page)
    first = note(page).findChildren(QPushButton)[0]
    first.setFocus()
    press(page, KEY.Key_Tab)
    press(page, KEY.Key_Space)
    assert page._desk.store.entries(APART)


def test_going_on_to_the_next_entry_still_says_it(page, qtbot):
    page.begin(meeting(topic=""))
    compose(page._editor._form.field("topic").focusProxy(), "研究发展对象")
    with qtbot.waitSignal(page.noted) as noted:
        page._finish.trigger()
    assert noted.args == [f"已记下“3月5日 支部委员会”，{KNOWN}"]
    assert said(page) == ""


def test_it_falls_silent_when_the_other_entry_goes(page):
    other = known(page)
    enter_twin(page)
    page._desk.delete(ref(other))
    assert said(page) == ""


def test_several_are_counted(page):
    page._desk.save(meeting(), meeting())
    page._open(ref(known(page)))
    assert said(page) == f"{KNOWN}，另有1条也像"
    answer(page, "不是重复")
    assert said(page) == KNOWN


def test_two_people_of_a_name_are_pointed_out(desk):
    desk.save(
        Person(name="李四", born_on=Day("1990-05"), phone="1"),
        Person(name="李四", born_on=Day("1990-05"), phone="2"),
    )
    one, other = (p for p in desk.store.entries(PERSON) if p.name == "李四")
    assert twins(desk, one) == [other]
    keep_apart(desk, other, one)
    assert twins(desk, one) == []


def test_the_archive_is_asked_for_no_fewer_than_all_that_are_alike(desk):
    entries = [meeting(held_on=Day(day)) for day in ("2026", "2026-03", "2026-03-05T09:00")]
    desk.save(*entries, meeting(held_on=None), meeting(held_on=Day("2025-03-05")))
    kept = desk.store.entries(study_meeting.KIND)
    for entry in kept:
        assert twins(desk, entry) == alike(entry, kept)
        copy = replace(entry, id=new_id())
        assert twins(desk, copy) == alike(copy, kept)
