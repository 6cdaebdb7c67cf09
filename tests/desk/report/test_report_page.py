"""The report page: what stands in the report is seen, explained, and added to."""

import re
from dataclasses import replace

import pytest
from desk.answering import Answering
from desk.report.opened import (
    MEETINGS,
    NARROW,
    WIDE,
    behind,
    box,
    click,
    go_to,
    heading,
    lines,
    open_line,
    opened,
    outline,
    press,
    said,
    status,
    supplements,
    words,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QPushButton,
    QStyleOptionViewItem,
)
from typing_chinese import compose

from secretary_desk.desk.autosave import AUTOSAVE
from secretary_desk.desk.desk import Change
from secretary_desk.desk.help_view import help_text
from secretary_desk.desk.look import SIDE
from secretary_desk.desk.page import Place
from secretary_desk.desk.report.outline_pane import UNUSED
from secretary_desk.desk.report.page import PAUSE
from secretary_desk.kinds import SETTINGS, SUPPLEMENT, highlight
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.records.day import Day
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


def leads(page):
    """Return the list of places to which the page leads from now on."""
    places = []
    page.wanted.connect(places.append)
    return places


# Outline -----------------------------------------------------------------------------------------


def test_the_outline_tells_each_parts_length_and_that_of_what_is_in_it(page):
    told = lines(page)
    assert told[0].startswith("标题与落款，")
    whole, *inner = (int(line.rpartition("，")[2][:-1]) for line in told[3:9])
    assert told[3].startswith("二、履职情况，")
    assert whole == sum(inner) + len("二、履职情况")


def test_a_line_over_the_outline_names_its_two_numbers(page):
    head = outline(page).findChild(QLabel, "numbers")
    assert head.isVisible()
    assert head.text() == "待补充 · 字数"
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


# Figures, quotations, gaps -----------------------------------------------------------------------


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
    assert behind(page)[0] == "4.6个百分点 三会一课到会率增加 —— 来自这些记录"


def test_tab_walks_from_figure_to_figure_and_enter_opens(page):
    go_to(page, MEETINGS)
    text = page._passage.text
    text.setFocus()
    press(text, KEY.Key_Tab)
    assert text.textCursor().selectedText() == "4次"
    press(text, KEY.Key_Tab, KEY.Key_Tab)
    assert text.textCursor().selectedText() == "33次"
    press(text, KEY.Key_Backtab)
    assert text.textCursor().selectedText() == "12次"
    press(text, KEY.Key_Return)
    assert behind(page)[0].startswith("12次 支部委员会次数")


def test_tab_leaves_the_text_after_its_last_figure(page):
    go_to(page, "导语")
    text = page._passage.text
    text.setFocus()
    for _ in text._stops:
        press(text, KEY.Key_Tab)
        assert text.hasFocus()
    press(text, KEY.Key_Tab)
    assert not text.hasFocus()


def notes(page):
    """Return the list of notes that the page gives from now on."""
    said = []
    page.noted.connect(said.append)
    return said


def test_typing_into_the_text_says_once_why_it_cannot_be_and_where_one_may(page):
    go_to(page, PLANS)
    text, told, before = page._passage.text, notes(page), words(page)
    text.setFocus()
    press(text, KEY.Key_PageDown, KEY.Key_Space, KEY.Key_Shift)
    press(text, KEY.Key_C, modifier=Qt.KeyboardModifier.ControlModifier)
    assert told == []
    press(text, KEY.Key_A, KEY.Key_B, KEY.Key_Backspace)
    assert told == ["正文由记录生成，改记录就会变；要加自己的话，请写在下面的“补充”里"]
    assert words(page) == before
    box(page).setFocus()
    text.setFocus()
    press(text, KEY.Key_A)
    assert len(told) == 2


def test_where_nothing_can_be_added_nothing_of_the_kind_is_said(page):
    key = next(key for key, part in page._parts.items() if not part.section and part.level == 2)
    go_to(page, key)
    told = notes(page)
    page._passage.text.setFocus()
    press(page._passage.text, KEY.Key_Delete)
    assert told == ["正文由记录生成，改记录就会变"]


def test_the_text_looks_like_text_and_not_like_a_field(page):
    text = page._passage.text
    text.setFocus()
    assert text.cursorWidth() == 0
    picture = text.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() - 9).name() == SIDE.lower()


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
    click(empty, f"【待补充：{gap}】")
    assert places == [Place(kind)]
    assert gap in behind(empty)[1]
    open_line(empty, behind(empty)[1].index(gap))
    assert places == [Place(kind)] * 2


def test_a_gap_inside_one_entrys_passage_leads_to_that_entry(qtbot, new_desk):
    entry = highlight.Highlight(name="夜校", started_on=Day("2026-05"))
    new_desk.save(entry)
    page = opened(qtbot, new_desk)
    places = leads(page)
    go_to(page, f"特色亮点/{entry.id}")
    open_line(page, 0)
    assert places == [Place("highlight", ref(entry))]


def test_a_missing_report_date_leads_to_its_field(empty):
    places = leads(empty)
    assert behind(empty)[1] == ["报告日期"]
    open_line(empty, 0)
    assert places == []
    field = empty._passage.form._fields["reported_on"]
    assert field.focusProxy().hasFocus()


def test_words_of_the_users_are_never_markup(qtbot, sample_desk):
    entry = sample_desk.store.entries(highlight.KIND)[-1]
    sample_desk.save(replace(entry, name="<b>亮</b>点<img src=x>"))
    page = opened(qtbot, sample_desk)
    go_to(page, f"特色亮点/{entry.id}")
    assert heading(page).endswith("）<b>亮</b>点<img src=x>")
    assert page._passage._heading.textFormat() is Qt.TextFormat.PlainText
    tip = outline(page).currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;亮" in tip


# Supplements -------------------------------------------------------------------------------------


def test_what_is_typed_stands_on_the_page_and_is_counted_and_saved(page, qtbot):
    go_to(page, PLANS)
    before = counted(page._document)[0]
    box(page).setFocus()
    compose(box(page), "我会常去班组。")
    assert supplements(page).get(PLANS) is None
    qtbot.waitUntil(lambda: "我会常去班组。" in said(page), timeout=PAUSE * 5)
    assert f"正文 {before + 7:,} 字" in status(page)
    assert words(page).endswith("我会常去班组。")
    qtbot.waitUntil(lambda: supplements(page).get(PLANS) == "我会常去班组。", timeout=AUTOSAVE * 5)


def test_typing_goes_on_undisturbed_while_it_is_saved(page, qtbot):
    go_to(page, PLANS)
    box(page).setFocus()
    compose(box(page), "一是")
    qtbot.waitUntil(lambda: PLANS in supplements(page), timeout=AUTOSAVE * 5)
    compose(box(page), "再去")
    assert box(page).toPlainText() == "一是再去"
    assert box(page).textCursor().position() == 4
    assert page.leave()
    assert supplements(page)[PLANS] == "一是再去"


def test_one_visits_saves_are_one_step(page):
    go_to(page, PLANS)
    for text in ("一是", "再去"):
        compose(box(page), text)
        page._save()
    assert page._desk.undo() == f"新增 补充 {PLANS} 一是再去"
    assert PLANS not in supplements(page)
    assert box(page).toPlainText() == ""


def test_the_first_visits_saves_are_one_step_too(empty):
    before = len(empty._desk.store.history(9))
    for text in ("镇党委", "组织部"):
        compose(field(empty, "salutation"), text)
        empty._save()
    assert len(empty._desk.store.history(9)) == before + 1
    empty._desk.undo()
    assert field(empty, "salutation").text() == ""


def test_what_is_still_being_composed_is_kept_on_leaving(page):
    go_to(page, PLANS)
    box(page).setFocus()
    compose(box(page), "我会再去", commit=False)
    assert page.leave()
    assert supplements(page)[PLANS] == "我会再去"


def test_going_to_another_part_saves_under_the_part_that_is_left(page):
    go_to(page, PLANS)
    compose(box(page), "我会再去", commit=False)
    press(outline(page), KEY.Key_Down)
    assert supplements(page)[PLANS] == "我会再去"
    assert box(page).toPlainText() == ""
    press(outline(page), KEY.Key_Up)
    assert box(page).toPlainText() == "我会再去"


def test_several_entries_for_a_section_become_one_and_none_is_lost(qtbot, new_desk):
    entries = [Supplement(year=2026, section=PLANS, text=text) for text in ("一句。", "两句。")]
    new_desk.save(*entries)
    page = opened(qtbot, new_desk)
    go_to(page, PLANS)
    assert box(page).toPlainText() == "一句。\n两句。"
    box(page).moveCursor(box(page).textCursor().MoveOperation.End)
    compose(box(page), "三句。")
    assert page.leave()
    assert supplements(page) == {PLANS: "一句。\n两句。三句。"}
    assert said(page).count("一句。") == 1


def test_a_clicked_supplement_is_edited_where_it_was_typed(page):
    go_to(page, MEETINGS)
    places = leads(page)
    text = page._desk.store.entries(SUPPLEMENT)[0].text
    click(page, text)
    assert box(page).hasFocus()
    assert places == []


def test_a_highlights_part_takes_no_supplement_of_its_own(page):
    key = next(key for key in page._parts if key.startswith("特色亮点/"))
    go_to(page, key)
    assert not box(page).isVisible()
    go_to(page, "特色亮点")
    assert box(page).isVisible()


def test_a_supplement_without_a_section_is_listed_and_goes_only_when_asked(qtbot, sample_desk):
    lost = Supplement(year=2026, section="旧提纲/某一节", text="<b>留着</b>")
    sample_desk.save(lost)
    page = opened(qtbot, sample_desk)
    assert lines(page)[-1].startswith(UNUSED)
    go_to(page, UNUSED)
    cards = [label.text() for label in page._passage.unused.findChildren(QLabel)]
    assert cards[1:] == ["旧提纲 · 某一节", "<b>留着</b>"]
    buttons = {button.text(): button for button in page._passage.unused.findChildren(QPushButton)}
    QTest.mouseClick(buttons["删除"], Qt.MouseButton.LeftButton)
    assert not lines(page)[-1].startswith(UNUSED)
    assert "旧提纲/某一节" not in supplements(page)
    sample_desk.undo()
    assert lines(page)[-1].startswith(UNUSED)


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


# Settings ----------------------------------------------------------------------------------------


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


# The year, the panes -----------------------------------------------------------------------------


def test_another_year_shows_its_own_report(page):
    page._desk.set_year(2025)
    assert page._document.year == 2025
    go_to(page, PLANS)
    compose(box(page), "二零二五")
    assert page.leave()
    saved = {(e.year, e.section) for e in page._desk.store.entries(SUPPLEMENT)}
    assert (2025, PLANS) in saved


def test_a_change_made_elsewhere_is_shown_with_the_part_kept(page):
    go_to(page, MEETINGS)
    figure = page._passage.text._stops[0]
    entries = page._document.blocks[figure.block].runs[figure.run].entries
    page._desk.delete(entries[0])
    assert "支部党员大会开了3次" in words(page)
    assert heading(page) == "（二）严肃党内组织生活"
    assert outline(page).key() == MEETINGS


def test_the_page_come_back_to_is_as_it_was_left(page):
    page.resize(WIDE[0], 480)
    go_to(page, MEETINGS)
    view = page._preview.view
    view.zoom(1.5)
    places = [(view.verticalScrollBar(), 1234), (view.horizontalScrollBar(), 50)]
    places.append((page._passage.text.verticalScrollBar(), 9))
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
