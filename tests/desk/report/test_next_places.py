"""The counts over the panes: each leads to the next place that it counts."""

from dataclasses import replace

import pytest
from desk.report.opened import (
    LEFT,
    MEETINGS,
    NARROW,
    card,
    editor,
    editors,
    go_to,
    heading,
    lay_out,
    opened,
    outline,
    status,
    tool,
    words,
    write_at_end,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref

PLANS = "下一步打算"


@pytest.fixture
def page(qtbot, sample_desk):
    return opened(qtbot, sample_desk)


@pytest.fixture
def drifted(page):
    """The page with three changed passages, two of them in one part; it stands on another."""
    keys = []
    go_to(page, PLANS)
    keys += [key for key in editors(page) if key.startswith("打算/")][2:4]
    for key in keys:
        write_at_end(page, key, "我会去。")
    go_to(page, MEETINGS)
    write_at_end(page, "主题党日", "我会去。")
    assert page.leave()
    changed = [replace(page._report.passages[key].entry, plan="另一件") for key in keys]
    page._desk.save(*changed)
    page._desk.delete(ref(page._desk.loaded().counted(ThemeDay)[0]))
    go_to(page, "导语")
    return page, keys


def is_in_view(page, box):
    lay_out(page)
    QTest.qWait(20)
    return box.viewport().visibleRegion().contains(box.cursorRect().center())


def test_changed_passages_are_gone_through_one_by_one_and_round(drifted):
    page, plans = drifted
    assert "有变化 3 段" in status(page)
    for key in ("主题党日", *plans, "主题党日"):
        tool(page, "有变化")
        assert page._passage.key() == key
        assert editor(page, key).hasFocus()
        assert is_in_view(page, editor(page, key))


def test_the_count_goes_down_and_away_as_they_are_answered(drifted):
    page, _ = drifted
    for left in (2, 1, 0):
        tool(page, "有变化")
        shown = card(page, page._passage.key()).findChildren(QPushButton)
        QTest.mouseClick(next(b for b in shown if b.text() == "保留我的"), LEFT)
        assert (f"有变化 {left} 段" in status(page)) is bool(left)
    assert "有变化" not in status(page)


def test_on_a_narrow_page_the_passage_comes_before_the_preview(drifted):
    page, _ = drifted
    page.resize(*NARROW)
    page._panes._toggle.trigger()
    tool(page, "有变化")
    assert page._panes.passage.isVisible()
    assert heading(page) == "（二）严肃党内组织生活"


def test_gaps_are_gone_through_part_by_part(qtbot, new_desk):
    page = opened(qtbot, new_desk)
    seen = []
    for _ in range(4):
        tool(page, "待补充")
        seen.append(outline(page).key())
        assert "【待补充：" in words(page)
        assert "【待补充：" in editor(page, page._passage.key()).toPlainText()
    assert len(dict.fromkeys(seen)) > 1


def test_the_date_that_is_missing_under_the_report_is_a_gap_of_its_first_part(qtbot, new_desk):
    page = opened(qtbot, new_desk)
    parts = set()
    for _ in range(60):
        tool(page, "待补充")
        parts.add(outline(page).key())
    assert "标题与落款" in parts
    assert parts == {key for key, part in page._parts.items() if part.gaps}
    new_desk.save(ReportSettings(year=2026, reported_on=Day("2027-01-08")))
    assert not page._parts["标题与落款"].gaps


def test_without_gaps_the_count_leads_nowhere(page):
    assert not page._panes._gaps.isEnabled()
    assert not page._panes._drifted.isVisible()
