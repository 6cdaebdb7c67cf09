"""年历 by quarter and month: everything lies on its day, by mouse and by keys alone."""

from datetime import date

import pytest
from desk.calendar_pages import shown
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from secretary_desk.desk.calendar.cell import CalendarCell
from secretary_desk.desk.calendar.day_cell import DayCell
from secretary_desk.desk.calendar.entries_cell import EntriesCell
from secretary_desk.desk.card import CardLine
from secretary_desk.desk.page import Place
from secretary_desk.kinds import theme_day
from secretary_desk.kinds.problem import Problem, Source
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.kinds.visit import Visit
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref

# What the offscreen screen says of every menu.
pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)", extend=True)
LEFT, CTRL, KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.Key


@pytest.fixture
def page(qtbot, sample_desk):
    page = shown(qtbot, sample_desk)
    page.setFocus()
    return page


def press(page, *keys, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or page, key, modifier)
        QApplication.processEvents()


def month(page):
    press(page, KEY.Key_3, modifier=CTRL)
    return page


def quarter(page):
    press(page, KEY.Key_2, modifier=CTRL)
    return page


def day(page, name: str) -> DayCell:
    QApplication.processEvents()
    cells = [c for c in page.findChildren(DayCell) if c.isVisible() and c.day]
    return next(c for c in cells if c.accessibleName().startswith(name))


def cell(page, name: str) -> EntriesCell:
    QApplication.processEvents()
    cells = [c for c in page.findChildren(EntriesCell) if c.isVisible()]
    return next(c for c in cells if c.accessibleName().startswith(name))


def click_line(target: EntriesCell, words: str) -> None:
    place = next(n for n, line in enumerate(target.lines) if words in line.text)
    QTest.mouseClick(target, LEFT, pos=target._box(place).center().toPoint())


def menu(page) -> QMenu:
    return next(menu for menu in page.findChildren(QMenu) if menu.isVisible())


def words(page) -> list[str]:
    return [action.text() for action in menu(page).actions()]


def choose(page, text: str) -> None:
    opened = menu(page)
    while opened.activeAction() is None or opened.activeAction().text() != text:
        QTest.keyClick(opened, KEY.Key_Down)
    QTest.keyClick(opened, KEY.Key_Return)


def theme_days(desk, prefix: str):
    return [d for d in desk.store.entries(theme_day.KIND) if (d.held_on or "").startswith(prefix)]


def test_a_days_cell_names_what_lies_on_it(page, sample_desk):
    sample_desk.save(Problem(problem="台账不全", source=Source.OWN, due_on=Day("2026-11-30")))
    name = day(month(page), "11月30日").accessibleName()
    assert name.startswith("11月30日 星期一：")
    assert "到期：问题整改：台账不全" in name
    assert day(page, "11月3日").accessibleName() == "11月3日 星期二：没有记录"
    assert day(page, "11月21日").accessibleName().startswith("11月21日 星期六 今天")


def test_holidays_and_the_days_worked_for_them_are_named(page):
    month(page)
    press(page, KEY.Key_PageUp)
    assert day(page, "10月1日").accessibleName().startswith("10月1日 星期四 国庆节放假")
    assert day(page, "10月10日").accessibleName().startswith("10月10日 星期六 国庆节调休上班")


def test_a_click_on_a_line_leads_to_its_entry(page, sample_desk):
    click_line(day(month(page), "11月17日"), "支部委员会")
    (place,) = page.places
    assert sample_desk.store.get(place.entry).held_on == "2026-11-17"


def test_a_click_beside_the_lines_offers_first_what_every_month_has_the_last_used_of_it_before(
    page, sample_desk
):
    sample_desk.save(ThemeDay(held_on=Day("2026-11-20"), topic="学习"))
    sample_desk.save(Visit(held_on=Day("2026-11-20"), target="困难党员"))
    target = day(month(page), "11月3日")
    QTest.mouseClick(target, LEFT, pos=target.rect().center())
    assert words(page)[0] == "新增主题党日"
    lessons = ["新增党小组会", "新增支部党员大会", "新增支部委员会", "新增党课"]
    assert sorted(words(page)[1:5]) == sorted(lessons)
    choose(page, "新增主题党日")
    assert page.places[-1].draft.held_on == "2026-11-03"


def test_every_sort_of_entry_begins_with_its_day(page):
    target = day(month(page), "11月3日")
    QTest.mouseClick(target, LEFT, pos=target.rect().center())
    first = [action for action in menu(page).actions() if not action.menu() and action.text()]
    rest = next(action.menu() for action in menu(page).actions() if action.menu())
    for action in (*first, *rest.actions()):
        action.trigger()
    drafts = [place.draft for place in page.places]
    assert len({place.page for place in page.places}) >= 15
    for draft in drafts:
        assert "2026-11-03" in (getattr(draft, n, None) for n in type(draft).__slots__)


def test_the_keyboard_alone_finds_a_day_and_opens_what_lies_on_it(page, sample_desk):
    month(page)
    page.focusNextChild()
    while not isinstance(QApplication.focusWidget(), DayCell):
        page.focusNextChild()
    assert QApplication.focusWidget().day == date(2026, 11, 21)
    press(page, KEY.Key_Up, KEY.Key_Left, KEY.Key_Left, KEY.Key_Down, KEY.Key_Left)
    press(page, KEY.Key_Left)
    assert QApplication.focusWidget().day == date(2026, 11, 17)
    press(page, KEY.Key_Return)
    assert words(page)[0] == "支部委员会 研究确定贺宇航为发展对象"
    choose(page, words(page)[0])
    assert sample_desk.store.get(page.places[0].entry).held_on == "2026-11-17"


def test_an_arrow_past_the_end_of_a_month_leads_into_the_next_and_stops_with_the_year(page):
    month(page)
    day(page, "11月30日").setFocus()
    press(page, KEY.Key_Right)
    assert QApplication.focusWidget().day == date(2026, 12, 1)
    press(page, KEY.Key_End, KEY.Key_Down)
    assert QApplication.focusWidget().day == date(2026, 12, 31)
    press(page, KEY.Key_PageDown)
    assert QApplication.focusWidget().day == date(2026, 12, 31)
    press(page, KEY.Key_Home)
    assert QApplication.focusWidget().day == date(2026, 12, 1)


def test_a_day_with_more_than_there_is_room_for_says_so_and_lists_all(page):
    target = day(month(page), "11月30日")
    assert len(target.lines) >= 8
    QTest.mouseClick(target, LEFT, pos=target._box(target._shown()).center().toPoint())
    assert len([text for text in words(page) if text]) >= len(target.lines)


def test_the_fixed_day_is_offered_and_nothing_is_written_by_looking(page, sample_desk):
    (held,) = theme_days(sample_desk, "2026-06")
    before = len(sample_desk.store.entries(theme_day.KIND))
    sample_desk.delete(ref(held))
    month(page)
    press(page, *[KEY.Key_PageUp] * 5)
    click_line(day(page, "6月8日"), "主题党日（固定日）")
    (place,) = page.places
    last = max(sample_desk.store.entries(theme_day.KIND), key=lambda d: d.held_on or "")
    assert (place.page, place.draft.held_on) == ("theme_day", "2026-06-08")
    assert (place.draft.place, place.draft.organiser) == (last.place, last.organiser)
    assert len(sample_desk.store.entries(theme_day.KIND)) == before - 1


def test_the_years_empty_cell_begins_on_the_fixed_day_too(qtbot, page, sample_desk):
    (held,) = theme_days(sample_desk, "2026-06")
    sample_desk.delete(ref(held))
    cells = page.findChildren(CalendarCell)
    qtbot.mouseClick(next(c for c in cells if c.accessibleName().startswith("6月 主题党日")), LEFT)
    assert page.places[0].draft.held_on == "2026-06-08"


def test_what_is_due_this_month_names_the_fixed_day_and_begins_on_it(qtbot, page, sample_desk):
    (held,) = theme_days(sample_desk, "2026-11")
    sample_desk.delete(ref(held))
    lines = [line for line in page.findChildren(CardLine) if line.isVisible()]
    line = next(line for line in lines if line.line.text == "11月主题党日未登记")
    assert line.line.state == "固定日11月6日"
    qtbot.mouseClick(line, LEFT)
    assert page.places[0].draft.held_on == "2026-11-06"


def test_what_names_no_day_stands_below_its_month(qtbot, page, sample_desk):
    saved = sample_desk.save(
        *(StudyMeeting(held_on=Day("2026-11"), form=Form.LESSON, topic=t) for t in "甲乙丙丁戊")
    )
    month(page)
    lines = [line for line in page.findChildren(CardLine) if line.isVisible()]
    assert [line.line.text for line in lines] == ["党课 甲", "党课 乙", "党课 丙", "另有2项"]
    qtbot.mouseClick(lines[0], LEFT)
    assert page.places[-1].entry == ref(saved[0])
    qtbot.mouseClick(lines[-1], LEFT)
    assert words(page) == ["党课 丁", "党课 戊"]


def test_a_quarter_names_every_entry_under_its_month(page, sample_desk):
    sample_desk.save(Problem(problem="台账不全", source=Source.OWN, due_on=Day("2026-11-30")))
    quarter(page)
    assert cell(page, "11月 支部委员会").accessibleName() == (
        "11月 支部委员会：17日 研究确定贺宇航为发展对象"
    )
    assert "谈心谈话" in cell(page, "11月 谈心谈话").accessibleName()
    assert "30日 问题整改：台账不全" in cell(page, "11月 要办的事").accessibleName()


def test_a_meeting_with_a_first_agenda_stands_in_both_rows_and_dues_are_counted(page, sample_desk):
    given = {"held_on": Day("2026-11-18"), "form": Form.COMMITTEE, "topic": "学习"}
    sample_desk.save(StudyMeeting(**given, first_agenda=True))
    quarter(page)
    assert "18日" in cell(page, "11月 支部委员会").accessibleName()
    assert "18日" in cell(page, "11月 第一议题").accessibleName()
    assert cell(page, "11月 党费").accessibleName() == "11月 党费：6条"
    click_line(cell(page, "11月 党费"), "6条")
    assert page.places == [Place("dues")]


def test_a_quarters_empty_cell_begins_an_entry_of_its_month(page):
    quarter(page)
    target = cell(page, "10月 支部党员大会")
    QTest.mouseClick(target, LEFT, pos=target.rect().center())
    assert page.places[0].draft.held_on == "2026-10"
    assert page.places[0].draft.form is Form.GENERAL


def test_what_is_not_registered_is_said_in_the_quarter_too(page):
    quarter(page)
    press(page, *[KEY.Key_PageUp] * 3)
    assert cell(page, "2月 党小组会").accessibleName() == "2月 党小组会：可以记：未登记"
    click_line(cell(page, "2月 党小组会"), "未登记")
    assert page.places[0].draft.held_on == "2026-02"


def test_the_arrows_lead_over_the_quarter_and_enter_asks(page):
    quarter(page)
    cell(page, "11月 支部委员会").setFocus()
    press(page, KEY.Key_Down, KEY.Key_Down, KEY.Key_Right, KEY.Key_Up)
    assert QApplication.focusWidget() is cell(page, "12月 支部党员大会")
    press(page, KEY.Key_Return)
    assert words(page)[-1] == "新增支部党员大会"


def test_a_cell_that_the_arrows_come_to_is_scrolled_into_sight(page):
    quarter(page)
    page.resize(903, 400)
    target = cell(page, "11月 支部委员会")
    target.setFocus()
    press(page, *[KEY.Key_Down] * 30)
    found = QApplication.focusWidget()
    assert found is not target
    assert 0 <= found.mapTo(page, QPoint(0, found.height())).y() <= page.height()


def test_a_quarters_head_shows_its_month(page):
    quarter(page)
    heads = page.findChildren(QPushButton)
    QTest.mouseClick(next(b for b in heads if b.accessibleName() == "看2026年10月"), LEFT)
    assert day(page, "10月1日")


def test_the_view_chosen_last_is_shown_again(qtbot, page, sample_desk):
    quarter(page)
    again = shown(qtbot, sample_desk)
    assert cell(again, "11月 支部委员会")


def test_a_new_archive_shows_what_to_do_first_whatever_view_was_last(qtbot, new_desk):
    page = shown(qtbot, new_desk)
    press(page, KEY.Key_3, modifier=CTRL)
    assert not [c for c in page.findChildren(DayCell) if c.isVisible()]


def test_a_school_years_months_are_turned_within_it(page, sample_desk):
    sample_desk.save(ReportSettings(year=2026, start=Day("2025-09-01"), end=Day("2026-08-31")))
    quarter(page)
    press(page, *[KEY.Key_PageUp] * 9)
    assert cell(page, "9月 支部委员会")
    assert not [c for c in page.findChildren(EntriesCell) if "8月" in c.accessibleName()[:2]]


def test_another_year_keeps_the_month(page, sample_desk):
    month(page)
    sample_desk.set_year(2025)
    assert day(page, "11月3日").day == date(2025, 11, 3)


def test_attendance_is_one_press_away(qtbot, page):
    buttons = page.findChildren(QPushButton)
    qtbot.mouseClick(next(b for b in buttons if b.accessibleName() == "到会情况"), LEFT)
    assert page.places == [Place("attendance")]


@pytest.mark.parametrize("size", [(903, 510), (1176, 660), (1730, 970)])
@pytest.mark.parametrize("view", [month, quarter])
def test_nothing_is_wider_than_the_page(page, size, view):
    page.resize(*size)
    view(page)
    for widget in page.findChildren(EntriesCell):
        if widget.isVisible():
            assert widget.mapTo(page, QPoint(widget.width(), 0)).x() <= size[0]
            assert widget.height() >= widget.minimumSizeHint().height()
