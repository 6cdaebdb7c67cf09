"""The pages as they will print: clicked, turned, zoomed, and kept where they stood."""

import pytest
from desk.report.opened import (
    LEFT,
    MEETINGS,
    NARROW,
    WIDE,
    behind,
    box,
    editor,
    go_to,
    heading,
    lay_out,
    opened,
    outline,
    press,
    status,
    write_at_end,
)
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from typing_chinese import compose

from secretary_desk.desk.look import WASH
from secretary_desk.desk.report.page import PAUSE
from secretary_desk.desk.report.preview import STEP
from secretary_desk.desk.report.preview_pane import stand_in_note
from secretary_desk.report.document import Figure, Quotation, Table, runs_of

KEY = Qt.Key


@pytest.fixture
def page(qtbot, sample_desk):
    return opened(qtbot, sample_desk)


def view(page):
    return page._preview.view


def point_of(page, block, run=None):
    """Return where a block's run is on the screen, brought into view; its own middle else."""
    pages, shown = view(page)._pages, view(page)
    for number, area in pages.rects_of(block):
        y = area.top() + 2
        while y < area.bottom():
            for x in range(int(area.left()) + 1, int(area.right())):
                spot = pages.at(number, x, y)
                if spot and spot.block == block and run in (None, spot.run):
                    shown.turn_to(number)
                    shown.verticalScrollBar().setValue(
                        round(shown._top(number) + y * shown._scale) - 100
                    )
                    sheet = shown._area(number)
                    at = sheet.topLeft() + QPointF(x + 0.5, y) * shown._scale
                    return at.toPoint()
            y += 2
    raise AssertionError(f"{block}/{run} is on no page")


def block_of(page, key, nth=-1):
    return page._parts[key].blocks[nth]


def click(page, block, run=None):
    at = point_of(page, block, run)
    before = view(page).verticalScrollBar().value()
    QTest.mouseClick(view(page).viewport(), LEFT, pos=at)
    assert view(page).verticalScrollBar().value() == before


def wheel(widget, turned, modifiers, at=None):
    at = at or QPointF(widget.rect().center())
    event = QWheelEvent(
        at,
        widget.mapToGlobal(at),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_a_click_on_a_paragraph_goes_to_its_passage_and_the_page_stays(page):
    click(page, block_of(page, "下一步打算"))
    assert heading(page) == "五、下一步打算"
    assert outline(page).key() == "下一步打算"


def test_a_click_on_a_figure_goes_to_its_entries(page):
    block = block_of(page, MEETINGS, 1)
    runs = list(runs_of(page._document.blocks[block]))
    number = next(n for n, run in enumerate(runs) if isinstance(run, Figure))
    click(page, block, number)
    assert behind(page)[0].startswith(runs[number].text)
    key = page._document.blocks[block].passage
    assert editor(page, key).hasFocus()
    assert editor(page, key)._chip().text == runs[number].text


def test_a_click_puts_the_cursor_into_its_passage_wherever_that_stands(page, qtbot):
    go_to(page, MEETINGS)
    block = block_of(page, "下一步打算")
    click(page, block, 1)
    box = editor(page, page._document.blocks[block].passage)
    lay_out(page)
    qtbot.wait(20)
    assert heading(page) == "五、下一步打算"
    assert box.hasFocus()
    first = page._document.blocks[block].runs[0].text
    assert box.textCursor().position() == len(first)
    assert box.viewport().visibleRegion().contains(box.cursorRect().center())


def test_a_click_finds_its_paragraph_behind_lines_that_are_empty(page):
    go_to(page, MEETINGS)
    box = write_at_end(page, "三会一课", "a")
    press(box, KEY.Key_Return, KEY.Key_Return)
    QTest.keyClicks(box, "  bcd")
    assert page.leave()
    blocks = page._document.blocks
    (block,) = [n for n, found in enumerate(blocks) if text_of_block(found) == "bcd"]
    press(box, KEY.Key_Home, modifier=Qt.KeyboardModifier.ControlModifier)
    click(page, block)
    assert box.hasFocus()
    press(box, KEY.Key_End)
    press(box, KEY.Key_X)
    assert box.toPlainText().endswith("a\n\n  bcdx")


def text_of_block(block):
    return "".join(run.text for run in runs_of(block))


def test_a_click_on_the_title_goes_to_what_heads_the_report(page):
    go_to(page, MEETINGS)
    click(page, 0)
    assert outline(page).key() == "标题与落款"
    assert page._passage.form.isVisible()


def test_a_click_in_a_ledger_shows_the_entry_of_that_cell(page):
    page._preview.set_annexes(shown=True)
    blocks = page._document.blocks
    block = next(n for n, found in enumerate(blocks) if isinstance(found, Table))
    runs = list(runs_of(blocks[block]))
    number = next(n for n, run in enumerate(runs) if isinstance(run, Quotation))
    click(page, block, number)
    assert behind(page)[0].startswith(f"“{runs[number].text[:5]}")
    assert len(behind(page)[1]) == 1


def test_a_click_beside_the_text_does_nothing(page):
    go_to(page, MEETINGS)
    QTest.mouseClick(view(page).viewport(), LEFT, pos=QPoint(2, 2))
    assert outline(page).key() == MEETINGS


def test_a_click_where_the_preview_took_the_passages_place_brings_the_passage_back(page):
    page.resize(*NARROW)
    page._panes._toggle.trigger()
    click(page, block_of(page, "下一步打算"))
    assert page._panes.passage.isVisible()
    assert heading(page) == "五、下一步打算"


def test_the_part_chosen_is_brought_into_view_and_marked(page, qtbot):
    go_to(page, "下一步打算")
    block = block_of(page, "下一步打算")
    assert view(page).page >= 4
    at = point_of(page, block)
    picture = view(page).viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    colours = {
        picture.pixelColor(round((at.x() + dx) * ratio), round(at.y() * ratio)).name()
        for dx in range(-20, 20)
    }
    assert QColor(WASH).name() in colours


def test_the_part_chosen_is_in_view_when_a_narrow_page_turns_to_the_preview(page):
    page.resize(*NARROW)
    go_to(page, "下一步打算")
    page._panes._toggle.trigger()
    number, _ = view(page)._pages.place_of(block_of(page, "下一步打算", 0))
    assert view(page).page in (number, number + 1)


def test_the_part_chosen_is_in_view_when_the_page_grows_wide(page):
    page.resize(*NARROW)
    go_to(page, "下一步打算")
    page.resize(*WIDE)
    number, _ = view(page)._pages.place_of(block_of(page, "下一步打算", 0))
    assert view(page).page in (number, number + 1)


def test_typing_leaves_the_pages_where_they_stood(page, qtbot):
    go_to(page, "下一步打算")
    view(page).verticalScrollBar().setValue(777)
    compose(box(page), "我会常去班组。")
    qtbot.waitUntil(lambda: any("常去" in r.text for r in last_runs(page)), timeout=PAUSE * 5)
    assert view(page).verticalScrollBar().value() == 777


def last_runs(page):
    return runs_of(page._document.blocks[block_of(page, "下一步打算")])


def test_annexes_are_laid_out_only_when_they_are_wanted(page):
    before = view(page).count
    assert "（不含附件）" in status(page)
    page._preview._annexes.click()
    assert view(page).count > before
    assert "（不含附件）" not in status(page)
    page._preview._annexes.click()
    assert view(page).count == before


def test_choosing_the_annexes_lays_them_out_and_goes_there(page):
    before = view(page).count
    go_to(page, "附件")
    assert page._preview.annexes
    assert view(page).page >= before - 1


def test_without_ledgers_there_is_nothing_to_show_beside(qtbot, new_desk):
    page = opened(qtbot, new_desk)
    assert not page._preview._annexes.isVisible()


def test_ctrl_and_the_wheel_zoom_and_the_wheel_alone_turns(page):
    fitted = view(page)._scale
    wheel(view(page).viewport(), 120, Qt.KeyboardModifier.ControlModifier)
    assert view(page)._scale > fitted
    wheel(view(page).viewport(), -120, Qt.KeyboardModifier.ControlModifier)
    assert view(page)._scale == pytest.approx(fitted)
    wheel(view(page).viewport(), -120, Qt.KeyboardModifier.NoModifier)
    assert view(page).verticalScrollBar().value() > 0
    assert view(page)._scale == pytest.approx(fitted)


def under(page, at):
    """Return the page under a point of the view, and its place there in millimetres."""
    number, area = next(sheet for sheet in view(page)._in_view() if sheet.area.contains(at))
    return number, (at - area.topLeft()) / view(page)._scale


def middle(page):
    return QPointF(view(page).viewport().rect().center())


def assert_held(page, at, before):
    """Hold that the same point of the same page is where it was, to two pixels."""
    (number, was), (now_number, now) = before, under(page, at)
    assert now_number == number
    assert (now - was).manhattanLength() * view(page)._scale <= 2


@pytest.mark.parametrize("place", [300, 1500, 2400])
def test_the_buttons_zoom_into_and_out_of_the_middle_of_the_view(page, place):
    view(page).verticalScrollBar().setValue(place)
    larger, smaller = (
        next(b for b in page._preview.findChildren(QAbstractButton) if b.accessibleName() == name)
        for name in ("放大", "缩小")
    )
    for tool in (larger, larger, larger, larger, smaller, smaller):
        at = middle(page)
        before = under(page, at)
        tool.click()
        assert_held(page, at, before)


def test_ctrl_and_the_wheel_zoom_into_what_is_under_the_mouse(page):
    view(page).verticalScrollBar().setValue(1500)
    at = middle(page) + QPointF(90, -120)
    for turned in (120, 120, 120, -120):
        before = under(page, at)
        wheel(view(page).viewport(), turned, Qt.KeyboardModifier.ControlModifier, at)
        assert_held(page, at, before)


def test_the_place_is_kept_when_the_width_is_filled_again(page):
    view(page).verticalScrollBar().setValue(1500)
    for _ in range(4):
        view(page).zoom(STEP)
    at = middle(page)
    number, was = under(page, at)
    press(view(page), KEY.Key_0, modifier=Qt.KeyboardModifier.ControlModifier)
    now_number, now = under(page, at)
    assert (number, round(was.y())) == (now_number, pytest.approx(now.y(), abs=2))


@pytest.mark.parametrize("end", ["minimum", "maximum"])
def test_no_zoom_scrolls_beyond_the_pages(page, end):
    for factor in (*[STEP] * 10, *[1 / STEP] * 16, 0):
        bars = view(page).verticalScrollBar(), view(page).horizontalScrollBar()
        for bar in bars:
            bar.setValue(getattr(bar, end)())
        view(page).zoom(factor)
        room, gap = view(page).viewport().rect(), view(page)._gap() + 2
        sheets = [sheet.area for sheet in view(page)._in_view()]
        assert sheets
        for area in sheets:
            assert area.left() <= gap or area.right() <= room.right()
            assert area.right() >= room.right() - gap or area.left() >= gap - 2
        assert sheets[0].top() <= gap
        whole = view(page)._top(view(page).count)
        assert sheets[-1].bottom() >= room.bottom() - gap or whole < room.height()


def test_keys_turn_zoom_and_fit(page):
    view(page).setFocus()
    fitted = view(page)._scale
    press(view(page), KEY.Key_PageDown)
    assert view(page).verticalScrollBar().value() > 0
    press(view(page), KEY.Key_Plus, modifier=Qt.KeyboardModifier.ControlModifier)
    assert view(page)._scale > fitted
    press(view(page), KEY.Key_0, modifier=Qt.KeyboardModifier.ControlModifier)
    assert view(page)._scale == pytest.approx(fitted)


def test_the_pages_fill_the_width_that_there_is(page):
    narrow = view(page)._scale
    page.resize(1730, 1026)
    assert view(page)._scale > narrow
    sheet = view(page)._area(0)
    assert 0 < sheet.left() < sheet.right() < view(page).viewport().width()


def test_the_page_in_view_is_told(page):
    label = page._preview._page
    count = view(page).count
    assert label.text() == f"第 1 / {count} 页"
    view(page).turn_to(count - 1)
    assert label.text() == f"第 {count} / {count} 页"
    view(page).turn_to(count + 5)
    assert view(page).page == count - 1


def test_only_pages_in_view_are_painted(page):
    view(page).grab()
    assert len(view(page)._pictures) <= 3


def test_a_missing_font_is_named_with_what_stands_in_for_it():
    assert stand_in_note([]) == "换行、分页以 Word 打印为准"
    one = stand_in_note([("方正小标宋简体", "宋体")])
    assert one.startswith("本机没有“方正小标宋简体”，预览和 PDF 用“宋体”代替；Word 文档仍写原字体")
    three = stand_in_note([("甲", "宋体"), ("乙", "宋体"), ("丙", "黑体")])
    assert three.startswith("本机没有“甲”“乙”等 3 种字体，预览和 PDF 用“宋体”“黑体”代替")
