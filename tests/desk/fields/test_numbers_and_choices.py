"""Numbers, choices, and a yes or no."""

from decimal import Decimal

import pytest
from desk.fields.forms import OFFSCREEN, box, field_for, press, shown
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLabel
from typing_chinese import compose

from secretary_desk.desk.look import EDGE
from secretary_desk.kinds.branch import UnitType
from secretary_desk.kinds.study_meeting import Form
from secretary_desk.records.specs import Amount, Choice, Count, Yes

DUE = Count(label="应到", unit="人")

pytestmark = OFFSCREEN


@pytest.mark.parametrize("typed", ["20", "２０", "20人", "２０ 人", "共20人", " 20 "])
def test_a_count_is_understood_and_shown_plain(qtbot, typed):
    field = field_for(DUE)
    shown(qtbot, field)
    compose(box(field), typed, letters="")
    assert field.value() == 20
    press(box(field), Qt.Key.Key_Tab)
    assert (box(field).text(), field.value(), field.trouble()) == ("20", 20, "")


@pytest.mark.parametrize("typed", ["二十", "-3", "2.5", "20多"])
def test_what_is_no_count_is_said_and_kept(qtbot, typed):
    field = field_for(Count(label="应到", unit="人"), value=31)
    shown(qtbot, field)
    box(field).selectAll()
    compose(box(field), typed)
    press(box(field), Qt.Key.Key_Tab)
    expected = typed == "20多"  # a measure word like any other
    assert bool(field.trouble()) is not expected
    assert expected or ("应到" in field.trouble() and box(field).text() == typed)


YEAR = Count(label="年度", least=1900, most=2200)


@pytest.mark.parametrize(
    ("spec", "typed", "said"),
    [
        (YEAR, "明年", "“年度”读不懂“明年”，请填数字，如 2026"),
        (YEAR, "26", "“年度”请填1900到2200的整数，如 2026"),
        (DUE, "五人", "“应到”读不懂“五人”，请填数字，如 20人"),
        (DUE, "2.5", "“应到”请填不小于0的整数，如 20人"),
        (DUE, "-3", "“应到”请填不小于0的整数，如 20人"),
        (Amount(label="学时", unit="学时"), "半天", "“学时”读不懂“半天”，请填数字，如 1.5学时"),
        (Amount(label="学时", unit="学时"), "-1", "“学时”请填不小于0的数字，如 1.5学时"),
        (Amount(label="数", signed=True), "1.2.3", "“数”请填数字，如 1.5"),
    ],
)
def test_what_is_no_number_is_answered_by_one_that_is(qtbot, spec, typed, said):
    field = field_for(spec)
    shown(qtbot, field)
    compose(box(field), typed)
    assert field.trouble() == said


def test_the_unit_stands_beside_the_number_and_there_are_no_steps(qtbot):
    field = field_for(DUE)
    shown(qtbot, field)
    assert [label.text() for label in field.findChildren(QLabel)] == ["人"]
    assert not field.findChildren(QAbstractSpinBox)


def test_an_emptied_number_is_nothing_not_nought(qtbot):
    field = field_for(DUE, value=0)
    shown(qtbot, field)
    assert (field.value(), box(field).text()) == (0, "0")
    box(field).selectAll()
    press(box(field), Qt.Key.Key_Delete)
    assert field.value() is None


@pytest.mark.parametrize(
    ("typed", "value", "text"),
    [("1.5", "1.5", "1.5"), ("１．５０学时", "1.50", "1.5"), ("0.125", "0.125", "0.125")],
)
def test_an_amount_shows_all_its_digits(qtbot, typed, value, text):
    field = field_for(Amount(label="学时", unit="学时"))
    shown(qtbot, field)
    compose(box(field), typed, letters="")
    press(box(field), Qt.Key.Key_Tab)
    assert (field.value(), box(field).text()) == (Decimal(value), text)


def test_a_whole_amount_keeps_its_noughts():
    field = field_for(Amount(label="数"), value=Decimal(100))
    assert box(field).text() == "100"


@pytest.fixture
def choice(qtbot):
    field = field_for(Choice(label="类型", options=Form))
    shown(qtbot, field)
    return field


def test_nothing_is_chosen_at_first_and_may_be_again(choice):
    assert choice.value() is None
    choice.set_value(Form.LESSON)
    press(box(choice), Qt.Key.Key_Home)
    assert choice.value() is None


def test_a_choice_is_one_of_its_own_kind_not_a_bare_text(choice):
    press(box(choice), Qt.Key.Key_Down)
    assert type(choice.value()) is Form
    assert choice.value() is Form.GENERAL


def test_every_step_of_the_keyboard_is_told(choice, qtbot):
    with qtbot.waitSignals([choice.edited] * 2):
        press(box(choice), Qt.Key.Key_Down, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(choice.edited):
        choice.set_value(Form.LESSON)


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("zhibuwei", Form.COMMITTEE),
        ("dk", Form.LESSON),
        ("z", Form.GENERAL),
        ("zz", Form.COMMITTEE),
        ("zzz", Form.GENERAL),
        ("dx", Form.GROUP),
        ("m", None),
    ],
)
def test_letters_choose_by_pinyin_and_initials(choice, typed, chosen):
    press(box(choice), typed)
    assert choice.value() is chosen


def test_letters_typed_after_a_pause_begin_anew(choice, qtbot):
    press(box(choice), "d")
    qtbot.wait(QApplication.keyboardInputInterval() + 50)
    press(box(choice), "z")
    assert choice.value() is Form.GENERAL


def test_esc_closes_the_list_of_a_choice_without_choosing(choice):
    choice.set_value(Form.LESSON)
    box(choice).showPopup()
    press(choice.form, Qt.Key.Key_Up, Qt.Key.Key_Escape)
    assert not box(choice).view().isVisible()
    assert choice.value() is Form.LESSON


def test_an_open_list_of_choices_bears_one_line_around_it_and_shows_them_whole(qtbot):
    field = field_for(Choice(label="单位类型", options=UnitType))
    shown(qtbot, field, size=(200, 300))
    box(field).showPopup()
    view = box(field).view()
    qtbot.waitUntil(lambda: view.viewport().width() >= view.sizeHintForColumn(0))
    picture = view.window().grab().toImage()
    down = [QColor(picture.pixel(picture.width() // 2, y)) for y in range(picture.height())]
    assert [colour.name().upper() for colour in down].count(EDGE) == 2
    assert down[0] == down[-1] == QColor(EDGE)
    box(field).hidePopup()


def test_many_long_choices_leave_the_field_narrow():
    field = field_for(Choice(label="单位类型", options=UnitType))
    assert box(field).minimumSizeHint().width() < 300


def test_a_yes_is_ticked_by_space_and_says_what_it_means(qtbot):
    field = field_for(Yes(label="第一议题", hint="会上先学习了第一议题"))
    shown(qtbot, field)
    assert box(field).text() == "会上先学习了第一议题"
    with qtbot.waitSignal(field.edited):
        press(box(field), Qt.Key.Key_Space)
    assert field.value() is True
    with qtbot.assertNotEmitted(field.edited):
        field.set_value(False)
    assert field.value() is False
