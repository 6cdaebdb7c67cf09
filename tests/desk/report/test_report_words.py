"""What the page says of itself: why a tool cannot be used, what marks mean, where to write."""

import pytest
from desk.report.opened import (
    LEFT,
    MEETINGS,
    can,
    click,
    delete_behind,
    editor,
    editors,
    go_to,
    opened,
    outline,
    write_at_end,
)
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

TALKS = "三会一课"
TOOLS = ("换说法", "存为常用", "恢复自动")


@pytest.fixture
def page(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    go_to(page, MEETINGS)
    return page


def told(page, words):
    """Return the tool tip of a tool as it reads."""
    shown = (b for b in page.findChildren(QPushButton) if b.isVisible())
    document = QTextDocument()
    document.setHtml(next(b for b in shown if words in b.text()).toolTip())
    return document.toPlainText()


def test_before_a_passage_is_clicked_its_tools_all_say_to_click_one(page):
    assert [can(page, words) for words in TOOLS] == [False] * 3
    assert [told(page, words) for words in TOOLS] == [f"{words}\n先点一段文字" for words in TOOLS]


def test_in_a_passage_as_generated_what_needs_an_edit_says_so(page):
    editor(page, TALKS).setFocus()
    assert [can(page, words) for words in TOOLS] == [True, False, False]
    assert told(page, "换说法") == "换说法"
    assert told(page, "存为常用").endswith("这一段没有改写过")
    assert told(page, "恢复自动").endswith("这一段没有改写过")


def test_in_an_edited_passage_another_wording_says_what_to_do_first(page, qtbot):
    write_at_end(page, TALKS, "我心里有数。")
    qtbot.waitUntil(lambda: can(page, "恢复自动"))
    assert told(page, "换说法").endswith("先“恢复自动”")


def test_the_outline_explains_its_mark_of_change_once_there_is_one(page):
    numbers = outline(page)._head.findChild(QLabel, "numbers")
    assert numbers.text() == "◦待补充 · 字数"
    write_at_end(page, TALKS, "我心里有数。")
    assert page.leave()
    delete_behind(page, "4次")
    assert numbers.text() == "◦待补充 △有变化 · 字数"
    assert "△ 后面是改写之后记录有变化的段数" in outline(page)._head.toolTip()


def inked(box):
    """Return the highest and the lowest row of a box on which something is drawn."""
    image = box.viewport().grab().toImage()
    ground = image.pixel(1, 1)
    columns = range(0, image.width(), 2)
    rows = [y for y in range(image.height()) if any(image.pixel(x, y) != ground for x in columns)]
    return rows[0], rows[-1]


@pytest.mark.parametrize("width", [903, 1176])
def test_the_hint_of_an_empty_supplement_is_seen_whole_and_behind_the_cursor(page, width):
    page.resize(width, 714)
    go_to(page, "履职情况")
    box = list(editors(page).values())[-1]
    hint = box.placeholderText()
    assert box.document().isEmpty()
    assert hint.startswith("　　写在这里的话")
    document = QTextDocument(hint)
    document.setDefaultFont(box.font())
    document.setTextWidth(box.viewport().width())
    assert box.viewport().height() >= document.size().height() - 1
    assert inked(box)[1] > box.fontMetrics().height() * (1.5 if document.lineCount() > 1 else 0.5)
    box.setFocus()
    assert box.cursorRect().left() >= box.fontMetrics().horizontalAdvance("国")


def test_what_is_clicked_stays_where_it_is_until_the_button_is_up(page, qtbot):
    click(page, "4次")
    bar, view = page._passage._scroll.verticalScrollBar(), page._passage._scroll.viewport()
    bar.setValue(bar.maximum() // 2)
    for box in editors(page).values():
        seen = box.viewport().visibleRegion().boundingRect()
        if seen.height() < 4:
            continue
        before, at = box.mapTo(view, QPoint(0, 0)), QPoint(seen.left() + 60, seen.bottom() - 1)
        QTest.mousePress(box.viewport(), LEFT, pos=at)
        qtbot.wait(10)
        assert box.mapTo(view, QPoint(0, 0)) == before
        QTest.mouseRelease(box.viewport(), LEFT, pos=at)
