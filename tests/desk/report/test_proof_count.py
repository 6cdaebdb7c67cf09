"""校核 N: what is found is counted while another part is shown, quietly and in time."""

from time import process_time

import pytest
from desk.report.opened import (
    MEETINGS,
    box,
    go_to,
    leads,
    lines,
    opened,
    outline,
    tool,
    write_at_end,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
from typing_chinese import compose

from secretary_desk.desk.look import ACCENT
from secretary_desk.desk.report.lines import Role
from secretary_desk.desk.report.outline_pane import PROOF
from secretary_desk.desk.report.proofing.reading import REST
from secretary_desk.kinds import find_kind
from secretary_desk.kinds.dismissal import Dismissal
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref


@pytest.fixture
def page(qtbot, sample_desk):
    return opened(qtbot, sample_desk)


def rest(qtbot, page):
    """Do nothing until what is found has been counted."""
    with qtbot.waitSignal(page._proofing.counted, timeout=REST * 8):
        pass


def way(page):
    """Return what the button says that leads to the proof reading."""
    shown = (b for b in page.findChildren(QPushButton) if b.isVisible())
    return next(b.text().strip() for b in shown if "校核" in b.text())


def told(page):
    """Return what the last line of the outline shows beside its name: in grey, in red."""
    model = outline(page).model()
    row = model.index(model.rowCount() - 1, 0)
    return row.data(Role.BESIDE), row.data(Role.MARK)


def write_what_is_wrong(page):
    go_to(page, "下一步打算")
    compose(box(page), "我带头学,也带头讲。各项工作名列前茅。")


def test_a_report_without_findings_has_no_count(qtbot, page):
    rest(qtbot, page)
    assert way(page) == "校核"
    assert told(page) == ("", "")
    assert lines(page)[-1] == PROOF


def test_what_is_typed_is_counted_before_it_is_saved_and_in_red_where_it_must_be_mended(
    qtbot, page
):
    rest(qtbot, page)
    write_what_is_wrong(page)
    rest(qtbot, page)
    assert way(page) == "校核 2"
    assert told(page) == ("", "2 处")
    assert lines(page)[-1] == "校核，应改1处，提示1处"


def test_hints_alone_are_counted_in_grey(qtbot, page):
    rest(qtbot, page)
    go_to(page, "下一步打算")
    compose(box(page), "各项工作名列前茅。")
    rest(qtbot, page)
    assert told(page) == ("1 处", "")


def test_what_is_answered_is_counted_no_more(qtbot, page):
    write_what_is_wrong(page)
    rest(qtbot, page)
    page.leave()
    for check, sentence in (
        ("半角标点", "我带头学,也带头讲。"),
        ("缺少数字", "各项工作名列前茅。"),
    ):
        page._desk.save(Dismissal(year=2026, check_name=check, sentence=sentence))
    rest(qtbot, page)
    assert way(page) == "校核"
    assert told(page) == ("", "")


def test_what_is_listed_is_what_is_counted(qtbot, page):
    write_what_is_wrong(page)
    tool(page, "校核")
    assert outline(page).key() == PROOF
    assert way(page) == "校核 2"


def test_a_page_that_was_left_reads_nothing_and_counts_when_it_comes_back(qtbot, page):
    write_what_is_wrong(page)
    page._rebuild()
    page.hide()
    with qtbot.assertNotEmitted(page._proofing.counted, wait=REST * 2):
        pass
    page.show()
    rest(qtbot, page)
    assert way(page) == "校核 2"


def test_a_hint_about_one_entrys_words_leads_to_the_entry(qtbot, page):
    lesson = StudyMeeting(held_on=Day("2026-12-18"), form=Form.LESSON, topic="示例一课")
    page._desk.save(lesson)
    tool(page, "校核")
    places = leads(page)
    tool(page, "看记录")
    (place,) = places
    problem = page._desk.store.get(place.entry)
    assert place.page == find_kind("problem").name
    assert "全年6次党课" in problem.outcome
    assert ref(problem) == place.entry


def test_of_several_entries_the_user_chooses(page):
    go_to(page, MEETINGS)
    write_at_end(page, "三会一课", "我召开支部党员大会5次。")
    tool(page, "校核")
    places = leads(page)
    tool(page, "看记录")
    assert places == []
    assert len(page._passage.behind.places()) == 4


def test_an_earlier_year_without_a_known_outline_is_not_compared_with(qtbot, page):
    page._desk.save(ReportSettings(year=2025, outline="没有的"))
    rest(qtbot, page)
    assert way(page) == "校核"


def test_the_marks_of_the_outline_are_explained_where_they_stand(qtbot, new_desk):
    page = opened(qtbot, new_desk)
    assert "◦ 后面是待补充的处数" in outline(page)._head.toolTip()
    model = outline(page).model()
    tips = [model.index(row, 0).data(3) for row in range(model.rowCount())]  # ToolTipRole
    assert any("◦ 待补充" in tip for tip in tips)


def test_what_is_over_the_limit_is_red(page):
    settings = page._desk.settings()
    page._desk.save(type(settings)(id=settings.id, year=2026, limit=500))
    assert "超出" in page._panes._status.text()
    assert inked(page._panes._status)
    page._desk.save(type(settings)(id=settings.id, year=2026, limit=50000))
    assert not inked(page._panes._status)


def inked(label):
    """Whether a label is written in the accent."""
    QApplication.processEvents()
    picture, accent = label.grab().toImage(), QColor(ACCENT)
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return any(picture.pixelColor(x, y) == accent for x, y in points)


def test_a_key_costs_no_reading(qtbot, page):
    rest(qtbot, page)
    go_to(page, "下一步打算")
    read = []
    page._proofing.counted.connect(lambda *found: read.append(found))
    begun = process_time()
    write_at_end(page, next(iter(page._passage._cards)), "12345")
    assert process_time() - begun < 5 * 0.1
    assert read == []
