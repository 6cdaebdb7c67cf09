"""The report page by the keyboard alone, and in the room that it has."""

from dataclasses import replace

from desk.report.opened import (
    LEFT,
    MEETINGS,
    WIDE,
    card,
    editor,
    editors,
    go_to,
    lay_out,
    opened,
    outline,
    press,
    write_at_end,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from secretary_desk.desk.report.outline_pane import UNUSED
from secretary_desk.kinds.own_outline import OwnOutline, Part
from secretary_desk.kinds.passage_edit import PassageEdit
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.records.record import ref

KEY = Qt.Key
LONG = "https://" + "x" * 300


def walked(page):
    """Return what Tab comes to from the outline on, until it is back there."""
    outline(page).setFocus()
    found = [QApplication.focusWidget()]
    while (press(found[-1], KEY.Key_Tab), QApplication.focusWidget())[1] is not found[0]:
        found.append(QApplication.focusWidget())
    return found


def test_tab_goes_from_the_outline_through_tools_and_passages_to_the_pages(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    go_to(page, MEETINGS)
    ways = walked(page)
    insert = next(b for b in page.findChildren(QPushButton) if "插入数据" in b.text())
    stops = [outline(page), insert, *editors(page).values(), page._preview.view]
    assert [each for each in ways if each in stops] == stops
    assert all(e.accessibleName() or e.text() for e in ways)


def test_tab_comes_to_the_tools_over_the_page_first_as_they_are_read(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    page._around._speech.trigger()
    go_to(page, MEETINGS)
    ways = walked(page)
    named = [(each.accessibleName() or each.text()).strip() for each in ways]
    heads = ["校核", "调整提纲", "现场稿", "更多", "试讲", "历次试讲用时"]
    named = [name.rstrip(" 0123456789") for name in named]  # without how much is found
    assert [name for name in named if name in heads] == heads
    before = named.index("校核")
    assert ways[(before + len(heads)) % len(ways)] is outline(page)
    assert ways[before - 1] is page._preview.view


def test_passages_that_come_later_stand_in_their_order_for_tab(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    go_to(page, "下一步打算")
    first, *_, last = editors(page)
    other = next(key for key in editors(page) if key not in (first, last))
    page._desk.delete(ref(page._report.passages[other].entry))
    page._desk.undo()
    boxes = list(editors(page).values())
    assert [each for each in walked(page) if each in boxes] == boxes


def test_a_long_word_in_what_has_changed_does_not_push_the_text_out_of_sight(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    go_to(page, "下一步打算")
    key = list(editors(page))[1]
    write_at_end(page, key, "abc")
    assert page.leave()
    sample_desk.save(replace(page._report.passages[key].entry, plan=LONG))
    lay_out(page)
    assert LONG[:20] in card(page, key)._changes.text()
    assert card(page, key).width() <= page._passage._scroll.viewport().width()


def test_a_long_word_in_a_heading_does_not_widen_the_window(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    parts = (Part(key="a", level=1, heading=LONG, passages="三会一课"),)
    sample_desk.save(OwnOutline(year=2026, parts=parts))
    go_to(page, "a")
    assert page._passage._heading.text().endswith(LONG)
    assert page.minimumSizeHint().width() < WIDE[0]


def test_a_long_word_in_an_unused_text_leaves_its_buttons_in_sight(qtbot, sample_desk):
    sample_desk.save(PassageEdit(year=2026, passage="没有/1", name="没有", text=LONG))
    page = opened(qtbot, sample_desk)
    go_to(page, UNUSED)
    unused = page._passage.unused
    assert unused.widget().width() <= unused.viewport().width()


def test_the_keyboard_stays_among_the_unused_texts_when_one_is_deleted(qtbot, sample_desk):
    texts = (Supplement(year=2026, section=f"没有{n}", text=f"第{n}段") for n in range(3))
    sample_desk.save(*texts)
    page = opened(qtbot, sample_desk)
    go_to(page, UNUSED)
    for _ in range(2):
        buttons = page._passage.unused.findChildren(QPushButton)
        delete = [b for b in buttons if b.text() == "删除"][-1]
        delete.setFocus()
        press(delete, KEY.Key_Space)
        assert page._passage.unused.isAncestorOf(QApplication.focusWidget())


def test_a_passage_told_at_two_places_is_gone_to_at_either(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    parts = (Part(key=key, level=1, heading=key, passages="三会一课") for key in "ab")
    sample_desk.save(OwnOutline(year=2026, parts=tuple(parts)))
    go_to(page, "b")
    write_at_end(page, "三会一课", "abc")
    press(editor(page, "三会一课"), KEY.Key_Return)
    QTest.keyClicks(editor(page, "三会一课"), "def")
    assert page.leave()
    page._rebuild()
    blocks = page._document.blocks
    told = [n for n, b in enumerate(blocks) if getattr(b, "passage", "") == "三会一课"]
    for place in told[::2]:
        page._passage.go_to(page._document, place, 0, 4)
        text = blocks[place].runs[0].text[:4]
        assert editor(page, "三会一课").textCursor().selectedText() == text


def test_what_was_added_for_speaking_is_no_wording_for_other_sections(qtbot, sample_desk):
    sample_desk.save(Supplement(year=2026, section="下一步打算", text="再去班组。"))
    page = opened(qtbot, sample_desk)
    page._around._speech.trigger()
    go_to(page, "下一步打算")
    key = list(editors(page))[-1]
    write_at_end(page, key, "abc")
    assert page.leave()
    editors(page)[key].setFocus()
    buttons = {b.text().strip(): b for b in page.findChildren(QPushButton)}
    assert buttons["恢复自动"].isEnabled()
    assert not buttons["存为常用"].isEnabled()
    QTest.mouseClick(buttons["存为常用"], LEFT)
    assert not buttons["换说法"].isEnabled()
