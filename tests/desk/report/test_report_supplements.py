"""The user's own paragraphs at the end of a section: composed, shown, counted, saved."""

import pytest
from desk.report.opened import (
    MEETINGS,
    box,
    editors,
    go_to,
    opened,
    outline,
    press,
    said,
    status,
    supplements,
    words,
)
from PySide6.QtCore import Qt
from typing_chinese import compose

from secretary_desk.desk.autosave import AUTOSAVE
from secretary_desk.desk.report.page import PAUSE
from secretary_desk.kinds import SUPPLEMENT
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.report.written import counted

KEY = Qt.Key
PLANS = "下一步打算"


@pytest.fixture
def page(qtbot, sample_desk):
    return opened(qtbot, sample_desk)


def test_what_is_typed_stands_on_the_page_and_is_counted_and_saved(page, qtbot):
    go_to(page, PLANS)
    before = counted(page._document)[0]
    box(page).setFocus()
    compose(box(page), "我会常去班组。")
    assert supplements(page).get(PLANS) is None
    qtbot.waitUntil(lambda: "我会常去班组。" in said(page), timeout=PAUSE * 5)
    assert f"正文 {before + 7:,} 字" in status(page)
    assert words(page).endswith("我会常去班组。")
    qtbot.waitUntil(lambda: supplements(page).get(PLANS) == "我会常去班组。", timeout=AUTOSAVE * 5)


def test_typing_goes_on_undisturbed_while_it_is_saved(page, qtbot):
    go_to(page, PLANS)
    box(page).setFocus()
    compose(box(page), "一是")
    qtbot.waitUntil(lambda: PLANS in supplements(page), timeout=AUTOSAVE * 5)
    compose(box(page), "再去")
    assert box(page).toPlainText() == "一是再去"
    assert box(page).textCursor().position() == 4
    assert page.leave()
    assert supplements(page)[PLANS] == "一是再去"


def test_one_visits_saves_are_one_step(page):
    go_to(page, PLANS)
    for text in ("一是", "再去"):
        compose(box(page), text)
        page._saving.save()
    assert page._desk.undo() == f"写“{PLANS}”一节的补充"
    assert PLANS not in supplements(page)
    assert box(page).toPlainText() == ""


def test_what_is_still_being_composed_is_kept_on_leaving(page):
    go_to(page, PLANS)
    box(page).setFocus()
    compose(box(page), "我会再去", commit=False)
    assert page.leave()
    assert supplements(page)[PLANS] == "我会再去"


def test_going_to_another_part_saves_under_the_part_that_is_left(page):
    go_to(page, PLANS)
    compose(box(page), "我会再去", commit=False)
    press(outline(page), KEY.Key_Down)
    assert supplements(page)[PLANS] == "我会再去"
    assert box(page).toPlainText() == ""
    press(outline(page), KEY.Key_Up)
    assert box(page).toPlainText() == "我会再去"


def test_several_entries_for_a_section_become_one_and_none_is_lost(qtbot, new_desk):
    entries = [Supplement(year=2026, section=PLANS, text=text) for text in ("一句。", "两句。")]
    new_desk.save(*entries)
    page = opened(qtbot, new_desk)
    go_to(page, PLANS)
    assert box(page).toPlainText() == "一句。\n两句。"
    box(page).moveCursor(box(page).textCursor().MoveOperation.End)
    compose(box(page), "三句。")
    assert page.leave()
    assert supplements(page) == {PLANS: "一句。\n两句。三句。"}
    assert said(page).count("一句。") == 1


def test_a_supplement_is_edited_where_it_was_typed(page):
    go_to(page, MEETINGS)
    box(page).setFocus()
    press(box(page), KEY.Key_Home, modifier=Qt.KeyboardModifier.ControlModifier)
    compose(box(page), "也")
    assert page.leave()
    text = page._desk.store.entries(SUPPLEMENT)[0].text
    assert text.startswith("也赶工期的几个月")


def test_a_highlights_part_takes_no_supplement_of_its_own(page):
    key = next(key for key in page._parts if key.startswith("特色亮点/"))
    go_to(page, key)
    assert not any(name.startswith("补充/") for name in editors(page))
    go_to(page, "特色亮点")
    assert box(page).isVisible()


def test_another_year_shows_its_own_report(page):
    page._desk.set_year(2025)
    assert page._document.year == 2025
    go_to(page, PLANS)
    compose(box(page), "二零二五")
    assert page.leave()
    saved = {(e.year, e.section) for e in page._desk.store.entries(SUPPLEMENT)}
    assert (2025, PLANS) in saved
