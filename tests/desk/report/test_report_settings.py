"""Title and signature: what is typed there stands in the report and is saved."""

import pytest
from desk.answering import Answering
from desk.report.opened import behind, leads, open_line, opened, said
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton
from typing_chinese import compose

from secretary_desk.desk.autosave import AUTOSAVE
from secretary_desk.desk.report.page import PAUSE
from secretary_desk.kinds import SETTINGS
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.records.day import Day


@pytest.fixture
def empty(qtbot, new_desk):
    return opened(qtbot, new_desk)


def field(page, name):
    return page._passage.form._fields[name].focusProxy()


def fold(page, begins):
    buttons = page._passage.form.findChildren(QPushButton)
    (found,) = [button for button in buttons if button.text().startswith(begins)]
    return found


def box(page, name):
    boxes = page._passage.form.findChildren(QCheckBox)
    (found,) = [each for each in boxes if each.text() == name]
    return found


def test_the_report_date_typed_stands_under_the_report(empty, qtbot):
    QTest.keyClicks(field(empty, "reported_on"), "2027.1.8")
    qtbot.waitUntil(lambda: not behind(empty)[1], timeout=PAUSE * 5)
    qtbot.waitUntil(lambda: bool(empty._desk.store.entries(SETTINGS)), timeout=AUTOSAVE * 5)
    (settings,) = empty._desk.store.entries(SETTINGS)
    assert (settings.year, settings.reported_on) == (2026, "2027-01-08")


def test_a_salutation_is_composed_and_shown(empty):
    compose(field(empty, "salutation"), "镇党委", commit=False)
    assert empty.leave()
    assert said(empty).startswith("镇党委：")


def test_a_date_that_cannot_be_read_is_asked_about_on_leaving(empty):
    ask = empty._desk.ask = Answering("返回修改", "放弃这一处")
    QTest.keyClicks(field(empty, "reported_on"), "abc")
    assert not empty.leave()
    assert "还没有保存" in ask.asked[0]
    assert field(empty, "reported_on").text() == "abc"
    assert empty.leave()
    assert field(empty, "reported_on").text() == ""


def test_the_first_visits_saves_are_one_step_too(empty):
    before = len(empty._desk.store.history(9))
    for text in ("镇党委", "组织部"):
        compose(field(empty, "salutation"), text)
        empty._saving.save()
    assert len(empty._desk.store.history(9)) == before + 1
    empty._desk.undo()
    assert field(empty, "salutation").text() == ""


def test_spans_are_behind_more_unless_something_is_in_them(qtbot, new_desk):
    page = opened(qtbot, new_desk)
    assert not field(page, "as_of").isVisible()
    new_desk.save(ReportSettings(year=2026, as_of=Day("2026-11-30")))
    assert field(page, "as_of").isVisible()


def test_an_end_before_the_start_is_said_beside_it(empty):
    fold(empty, "更多").click()
    QTest.keyClicks(field(empty, "start"), "2026.5.1")
    QTest.keyClicks(field(empty, "end"), "2026.4.1")
    assert empty._passage.form._troubles["end"].text() == "止日早于起日"
    assert empty._passage.form._troubles["end"].isVisible()


def test_an_outline_that_is_not_there_is_said_and_the_page_stays(qtbot, new_desk):
    page = opened(qtbot, new_desk)
    new_desk.save(ReportSettings(year=2026, outline="没有的"))
    assert "没有“没有的”这个提纲" in page._panes.trouble.text()
    new_desk.undo()
    assert page._panes.trouble.text() == ""


def test_a_missing_report_date_leads_to_its_field(empty):
    places = leads(empty)
    assert behind(empty)[1] == ["报告日期"]
    open_line(empty, 0)
    assert places == []
    field = empty._passage.form._fields["reported_on"]
    assert field.focusProxy().hasFocus()


def ledgers(page):
    return page._passage.form.settings().ledgers


def test_the_usual_ledgers_are_ticked_and_another_is_added_to_them(empty):
    fold(empty, "附件").click()
    assert box(empty, "荣誉").isVisible()
    assert box(empty, "荣誉").isChecked()
    assert not box(empty, "党费").isChecked()
    box(empty, "党费").click()
    assert empty.leave()
    (settings,) = empty._desk.store.entries(SETTINGS)
    usual = ("三会一课", "主题党日", "发展党员", "检查督导", "荣誉", "问题整改")
    assert set(settings.ledgers) == {*usual, "党费"}
    box(empty, "党费").click()
    assert ledgers(empty) == ()


def test_none_is_ticked_where_none_goes_with_the_report(qtbot, new_desk):
    page = opened(qtbot, new_desk)
    fold(page, "附件").click()
    for name in ("三会一课", "主题党日", "发展党员", "检查督导", "荣誉", "问题整改"):
        box(page, name).click()
    assert ledgers(page) == ("不附",)
    box(page, "谈心谈话").click()
    assert ledgers(page) == ("谈心谈话",)


def test_chosen_ledgers_are_shown_and_one_unknown_stays_until_another_is_ticked(qtbot, new_desk):
    page = opened(qtbot, new_desk)
    new_desk.save(ReportSettings(year=2026, ledgers=("党费", "会议")))
    assert box(page, "党费").isVisible()
    assert box(page, "党费").isChecked()
    assert not box(page, "荣誉").isChecked()
    assert ledgers(page) == ("党费", "会议")
    assert "没有“会议”这张台账" in page._passage.form._troubles["ledgers"].text()
