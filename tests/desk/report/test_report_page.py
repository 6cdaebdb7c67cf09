"""The report page: its outline, its panes, and that it stays where the user was."""

import re
from dataclasses import replace

import pytest
from desk.report.opened import (
    MEETINGS,
    NARROW,
    WIDE,
    click,
    go_to,
    heading,
    lines,
    opened,
    outline,
    press,
    status,
    words,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QStyleOptionViewItem

from secretary_desk.desk.desk import Change
from secretary_desk.desk.help_view import help_text
from secretary_desk.desk.page import Place
from secretary_desk.desk.report.outline_pane import UNUSED
from secretary_desk.kinds import SUPPLEMENT, highlight
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.records.record import ref
from secretary_desk.report.written import counted

KEY = Qt.Key
PLANS = "下一步打算"


@pytest.fixture
def page(qtbot, sample_desk):
    return opened(qtbot, sample_desk)


@pytest.fixture
def empty(qtbot, new_desk):
    return opened(qtbot, new_desk)


def test_the_outline_tells_each_parts_length_and_that_of_what_is_in_it(page):
    told = lines(page)
    assert told[0].startswith("标题与落款，")
    whole, *inner = (int(line.rpartition("，")[2][:-1]) for line in told[3:9])
    assert told[3].startswith("二、履职情况，")
    assert whole == sum(inner) + len("二、履职情况")


def test_a_line_over_the_outline_names_its_two_numbers(page):
    head = outline(page).findChild(QLabel, "numbers")
    assert head.isVisible()
    assert head.text() == "◦待补充 · 字数"
    row = outline(page).visualRect(outline(page).model().index(0, 0))
    top = outline(page).viewport().mapTo(page, row.topLeft()).y()
    assert head.mapTo(page, head.rect().bottomLeft()).y() < top


def test_the_arrow_keys_walk_from_part_to_part(page):
    outline(page).setFocus()
    press(outline(page), KEY.Key_Down, KEY.Key_Down)
    assert heading(page) == "一、上年度述职评议点评问题整改情况"
    press(outline(page), KEY.Key_Up)
    assert heading(page) == "导语"
    assert words(page).startswith("我支部现有党员31名")


def test_a_heading_takes_a_second_row_only_where_it_needs_one(page, qtbot):
    def heights():
        view = outline(page)
        return {view.visualRect(view.model().index(row, 0)).height() for row in range(5)}

    page._panes._splitter.setSizes([150, 500, 400])
    qtbot.waitUntil(lambda: len(heights()) == 2)
    page._panes._splitter.setSizes([500, 300, 300])
    qtbot.waitUntil(lambda: len(heights()) == 1)


def test_rare_characters_break_no_heading(page):
    view = outline(page)
    option = QStyleOptionViewItem()
    option.font, option.fontMetrics = view.font(), view.fontMetrics()
    text = "（一）" + "𬱖𠮷" * 5 + "的先锋岗"
    rows = view.itemDelegate()._broken(text, 9 * view.fontMetrics().horizontalAdvance("国"), option)
    assert len(rows) == 2
    assert "".join(rows) == text


def test_an_empty_report_says_in_its_outline_what_each_part_lacks(empty):
    assert lines(empty)[1].endswith("待补充1处")
    assert f"待补充 {counted(empty._document)[1]} 处" in status(empty)


def test_the_status_line_counts_pages_characters_and_gaps(page):
    characters, gaps = counted(page._document)
    pages = page._preview.view.count
    assert gaps == 0
    assert status(page) == f"共 {pages} 页（不含附件） · 正文 {characters:,} 字 · 没有待补充"


def test_words_of_the_users_are_never_markup(qtbot, sample_desk):
    entry = sample_desk.store.entries(highlight.KIND)[-1]
    sample_desk.save(replace(entry, name="<b>亮</b>点<img src=x>"))
    page = opened(qtbot, sample_desk)
    go_to(page, f"特色亮点/{entry.id}")
    assert heading(page).endswith("）<b>亮</b>点<img src=x>")
    assert page._passage._heading.textFormat() is Qt.TextFormat.PlainText
    tip = outline(page).currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;亮" in tip


def test_the_page_can_be_led_to_a_supplement_and_to_the_settings(page):
    lost = Supplement(year=2026, section="没有这一节", text="留着")
    page._desk.save(lost)
    found, settings = page._desk.store.entries(SUPPLEMENT)[0], page._desk.settings()
    for entry, key in ((found, found.section), (lost, UNUSED), (settings, "标题与落款")):
        page.show_place(Place("report", entry=ref(entry)))
        assert outline(page).key() == key
    page.show_place(Place("report"))
    assert outline(page).key() == "标题与落款"


def test_whatever_the_help_names_is_on_the_page(page):
    page._desk.save(Supplement(year=2026, section="没有这一节", text="留着"))
    widgets = (*page.findChildren(QAbstractButton), *page.findChildren(QLabel))
    there = [each.text() for each in (*widgets, *page.actions())]
    named = re.findall("“(.+?)”", help_text("report"))
    assert len(named) > 9
    assert [name for name in named if name not in "\n".join((*there, *lines(page)))] == []


def test_a_change_made_elsewhere_is_shown_with_the_part_kept(page):
    go_to(page, MEETINGS)
    click(page, "4次")
    page._desk.delete(page._passage.behind.places()[0].entry)
    assert "支部党员大会开了3次" in words(page)
    assert heading(page) == "（二）严肃党内组织生活"
    assert outline(page).key() == MEETINGS


def test_the_page_come_back_to_is_as_it_was_left(page):
    page.resize(WIDE[0], 480)
    go_to(page, MEETINGS)
    view = page._preview.view
    view.zoom(1.5)
    places = [(view.verticalScrollBar(), 1234), (view.horizontalScrollBar(), 50)]
    places.append((page._passage._scroll.verticalScrollBar(), 9))
    for bar, value in places:
        bar.setValue(value)
        assert bar.value() == value
    scale = view._scale
    assert page.leave()
    page.hide()
    page._desk.save(Supplement(year=2026, section=PLANS, text="再去班组。"))
    page.refresh(Change())
    page.show()
    page.show_place(Place("report"))
    assert outline(page).key() == MEETINGS
    assert heading(page) == "（二）严肃党内组织生活"
    assert view._scale == scale
    assert [bar.value() for bar, _ in places] == [value for _, value in places]


def test_a_narrow_page_has_two_panes_and_the_preview_on_demand(page):
    panes = page._panes
    assert panes.passage.isVisible()
    assert panes.preview.isVisible()
    page.resize(*NARROW)
    assert panes.passage.isVisible()
    assert not panes.preview.isVisible()
    panes._toggle.trigger()
    assert not panes.passage.isVisible()
    assert panes.preview.isVisible()
    page.resize(*WIDE)
    assert panes.passage.isVisible()
    assert panes.preview.isVisible()


def test_the_widths_of_the_panes_are_remembered(page, qtbot):
    splitter = page._panes._splitter
    splitter.setSizes([200, 500, 400])
    wanted = splitter.sizes()
    assert page.leave()
    again = opened(qtbot, page._desk)
    assert again._panes._splitter.sizes() == wanted
