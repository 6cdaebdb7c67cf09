"""The outline's dialog: presets, numbering, every step to go back, and how it is left."""

import random
from dataclasses import replace

import pytest
from desk.answering import Answering
from desk.fields.forms import OFFSCREEN
from desk.report.outlining import (
    ALT,
    CTRL,
    GENERAL,
    KEY,
    SMALL,
    click,
    headings,
    lines,
    opened,
    outline,
    press,
    walk_to,
    write,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from sample import sample_year

from secretary_desk.desk.report.outlining.material import material_of
from secretary_desk.desk.report.outlining.rows import rows_of
from secretary_desk.kinds.own_outline import Numbering, OwnOutline, Part
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.report.build import compose as report_by
from secretary_desk.report.document import Heading, text_of
from secretary_desk.report.outline import choose_outline, load_outlines
from secretary_desk.report.own_outline import own_of
from secretary_desk.report.wording import load_wording

pytestmark = OFFSCREEN


@pytest.mark.parametrize("preset", load_outlines(), ids=lambda preset: preset.name)
def test_the_numbers_are_those_of_the_report(preset):
    year, settings = sample_year(), ReportSettings(year=2026)
    for numbering in Numbering:
        own = OwnOutline(year=2026, preset=preset.name, numbering=numbering)
        by = choose_outline("", None, own)
        blocks = report_by(year, settings, load_wording(), by).document.blocks
        keyed = (b for b in blocks if isinstance(b, Heading) and b.section in by.keyed())
        shown = [row.words for row in rows_of(own, material_of(year)) if row.heading]
        assert shown == [text_of(heading.runs) for heading in keyed]


def test_a_listing_without_entries_takes_no_number(qtbot):
    year = replace(sample_year(), counted_entries={})
    shown = lines(outline(opened(qtbot, year=year)))
    assert shown[8:10] == ["〔亮点工作：本年还没有〕", "（一）获得荣誉"]


def test_another_numbering_shows_at_once(qtbot):
    dialog = opened(qtbot)
    dialog._numbering.setFocus()
    press(KEY.Key_Down, times=list(Numbering).index(Numbering.SKIPPING_COMMA))
    assert lines(outline(dialog))[1:3] == ["一、履职情况", "1、严肃组织生活"]
    press(KEY.Key_End)
    assert lines(outline(dialog))[1:3] == ["履职情况", "严肃组织生活"]
    own = dialog.own()
    assert (own.numbering, own.parts) == (Numbering.NONE, ())


def test_another_preset_asks_only_where_the_outline_was_changed(qtbot):
    dialog = opened(qtbot, "取消", "换掉")
    dialog._preset.setFocus()
    press(KEY.Key_Down)
    assert dialog.own() == replace(dialog.own(), preset="三段", numbering=None, parts=())
    assert "一、讲工作" in lines(outline(dialog))
    assert "补充和改动都留着" in dialog._note.text()
    walk_to(dialog, "讲工作")
    press(KEY.Key_F2)
    write("说工作")
    assert not dialog._state.isHidden()
    dialog._preset.setFocus()
    press(KEY.Key_Up)
    assert "一、说工作" in lines(outline(dialog))
    assert dialog._preset.currentText() == "三段"
    press(KEY.Key_Up)
    assert lines(outline(dialog)) == GENERAL
    press(KEY.Key_Z, CTRL)
    assert "一、说工作" in lines(outline(dialog))
    press(KEY.Key_Y, CTRL)
    assert lines(outline(dialog)) == GENERAL


def test_another_preset_keeps_a_numbering_that_was_chosen_and_tells_which_it_is(qtbot):
    dialog = opened(qtbot)
    dialog._preset.setFocus()
    press(KEY.Key_Down)
    assert f"编号是它的“{dialog._numbering.currentText()}”" in dialog._note.text()
    dialog._numbering.setFocus()
    press(KEY.Key_End)
    dialog._preset.setFocus()
    press(KEY.Key_Up)
    assert dialog._preset.currentText() == "通用"
    assert dialog.own().numbering is Numbering.NONE
    assert "编号还是您选的“不编号”" in dialog._note.text()
    click(dialog, "恢复预设")
    assert dialog.own().numbering is None
    assert dialog._note.text().startswith("已恢复“通用”")


def test_restoring_the_preset_brings_back_sections_and_numbers(qtbot):
    own = OwnOutline(
        year=2026, preset="条线", numbering=Numbering.NONE, parts=(Part(passages="导语"),)
    )
    dialog = opened(qtbot, "换掉", own=own)
    click(dialog, "恢复预设")
    assert dialog.own() == replace(own, numbering=None, parts=())
    assert lines(outline(dialog))[1] == "一、组织架构"


def test_escape_leaves_at_once_where_nothing_was_changed(qtbot):
    own = own_of(choose_outline("通用", None), 2026)
    dialog = opened(qtbot, own=own)
    press(KEY.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.own() is own


def test_escape_asks_where_something_was_changed(qtbot):
    dialog = opened(qtbot, "继续改提纲", None, "放弃改动")
    walk_to(dialog, "建强支部班子")
    press(KEY.Key_Up, ALT)
    for stays in (True, True, False):
        press(KEY.Key_Escape)
        assert dialog.isVisible() is stays
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_ctrl_enter_takes_the_outline(qtbot):
    dialog = opened(qtbot)
    walk_to(dialog, "建强支部班子")
    press(KEY.Key_Up, ALT)
    press(KEY.Key_Return, CTRL)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert headings(dialog)[2] == "建强支部班子"


def test_ctrl_z_in_a_box_undoes_what_was_typed_there(qtbot):
    dialog = opened(qtbot)
    walk_to(dialog, "建强支部班子")
    press(KEY.Key_Up, ALT)
    press(KEY.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "abc")
    press(KEY.Key_Z, CTRL)
    assert QApplication.focusWidget().text() != "abc"
    press(KEY.Key_Escape)
    assert headings(dialog)[2] == "建强支部班子"


def test_words_of_the_user_are_no_markup(qtbot):
    part = Part(key="自定/1", level=1, heading="<b>重</b>&点")
    own = OwnOutline(year=2026, preset="通用", parts=(Part(passages="导语"), part))
    dialog = opened(qtbot, own=own)
    press(KEY.Key_Down)
    assert lines(outline(dialog))[1] == "一、<b>重</b>&点"
    assert "&lt;b&gt;" in outline(dialog).currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    shows = [label for label in dialog.findChildren(QLabel) if "<b>" in label.text()]
    assert shows
    assert {label.textFormat() for label in shows} == {Qt.TextFormat.PlainText}


def test_it_fits_a_small_screen_whatever_is_said_in_it(qtbot):
    part = Part(key="自定/1", level=1, heading="某某市轨道交通建设集团有限公司" * 6 + "W" * 60)
    inside = Part(level=2, heading="W" * 99, passages="三会一课、主题党日、发展党员、支委会")
    own = OwnOutline(year=2026, preset="通用", parts=(Part(passages="导语"), part, inside))
    dialog = opened(qtbot, "删除", own=own)
    dialog.resize(SMALL[0], SMALL[1] - 40)  # under the title bar
    before = dialog.size()
    press(KEY.Key_Down, times=2)
    press(KEY.Key_Delete)
    assert "已删除" in dialog._note.text()
    QTest.qWait(20)  # the layouts of layouts follow one event later
    assert dialog.size() == before
    least = dialog.minimumSizeHint()
    assert (least.width() <= before.width(), least.height() <= before.height()) == (True, True)


def test_what_was_put_in_order_is_what_the_report_is_told_by(qtbot, sample_desk):
    dialog = opened(qtbot, year=sample_desk.loaded())
    walk_to(dialog, "建强支部班子")
    press(KEY.Key_Up, ALT)
    press(KEY.Key_F2)
    write("班子“强”起来")
    press(KEY.Key_Return, CTRL)
    sample_desk.save(dialog.own())
    blocks = sample_desk.report().blocks
    printed = [text_of(block.runs) for block in blocks if isinstance(block, Heading)]
    assert printed[1:3] == ["（一）班子“强”起来", "（二）严肃组织生活"]
    again = opened(qtbot, own=sample_desk.loaded().counted(OwnOutline)[-1])
    assert lines(outline(again)) == lines(outline(dialog))


class Yes(Answering):
    """Agrees to everything."""

    def choose(self, text, *answers, detail="", on_escape=-1):
        return 0


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_pressed_every_step_leads_back(qtbot, seed):
    dialog = opened(qtbot)
    dialog._sections._ask = Yes()
    views = (outline(dialog), outline(dialog), dialog._content._told, dialog._content._others)
    plain = (KEY.Key_Up, KEY.Key_Down, KEY.Key_Down, KEY.Key_Delete, KEY.Key_Return)
    keys = [(key, ALT) for key in (KEY.Key_Up, KEY.Key_Down, KEY.Key_Left, KEY.Key_Right)]
    keys += [(key, Qt.KeyboardModifier.NoModifier) for key in plain]
    pick = random.Random(seed)
    for _ in range(60):
        pick.choice(views).setFocus()
        press(*pick.choice(keys))
    end = lines(outline(dialog))
    while dialog._steps.can_go(-1):
        click(dialog, "撤销")
    assert lines(outline(dialog)) == GENERAL
    while dialog._steps.can_go(1):
        click(dialog, "重做")
    assert lines(outline(dialog)) == end
