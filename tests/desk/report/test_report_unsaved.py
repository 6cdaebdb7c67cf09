"""When the archive cannot be written: it is said, nothing typed is lost, and it is tried again."""

from contextlib import contextmanager

import pytest
from desk.answering import Answering
from desk.report.opened import (
    MEETINGS,
    can,
    editor,
    edits,
    go_to,
    lines,
    notes,
    opened,
    outline,
    press,
    said,
    tool,
    write_at_end,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from secretary_desk.desk.report.outline_pane import UNUSED
from secretary_desk.desk.report.page import PAUSE
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.store.store import Store

TALKS, ADDED = "三会一课", "我心里有数。"


@pytest.fixture
def page(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    go_to(page, MEETINGS)
    return page


@contextmanager
def written_elsewhere(page):
    """Keep the archive from being written, as another program would."""
    with Store.open(page._desk.store.path) as other:
        page._desk.store._db.execute("PRAGMA busy_timeout = 1")
        other._db.execute("BEGIN IMMEDIATE")
        yield
        other._db.execute("ROLLBACK")


def test_an_edit_that_cannot_be_saved_is_said_and_tried_again(page):
    with written_elsewhere(page):  # begun before: else it may be saved meanwhile
        box = write_at_end(page, TALKS, ADDED)
        page._saving.save()
        assert "没有写成" in page._panes.trouble.text()
        write_at_end(page, TALKS, "abc")
        page._rebuild()
        assert box.toPlainText().endswith(f"{ADDED}abc")
        ask = page._desk.ask = Answering("留在这里")
        assert not page.leave()
        assert "没有写成" in ask.asked[0]
    assert page.leave()
    assert page._panes.trouble.text() == ""
    assert edits(page)[TALKS].text.endswith(f"{ADDED}abc")


def test_what_cannot_be_saved_is_tried_again_by_itself_until_it_is(page, qtbot):
    told = notes(page)
    page._saving._autosave._again.setInterval(50)
    with written_elsewhere(page):
        write_at_end(page, TALKS, ADDED)
        page._saving.save()
        assert "还没有保存" in page._panes.trouble.text()
        assert "自动再存" in page._panes.trouble.text()
        with qtbot.waitSignals([page._saving.troubled] * 2):
            pass
        assert TALKS not in edits(page)
    qtbot.waitUntil(lambda: TALKS in edits(page))
    assert page._panes.trouble.isHidden()
    assert told == ["刚才没有存成的内容，现在已经保存"]
    assert not page._saving._autosave._again.isActive()


def test_what_is_given_up_is_not_tried_again(page, qtbot):
    page._saving._autosave._again.setInterval(50)
    with written_elsewhere(page):
        write_at_end(page, TALKS, ADDED)
        page._desk.ask = Answering("放弃这些内容")
        assert page.leave()
        assert page._panes.trouble.isHidden()
        with qtbot.assertNotEmitted(page._saving.troubled, wait=200):
            pass
    assert edits(page) == {}


def test_another_part_may_be_looked_at_and_the_edit_is_saved_later(page, qtbot):
    with written_elsewhere(page):
        write_at_end(page, TALKS, ADDED)
        press(outline(page), Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: ADDED in said(page), timeout=PAUSE * 5)
    assert page.leave()
    assert edits(page)[TALKS].text.endswith(ADDED)


@pytest.mark.parametrize("words", ["恢复自动", "存为常用"])
def test_a_tool_that_cannot_do_its_work_says_so_and_leaves_the_edit(page, qtbot, words):
    write_at_end(page, TALKS, ADDED)
    qtbot.waitUntil(lambda: can(page, words))
    assert page.leave()
    with written_elsewhere(page):
        ask = page._desk.ask = Answering()
        tool(page, words)
        assert "没有写成" in ask.asked[0]
    assert editor(page, TALKS).toPlainText().endswith(ADDED)
    assert edits(page)[TALKS].text.endswith(ADDED)
    tool(page, words)
    assert len(ask.asked) == 1


def test_a_tool_waits_for_an_edit_that_cannot_be_saved(page, qtbot):
    with written_elsewhere(page):
        write_at_end(page, TALKS, ADDED)
        qtbot.waitUntil(lambda: can(page, "恢复自动"))
        tool(page, "恢复自动")
        assert "没有写成" in page._panes.trouble.text()
    assert editor(page, TALKS).toPlainText().endswith(ADDED)


def test_an_unused_text_that_cannot_be_deleted_stays(page):
    page._desk.save(Supplement(year=2026, section="没有这一节", text="留着"))
    go_to(page, UNUSED)
    delete = next(b for b in page._passage.unused.findChildren(QPushButton) if b.text() == "删除")
    with written_elsewhere(page):
        ask = page._desk.ask = Answering()
        QTest.mouseClick(delete, Qt.MouseButton.LeftButton)
        assert "没有写成" in ask.asked[0]
    assert any(line.startswith(UNUSED) for line in lines(page))
