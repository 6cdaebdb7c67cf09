"""Title and signature: what is typed there stands in the report and is saved."""

import pytest
from desk.answering import Answering
from desk.report.opened import behind, leads, open_line, opened, said
from PySide6.QtTest import QTest
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
    empty._passage.form._toggle.click()
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
