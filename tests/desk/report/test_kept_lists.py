"""What is kept beside a report - rehearsals, wordings - is listed, and deleted with a way back."""

import pytest
from desk.report.opened import MEETINGS, editor, go_to, notes, opened
from desk.report.test_report_unsaved import written_elsewhere
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from secretary_desk.kinds import own_wording, rehearsal
from secretary_desk.kinds.own_wording import OwnWording
from secretary_desk.kinds.rehearsal import Rehearsal, Timed
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
TALKS = "三会一课"


@pytest.fixture
def page(qtbot, sample_desk):
    return opened(qtbot, sample_desk)


def timed(on, *seconds):
    rows = tuple(Timed(part=str(n), heading=f"第{n}节", seconds=s) for n, s in enumerate(seconds))
    return Rehearsal(year=2026, held_on=Day(on), sections=rows)


def lines(kept):
    """Return the lines of a list, column by column."""
    rows = [kept._list.topLevelItem(row) for row in range(kept._list.topLevelItemCount())]
    return [[row.text(column) for column in range(kept._list.columnCount())] for row in rows]


def delete(kept):
    button = next(b for b in kept.findChildren(QPushButton) if "删除" in b.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def rehearsals(page):
    page._around._rehearsing.earlier.trigger()
    return page._around._rehearsing._list


def wordings(page):
    page._around._wordings.manage.trigger()
    return page._around._wordings._list


def test_earlier_rehearsals_are_listed_the_latest_first_with_what_each_section_took(page):
    page._desk.save(timed("2026-11-02", 60, 75))
    page._desk.save(timed("2026-11-20", 30))
    kept = rehearsals(page)
    shown = [line[:2] for line in lines(kept)[:2]]
    assert shown == [["2026年11月20日", "30秒"], ["2026年11月2日", "2分15秒"]]
    QTest.keyClick(kept._list, Qt.Key.Key_Down)
    assert kept._whole.toPlainText() == "第0节　1分\n第1节　1分15秒"


def test_a_rehearsal_is_deleted_and_undo_brings_it_back(page):
    page._desk.save(timed("2026-11-20", 30))
    told, before = notes(page), len(page._desk.store.entries(rehearsal.KIND))
    kept = rehearsals(page)
    delete(kept)
    assert len(lines(kept)) == before - 1 == len(page._desk.store.entries(rehearsal.KIND))
    assert told == ["已删除一次试讲用时（可撤销）"]
    page._desk.undo()
    assert len(page._desk.store.entries(rehearsal.KIND)) == before


def test_a_rehearsal_that_is_deleted_is_no_longer_the_last_time(page):
    for each in page._desk.loaded().counted(Rehearsal):
        page._desk.delete(ref(each))
    page._around._rehearsing.rehearse.trigger()
    window = page._around._rehearsing._window
    first = window._timings[0].key
    row = Timed(part=first, heading="开场", seconds=33)
    window.finished.emit(Rehearsal(year=2026, held_on=Day("2026-11-20"), sections=(row,)))
    assert window._times._lines[0].text(3) == "33秒"
    QTest.mouseClick(
        next(b for b in window.findChildren(QPushButton) if "历次用时" in b.text()),
        Qt.MouseButton.LeftButton,
    )
    delete(page._around._rehearsing._list)
    assert window._times.isColumnHidden(3)
    assert window.close()


def test_it_is_said_that_a_rehearsal_is_saved(page):
    told = notes(page)
    page._around._rehearsing.rehearse.trigger()
    window = page._around._rehearsing._window
    window.finished.emit(timed("2026-11-20", 30))
    assert told == ["已保存这次试讲的用时，列在“历次试讲用时”里"]
    assert window.close()


def test_without_any_it_says_how_they_come_about(page):
    kept = wordings(page)
    assert lines(kept) == []
    assert "存为常用" in kept._whole.toPlainText()
    assert not next(b for b in kept.findChildren(QPushButton) if "删除" in b.text()).isEnabled()


def test_kept_wordings_are_listed_as_they_read_and_deleted(page):
    go_to(page, MEETINGS)
    before = editor(page, TALKS).toPlainText()
    page._desk.save(OwnWording(passage=TALKS, text="开了{{ 三会一课.次数 }}。"))
    page._desk.save(OwnWording(passage="现场/主题党日", text="甲" * 40))
    kept = wordings(page)
    assert lines(kept)[0] == ["现场稿 主题党日", "甲" * 23 + "…"]
    assert lines(kept)[1][0] == TALKS
    assert lines(kept)[1][1].startswith("开了")
    assert "{{" not in lines(kept)[1][1]
    QTest.keyClick(kept._list, Qt.Key.Key_Down)
    delete(kept)
    assert [each.passage for each in page._desk.store.entries(own_wording.KIND)] == [
        "现场/主题党日"
    ]
    assert editor(page, TALKS).toPlainText() == before


def test_what_cannot_be_deleted_stays_and_it_is_said(page):
    page._desk.save(OwnWording(passage=TALKS, text="甲"))
    kept = wordings(page)
    with written_elsewhere(page):
        delete(kept)
    assert "没有写成" in page._desk.ask.asked[-1]
    assert len(lines(kept)) == 1
