"""Figures, quotations and gaps of the passages: each tells its entries and leads to them."""

import pytest
from desk.report.opened import (
    LEFT,
    MEETINGS,
    NARROW,
    at_chip,
    behind,
    chip,
    click,
    double_click,
    editor,
    edits,
    go_to,
    leads,
    open_line,
    opened,
    press,
    type_over,
    words,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from secretary_desk.desk.page import Place
from secretary_desk.kinds import highlight
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot, sample_desk):
    return opened(qtbot, sample_desk)


@pytest.fixture
def empty(qtbot, new_desk):
    return opened(qtbot, new_desk)


def test_a_clicked_figure_shows_its_entries_and_each_opens(page):
    go_to(page, MEETINGS)
    places = leads(page)
    click(page, "4次")
    told, entries = behind(page)
    assert told == "4次 支部党员大会次数 —— 来自这些记录"
    assert entries[0] == "3月27日 支部党员大会　年度发展计划和一季度通报"
    open_line(page, 1)
    assert places[0].page == "study_meeting"
    assert page._desk.store.get(places[0].entry).topic == "讨论夜班党员参会补课办法"


def test_a_clicked_quotation_shows_the_entry_that_it_was_taken_from(page):
    go_to(page, MEETINGS)
    click(page, "夜间下穿，党员站什么岗")
    told, entries = behind(page)
    assert told == "“夜间下穿，党员站什么岗” —— 来自这条记录的“主题”"
    assert entries == ["6月26日 党课　夜间下穿，党员站什么岗"]


def test_a_clicked_increase_is_called_by_its_name(page):
    go_to(page, MEETINGS)
    click(page, "4.6个百分点")
    assert behind(page)[0] == "4.6个百分点 三会一课到会率比上年多 —— 来自这些记录"


def test_a_figure_of_several_entries_opened_puts_its_list_under_the_keys_and_says_so(page):
    go_to(page, MEETINGS)
    places = leads(page)
    double_click(page, "4次")
    card = page._passage.behind
    assert card._choice.text() == "来自4条记录，打开哪一条：点一下，或按↑↓选、按 Enter。"
    assert card._choice.isVisible()
    assert card._list.hasFocus()
    press(card._list, KEY.Key_Return)
    assert len(places) == 1
    click(page, "2次")
    assert not card._choice.isVisible()


def test_what_the_looks_of_figures_and_quotations_mean_is_told_under_them(page):
    go_to(page, MEETINGS)
    told, _ = behind(page)
    for look in ("带底色的是数据", "点线的是引文", "红虚线的是手填"):
        assert look in told


def test_a_line_of_entries_opens_with_enter(page):
    go_to(page, MEETINGS)
    places = leads(page)
    click(page, "4次")
    entries = page._passage.behind._list
    entries.setFocus()
    press(entries, KEY.Key_Down, KEY.Key_Return)
    assert [page._desk.store.get(place.entry).held_on for place in places] == ["2026-05-29"]


@pytest.mark.parametrize(
    ("section", "gap", "kind"),
    [
        ("履职情况/严肃组织生活", "三会一课召开次数、参加人次和到会率", "study_meeting"),
        ("履职情况/上年度点评问题整改", "上年度述职评议点评指出的问题和整改情况", "review_comment"),
        ("特色亮点", "特色亮点的做法和成效", "highlight"),
        ("下一步打算", "下一步打算和措施", "plan"),
    ],
)
def test_a_gap_leads_to_the_page_where_it_is_filled_in(empty, section, gap, kind):
    go_to(empty, section)
    places = leads(empty)
    assert f"【待补充：{gap}】" in words(empty)
    open_line(empty, behind(empty)[1].index(gap))
    assert places == [Place(kind)]


def test_a_gap_inside_one_entrys_passage_leads_to_that_entry(qtbot, new_desk):
    entry = highlight.Highlight(name="夜校", started_on=Day("2026-05"))
    new_desk.save(entry)
    page = opened(qtbot, new_desk)
    places = leads(page)
    go_to(page, f"特色亮点/{entry.id}")
    open_line(page, 0)
    assert places == [Place("highlight", ref(entry))]


def test_a_click_on_a_figure_writes_nothing(page):
    go_to(page, MEETINGS)
    before = words(page)
    click(page, "4次")
    assert editor(page, "三会一课").hasFocus()
    assert page.leave()
    assert words(page) == before
    assert edits(page) == {}


def test_a_double_click_opens_the_one_entry_behind_a_figure(page):
    go_to(page, MEETINGS)
    places = leads(page)
    double_click(page, "28人")
    (place,) = places
    assert page._desk.store.get(place.entry).topic == "夜间下穿，党员站什么岗"


def test_a_double_click_on_a_figure_of_several_lets_one_be_chosen_by_keys(page):
    go_to(page, MEETINGS)
    places = leads(page)
    double_click(page, "4次")
    entries = page._passage.behind._list
    assert places == []
    assert entries.hasFocus()
    press(entries, KEY.Key_Down, KEY.Key_Return)
    assert page._desk.store.get(places[0].entry).held_on == "2026-05-29"


def test_a_second_click_opens_the_figure_although_its_entries_have_come_over_it(page):
    page.resize(*NARROW)
    go_to(page, MEETINGS)
    places = leads(page)
    first, at = at_chip(page, "342人次")
    spot = first.viewport().mapTo(page, at)
    click(page, "342人次")
    QTest.qWait(10)
    under = page.childAt(spot)
    assert page._passage.behind.isAncestorOf(under)
    QTest.mouseDClick(under, LEFT, pos=under.mapFrom(page, spot))
    assert places == []
    assert page._passage.behind._list.hasFocus()


def test_a_figure_is_opened_by_the_keyboard_where_the_cursor_stands(page):
    go_to(page, MEETINGS)
    places, box = leads(page), click(page, "28人")
    press(box, KEY.Key_Return, modifier=ALT)
    assert len(places) == 1


def test_a_number_typed_over_a_figure_tells_what_the_records_say(page):
    go_to(page, MEETINGS)
    type_over(page, "33次", "40次")
    click(page, "40次")
    assert behind(page)[0] == "手填 40次，记录里是 33次 —— 来自这些记录"
    assert len(behind(page)[1]) == 33


def test_a_figure_says_under_the_mouse_what_it_is(page):
    go_to(page, MEETINGS)
    told = page._described("三会一课", chip(page, "4次")[1].reference)
    assert told.startswith("4次 支部党员大会次数")
    assert told.endswith("双击打开")
