"""试讲: every section's time is kept, nothing timed is lost unasked, the text stays readable."""

from datetime import date

import pytest
from desk.answering import Answering
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from sample import sample_year

from secretary_desk.desk.look import INK, MUTED
from secretary_desk.desk.report.rehearsal.rehearsed import last_seconds, outcome
from secretary_desk.desk.report.rehearsal.stopwatch import Stopwatch
from secretary_desk.desk.report.rehearsal.window import RehearsalWindow
from secretary_desk.kinds.rehearsal import Rehearsal, Timed
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.records.day import Day
from secretary_desk.records.record import Ref
from secretary_desk.report.document import (
    Document,
    Heading,
    Number,
    Paragraph,
    Quotation,
    Salutation,
    Wording,
)
from secretary_desk.report.speech import Target, speech_of, target_of, timings

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Key, TODAY, TARGET = Qt.Key, date(2026, 12, 30), Target(8, 260)
KEEP, DROP, BACK = "保存用时，结束", "不保存，结束", "返回试讲"
SIZES = [(1366, 768), (1920, 1080), (1093, 614)]


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def speech() -> Document:
    return speech_of(sample_year(), ReportSettings(year=2026)).document


def short(heading: str = "履职情况") -> Document:
    """Return a speech of three short sections."""
    entry = Ref("highlight", "abc")
    return Document("", "", 2026, (
        Salutation((Wording("各位领导、同志们："),)),
        Heading(1, (Number("一、"), Quotation(heading, entry, "名称"))),
        Paragraph((Wording("一二三四五。"),), "甲"),
        Heading(1, (Number("二、"), Wording("打算"))),
        Paragraph((Wording("六七八九十。"),), "乙"),
    ))  # fmt: skip


@pytest.fixture
def open_window(qtbot, clock):
    def opened(document=None, *answers, earlier=(), target=TARGET, size=SIZES[0]):
        ask = Answering(*answers)
        window = RehearsalWindow(
            document or short(), target, earlier, today=lambda: TODAY, now=clock, ask=ask
        )
        qtbot.addWidget(window, before_close_func=forget)
        window.ask, window.kept = ask, []
        window.finished.connect(window.kept.append)
        window.finished.connect(lambda kept: window.show_earlier([kept]))
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        return window

    return opened


def forget(window):
    window._kept = True


def press(window, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(window, key, modifier)


def speak(window, clock, *seconds):
    """Speak one section after the other, each so long."""
    press(window, Key.Key_Space)
    for each in seconds:
        clock.seconds += each
        press(window, Key.Key_Right)


def column(window, place):
    view = window._times
    return [view.topLevelItem(n).text(place) for n in range(view.topLevelItemCount())]


def clocks(window):
    return [label.text() for label in window._clocks.findChildren(QLabel) if label.isVisible()]


def colours(window):
    """Return the colour of each paragraph of the text."""
    block, found = window._text.document().begin(), []
    while block.isValid():
        found.append(block.begin().fragment().charFormat().foreground().color().name().upper())
        block = block.next()
    return found


def shown(window, text):
    """Return the button that reads so, where it can be seen."""
    found = [b for b in window.findChildren(QPushButton) if text in b.text() and b.isVisible()]
    assert len(found) == 1, text
    return found[0]


def test_every_section_is_timed_and_the_record_says_how_long(open_window, clock):
    window = open_window()
    speak(window, clock, 4, 61.4, 30)
    assert column(window, 2) == ["4秒", "1分1秒", "30秒", "1分35秒"]
    press(window, Key.Key_Return)
    (kept,) = window.kept
    assert (kept.year, kept.held_on) == (2026, Day("2026-12-30"))
    assert [(row.part, row.heading, row.seconds) for row in kept.sections] == [
        ("开场", "开场", 4),
        ("abc", "一、履职情况", 61),
        ("打算", "二、打算", 30),
    ]


def test_pauses_are_not_counted(open_window, clock):
    window = open_window()
    for _ in range(2):
        press(window, Key.Key_Space)
        clock.seconds += 10
        press(window, Key.Key_Space)
        clock.seconds += 100
    assert column(window, 2)[0] == "20秒"
    assert "已暂停" in clocks(window)


def test_going_back_adds_to_the_section_that_was_left(open_window, clock):
    window = open_window()
    speak(window, clock, 5, 7)
    press(window, Key.Key_Left)
    clock.seconds += 3
    press(window, Key.Key_Space)
    assert column(window, 2) == ["5秒", "10秒", "", "15秒"]


def test_before_the_clock_runs_sections_can_be_looked_through(open_window, clock):
    window = open_window()
    press(window, Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Left, Key.Key_Left)
    clock.seconds += 50
    assert column(window, 2) == ["", "", "", ""]
    assert "按空格开始计时" in clocks(window)
    assert window.close()
    assert window.ask.asked == []


def test_the_clock_goes_on_by_itself(open_window, clock, qtbot):
    window = open_window()
    press(window, Key.Key_Space)
    clock.seconds += 83
    qtbot.waitUntil(lambda: "1:23" in clocks(window))
    assert column(window, 2)[0] == "1分23秒"


def test_times_stand_beside_what_they_should_be(open_window, clock):
    window = open_window(speech(), target=Target(5, 130))
    assert "限时5分钟" in clocks(window)[-1]
    wanted = timings(speech(), 130)
    assert column(window, 1)[2] == "7分15秒"
    assert wanted[2].seconds in range(433, 438)


def test_the_section_that_is_spoken_is_ink_and_the_others_are_grey(open_window):
    window = open_window()
    assert colours(window) == [QColor(c).name().upper() for c in (INK, *[MUTED] * 4)]
    press(window, Key.Key_Right)
    assert [colour == INK for colour in colours(window)] == [False, True, True, False, False]


@pytest.mark.parametrize("size", SIZES)
def test_every_section_begins_at_the_top_whatever_the_window(open_window, size):
    window = open_window(speech(), size=size)
    for timing in timings(speech(), 260):
        here = window._text.verticalScrollBar().value()
        first = window._text._first(window._watch.section)
        assert 0 <= window._text._top(first) - here < 2 * window._text._em()
        block = window._text.document().findBlockByNumber(first)
        assert block.text() == timing.heading or timing.heading == "开场"
        press(window, Key.Key_Right)


@pytest.mark.parametrize("size", SIZES)
def test_a_presenter_pages_through_all_of_a_section_before_the_next(open_window, size):
    window = open_window(speech(), size=size)
    sections, bar = [], window._text.verticalScrollBar()
    while not window._watch.done:
        sections.append(window._watch.section)
        before = bar.value()
        press(window, Key.Key_PageDown)
        if window._watch.section == sections[-1]:
            assert before < bar.value() < before + window._text.viewport().height()
    assert sorted(set(sections)) == list(range(6))
    assert sections.count(2) >= 2
    press(window, Key.Key_PageDown, Key.Key_Right)
    assert window.kept == []
    press(window, Key.Key_PageUp)
    assert window._watch.section == 5


def test_arrows_scroll_by_lines(open_window):
    window = open_window(speech())
    bar = window._text.verticalScrollBar()
    before = bar.value()
    press(window, Key.Key_Down, Key.Key_Down, Key.Key_Up)
    assert before < bar.value() < before + 3 * window._text._em()


def test_letters_grow_and_shrink_within_what_can_be_read(open_window):
    window, ctrl = open_window(), Qt.KeyboardModifier.ControlModifier
    press(window, Key.Key_Plus, Key.Key_Equal, modifier=ctrl)
    assert window._text.size_in_points == 26
    press(window, *[Key.Key_Minus] * 30, modifier=ctrl)
    assert window._text.size_in_points == 14
    press(window, *[Key.Key_Plus] * 30, modifier=ctrl)
    assert window._text.size_in_points == 48
    assert window._text.document().begin().begin().fragment().charFormat().fontPointSize() == 48
    press(window, Key.Key_0, modifier=ctrl)
    assert window._text.size_in_points == 22


def test_lines_stay_short_on_a_wide_screen(open_window):
    window = open_window(speech(), size=(1920, 1080))
    layout = window._text.document().findBlockByNumber(1).layout()
    assert layout.lineAt(0).textLength() <= 32


def test_the_last_rehearsal_stands_beside_its_sections(open_window):
    def rehearsal(on: str, seconds: int) -> Rehearsal:
        timed = Timed(part="abc", heading="一、旧标题", seconds=seconds)
        return Rehearsal(year=2026, held_on=Day(on), sections=(timed,))

    window = open_window(earlier=[rehearsal("2026-12-29", 75), rehearsal("2026-12-28", 99)])
    assert column(window, 3) == ["", "1分15秒", "", "1分15秒"]
    assert not open_window()._times.isColumnHidden(2)
    assert open_window()._times.isColumnHidden(3)


def test_what_was_kept_is_the_last_time_of_the_next_run(open_window, clock):
    window = open_window()
    speak(window, clock, 4, 60, 30)
    QTest.mouseClick(shown(window, "保存这次用时"), Qt.MouseButton.LeftButton)
    assert not shown(window, "已保存").isEnabled()
    press(window, Key.Key_Return)
    assert len(window.kept) == 1
    QTest.mouseClick(shown(window, "再讲一遍"), Qt.MouseButton.LeftButton)
    assert column(window, 2) == ["", "", "", ""]
    assert column(window, 3) == ["4秒", "1分", "30秒", "1分34秒"]
    assert window.ask.asked == []


def test_starting_again_asks_before_times_are_lost(open_window, clock):
    window = open_window(None, "返回", "从头再来")
    speak(window, clock, 4)
    QTest.mouseClick(shown(window, "从头再来"), Qt.MouseButton.LeftButton)
    assert column(window, 2)[0] == "4秒"
    assert window._watch.running
    QTest.mouseClick(shown(window, "从头再来"), Qt.MouseButton.LeftButton)
    assert column(window, 2) == ["", "", "", ""]
    assert window.ask.asked == ["从头再来，这次的用时就不算了。"] * 2


@pytest.mark.parametrize(
    ("answer", "closed", "records"), [(KEEP, True, 1), (DROP, True, 0), (BACK, False, 0)]
)
def test_escape_asks_while_times_are_not_kept(open_window, clock, answer, closed, records):
    window = open_window(None, answer)
    speak(window, clock, 4, 60)
    press(window, Key.Key_Escape)
    assert window.ask.asked == ["已经讲了1分4秒，这次用时还没有保存。"]
    assert (not window.isVisible(), len(window.kept)) == (closed, records)
    assert window._watch.running is not closed
    assert not window.kept or len(window.kept[0].sections) == 2


def test_the_clock_stands_while_a_question_is_asked(open_window, clock):
    window = open_window(None, BACK)
    speak(window, clock, 4)
    choose = window.ask.choose

    def slowly(*given, **more):
        clock.seconds += 500
        return choose(*given, **more)

    window.ask.choose = slowly
    press(window, Key.Key_Escape)
    clock.seconds += 6
    press(window, Key.Key_Space)
    assert column(window, 2)[1] == "6秒"


def test_a_kept_rehearsal_closes_without_a_question(open_window, clock):
    window = open_window()
    speak(window, clock, 4, 60, 30)
    press(window, Key.Key_Enter, Key.Key_Escape)
    assert not window.isVisible()
    assert (len(window.kept), window.ask.asked) == (1, [])


def test_a_run_through_without_the_clock_leaves_nothing_to_keep(open_window):
    window = open_window()
    press(window, *[Key.Key_Right] * 3)
    assert not shown(window, "保存这次用时").isEnabled()
    assert window._controls._result.text() == "这次没有计时。"
    press(window, Key.Key_Return)
    assert window.kept == []


def test_a_key_that_is_held_down_counts_once(open_window):
    window = open_window()
    QTest.keyPress(window, Key.Key_Space)
    assert window._watch.running
    QTest.simulateEvent(window, True, Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
    assert window._watch.running


def test_the_whole_screen_is_taken_and_given_back(open_window):
    window = open_window()
    press(window, Key.Key_F11)
    assert window.isFullScreen()
    press(window, Key.Key_F11)
    assert not window.isFullScreen()


def test_the_users_words_are_never_markup(open_window):
    window = open_window(short("<b>粗</b>&amp;"))
    assert "一、<b>粗</b>&amp;" in window._text.toPlainText()
    assert window._times.topLevelItem(1).toolTip(0) == "<qt>一、&lt;b&gt;粗&lt;/b&gt;&amp;amp;</qt>"
    labels = window.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(open_window, clock, size):
    window = open_window(speech(), size=size)
    assert (window.width(), window.height()) == size
    speak(window, clock, *[70] * 6)
    for widget in (*window.findChildren(QPushButton), *window.findChildren(QLabel)):
        if widget.isVisible():
            assert widget.width() >= widget.sizeHint().width(), widget.text()


def test_the_window_is_no_larger_than_the_screen(qtbot, clock):
    window = RehearsalWindow(short(), TARGET, now=clock)
    qtbot.addWidget(window)
    screen = window.screen().availableSize()
    assert window.size().boundedTo(screen) == window.size()
    least = window.minimumSizeHint()
    assert least.boundedTo(screen) == least


def test_it_is_said_that_the_times_are_saved(open_window, clock):
    window = open_window()
    speak(window, clock, 4, 60, 30)
    assert "讲完了" in clocks(window)
    press(window, Key.Key_Return)
    assert "讲完了，用时已保存" in clocks(window)


def test_the_clock_stands_while_earlier_rehearsals_are_looked_at(open_window, clock, qtbot):
    window = open_window()
    speak(window, clock, 4)
    with qtbot.waitSignal(window.earlier_wanted):
        QTest.mouseClick(shown(window, "历次用时"), Qt.MouseButton.LeftButton)
    assert not window._watch.running
    assert "已暂停" in clocks(window)


def test_a_watch_stands_still_after_the_last_section(clock):
    watch = Stopwatch(1, clock)
    watch.start()
    clock.seconds += 5
    watch.go_to(1)
    clock.seconds += 5
    watch.start()
    assert (watch.done, watch.running, watch.total) == (True, False, 5)


def test_what_came_of_it_is_said_beside_the_limit():
    assert outcome(425.2, TARGET) == "用时7分5秒，限时8分钟。"
    assert outcome(510, TARGET) == "用时8分30秒，比8分钟多30秒。"
    assert target_of(ReportSettings()) == TARGET


def test_without_an_earlier_rehearsal_there_is_no_last_time():
    assert last_seconds([]) == {}
