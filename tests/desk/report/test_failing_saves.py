"""An archive that can no longer be written: what was typed, arranged or timed is still there."""

import pytest
from desk.modal import while_open
from desk.report.opened import (
    MEETINGS,
    card,
    delete_behind,
    go_to,
    opened,
    outline,
    tool,
    write_at_end,
)
from desk.report.proofs import box, labels
from desk.report.proofs import press as press_button
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from typing_chinese import compose

from secretary_desk.desk.report.outline_pane import PROOF
from secretary_desk.kinds import fixed_phrase, own_outline, rehearsal
from secretary_desk.kinds.supplement import Supplement

KEY, TALKS = Qt.Key, "三会一课"


@pytest.fixture
def page(qtbot, sample_desk):
    """The page of an archive in which something has been saved already."""
    sample_desk.save(Supplement(year=2026, section=MEETINGS, text="先写一句。"))
    return opened(qtbot, sample_desk)


def shut(page):
    """Let the archive take nothing more, as on a disk that is read-only by now."""
    page._desk.store._db.execute("PRAGMA query_only = ON")


def mend(page):
    page._desk.store._db.execute("PRAGMA query_only = OFF")


def asked(page):
    return page._desk.ask.asked


def rehearsed(page, *answers):
    """Rehearse for a minute, go to the end, and shut the archive."""
    page._around._speech.trigger()
    page._around._rehearsing.rehearse.trigger()
    window, seconds = page._around._rehearsing._window, [0.0]
    window._watch._now = lambda: seconds[0]
    QTest.keyClick(window, KEY.Key_Space)
    seconds[0] = 60
    for _ in window._timings:
        QTest.keyClick(window, KEY.Key_Right)
    page._desk.ask.answers += answers
    shut(page)
    return window


def test_an_answer_to_a_change_that_cannot_be_saved_leaves_the_text_as_typed(page):
    go_to(page, MEETINGS)
    write_at_end(page, TALKS, "abc")
    delete_behind(page, "4次")
    assert page.leave()
    write_at_end(page, TALKS, "再写", commit=False)
    shut(page)
    for words in ("保留我的", "采用自动文字", "对照", "恢复自动"):
        tool(page, words)
        assert card(page, TALKS).editor.toPlainText().endswith("abc再写")
        assert "没有写成" in page._panes.trouble.text()
    mend(page)
    assert page.leave()
    assert page._panes.trouble.text() == ""
    go_to(page, MEETINGS)
    assert card(page, TALKS).editor.toPlainText().endswith("abc再写")


def test_a_rehearsal_that_cannot_be_saved_can_be_kept_again(page):
    window = rehearsed(page)
    QTest.keyClick(window, KEY.Key_Return)
    assert "没有写成" in asked(page)[-1]
    assert window._controls._keep.text().startswith("保存")
    mend(page)
    QTest.keyClick(window, KEY.Key_Return)
    assert window._controls._keep.text() == "已保存"
    assert len(page._desk.store.entries(rehearsal.KIND)) == 1


def test_a_rehearsal_that_cannot_be_saved_stays_open(page):
    window = rehearsed(page, "保存用时，结束", "不保存，结束")
    QTest.keyClick(window, KEY.Key_Escape)
    assert window.isVisible()
    assert "没有写成" in asked(page)[-1]
    QTest.keyClick(window, KEY.Key_Escape)
    assert not window.isVisible()
    mend(page)


def test_an_outline_that_cannot_be_saved_comes_again_as_it_was_arranged(page):
    shut(page)
    before = len(page._desk.store.entries(own_outline.KIND))
    seen = []

    def arrange(dialog):
        QTest.keyClick(dialog._numbering, KEY.Key_Down)
        assert dialog._steps.has_changed
        seen.append(dialog.own())
        dialog.accept()

    def try_again(dialog):
        seen.append(dialog.own())
        mend(page)
        dialog.accept()

    while_open(page._around._arrange.trigger, arrange, try_again)
    assert seen[0] == seen[1]
    assert "没有写成" in asked(page)[-1]
    assert len(page._desk.store.entries(own_outline.KIND)) == before + 1


def test_a_fixed_phrase_that_cannot_be_saved_stays_in_its_boxes(page):
    outline(page).select(PROOF)
    proof = page._passage.proof
    known = len(page._desk.store.entries(fixed_phrase.KIND))
    press_button(proof, "添加固定表述")
    for name in ("规范写法", "常见错写"):
        compose(box(proof, name), name)
    shut(page)
    press_button(proof, "添加")
    assert [box(proof, name).text() for name in ("规范写法", "常见错写")] == [
        "规范写法",
        "常见错写",
    ]
    assert any("没有写成" in said for said in labels(proof))
    mend(page)
    press_button(proof, "添加")
    assert box(proof, "规范写法").text() == ""
    assert len(page._desk.store.entries(fixed_phrase.KIND)) == known + 1
