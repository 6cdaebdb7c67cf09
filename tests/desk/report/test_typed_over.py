"""A number typed over a figure: what the records say, and the way back to the figure."""

from dataclasses import replace

import pytest
from desk.report.opened import (
    LEFT,
    MEETINGS,
    behind,
    chip,
    click,
    delete_behind,
    editor,
    edits,
    go_to,
    opened,
    press,
    said,
    type_over,
    write_at_end,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from secretary_desk.desk.report.editor.chips import Look
from secretary_desk.kinds.own_wording import OwnWording
from secretary_desk.kinds.passage_edit import PassageEdit
from secretary_desk.report.template import Reference, Step

TALKS, DAYS = "三会一课", "主题党日"
HELD = "三会一课.次数.党小组会"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    go_to(page, MEETINGS)
    return page


def restore(page):
    """Press 改回记录里的数."""
    assert is_offered(page)
    QTest.mouseClick(page._passage.behind._restore, LEFT)


def is_offered(page):
    return page._passage.behind._restore.isVisible()


def saved_as(page, text):
    """Save a version of the passage with this text, and come back to it."""
    edit = PassageEdit(year=2026, passage=TALKS, name=TALKS, text=text)
    page._desk.save(edit)
    go_to(page, MEETINGS)


def test_a_number_just_typed_over_a_figure_tells_the_records_and_goes_back(page):
    before = editor(page, TALKS).template()
    type_over(page, "33次", "40次")
    assert behind(page)[0] == "手填 40次，记录里是 33次 —— 来自这些记录"
    restore(page)
    assert editor(page, TALKS).template() == before
    assert behind(page)[0].startswith("33次 党小组会次数")
    assert not is_offered(page)
    assert editor(page, TALKS).hasFocus()


def test_undo_brings_the_typed_number_back(page):
    type_over(page, "33次", "40次")
    typed = editor(page, TALKS).template()
    restore(page)
    press(editor(page, TALKS), Qt.Key.Key_Z, modifier=CTRL)
    assert editor(page, TALKS).template() == typed
    assert is_offered(page)


def test_a_number_typed_right_again_goes_back_to_the_figure_and_follows(page):
    saved_as(page, f'小组会{{{{ {HELD} | 手填("40次") }}}}。')
    type_over(page, "40次", "33次")
    assert chip(page, "33次")[1].look is Look.TYPED
    told = "手填 33次，和记录里的数一样，但不随记录变化 —— 来自这些记录"
    assert behind(page)[0] == told
    restore(page)
    assert page.leave()
    assert edits(page)[TALKS].text == f"小组会{{{{ {HELD} }}}}。"
    delete_behind(page, "33次")
    assert "小组会32次。" in said(page)


def test_it_goes_back_to_the_form_in_which_it_was(page):
    saved_as(page, f'小组会{{{{ {HELD} | 大写 | 手填("四十次") }}}}。')
    click(page, "四十次")
    restore(page)
    assert editor(page, TALKS).toPlainText() == "小组会三十三次。"
    assert editor(page, TALKS).template() == f"小组会{{{{ {HELD} | 大写 }}}}。"


def test_the_arrow_keys_come_to_a_typed_number(page):
    saved_as(page, f'小组会{{{{ {HELD} | 手填("40次") }}}}，{{{{ {HELD} | 手填("40次") }}}}。')
    box = editor(page, TALKS)
    box.setFocus()
    press(box, Qt.Key.Key_Home, modifier=CTRL)
    assert not is_offered(page)
    press(box, *[Qt.Key.Key_Right] * 8)
    restore(page)
    assert box.toPlainText() == "小组会40次，33次。"


def test_it_is_the_passage_that_was_told_of_in_which_the_figure_stands_again(page):
    type_over(page, "33次", "40次")
    days = editor(page, DAYS).template()
    editor(page, DAYS).setFocus()
    restore(page)
    assert editor(page, TALKS).toPlainText().count("33次") == 1
    assert editor(page, DAYS).template() == days


def test_where_the_records_have_no_such_figure_there_is_no_way_back(page):
    saved_as(page, '{{ 三会一课.次数.没有 | 手填("40次") }}。')
    click(page, "40次")
    assert behind(page) == ("手填 40次，记录里现在没有“没有”这个数", [])
    assert not is_offered(page)


def test_a_tool_tip_in_a_kept_wording_speaks_of_the_passages_own_entry(page):
    page._desk.save(OwnWording(passage="亮点", text="有{{ 亮点工作.数据[0].数@条 }}。"))
    keys = [key for key in page._report.passages if key.startswith("亮点/")]
    number = Reference("亮点工作.数据[0].数@条")
    told = {page._described(key, number).partition(" ")[0] for key in keys}
    assert len(told) == len(keys) == 4
    assert "120万元" in told


def test_words_of_an_entry_left_out_say_that_they_are_told_still(page):
    write_at_end(page, TALKS, "我心里有数。")
    assert page.leave()
    _, part = chip(page, "夜间下穿，党员站什么岗")
    click(page, part.text)
    (place,) = page._passage.behind.places()
    entry = page._desk.store.get(place.entry)
    page._desk.save(replace(entry, left_out=True))
    click(page, part.text)
    told, _ = behind(page)
    assert told.endswith("这条记录已不写进报告，改写过的段落仍写到它")
    assert page._passage.behind._list.lines()[0].beside == "不写进报告"


def test_only_a_number_typed_over_offers_the_way_back(page):
    type_over(page, "33次", "40次")
    assert is_offered(page)
    click(page, "4次")
    assert not is_offered(page)
    assert Reference(HELD, (Step("手填", "40次", is_text=True),)) == chip(page, "40次")[1].reference
