"""Lists of rows, edited from the keyboard alone."""

import pytest
from desk.fields.forms import OFFSCREEN, Around, field_for, press, shown
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton
from typing_chinese import compose

from secretary_desk.desk.fields.row_card import RowCard
from secretary_desk.kinds.branch import Group, Post, Seat
from secretary_desk.kinds.development import StepRow
from secretary_desk.kinds.dues import Paid
from secretary_desk.kinds.problem import Step
from secretary_desk.kinds.review_comment import Remark
from secretary_desk.kinds.study_meeting import Vote
from secretary_desk.records.day import Day
from secretary_desk.records.fields import Rows
from secretary_desk.records.specs import Link

pytestmark = OFFSCREEN
CONTROL = Qt.KeyboardModifier.ControlModifier
GROUPS = Rows(label="党小组", row=Group)
THREE = (Group(name="一组"), Group(name="二组"), Group(name="三组"))


def made(qtbot, spec, value=(), around=None, size=(900, 500)):
    field = field_for(spec, around, name="rows", value=value)
    shown(qtbot, field, size=size)
    return field


def here(text):
    """Type at the focus."""
    widget = QApplication.focusWidget()
    assert isinstance(widget, QLineEdit)
    compose(widget, text)


def tab(field, times=1):
    press(field.form, *[Qt.Key.Key_Tab] * times)


def names(field):
    return [row.name for row in field.value()]


def buttons(field):
    return [b for b in field.findChildren(QToolButton) if b.isVisible() and b.accessibleName()]


def test_measures_are_entered_without_a_mouse(qtbot):
    field = made(qtbot, Rows(label="措施", row=Step))
    press(field.form, Qt.Key.Key_Return)
    for measure, who, due in (("建立学习台账", "张三", "3.31"), ("每月通报", "李四", "2026.12")):
        here(measure)
        tab(field)
        here(who)
        tab(field)
        press(field.form, due)
        tab(field, 2)
    tab(field)
    assert field.value() == (
        Step(measure="建立学习台账", who=Link(None, "张三"), due_on=Day("2026-03-31")),
        Step(measure="每月通报", who=Link(None, "李四"), due_on=Day("2026-12")),
    )


def test_the_committee_is_entered_without_a_mouse(qtbot):
    field = made(qtbot, Rows(label="支委", row=Seat))
    press(field.form, Qt.Key.Key_Space)
    here("张三")
    tab(field)
    press(field.form, "zzwy")
    tab(field)
    press(field.form, "2024.3")
    assert field.value() == (
        Seat(who=Link(None, "张三"), post=Post.ORGANISATION, since=Day("2024-03")),
    )


def test_tab_after_the_last_cell_begins_a_row(qtbot):
    field = made(qtbot, GROUPS, THREE[:1])
    tab(field, 2)
    here("二组")
    assert names(field) == ["一组", "二组"]


def test_tab_leaves_an_empty_last_row_for_the_button_and_then_the_list(qtbot):
    field = made(qtbot, GROUPS, THREE[:1])
    tab(field, 2)
    tab(field, 2)
    assert isinstance(QApplication.focusWidget(), QPushButton)
    tab(field)
    assert field.form.after.hasFocus()
    assert names(field) == ["一组"]


def test_tab_goes_back_through_the_rows(qtbot):
    field = made(qtbot, GROUPS, THREE)
    field.form.after.setFocus()
    press(field.form, *[Qt.Key.Key_Backtab] * 7)
    assert QApplication.focusWidget().text() == "一组"
    press(field.form, Qt.Key.Key_Backtab)
    assert field.form.before.hasFocus()


def test_rows_added_later_are_reached_in_order_wherever_the_list_stands(qtbot):
    field, below = field_for(GROUPS, value=THREE[:1]), field_for(GROUPS, value=THREE[1:2])
    shown(qtbot, field, below)
    field.add_row()
    here("新组")
    tab(field, 2)
    assert len(names(field)) == 2
    tab(field, 3)
    assert QApplication.focusWidget().text() == "二组"


def test_control_delete_removes_the_row_at_hand(qtbot):
    field = made(qtbot, GROUPS, THREE)
    tab(field, 2)
    with qtbot.waitSignal(field.edited):
        press(field.form, Qt.Key.Key_Delete, modifier=CONTROL)
    assert names(field) == ["一组", "三组"]
    assert QApplication.focusWidget().text() == "三组"


def test_removing_the_only_row_leaves_the_focus_in_the_list(qtbot):
    field = made(qtbot, GROUPS, THREE[:1])
    press(field.form, Qt.Key.Key_Delete, modifier=CONTROL)
    assert field.value() == ()
    press(field.form, Qt.Key.Key_Space)
    here("新组")
    assert names(field) == ["新组"]


def test_control_and_arrows_move_a_row_with_the_focus(qtbot):
    field = made(qtbot, GROUPS, THREE)
    with qtbot.waitSignal(field.edited):
        press(field.form, Qt.Key.Key_Down, modifier=CONTROL)
    assert names(field) == ["二组", "一组", "三组"]
    assert QApplication.focusWidget().text() == "一组"
    tab(field, 2)
    assert QApplication.focusWidget().text() == "三组"
    press(field.form, Qt.Key.Key_Up, modifier=CONTROL)
    press(field.form, Qt.Key.Key_Up, modifier=CONTROL)
    press(field.form, Qt.Key.Key_Up, modifier=CONTROL)
    assert names(field) == ["三组", "二组", "一组"]


def test_buttons_do_what_the_keys_do(qtbot):
    field = made(qtbot, GROUPS, THREE)
    up, down, remove = range(3)
    buttons(field)[3 + up].click()
    assert names(field) == ["二组", "一组", "三组"]
    by_place = sorted(buttons(field), key=lambda b: (b.mapTo(field, b.rect().center()).y(), b.x()))
    by_place[3 + down].click()
    assert names(field) == ["二组", "三组", "一组"]
    buttons(field)[remove].click()
    assert len(names(field)) == 2


def test_an_empty_row_is_no_part_of_the_value_and_adding_one_no_edit(qtbot):
    field = made(qtbot, GROUPS, THREE)
    with qtbot.assertNotEmitted(field.edited):
        field.add_row()
    assert field.value() == THREE


def test_each_change_in_a_cell_is_told(qtbot):
    field = made(qtbot, GROUPS, THREE)
    with qtbot.waitSignal(field.edited):
        here("第")
    with qtbot.assertNotEmitted(field.edited):
        field.set_value(THREE[:2])
    assert field.value() == THREE[:2]


def test_what_cannot_be_read_is_said_with_its_row(qtbot):
    field = made(qtbot, Rows(label="表决", row=Vote), (Vote(matter="接收"), Vote(matter="转正")))
    tab(field, 7)
    press(field.form, "many")
    assert field.trouble() == "第2行：“应到有表决权”读不懂“many”，请填数字，如 20人"
    assert field.value() == (Vote(matter="接收"), Vote(matter="转正"))


def test_a_cell_that_cannot_be_read_keeps_no_other_from_being_saved(qtbot):
    before = (Vote(matter="接收", entitled=9), Vote(matter="转正"))
    field = made(qtbot, Rows(label="表决", row=Vote), before)
    here("预备党员")
    tab(field)
    QApplication.focusWidget().selectAll()
    press(field.form, "many")
    assert field.kept(before) == (Vote(matter="预备党员接收", entitled=9), Vote(matter="转正"))
    QApplication.focusWidget().selectAll()
    press(field.form, "8")
    assert field.kept(before)[0].entitled == 8
    press(field.form, "x")
    assert field.kept(before)[0].entitled == 8


def test_text_being_composed_in_a_cell_is_taken_in(qtbot):
    field = made(qtbot, GROUPS, THREE[:1])
    QApplication.focusWidget().selectAll()
    compose(QApplication.focusWidget(), "第一党小组", commit=False)
    field.take_in()
    assert names(field) == ["第一党小组"]


def test_cells_suggest_by_the_names_of_list_and_cell(qtbot):
    around = Around(suggestions={"rows.name": ["第一党小组"]})
    field = made(qtbot, GROUPS, (), around)
    field.add_row()
    press(field.form, "dydxz")
    assert QApplication.focusWidget().offered() == ["第一党小组"]


def test_a_row_of_one_cell_bears_no_caption(qtbot):
    field = made(qtbot, Rows(label="问题", row=Remark), (Remark(problem="学习不经常"),))
    assert not [label for label in field.findChildren(QLabel) if label.isVisible() and label.text()]


def right_edges(field):
    edits = [edit for edit in field.findChildren(QLineEdit) if edit.isVisible()]
    return [edit.mapTo(field, edit.rect().topRight()).x() for edit in edits]


@pytest.mark.parametrize("width", [420, 500, 700, 900, 1600])
def test_a_wide_row_stays_usable_at_every_width(qtbot, width):
    votes = (Vote(matter="接收某某为预备党员" * 3, entitled=29), Vote(matter="转正"))
    field = made(qtbot, Rows(label="表决", row=Vote), votes, size=(width, 600))
    qtbot.waitUntil(lambda: max(right_edges(field)) <= field.width())
    assert not field.form.scroll.horizontalScrollBar().isVisible()
    figure = field.fontMetrics().horizontalAdvance("0000")
    assert all(e.width() > figure for e in field.findChildren(QLineEdit) if e.isVisible())


def captions(field):
    return [label.text() for label in field.findChildren(QLabel) if label.isVisible()]


def test_a_wide_list_is_a_table_and_a_narrow_one_is_cards(qtbot):
    field = made(qtbot, Rows(label="表决", row=Vote), (Vote(matter="一"), Vote(matter="二")))
    assert captions(field).count("同意") == 1
    field.form.resize(300, 500)
    qtbot.waitUntil(lambda: captions(field).count("同意") == 2)
    assert not field.form.scroll.horizontalScrollBar().isVisible()
    field.form.resize(900, 500)
    qtbot.waitUntil(lambda: captions(field).count("同意") == 1)
    assert field.value() == (Vote(matter="一"), Vote(matter="二"))


def is_a_table(field, caption):
    return captions(field).count(caption) == 1


@pytest.mark.parametrize(("row", "caption"), [(Step, "时限"), (StepRow, "材料齐全")])
def test_four_short_cells_stand_in_a_line_at_the_width_of_a_form(qtbot, row, caption):
    rows = (row(note="甲"), row(note="乙")) if row is StepRow else (row(measure="甲"),) * 2
    field = made(qtbot, Rows(label="步骤", row=row), rows, size=(640, 400))
    assert is_a_table(field, caption)
    for card in field.findChildren(RowCard):
        middles = [box.mapTo(field, box.rect().center()).y() for box in card.boxes()]
        assert max(middles) - min(middles) <= 2
    field.form.resize(400, 400)
    qtbot.waitUntil(lambda: not is_a_table(field, caption))
    assert not field.form.scroll.horizontalScrollBar().isVisible()


def test_a_months_dues_are_one_line_even_on_the_smallest_screen(qtbot):
    paid = (Paid(month=1, on=Day("2026-10-29")), Paid(month=12))
    field = made(qtbot, Rows(label="各月", row=Paid), paid, size=(378, 400))
    field.form.resize(2 * 378 - field.width(), 400)  # what the window of test_sizes leaves it
    qtbot.waitUntil(lambda: field.width() == 378)
    assert is_a_table(field, "实交")
    assert captions(field).count("月") == 1


def test_a_whole_date_can_be_read_in_the_narrowest_table(qtbot):
    steps = (Step(due_on=Day("2026-12-31")), Step(measure="每月通报"))
    field = made(qtbot, Rows(label="措施", row=Step), steps)
    for width in range(900, 400, -10):
        field.form.resize(width, 500)
        QApplication.processEvents()
        if not is_a_table(field, "时限"):
            break
        (date,) = [edit for edit in field.findChildren(QLineEdit) if edit.text()[:4] == "2026"]
        text = date.fontMetrics().horizontalAdvance(date.text())
        assert date.width() > text + date.findChild(QToolButton).width()
    assert width < 640


def test_a_row_that_is_added_comes_into_view(qtbot):
    field = made(qtbot, GROUPS, THREE * 4, size=(600, 240))
    for _ in range(3):
        field.add_row()
        viewport, card = field.form.scroll.viewport(), field.findChildren(RowCard)[-1]
        assert viewport.rect().contains(card.mapTo(viewport, card.rect().bottomLeft()))
        assert viewport.rect().contains(card.mapTo(viewport, card.rect().topLeft()))
