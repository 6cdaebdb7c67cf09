"""Pointing at the chips of a passage, and opening them."""

import pytest
from desk.report.editing import (
    ALT,
    CTRL,
    KEY,
    MEETINGS,
    TOLD,
    TOPIC,
    go,
    opened,
    press,
    type_in,
    typed,
    undo,
)
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeySequence, QShortcut, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from typing_chinese import compose

from secretary_desk.desk.look import ACCENT, CHIP
from secretary_desk.report.template import reference

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def editor(qtbot):
    return opened(qtbot)


def told(editor):
    """Return lists of what is clicked and what is opened from now on."""
    clicked, opened_ones = [], []
    editor.chip_clicked.connect(lambda chip: clicked.append(str(chip)))
    editor.chip_opened.connect(lambda chip: opened_ones.append(str(chip)))
    return clicked, opened_ones


def letter(editor, place, share=0.5):
    """Return a point on the letter at a place."""
    cursor = editor.textCursor()
    cursor.setPosition(place)
    left = editor.cursorRect(cursor)
    cursor.setPosition(place + 1)
    width = editor.cursorRect(cursor).x() - left.x()
    return QPoint(left.x() + round(width * share), left.center().y())


def click(editor, place, share=0.5):
    QTest.mouseClick(editor.viewport(), LEFT, pos=letter(editor, place, share))


def looks(editor):
    """Return how the first paragraph is painted: letters and formats."""
    block = editor.document().firstBlock()
    raw = block.text().encode("utf-16-le")
    return {
        raw[2 * f.start : 2 * (f.start + f.length)].decode("utf-16-le"): QTextCharFormat(f.format)
        for f in block.layout().formats()
    }


# Chips -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.2, 0.8])
@pytest.mark.parametrize(("place", "expected"), [
    (3, []), (4, ["三会一课.次数"]), (6, ["三会一课.次数"]), (7, []), (13, ["三会一课.支委会"]),
])  # fmt: skip
def test_a_click_on_a_chip_and_only_there_tells_its_reference(editor, place, expected, share):
    clicked, opened_ones = told(editor)
    click(editor, place, share)
    assert clicked == expected
    assert opened_ones == []


def test_a_chip_broken_over_two_lines_is_clicked_on_both(qtbot):
    editor = opened(qtbot, "字" * 3 + "{{ 一.二 }}" + "字" * 300)
    editor.set_pieces(editor.template(), lambda _: "数" * 60)
    clicked, _ = told(editor)
    for place in (4, 40, 61):
        click(editor, place)
    assert clicked == ["一.二"] * 3
    click(editor, 64)
    assert len(clicked) == 3


def test_a_selection_drawn_over_a_chip_is_no_click(editor):
    clicked, _ = told(editor)
    QTest.mousePress(editor.viewport(), LEFT, pos=letter(editor, 4))
    QTest.mouseMove(editor.viewport(), letter(editor, 6))
    QTest.mouseRelease(editor.viewport(), LEFT, pos=letter(editor, 6))
    assert editor.textCursor().hasSelection()
    assert clicked == []


def test_a_double_click_opens_and_clicks_once(editor):
    clicked, opened_ones = told(editor)
    at = letter(editor, 5)
    QTest.mouseClick(editor.viewport(), LEFT, pos=at)
    QTest.mouseDClick(editor.viewport(), LEFT, pos=at)
    assert (clicked, opened_ones) == (["三会一课.次数"], ["三会一课.次数"])


@pytest.mark.parametrize("modifier", [CTRL, ALT])
@pytest.mark.parametrize(("place", "expected"), [(3, 0), (4, 1), (5, 1), (7, 1), (8, 0)])
def test_keys_open_the_chip_at_the_cursor(editor, place, expected, modifier):
    _, opened_ones = told(editor)
    go(editor, place)
    press(editor, KEY.Key_Return, modifier=modifier)
    assert opened_ones == ["三会一课.次数"] * expected
    assert editor.template() == TOLD


def test_a_key_that_opens_a_chip_goes_before_the_pages_own(editor):
    _, opened_ones = told(editor)
    saved = []
    QShortcut(QKeySequence("Ctrl+Return"), editor).activated.connect(lambda: saved.append(1))
    for place in (5, 2):
        go(editor, place)
        press(editor, KEY.Key_Return, modifier=CTRL)
    assert (opened_ones, saved) == (["三会一课.次数"], [1])


def test_a_typed_number_and_a_quotation_can_be_clicked_too(qtbot):
    editor = opened(qtbot, f"开会{typed('15次')}，以“{TOPIC}”为主题")
    clicked, _ = told(editor)
    click(editor, 3)
    click(editor, 9)
    assert [reference(said).text for said in clicked] == ["15次", "怎么干"]


def test_clicks_and_keys_work_while_nothing_may_be_written(editor):
    editor.setReadOnly(True)
    clicked, opened_ones = told(editor)
    click(editor, 5)
    press(editor, KEY.Key_Return, modifier=CTRL)
    type_in(editor, "x")
    press(editor, KEY.Key_Backspace, KEY.Key_Return)
    compose(editor, "字")
    go(editor, 14)
    press(editor, KEY.Key_Return, modifier=ALT)
    assert (clicked, opened_ones) == (["三会一课.次数"], ["三会一课.次数", "三会一课.支委会"])
    assert editor.template() == TOLD
    editor.setReadOnly(False)
    compose(editor, "字")
    assert editor.template() != TOLD


def test_a_click_elsewhere_keeps_what_is_being_composed(editor):
    go(editor, 0)
    compose(editor, "今", commit=False)
    click(editor, 10)
    assert editor.template() == f"今{TOLD}"


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_hand_and_a_tip_in_plain_text_show_over_chips_only(qtbot, editor):
    def shape(place):
        QTest.mouseMove(editor.viewport(), letter(editor, place))
        return editor.viewport().cursor().shape()

    def tip(place):
        at = letter(editor, place)
        event = QHelpEvent(QEvent.Type.ToolTip, at, editor.viewport().mapToGlobal(at))
        QApplication.sendEvent(editor.viewport(), event)
        return QToolTip.text()

    assert shape(5) == Qt.CursorShape.PointingHandCursor
    assert shape(2) == Qt.CursorShape.IBeamCursor
    assert tip(5) == "<qt>&lt;b&gt;三会一课.次数</qt>"
    tip(2)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_figure_that_lacks_its_entries_looks_like_a_gap_and_a_chip(qtbot):
    editor = opened(qtbot, MEETINGS)
    editor.set_pieces(MEETINGS, lambda _: "【待补充：次数】")
    found = looks(editor)["【待补充：次数】"]
    assert found.foreground().color().name().upper() == ACCENT
    assert found.background().color().name().upper() == CHIP


def test_figures_typed_numbers_quotations_and_gaps_look_different(qtbot):
    editor = opened(qtbot, f"{MEETINGS}，{typed('15次')}“{TOPIC}”𠮷【待补充：人数】")
    found = looks(editor)
    assert sorted(found) == sorted(["12次", "15次", "怎么干", "【待补充：人数】"])
    assert found["12次"].background().color().name().upper() == CHIP
    assert found["15次"].underlineColor().name().upper() == ACCENT
    go(editor, 1)
    type_in(editor, "9")
    assert looks(editor)["192次"].underlineStyle() == found["15次"].underlineStyle()
    undo(editor)
    assert looks(editor)["12次"].background().color().name().upper() == CHIP
