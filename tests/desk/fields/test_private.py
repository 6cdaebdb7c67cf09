"""A private field is masked until its user wants to see it, and the mask touches nothing."""

from decimal import Decimal

import pytest
from desk.fields.forms import OFFSCREEN, box, field_for, press, shown
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip
from typing_chinese import commit_text, compose, preedit

from secretary_desk.desk.fields.number import AmountField
from secretary_desk.desk.fields.private import PrivateField
from secretary_desk.desk.fields.rows import RowsField
from secretary_desk.kinds.appraisal import Appraisal, Grade, Result
from secretary_desk.kinds.dues import Dues
from secretary_desk.kinds.person import Person
from secretary_desk.kinds.talk import Talk
from secretary_desk.records.fields import specs_of
from secretary_desk.records.masking import HIDDEN
from secretary_desk.records.specs import Link

pytestmark = OFFSCREEN
KEY = Qt.Key
ID, ID_MASKED = "110101199003071234", "1101**********1234"
EXAMPLES = [
    (Person, "id_number", ID, ID_MASKED),
    (Person, "phone", "13812345678", "138****5678"),
    (Dues, "base", Decimal("5200.50"), HIDDEN),
    (Talk, "summary", "家里的事\n还有别的", HIDDEN),
    (Appraisal, "results", (Result(who=Link(None, "张三"), grade=Grade.BARELY),), HIDDEN),
]


def private(qtbot, record=Person, name="id_number", value=ID):
    field = field_for(specs_of(record)[name], name=name, value=value)
    shown(qtbot, field, size=(600, 400))
    return field


def mask(field):
    """Return what the mask shows; None where the field itself is seen."""
    return field._mask.text().split()[0] if field._mask.isVisible() else None


def on_screen(field):
    """Return the texts of everything that is seen of a field, and what is told of it."""
    found = []
    for widget in field.findChildren(object):
        if getattr(widget, "isVisible", bool)():
            told = (getattr(widget, name, str)() for name in ("text", "toolTip", "accessibleName"))
            found += map(str, told)
    return " ".join(found)


def test_every_private_field_of_every_kind_wears_a_mask(qtbot):
    from secretary_desk.kinds import KINDS

    specs = [spec for kind in KINDS for spec in kind.specs.values()]
    wearing = [spec for spec in specs if isinstance(field_for(spec), PrivateField)]
    assert wearing == [spec for spec in specs if spec.private]
    assert len(wearing) >= 6


@pytest.mark.parametrize(("record", "name", "value", "told"), EXAMPLES)
def test_what_is_private_is_masked_until_a_click(qtbot, record, name, value, told):
    field = private(qtbot, record, name, value)
    assert mask(field) == told
    assert "张三" not in on_screen(field)
    assert field.spec.show(value) not in on_screen(field)
    QTest.mouseClick(field._mask, Qt.MouseButton.LeftButton)
    assert mask(field) is None
    assert field.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize(("record", "name", "value", "told"), EXAMPLES)
def test_the_mask_is_no_part_of_the_value_and_no_edit(qtbot, record, name, value, told):
    field, edits = private(qtbot, record, name, value), []
    field.edited.connect(lambda: edits.append(field.value()))
    for step in (field.uncover, field.cover, field.uncover, field.form.hide, field.form.show):
        step()
        field.take_in()
        assert field.value() == field.kept(None) == value
    assert edits == []
    assert mask(field) == told


def test_space_uncovers_to_be_read_and_what_is_typed_then_changes_nothing(qtbot):
    field, edits = private(qtbot), []
    field.edited.connect(lambda: edits.append(1))
    press(field, KEY.Key_Space)
    assert (field._shown.isVisible(), field._shown.text()) == (True, ID)
    press(field, "1x", KEY.Key_Delete, KEY.Key_Backspace, KEY.Key_Down, KEY.Key_End)
    preedit(field._shown, "zhong")
    commit_text(field._shown, "中")
    assert QToolTip.text() == "再点一下（或按 F2）才能修改"
    assert (field.value(), edits, field._shown.text()) == (ID, [], ID)


@pytest.mark.parametrize("key", [KEY.Key_F2, KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter])
def test_a_key_that_asks_for_it_lets_it_be_typed_in(qtbot, key):
    field = private(qtbot)
    press(field, KEY.Key_Space, key, KEY.Key_End, KEY.Key_Backspace, "X")
    assert field.value() == ID[:-1] + "X"
    assert (mask(field), field._shown.isVisible()) == (None, False)


def test_a_second_click_lets_it_be_typed_in_and_a_double_click_does_not(qtbot):
    field = private(qtbot)
    QTest.mouseClick(field._mask, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(field._shown, Qt.MouseButton.LeftButton)
    assert field._shown.isVisible()
    QTest.mouseClick(field._shown, Qt.MouseButton.LeftButton)
    assert box(field).hasFocus()
    assert isinstance(box(field), QLineEdit)


def test_a_screen_reader_hears_what_is_shown_and_how_it_is_changed(qtbot):
    field = private(qtbot)
    field.uncover()
    told = field._shown.accessibleName()
    assert told == f"身份证号 {ID} 再点一下（或按 F2）才能修改"
    field.cover()
    assert ID not in on_screen(field) + field._shown.text() + field._shown.accessibleName()


def test_no_other_key_uncovers_or_changes_it(qtbot):
    field = private(qtbot)
    press(field, "1x", KEY.Key_Delete, KEY.Key_Backspace, KEY.Key_Down)
    preedit(field._mask, "zhong")
    commit_text(field._mask, "中")
    assert (mask(field), field.value()) == (ID_MASKED, ID)


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter])
def test_enter_passes_over_a_mask_to_the_form(qtbot, key):
    field = private(qtbot)
    press(field, key)
    assert mask(field) == ID_MASKED
    assert field.form.keys == [key]


@pytest.mark.parametrize(("record", "name", "value", "told"), EXAMPLES)
def test_a_masked_field_is_one_stop_of_tab(qtbot, record, name, value, told):
    field = private(qtbot, record, name, value)
    field.form.before.setFocus()
    press(field, KEY.Key_Tab)
    assert QApplication.focusWidget() is field._mask
    press(field, KEY.Key_Tab)
    assert field.form.after.hasFocus()
    press(field, KEY.Key_Backtab)
    assert QApplication.focusWidget() is field._mask


def test_an_empty_or_uncovered_field_is_one_stop_of_tab_too(qtbot):
    for value in ("", ID):
        for show in (PrivateField.uncover, PrivateField.edit):
            field = private(qtbot, value=value)
            show(field)
            assert field.isAncestorOf(QApplication.focusWidget())
            press(field, KEY.Key_Tab)
            assert field.form.after.hasFocus()


@pytest.mark.parametrize("show", [PrivateField.uncover, PrivateField.edit])
def test_it_is_masked_again_when_another_field_is_gone_to(qtbot, show):
    field = private(qtbot)
    show(field)
    press(field, KEY.Key_Tab)
    qtbot.waitUntil(lambda: mask(field) == ID_MASKED)
    assert field.form.after.hasFocus()


def test_it_stays_in_sight_while_the_focus_is_in_another_window(qtbot):
    field, other = private(qtbot), QLineEdit()
    qtbot.addWidget(other)
    field.edit()
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    other.setFocus()
    QTest.qWait(100)
    assert mask(field) is None


def test_a_button_below_that_is_pressed_stays_under_the_mouse_until_it_is_let_go(qtbot):
    field = private(qtbot, Talk, "summary", "一\n二\n三\n四\n五")
    field.edit()
    QTest.mousePress(field.form.after, Qt.MouseButton.LeftButton)
    field.form.after.setFocus()
    QTest.qWait(120)
    assert mask(field) is None
    QTest.mouseRelease(field.form.after, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: mask(field) == HIDDEN)


def test_an_empty_field_is_typed_in_straight_away_and_masked_once_it_is_left(qtbot):
    field = private(qtbot, value="")
    assert mask(field) is None
    press(field, ID)
    assert (mask(field), box(field).text()) == (None, ID)  # to be read over, as long as one is here
    field.form.after.setFocus()
    qtbot.waitUntil(lambda: mask(field) == ID_MASKED)
    assert field.value() == ID


def test_chinese_is_composed_in_it_as_in_any_other(qtbot):
    field = private(qtbot, Talk, "summary", "")
    compose(box(field), "谈了工作")
    compose(box(field), "压力", commit=False)
    field.take_in()
    assert (field.value(), mask(field)) == ("谈了工作压力", None)
    field.cover()
    assert mask(field) == HIDDEN


def test_leaving_the_page_masks_it_again(qtbot):
    field = private(qtbot)
    field.uncover()
    field.form.hide()
    field.form.show()
    assert mask(field) == ID_MASKED


def test_the_eye_beside_it_masks_it_at_once_and_keeps_the_keyboard_there(qtbot):
    field = private(qtbot)
    assert not field._hide.isVisible()
    field.edit()
    assert "隐藏" in field._hide.accessibleName()
    press(field, KEY.Key_End, KEY.Key_Backspace)
    QTest.mouseClick(field._hide, Qt.MouseButton.LeftButton)
    assert (mask(field), field.value()) == ("1101*********7123", ID[:-1])
    assert QApplication.focusWidget() is field._mask


def test_the_steps_of_its_text_survive_the_mask(qtbot):
    field = private(qtbot)
    field.edit()
    press(field, KEY.Key_End, "99")
    field.cover()
    field.edit()
    press(field, KEY.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert field.value() == ID


def test_saving_while_it_is_typed_does_not_mask_it(qtbot):
    field = private(qtbot, value="")
    press(field, "138 1234 5678")
    field.set_value("13812345678")  # as after a save, by what was stored
    assert (mask(field), box(field).text()) == (None, "13812345678")


def test_what_comes_back_by_undo_comes_back_masked(qtbot):
    field = private(qtbot, value="")
    field.set_value(ID)
    assert mask(field) == ID_MASKED


def test_what_cannot_be_read_stays_in_sight_to_be_mended(qtbot):
    field = private(qtbot, Dues, "base", Decimal(5000))
    field.edit()
    press(field, KEY.Key_End, "x1")
    assert field.trouble()
    field.cover()
    assert mask(field) is None


def test_a_screen_reader_is_told_that_it_is_hidden_and_how_to_see_it(qtbot):
    field = private(qtbot)
    told = field._mask.accessibleName()
    assert told == f"身份证号 {ID_MASKED} 已隐藏，按空格键显示"


def test_beneath_the_mask_is_the_field_that_any_value_of_its_sort_has(qtbot):
    assert isinstance(private(qtbot, Dues, "base", Decimal(1))._within, AmountField)
    assert isinstance(private(qtbot, Appraisal, "results", ())._within, RowsField)
