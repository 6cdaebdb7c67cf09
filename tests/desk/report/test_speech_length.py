"""How long a speech is: one reckoning for the page, the pages and the clock of 试讲."""

from datetime import date

import pytest
from desk.report.opened import opened, status, tool

from secretary_desk.desk.report.rehearsal.rehearsed import outcome, recorded
from secretary_desk.desk.report.rehearsal.stopwatch import Stopwatch
from secretary_desk.desk.report.standing import Standing
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.report.build import Report
from secretary_desk.report.document import Aside, Document, Heading, Paragraph, Title, Wording
from secretary_desk.report.speech import Timing, target_of, timings


@pytest.fixture
def page(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    tool(page, "现场稿")
    return page


def speech(count):
    """Return a speech in which so many 字 are said, beside a title and marks of time."""
    return Document("", "", 2026, (
        Title(((Wording("述职报告"),),)),
        Aside((Wording("〔约5分，讲到5分〕"),)),
        Heading(1, (Wording("打算"),)),
        Paragraph((Wording("一" * (count - 2)),), "甲"),
    ))  # fmt: skip


@pytest.mark.parametrize("count", [2079, 2080, 2081])
def test_it_is_too_long_on_the_page_where_it_is_too_long_by_the_clock(count):
    settings = ReportSettings(minutes=8)
    document = speech(count)
    standing = Standing.of(Report(document, {}), settings, spoken=True)
    assert standing.characters == count
    assert bool(standing.over) == (count * 60 / 260 > target_of(settings).seconds)


def test_the_page_counts_what_the_rehearsal_counts(page):
    said = sum(each.characters for each in timings(page._document, 260))
    assert f"正文 {said:,} / 2,080 字" in status(page)


def test_minutes_that_are_nowhere_set_are_said_to_be_assumed(page):
    page._working.set_settings(ReportSettings(year=2026))
    page._rebuild()
    assert "字（按8分钟算）" in status(page)
    page._around._rehearsing.rehearse.trigger()
    window = page._around._rehearsing._window
    assert window._clocks._whole_note.text().endswith("，按8分钟算")
    assert window.close()
    page._working.set_settings(ReportSettings(year=2026, minutes=10))
    page._rebuild()
    assert "/ 2,600 字（限时10分钟）" in status(page)


@pytest.mark.qt_log_ignore("does not support")  # raise() of the offscreen screen
def test_pressed_twice_it_opens_one_window_with_its_clock_going_on(page):
    tool(page, "试讲")
    window = page._around._rehearsing._window
    window._on_space()
    page._around._rehearsing.rehearse.trigger()
    assert page._around._rehearsing._window is window
    assert window._watch.running
    window._kept = True
    assert window.close()
    page._around._rehearsing.rehearse.trigger()
    assert page._around._rehearsing._window is not window
    assert page._around._rehearsing._window.close()


def test_seconds_are_rounded_once_so_that_parts_and_whole_agree():
    now = [0.0]
    watch = Stopwatch(3, lambda: now[0])
    watch.start()
    for spoken in (33.6, 33.6, 33.6):
        now[0] += spoken
        watch.go_to(watch.section + 1)
    assert watch.times == [33, 34, 33]
    assert watch.total == 100
    parts = [Timing(name, name, 0, 0, 0) for name in "甲乙丙"]
    kept = recorded(2026, date(2026, 12, 30), parts, watch.times)
    assert [row.seconds for row in kept.sections] == [33, 34, 33]
    assert outcome(watch.total, target_of(ReportSettings())) == "用时1分40秒，按8分钟算。"
