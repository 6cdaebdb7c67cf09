"""A name that is being typed is nobody's yet; once it is left, it is whoever bears it."""

import pytest
from desk.record.test_record_page import box, press, shown
from PySide6.QtCore import Qt
from typing_chinese import compose

from secretary_desk.kinds import person


@pytest.fixture
def page(new_desk, qtbot):
    page = shown(qtbot, new_desk, person.KIND)
    page.begin()
    yield page
    page._editor._autosave.stop()


def roster(page):
    return [(p.name, p.job) for p in page._desk.store.entries(person.KIND)]


def test_a_pause_within_a_name_renames_nobody(page):
    compose(box(page, "name"), "张三")
    page._editor.save()
    compose(box(page, "name"), "丰")
    assert page.leave()
    assert sorted(roster(page)) == [("张三", ""), ("张三丰", "")]


@pytest.mark.parametrize("when", ["before leaving", "with a pause between"])
def test_the_secretary_entered_anew_is_the_one_who_is_there(page, when):
    compose(box(page, "name"), "张三")
    page._editor.save()
    compose(box(page, "job"), "站长")
    if when == "with a pause between":
        page._editor.save()
    assert page.leave()
    assert roster(page) == [("张三", "站长")]
    assert page._editor.base == page._desk.store.entries(person.KIND)[0]
    assert page._list.count() == 1
    press(box(page, "job"), Qt.Key.Key_End)
    compose(box(page, "job"), "兼会计")
    assert page.leave()
    assert roster(page) == [("张三", "站长兼会计")]
