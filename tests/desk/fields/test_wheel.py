"""The wheel scrolls the form and changes nothing in it."""

import pytest
from desk.fields.forms import OFFSCREEN, box, field_for, shown
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from secretary_desk.desk.fields.combo_box import ComboBox
from secretary_desk.kinds.study_meeting import Form
from secretary_desk.records.specs import Choice

pytestmark = OFFSCREEN


def turn(widget, steps=-3):
    """Turn the wheel over a widget, as the window system says it."""
    window = widget.window()
    at = QPointF(widget.mapTo(window, QPoint(20, 10)))
    # In the screen's own pixels, which QTest wants within the window's logical ones.
    QTest.wheelEvent(window.windowHandle(), at * window.devicePixelRatio(), QPoint(0, 120 * steps))


def tall_form(qtbot, widget):
    """Return a form that is higher than its window, with the widget at its top."""
    rest = QWidget()
    rest.setMinimumHeight(2000)
    return shown(qtbot, widget, rest, size=(400, 200))


def combo(make=ComboBox):
    widget = make()
    widget.addItems(["支部委员会", "党课", "党小组会"])
    widget.setCurrentIndex(1)
    return widget


@pytest.mark.parametrize("focused", [False, True])
def test_a_wheel_over_a_field_scrolls_the_form_and_changes_nothing(qtbot, focused):
    widget = combo()
    form = tall_form(qtbot, widget)
    (widget if focused else form.before).setFocus()
    form.scroll.verticalScrollBar().setValue(0)
    turn(widget)
    assert widget.currentText() == "党课"
    assert form.scroll.verticalScrollBar().value() > 0


def test_a_wheel_over_an_unfocused_choice_changes_nothing(qtbot):
    field = field_for(Choice(label="类型", options=Form), value=Form.COMMITTEE)
    form = tall_form(qtbot, field)
    form.before.setFocus()
    with qtbot.assertNotEmitted(field.edited):
        turn(box(field))
    assert field.value() is Form.COMMITTEE


def test_the_wheel_would_change_a_choice_of_qt_s_own(qtbot):
    widget = combo(QComboBox)
    tall_form(qtbot, widget)
    turn(widget, 1)
    assert widget.currentText() == "支部委员会"


def test_an_open_list_still_scrolls(qtbot):
    widget = ComboBox()
    widget.addItems([str(number) for number in range(200)])
    shown(qtbot, widget)
    widget.showPopup()
    turn(widget.view().viewport())
    assert widget.view().verticalScrollBar().value() > 0
    widget.hidePopup()


def test_a_long_text_still_scrolls(qtbot):
    text = QPlainTextEdit("支部\n" * 100)
    shown(qtbot, text)
    turn(text.viewport())
    assert text.verticalScrollBar().value() > 0
