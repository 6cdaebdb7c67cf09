"""What a section tells: its passages, and the entries that come in by kind and tag."""

from desk.fields.forms import OFFSCREEN
from desk.report.outlining import (
    ALT,
    CTRL,
    KEY,
    click,
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
from PySide6.QtWidgets import QApplication, QDialog
from typing_chinese import compose

pytestmark = OFFSCREEN


def test_passages_change_places_and_come_out(qtbot):
    dialog = opened(qtbot)
    walk_to(dialog, "上年度点评")
    tab_to(dialog, "这一节的段落")
    press(KEY.Key_Down, ALT)
    assert told(dialog) == ["点评问题", "点评整改"]
    assert dialog._content._told.key() == "点评整改"
    press(KEY.Key_Delete)
    assert told(dialog) == ["点评问题"]
    assert "点评整改" in unplaced(dialog)
    click(dialog, "撤销")
    click(dialog, "撤销")
    assert told(dialog) == ["点评整改", "点评问题"]
    assert outline(dialog).currentIndex().row() == 5


def test_an_empty_section_says_how_it_is_filled(qtbot):
    dialog = opened(qtbot)
    told = dialog._content._told
    walk_to(dialog, "建强支部班子")
    while unplaced(dialog):
        tab_to(dialog, "未放入提纲的内容")
        press(KEY.Key_Return)
    outline(dialog).setFocus()
    press(KEY.Key_Insert)
    write("群团工作")
    assert told.nothing.startswith("这一节还没有内容，印出来是【待补充】。")
    assert "按“取出”" in told.nothing
    walk_to(dialog, "严肃组织生活")
    tab_to(dialog, "这一节的段落")
    press(KEY.Key_Delete)
    walk_to(dialog, "群团工作")
    assert "可以把下面“未放入提纲的内容”里的段落放进来" in told.nothing
    walk_to(dialog, "履职情况")
    assert "待补充" not in told.nothing


def test_a_row_without_a_heading_goes_with_its_last_passage(qtbot):
    dialog = opened(qtbot)
    tab_to(dialog, "这一节的段落")
    press(KEY.Key_Delete)
    assert lines(outline(dialog))[0] == "一、履职情况"
    assert "导语" in unplaced(dialog)


def test_the_highlights_come_back_as_a_row_of_their_own(qtbot):
    dialog = opened(qtbot, "删除")
    walk_to(dialog, "亮点工作")
    press(KEY.Key_Delete)
    assert "亮点" in unplaced(dialog)
    walk_to(dialog, "特色亮点")
    tab_to(dialog, "未放入提纲的内容")
    press(KEY.Key_Down, times=unplaced(dialog).index("亮点"))
    press(KEY.Key_Return)
    shown = lines(outline(dialog))
    assert shown[8:10] == ["（一）获得荣誉", "（二）至（五）〔亮点工作：每条一节〕"]


def test_entries_come_into_a_section_by_kind_and_tag(qtbot):
    dialog = opened(qtbot)
    press(KEY.Key_Insert)
    write("主题党日掠影")
    tab_to(dialog, "记录种类")
    press(KEY.Key_Down, times=dialog._content._feeding._kinds.findText("主题党日"))
    assert dialog.own().parts[1].kind == "主题党日"
    assert "本年有" in dialog._content._feeding._said.text()
    tab_to(dialog, "标签")
    compose(QApplication.focusWidget(), "不曾有过的标签")
    press(KEY.Key_Tab)
    assert dialog.own().parts[1].tag == "不曾有过的标签"
    assert dialog._content._feeding._said.text() == "本年还没有这样的记录"
    press(KEY.Key_Z, CTRL)
    assert dialog.own().parts[1].tag == ""


def test_a_tag_still_being_composed_is_kept(qtbot):
    dialog = opened(qtbot)
    walk_to(dialog, "严肃组织生活")
    tab_to(dialog, "标签")
    compose(QApplication.focusWidget(), "组织生活会", commit=False)
    click(dialog, "确定")
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.own().parts[2].tag == "组织生活会"


def test_a_section_without_a_heading_takes_no_entries_in(qtbot):
    feeding = opened(qtbot)._content._feeding
    assert not feeding._kinds.isEnabled()
    assert not feeding._tag.isEnabled()
    assert "没有标题" in feeding._said.text()
