"""年历: cells and lines lead where they say, by mouse and by keys alone."""

from datetime import datetime

import pytest
from desk.calendar_pages import shown
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from secretary_desk.desk.calendar.cell import CalendarCell
from secretary_desk.desk.card import Card, CardLine
from secretary_desk.desk.desk import Change
from secretary_desk.desk.page import Place
from secretary_desk.kinds import branch, study_meeting
from secretary_desk.kinds.branch import Branch, Post, Seat
from secretary_desk.kinds.person import Category, Person
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref

# What the offscreen screen says of every menu.
pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)", extend=True)
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


@pytest.fixture
def page(qtbot, sample_desk):
    return shown(qtbot, sample_desk)


def cell(page, name: str) -> CalendarCell:
    QApplication.processEvents()
    cells = page.findChildren(CalendarCell)
    return next(c for c in cells if c.isVisible() and c.accessibleName().startswith(name))


def lines(page, title: str) -> dict[str, str]:
    return {line.line.text: line.line.state for line in lines_of(page, title)}


def lines_of(page, title: str) -> list[CardLine]:
    QApplication.processEvents()
    card = next(c for c in page.findChildren(Card) if title in texts(c))
    seen = [line for line in card.findChildren(CardLine) if line.isVisible()]
    return sorted(seen, key=lambda line: line.y())


def texts(widget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def menu(page) -> QMenu:
    return next(menu for menu in page.findChildren(QMenu) if menu.isVisible())


def choose(page, words: str) -> None:
    """Choose in the menu that is open, by keys."""
    opened = menu(page)
    while opened.activeAction() is None or opened.activeAction().text() != words:
        QTest.keyClick(opened, KEY.Key_Down)
    QTest.keyClick(opened, KEY.Key_Return)


def meeting(day: str, form: Form = Form.COMMITTEE, topic: str = "研究发展对象") -> StudyMeeting:
    return StudyMeeting(held_on=Day(day), form=form, topic=topic)


def test_cells_say_what_is_in_them(page):
    assert cell(page, "3月 支部委员会").accessibleName() == "3月 支部委员会：1次"
    assert cell(page, "3月 党小组会").accessibleName() == "3月 党小组会：3次"
    assert cell(page, "2月 党小组会").accessibleName() == "2月 党小组会：未登记"
    assert cell(page, "2月 支部党员大会").accessibleName() == "2月 支部党员大会：没有记录"


def test_a_click_on_an_empty_cell_begins_an_entry_of_its_month_and_form(qtbot, page):
    qtbot.mouseClick(cell(page, "2月 党小组会"), LEFT)
    (place,) = page.places
    assert (place.page, place.entry) == ("study_meeting", None)
    assert (place.draft.held_on, place.draft.form) == ("2026-02", Form.GROUP)


def test_a_click_on_a_cell_with_one_entry_leads_to_it(qtbot, page, sample_desk):
    qtbot.mouseClick(cell(page, "3月 支部委员会"), LEFT)
    (place,) = page.places
    assert sample_desk.store.get(place.entry).held_on == "2026-03-17"


def test_a_click_on_a_cell_with_several_asks_which(qtbot, page, sample_desk):
    qtbot.mouseClick(cell(page, "3月 党小组会"), LEFT)
    words = [action.text() for action in menu(page).actions()]
    assert words[0].startswith("3月12日 党小组会 ")
    assert words[3:] == ["", "新增党小组会"]
    choose(page, words[1])
    assert sample_desk.store.get(page.places[0].entry).held_on == "2026-03-19"
    qtbot.mouseClick(cell(page, "3月 党小组会"), LEFT)
    choose(page, "新增党小组会")
    assert page.places[1].draft.held_on == "2026-03"


def test_a_second_entry_is_begun_from_a_cells_own_menu(qtbot, page):
    target = cell(page, "3月 支部委员会")
    target.customContextMenuRequested.emit(target.rect().center())
    choose(page, "新增支部委员会")
    assert page.places[0].draft.held_on == "2026-03"


def test_the_arrows_lead_over_the_grid_and_enter_opens(page):
    cell(page, "2月 支部委员会").setFocus()
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Left, KEY.Key_Left, KEY.Key_Right):
        QTest.keyClick(QApplication.focusWidget(), key)
    assert QApplication.focusWidget() is cell(page, "2月 党小组会")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert page.places[0].draft.held_on == "2026-02"
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_End)
    assert QApplication.focusWidget() is cell(page, "12月 党小组会")


def test_tab_comes_to_this_month_first_and_then_leaves_the_grid(page):
    page.focusNextChild()
    while not isinstance(QApplication.focusWidget(), CalendarCell):
        page.focusNextChild()
    assert QApplication.focusWidget() is cell(page, "11月 支部委员会")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    assert isinstance(QApplication.focusWidget(), CardLine)


def test_a_month_in_which_one_of_three_groups_met_says_so(page, sample_desk):
    feb = "2月 党小组会"
    for entry in sample_desk.store.entries(study_meeting.KIND):
        if entry.form is Form.GROUP and entry.held_on.startswith("2026-02"):
            sample_desk.delete(ref(entry))
    held = {"form": Form.GROUP, "topic": "学习"}
    sample_desk.save(StudyMeeting(held_on=Day("2026-02-05"), group="第一党小组", **held))
    assert cell(page, feb).accessibleName() == f"{feb}：1次，3个党小组，登记了1个"
    assert "登记了1个" in cell(page, feb).toolTip()
    for name in ("第二党小组", "第三党小组"):
        sample_desk.save(StudyMeeting(held_on=Day("2026-02-06"), group=name, **held))
    assert cell(page, feb).accessibleName() == f"{feb}：3次"


def test_what_is_due_leads_to_what_it_is_about(qtbot, page, sample_desk):
    assert lines(page, "近期要办") == {
        "苏婉清预备期满，应讨论转正": "12月31日",
        "支部委员会任期届满": "还有3个月",
    }
    for line in lines_of(page, "近期要办"):
        qtbot.mouseClick(line, LEFT)
    assert [place.page for place in page.places] == ["development", "branch"]


def test_a_line_is_pressed_by_keys(page):
    line = lines_of(page, "近期要办")[0]
    line.setFocus()
    QTest.keyClick(line, KEY.Key_Space)
    assert page.places[0].page == "development"


def test_a_month_that_is_not_registered_is_due_and_begins_its_entry(qtbot, page, sample_desk):
    held = next(
        m for m in sample_desk.store.entries(study_meeting.KIND) if m.held_on == "2026-11-17"
    )
    sample_desk.delete(ref(held))
    assert lines(page, "近期要办")["11月支部委员会未登记"] == "本月"
    assert cell(page, "11月 支部委员会").accessibleName().endswith("未登记")
    qtbot.mouseClick(lines_of(page, "近期要办")[0], LEFT)
    assert page.places[0].draft.held_on == "2026-11"
    sample_desk.undo()
    assert "11月支部委员会未登记" not in lines(page, "近期要办")


def test_many_dues_show_eight_and_the_rest_when_asked(qtbot, page, sample_desk):
    people = [
        Person(
            name=f"示例{n}", category=Category.PROBATIONARY, joined_on=Day(f"2025-12-{n + 1:02}")
        )
        for n in range(12)
    ]
    sample_desk.save(*people)
    few = lines_of(page, "近期要办")
    assert [line.line.text for line in few[8:]] == ["另有6项"]
    few[0].setFocus()
    for _ in range(8):
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Space)
    assert len(lines_of(page, "近期要办")) == 14
    assert QApplication.focusWidget() is lines_of(page, "近期要办")[8]


def test_the_report_card_says_how_long_it_is_and_what_is_missing(qtbot, page, sample_desk):
    told = lines(page, "述职报告")
    assert told["待补充"] == "没有"
    assert told["报告日期"] == "2027年1月8日"
    whole = int(told["全文"].rstrip("字").replace(",", ""))
    parts = [int(s.rstrip("字").replace(",", "")) for t, s in told.items() if "、" in t]
    assert len(parts) >= 4
    assert sum(parts) < whole
    qtbot.mouseClick(lines_of(page, "述职报告")[0], LEFT)
    assert page.places == [Place("report")]


def test_the_latest_entries_come_first_and_lead_to_themselves(qtbot, page, sample_desk):
    saved = sample_desk.save(meeting("2026-11-20", topic="<b>讨论</b>&决定"))
    first = lines_of(page, "最近记录")[0]
    assert first.line.text == "三会一课 · 11月20日 支部委员会"
    assert len(lines_of(page, "最近记录")) == 5
    qtbot.mouseClick(first, LEFT)
    assert page.places[0].entry == ref(saved[0])


def test_marks_in_the_users_words_stay_as_they_are(qtbot, page, sample_desk):
    sample_desk.save(*(meeting("2026-02-20", Form.GROUP, "<b>甲</b>&乙") for _ in range(2)))
    qtbot.mouseClick(cell(page, "2月 党小组会"), LEFT)
    assert menu(page).actions()[0].text() == "2月20日 党小组会 <b>甲</b>&&乙"
    sample_desk.save(ThemeDay(held_on=Day("2026-11-21"), topic="<b>甲</b>&乙"))
    line = lines_of(page, "最近记录")[0]
    assert line.line.text == "主题党日 · 11月21日 <b>甲</b>&乙"
    assert "&lt;b&gt;" in line.toolTip()


def test_an_entry_is_begun_from_the_keyboard_alone(page):
    page.setFocus()
    QTest.keyClick(page, KEY.Key_N, Qt.KeyboardModifier.ControlModifier)
    choose(page, "主题党日")
    (place,) = page.places
    assert (place.page, place.draft.held_on) == ("theme_day", "2026-11-21")


def test_every_kind_can_be_begun_and_the_profile_is_not_begun_twice(page):
    page.actions_on_top()[-1].trigger()
    words = [action.text() for action in menu(page).actions() if action.text()]
    assert words[:5] == ["支部委员会", "支部党员大会", "党小组会", "党课", "主题党日"]
    assert "发展党员" in words
    assert branch.KIND.label not in words


def test_another_years_calendar_dates_nothing_today_and_still_says_what_is_due(page, sample_desk):
    sample_desk.set_year(2025)
    assert cell(page, "2月 支部委员会").accessibleName() == "2月 支部委员会：1次"
    assert "苏婉清预备期满，应讨论转正" in lines(page, "近期要办")
    page.actions_on_top()[-1].trigger()
    choose(page, "党课")
    assert page.places[0].draft.held_on is None


def test_a_school_year_names_its_years(page, sample_desk):
    sample_desk.save(ReportSettings(year=2026, start=Day("2025-09-01"), end=Day("2026-08-31")))
    assert {"2025年\n9月", "12月", "2026年\n1月"} <= set(texts(page))


def test_a_new_archive_is_told_what_to_do_first(qtbot, new_desk):
    page = shown(qtbot, new_desk)
    assert "从这三件事开始" in texts(page)
    buttons = [b for b in page.findChildren(QPushButton) if b.isVisible()]
    for button in buttons:
        qtbot.mouseClick(button, LEFT)
    assert [place.page for place in page.places] == ["branch", "person", "study_meeting"]
    assert page.places[2].draft.held_on == "2026-11-21"
    assert [b.property("role") for b in buttons] == ["primary", "plain", "plain"]


def test_a_step_that_is_done_hands_on_to_the_next(qtbot, new_desk):
    page = shown(qtbot, new_desk)
    new_desk.save(Branch(name="第一党支部", committee=(Seat(post=Post.SECRETARY),)))
    new_desk.save(Person(name="李四"))
    buttons = [b for b in page.findChildren(QPushButton) if b.isVisible()]
    assert [b.property("role") for b in buttons] == ["plain", "plain", "primary"]
    new_desk.save(meeting("2026-11-20"))
    assert "从这三件事开始" not in texts(page)
    assert cell(page, "11月 支部委员会").accessibleName().endswith("1次")


def test_a_step_that_is_ticked_keeps_its_words_where_they_are(qtbot, new_desk):
    page = shown(qtbot, new_desk)

    def places():
        qtbot.wait(10)
        return {
            each.text(): each.mapTo(page, each.rect().topLeft())
            for each in page.findChildren(QLabel)
            if each.isVisible() and each.property("role") == "h"
        }

    before = places()
    assert len(before) == 3
    new_desk.save(Branch(name="第一党支部", committee=(Seat(post=Post.SECRETARY),)))
    new_desk.save(Person(name="李四"))
    assert places() == before


def test_a_line_is_outlined_for_the_keyboard_and_not_for_the_mouse(qtbot, page):
    line = lines_of(page, "最近记录")[0]
    plain = line.grab().toImage()
    qtbot.mouseClick(line, LEFT)
    assert line.hasFocus()
    assert line.grab().toImage() == plain
    line.clearFocus()
    line.setFocus(Qt.FocusReason.TabFocusReason)
    assert line.grab().toImage() != plain


def test_an_unfinished_entry_is_named_as_such(qtbot, page, sample_desk):
    sample_desk.save(StudyMeeting(held_on=Day("2026-02"), form=Form.GROUP))
    assert cell(page, "2月 党小组会").accessibleName() == "2月 党小组会：1次，1条未填完"
    assert lines(page, "近期要办")["三会一课有1条未填完"] == ""


def test_the_page_says_what_day_it_is_by_the_clock_it_is_given(qtbot, sample_desk):
    sample_desk.now = lambda: datetime(2027, 3, 20, 9)
    page = shown(qtbot, sample_desk)
    assert lines(page, "近期要办")["支部委员会任期届满"] == "已过6天"


@pytest.mark.parametrize("size", [(903, 510), (1176, 660), (1730, 970)])
def test_nothing_is_wider_than_the_page(qtbot, page, size):
    page.resize(*size)
    page.refresh(Change())
    QApplication.processEvents()
    for widget in (*page.findChildren(CalendarCell), *page.findChildren(CardLine)):
        if widget.isVisible():
            right = widget.mapTo(page, widget.rect().topRight()).x()
            assert right <= size[0]
