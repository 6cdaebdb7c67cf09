"""年历's rows of what is done once a year, and of what is kept as lists of months."""

from decimal import Decimal

import pytest
from desk.test_calendar_page import LEFT, cell, lines_of, menu, shown
from PySide6.QtTest import QTest

from secretary_desk.desk.page import Place
from secretary_desk.kinds.appraisal import Appraisal
from secretary_desk.kinds.dues import Dues, Paid
from secretary_desk.kinds.org_life import OrgLife
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.kinds.talk import Talk
from secretary_desk.records.day import Day

# What the offscreen screen says of every menu.
pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)", extend=True)


@pytest.fixture
def page(qtbot, new_desk):
    new_desk.save(StudyMeeting(held_on=Day("2026-03-05"), form=Form.LESSON, topic="学习"))
    return shown(qtbot, new_desk)


def test_what_the_year_still_owes_begins_a_new_entry_of_the_year(page):
    QTest.mouseClick(cell(page, "11月 组织生活会：未登记"), LEFT)
    QTest.mouseClick(cell(page, "11月 民主评议：未登记"), LEFT)
    org_life, appraisal = (place.draft for place in page.places)
    assert isinstance(org_life, OrgLife)
    assert org_life.held_on == "2026-11"
    assert isinstance(appraisal, Appraisal)
    assert (appraisal.held_on, appraisal.year) == ("2026-11", 2026)


def test_its_line_in_what_is_due_leads_there_too(page):
    line = next(
        each for each in lines_of(page, "近期要办") if each.line.text == "本年组织生活会未登记"
    )
    QTest.mouseClick(line, LEFT)
    assert isinstance(page.places[0].draft, OrgLife)


def test_a_month_without_dues_leads_to_where_they_are_kept(page, new_desk):
    new_desk.save(Dues(year=2026, months=(Paid(month=1, paid=Decimal(20)),)))
    QTest.mouseClick(cell(page, "11月 党费：未登记"), LEFT)
    assert page.places == [Place("dues")]


def test_of_many_entries_in_a_cell_the_menu_names_the_first_and_the_page(page, new_desk):
    new_desk.save(*(Talk(held_on=Day("2026-05-06")) for _ in range(40)))
    QTest.mouseClick(cell(page, "5月 谈心谈话"), LEFT)
    words = [action.text() for action in menu(page).actions() if action.text()]
    assert words[-2:] == ["另有25条，到谈心谈话里看", "新增谈心谈话"]
    assert len(words) == 17
    menu(page).close()
