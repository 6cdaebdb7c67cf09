"""Text of several lines."""

import pytest
from desk.fields.forms import box, field_for, press, shown
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from typing_chinese import compose

from secretary_desk.desk.fields.prose import LEAST, MOST
from secretary_desk.records.specs import Prose

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def field(qtbot):
    field = field_for(Prose(label="内容"))
    shown(qtbot, field, size=(500, 600))
    return field


def test_tab_leaves_the_field_both_ways(field):
    press(box(field), Qt.Key.Key_Tab)
    assert field.form.after.hasFocus()
    press(field.form, Qt.Key.Key_Backtab, Qt.Key.Key_Backtab)
    assert field.form.before.hasFocus()
    assert field.value() == ""


def test_enter_begins_a_line(field):
    compose(box(field), "第一行")
    press(box(field), Qt.Key.Key_Return)
    compose(box(field), "第二行")
    press(box(field), Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ShiftModifier)
    compose(box(field), "第三行")
    assert field.value() == "第一行\n第二行\n第三行"


def test_control_enter_is_the_forms(field):
    compose(box(field), "第一行")
    press(box(field), Qt.Key.Key_Return, modifier=CONTROL)
    assert field.value() == "第一行"
    assert field.form.keys == [Qt.Key.Key_Return]


def test_esc_keeps_the_text(field):
    compose(box(field), "支委会")
    press(box(field), Qt.Key.Key_Escape)
    assert field.value() == "支委会"


def test_rich_text_is_pasted_as_plain_text(field):
    data = QMimeData()
    data.setHtml("<b>支部</b><img src='x.png'>")
    data.setText("支部 <b>")
    QGuiApplication.clipboard().setMimeData(data)
    press(box(field), Qt.Key.Key_V, modifier=CONTROL)
    QGuiApplication.clipboard().clear()  # or it would outlive Python, and fall with it
    assert field.value() == "支部 <b>"


def test_undo_takes_back_one_phrase_after_another(field):
    compose(box(field), "支委会")
    compose(box(field), "研究分工")
    press(box(field), Qt.Key.Key_Z, modifier=CONTROL)
    assert field.value() == "支委会"


def test_undo_does_not_reach_into_another_entry(field):
    compose(box(field), "支委会")
    field.set_value("党小组会")
    press(box(field), Qt.Key.Key_Z, modifier=CONTROL)
    assert field.value() == "党小组会"


def test_a_line_begun_but_empty_is_no_edit(field, qtbot):
    compose(box(field), "支委会")
    with qtbot.assertNotEmitted(field.edited):
        press(box(field), Qt.Key.Key_Return)
    assert field.value() == "支委会"


def lines_shown(field):
    return box(field).viewport().height() / box(field).fontMetrics().lineSpacing()


@pytest.mark.parametrize("lines", [0, 1, 5, 9, 40])
def test_the_box_grows_with_its_text_within_limits(field, qtbot, lines):
    field.set_value("\n".join(["支部"] * lines))
    wanted = min(max(lines, LEAST), MOST)
    qtbot.waitUntil(lambda: wanted <= lines_shown(field) < wanted + 1)


def test_the_box_grows_while_lines_are_typed(field, qtbot):
    press(box(field), *["a", Qt.Key.Key_Return] * 6)
    qtbot.waitUntil(lambda: 7 <= lines_shown(field) < 8)


def test_the_box_grows_with_lines_that_are_broken_to_its_width(field, qtbot):
    field.set_value("支部" * 100)
    qtbot.waitUntil(lambda: 5 <= lines_shown(field) < MOST)
    field.form.resize(1000, 600)
    qtbot.waitUntil(lambda: lines_shown(field) < 5)


def test_blanks_that_do_not_break_are_kept(field):
    field.set_value("支部\u00a0委员会")
    compose(box(field), "全体")
    assert field.value() == "全体支部\u00a0委员会"


@pytest.mark.parametrize("lines", [1, LEAST, 5, MOST])
def test_text_that_has_room_is_seen_whole_without_a_bar(qtbot, lines):
    field = field_for(Prose(label="内容"), value="\n".join(["字"] * lines))
    shown(qtbot, field, size=(500, 600))
    assert not box(field).verticalScrollBar().isVisible()


def test_longer_text_has_a_bar(qtbot):
    field = field_for(Prose(label="内容"), value="\n".join(["字"] * (MOST + 1)))
    shown(qtbot, field, size=(500, 600))
    assert box(field).verticalScrollBar().isVisible()
