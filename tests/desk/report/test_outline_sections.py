"""The outline's sections: walked, written and put in order with keys."""

from dataclasses import replace

import pytest
from desk.fields.forms import OFFSCREEN
from desk.report.outlining import (
    ALT,
    CTRL,
    GENERAL,
    KEY,
    LEFT,
    asked,
    click,
    headings,
    lines,
    opened,
    outline,
    press,
    tab_to,
    told,
    unplaced,
    walk_to,
    write,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from sample import sample_year
from typing_chinese import compose

from secretary_desk.kinds.own_outline import OwnOutline, Part
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.report.outline import choose_outline

pytestmark = OFFSCREEN

LIFE = ["第一议题", "三会一课", "主题党日", "组织生活会", "民主评议党员"]


def test_the_sections_stand_with_their_numbers(qtbot):
    assert lines(outline(opened(qtbot))) == GENERAL


def test_the_keys_walk_and_the_other_side_follows(qtbot):
    dialog = opened(qtbot)
    assert told(dialog) == ["导语"]
    press(KEY.Key_Down, times=2)
    assert told(dialog) == LIFE


def test_f2_writes_a_heading_in_place(qtbot):
    dialog = opened(qtbot)
    walk_to(dialog, "严肃组织生活")
    press(KEY.Key_F2)
    assert QApplication.focusWidget().text() == "严肃组织生活"
    write("“严”起来")
    assert lines(outline(dialog))[2] == "（一）“严”起来"
    assert outline(dialog).hasFocus()
    before = choose_outline("通用", None).keyed()
    assert [part.key for part in dialog.own().parts if part.key] == list(before)


def test_enter_while_composing_belongs_to_the_input_method(qtbot):
    dialog = opened(qtbot)
    walk_to(dialog, "严肃组织生活")
    press(KEY.Key_F2)
    compose(QApplication.focusWidget(), "组织生活", commit=False)
    press(KEY.Key_Return)
    press(KEY.Key_Return, CTRL)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert dialog.isVisible()


@pytest.mark.parametrize("where", ["确定", "下移", "another row"])
def test_a_heading_still_being_composed_is_kept_by_a_click_elsewhere(qtbot, where):
    dialog = opened(qtbot)
    walk_to(dialog, "严肃组织生活")
    press(KEY.Key_F2)
    compose(QApplication.focusWidget(), "从严过组织生活", commit=False)
    if where == "another row":
        first = outline(dialog).visualRect(outline(dialog).model().index(0, 0)).center()
        QTest.mouseClick(outline(dialog).viewport(), LEFT, pos=first)
        assert outline(dialog).currentIndex().row() == 0
    else:
        click(dialog, where)
    assert "从严过组织生活" in headings(dialog)
    assert headings(dialog).index("从严过组织生活") == (3 if where == "下移" else 2)


def test_escape_gives_up_a_heading_and_not_the_dialog(qtbot):
    dialog = opened(qtbot)
    walk_to(dialog, "严肃组织生活")
    press(KEY.Key_F2)
    compose(QApplication.focusWidget(), "别的")
    press(KEY.Key_Escape)
    assert lines(outline(dialog)) == GENERAL
    assert dialog.isVisible()


def test_a_heading_cannot_be_emptied_and_it_is_said(qtbot):
    dialog = opened(qtbot)
    walk_to(dialog, "严肃组织生活")
    press(KEY.Key_F2)
    press(KEY.Key_Delete)
    press(KEY.Key_Return)
    assert lines(outline(dialog)) == GENERAL
    assert "标题是空的" in dialog._note.text()


def test_a_row_without_a_heading_gets_one_and_takes_its_number(qtbot):
    dialog = opened(qtbot)
    press(KEY.Key_F2)
    assert QApplication.focusWidget().text() == ""
    press(KEY.Key_Return)
    assert (lines(outline(dialog)), dialog._note.text()) == (GENERAL, "")
    press(KEY.Key_F2)
    write("基本情况")
    assert lines(outline(dialog))[:2] == ["一、基本情况", "二、履职情况"]


def double_click(dialog):
    view = outline(dialog)
    at = view.visualRect(view.currentIndex()).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=at)
    QTest.mouseDClick(view.viewport(), LEFT, pos=at)
    QApplication.processEvents()


def test_a_double_click_writes_a_heading(qtbot):
    dialog = opened(qtbot)
    walk_to(dialog, "特色亮点")
    double_click(dialog)
    assert QApplication.focusWidget().text() == "特色亮点"


def test_a_row_that_is_repeated_for_entries_has_no_heading_to_write(qtbot):
    dialog = opened(qtbot)
    walk_to(dialog, "亮点工作")
    press(KEY.Key_F2)
    double_click(dialog)
    assert outline(dialog).hasFocus()


def test_insert_adds_a_section_after_the_current_one_and_what_is_inside_it(qtbot):
    dialog = opened(qtbot)
    walk_to(dialog, "履职情况")
    press(KEY.Key_Insert)
    write("党建品牌")
    assert lines(outline(dialog))[7:9] == ["二、党建品牌", "三、特色亮点"]
    assert outline(dialog).currentIndex().row() == 7
    assert (
        outline(dialog)
        .currentIndex()
        .data(Qt.ItemDataRole.AccessibleTextRole)
        .endswith("【待补充】")
    )


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_Return])
def test_a_new_section_without_words_is_none(qtbot, key):
    dialog = opened(qtbot)
    walk_to(dialog, "严肃组织生活")
    press(KEY.Key_Insert)
    assert len(lines(outline(dialog))) == len(GENERAL) + 1
    press(key)
    assert lines(outline(dialog)) == GENERAL
    assert outline(dialog).currentIndex().row() == 2
    assert told(dialog) == LIFE


def test_alt_and_arrows_move_and_nest_and_the_row_stays_the_current_one(qtbot):
    dialog = opened(qtbot)
    walk_to(dialog, "建强支部班子")
    press(KEY.Key_Up, ALT)
    assert lines(outline(dialog))[2:4] == ["（一）建强支部班子", "（二）严肃组织生活"]
    assert outline(dialog).currentIndex().row() == 2
    press(KEY.Key_Down, ALT)
    press(KEY.Key_Right, ALT)
    assert lines(outline(dialog))[2:5] == [
        "（一）严肃组织生活",
        "1.建强支部班子",
        "（二）做好发展党员工作",
    ]
    press(KEY.Key_Left, ALT, times=2)
    assert lines(outline(dialog))[3:5] == ["二、建强支部班子", "（一）做好发展党员工作"]
    press(KEY.Key_Z, CTRL, times=5)
    assert lines(outline(dialog)) == GENERAL


def test_what_cannot_be_done_is_off_and_its_key_does_not_walk(qtbot):
    dialog = opened(qtbot)
    off = {b.text() for b in dialog.findChildren(QToolButton) if not b.isEnabled()}
    assert {"上移", "升一级", "撤销", "重做"} <= off
    walk_to(dialog, "严肃组织生活")
    press(KEY.Key_Up, ALT)
    assert outline(dialog).currentIndex().row() == 2
    walk_to(dialog, "导语")
    press(KEY.Key_Left, ALT)
    press(KEY.Key_Right, ALT)
    assert outline(dialog).currentIndex().row() == 0
    assert lines(outline(dialog)) == GENERAL


def test_deleting_a_section_asks_says_what_falls_out_and_it_can_be_put_back(qtbot):
    dialog = opened(qtbot, "取消", "删除")
    before = unplaced(dialog)
    walk_to(dialog, "严肃组织生活")
    press(KEY.Key_Delete)
    assert lines(outline(dialog)) == GENERAL
    press(KEY.Key_Delete)
    assert "严肃组织生活" in asked(dialog)[0]
    assert lines(outline(dialog))[2] == "（一）建强支部班子"
    assert set(unplaced(dialog)) == {*before, *LIFE}
    assert "里面的5段" in dialog._note.text()
    tab_to(dialog, "未放入提纲的内容")
    press(KEY.Key_Down, times=unplaced(dialog).index("主题党日"))
    press(KEY.Key_Return)
    assert told(dialog)[-1] == "主题党日"
    assert "主题党日" not in unplaced(dialog)


def test_deleting_a_section_takes_those_inside_it_with_it(qtbot):
    dialog = opened(qtbot, "删除")
    walk_to(dialog, "履职情况")
    press(KEY.Key_Delete)
    assert lines(outline(dialog))[:2] == ["（导语）", "一、特色亮点"]


def test_deleting_an_empty_section_of_ones_own_asks_nothing(qtbot):
    dialog = opened(qtbot)
    press(KEY.Key_Insert)
    write("党建品牌")
    press(KEY.Key_Delete)
    assert lines(outline(dialog)) == GENERAL


def test_deleting_a_section_that_has_a_supplement_asks(qtbot):
    part = Part(key="自定/党建品牌", level=1, heading="党建品牌")
    supplement = Supplement(year=2026, section=part.key, text="我们有自己的品牌。")
    year = sample_year()
    year = replace(year, counted_entries={**year.counted_entries, Supplement: [supplement]})
    own = OwnOutline(year=2026, preset="通用", parts=(Part(passages="导语"), part))
    dialog = opened(qtbot, "取消", own=own, year=year)
    press(KEY.Key_Down)
    press(KEY.Key_Delete)
    assert asked(dialog) == ["要从提纲里删除“党建品牌”吗？"]


def test_the_last_section_stays(qtbot):
    dialog = opened(qtbot, own=OwnOutline(year=2026, preset="通用", parts=(Part(passages="导语"),)))
    press(KEY.Key_Delete)
    tab_to(dialog, "这一节的段落")
    press(KEY.Key_Delete)
    assert lines(outline(dialog)) == ["（没有标题）"]
    assert dialog.own().parts
