"""Dates, typed, pasted or picked."""

from datetime import date, timedelta

import pytest
from desk.fields.forms import OFFSCREEN, Around, box, field_for, press, shown
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QLabel,
    QPushButton,
    QTableView,
    QToolButton,
)
from typing_chinese import compose

from secretary_desk.records.day import Day
from secretary_desk.records.specs import Day as DaySpec

READ = {
    "": None,
    "  ": None,
    "2026.3.5": "2026-03-05",
    "2026-3-5": "2026-03-05",
    "2026/03/05": "2026-03-05",
    "2026年3月5日": "2026-03-05",
    "20260305": "2026-03-05",
    "２０２６．３．５": "2026-03-05",
    "３月５日": "2026-03-05",
    "3月5日": "2026-03-05",
    "3.5": "2026-03-05",
    "2026年3月": "2026-03",
    "2026.3": "2026-03",
    "2025": "2025",
    "2025年": "2025",
    "2026年3月5日 14:30": "2026-03-05T14:30",
}

pytestmark = OFFSCREEN


@pytest.fixture
def field(qtbot):
    field = field_for(DaySpec(label="日期"), Around(year=2026))
    shown(qtbot, field)
    return field


@pytest.mark.parametrize(("typed", "meant"), READ.items())
def test_dates_are_understood_as_people_write_them(field, typed, meant):
    compose(box(field), typed, letters="")
    press(box(field), Qt.Key.Key_Tab)
    assert field.value() == (Day(meant) if meant else None)
    assert box(field).text() == (Day(meant).show() if meant else typed.strip())
    assert field.trouble() == ""


@pytest.mark.parametrize("typed", [typed for typed in READ if typed.strip()])
def test_dates_are_understood_when_pasted(field, typed):
    QGuiApplication.clipboard().setText(f"{typed}\n")
    press(box(field), Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    assert field.value() == Day(READ[typed])


def test_a_date_can_be_emptied(field):
    field.set_value(Day("2026-03-05"))
    box(field).selectAll()
    press(box(field), Qt.Key.Key_Delete)
    assert field.value() is None


@pytest.mark.parametrize("typed", ["2026.2.30", "上旬", "13月5日", "26.11.5", "1105"])
def test_what_is_no_date_is_said_and_stays_as_it_was_typed(field, typed):
    compose(box(field), typed)
    press(box(field), Qt.Key.Key_Tab)
    assert box(field).text() == typed
    assert "日期" in field.trouble()
    assert typed in field.trouble()
    assert field.value() is None


def test_what_was_read_last_stands_while_the_text_is_no_date(field):
    field.set_value(Day("2026-03-05"))
    press(box(field), Qt.Key.Key_End)
    compose(box(field), "下午")
    assert "2026年3月5日下午" in field.trouble()
    assert field.value() == Day("2026-03-05")


@pytest.mark.parametrize(("word", "off"), {"前天": -2, "昨天": -1, "今天": 0, "明天": 1}.items())
def test_days_near_today_are_called_by_their_words(field, word, off):
    compose(box(field), word)
    press(box(field), Qt.Key.Key_Tab)
    meant = Day((date.today() + timedelta(days=off)).isoformat())
    assert (field.value(), box(field).text()) == (meant, meant.show())


def test_what_is_no_date_is_told_in_short_with_the_short_forms(field):
    compose(box(field), "会后再补" * 30)
    assert field.trouble() == (
        "“日期”：“会后再补会后再补会后再补会后再补会后再…”不是日期；"
        "可写成 3.5、3月5日、2026年3月5日、20260305 或 2026年3月"
    )
    box(field).selectAll()
    compose(box(field), "2026.2.30" + " " * 40 + "23:59")
    assert len(field.trouble()) < 50


def test_trouble_ends_when_the_date_is_mended_or_another_is_shown(field):
    press(box(field), "2026.2.3")
    assert field.trouble() == ""
    press(box(field), "0")
    assert field.trouble()
    press(box(field), Qt.Key.Key_Backspace)
    assert field.trouble() == ""
    press(box(field), "1")
    field.set_value(None)
    assert field.trouble() == ""


def test_the_year_at_work_completes_a_date(field):
    field.context.year = 2025
    press(box(field), "12.31")
    assert field.value() == Day("2025-12-31")


def test_esc_keeps_the_text(field):
    press(box(field), "2026.3", Qt.Key.Key_Escape)
    assert box(field).text() == "2026.3"


def calendar():
    popup = QApplication.activePopupWidget()
    return popup.findChild(QCalendarWidget) if popup else None


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_the_calendar_opens_by_key_and_picks_by_enter(field, qtbot, key, modifier):
    field.set_value(Day("2026-03-05"))
    press(box(field), key, modifier=modifier)
    assert calendar().selectedDate() == QDate(2026, 3, 5)
    with qtbot.waitSignal(field.edited):
        press(field.form, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert calendar() is None
    assert (field.value(), box(field).text()) == (Day("2026-03-06"), "2026年3月6日")
    assert box(field).hasFocus()


def test_the_calendar_opens_by_its_button_and_esc_closes_it_without_a_change(field):
    field.set_value(Day("2026-03-05"))
    box(field).findChild(QToolButton).click()
    press(field.form, Qt.Key.Key_Right, Qt.Key.Key_Escape)
    assert calendar() is None
    assert field.value() == Day("2026-03-05")


def test_weeks_begin_on_monday(field):
    field.open_calendar()
    assert calendar().firstDayOfWeek() == Qt.DayOfWeek.Monday


@pytest.mark.parametrize(("value", "at"), [("2024-05", (2024, 5)), ("2023", (2023, 1))])
def test_the_calendar_opens_where_a_partial_date_begins(field, value, at):
    field.set_value(Day(value))
    field.open_calendar()
    assert (calendar().yearShown(), calendar().monthShown()) == at


def test_the_calendar_of_an_empty_date_opens_in_the_year_at_work(field):
    field.context.year = 2019
    field.open_calendar()
    assert (calendar().yearShown(), calendar().monthShown()) == (2019, date.today().month)


def test_today_is_one_press_away(field):
    field.open_calendar()
    QApplication.activePopupWidget().findChild(QPushButton).click()
    assert field.value() == Day(date.today().isoformat())


def test_a_picked_date_can_be_undone(field):
    press(box(field), "2026.3.5")
    field.open_calendar()
    press(field.form, Qt.Key.Key_Right, Qt.Key.Key_Return)
    press(box(field), Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert field.value() == Day("2026-03-05")


def head():
    return QApplication.activePopupWidget().findChild(QLabel).text()


def turn(tip):
    buttons = QApplication.activePopupWidget().findChildren(QToolButton)
    next(b for b in buttons if b.accessibleName().startswith(tip)).click()


def test_the_calendar_says_year_and_month_and_turns_to_others(field):
    field.set_value(Day("2026-11-05"))
    field.open_calendar()
    assert head() == "2026年11月"
    turn("下个月")
    turn("下个月")
    assert head() == "2027年1月"
    turn("上一年")
    turn("上个月")
    assert head() == "2025年12月"
    turn("下一年")
    press(field.form, Qt.Key.Key_PageUp)
    assert head() == "2026年11月"
    press(field.form, Qt.Key.Key_Return)
    assert field.value().startswith("2026")


def colours(day):
    """Return the colours of a day's cell, drawn without the smoothing of its edges."""
    view = calendar().findChild(QTableView)
    cells = (view.model().index(line, column) for line in range(1, 7) for column in range(7))
    at = next(cell for cell in cells if cell.data() == day)
    picture = view.grab(view.visualRect(at)).toImage()
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}


def darkest(day):
    return min(QColor(colour).lightness() for colour in colours(day))


def test_days_of_other_months_are_paler_in_the_calendar(field):
    field.set_value(Day("2019-11-05"))
    field.open_calendar()
    assert darkest(28) > darkest(15) + 60  # October's, which comes first


def test_today_stands_out_in_the_calendar(field):
    today = date.today()
    field.set_value(Day((today.replace(day=5 if today.day > 15 else 25)).isoformat()))
    field.open_calendar()
    marked = calendar().dateTextFormat()
    assert [day.toPython() for day in marked] == [today]
    field.open_calendar()
    assert len(calendar().dateTextFormat()) == 1


def test_the_calendar_stays_on_the_screen(field):
    screen = field.screen().availableGeometry()
    field.form.move(screen.right() - 200, screen.bottom() - 100)
    field.open_calendar()
    assert screen.contains(QApplication.activePopupWidget().geometry())
