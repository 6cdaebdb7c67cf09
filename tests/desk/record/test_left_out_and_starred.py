"""不写进报告 and 加星 say what they do, and which of the user's words they leave as they are."""

import pytest

from secretary_desk.desk.page import Place
from secretary_desk.desk.record.page import RecordPage
from secretary_desk.facts.gather import gather
from secretary_desk.kinds import study_meeting
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.kinds.study_meeting import StudyMeeting
from secretary_desk.records.record import ref
from secretary_desk.report.editing import written
from secretary_desk.report.resolving import Resolver


@pytest.fixture
def page(qtbot, sample_desk):
    """The page of meetings, on the lesson that the report tells of."""
    page = RecordPage(sample_desk, study_meeting.KIND)
    sample_desk.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.show()
    meetings = sample_desk.loaded().counted(StudyMeeting)
    lesson = next(each for each in meetings if each.topic == "夜间下穿，党员站什么岗")
    page.show_place(Place("study_meeting", entry=ref(lesson)))
    return page


def notes(page):
    noted = []
    page.noted.connect(noted.append)
    return noted


def rewrite(desk, key):
    passage, year = desk.whole().passages[key], desk.loaded()
    known = Resolver(gather(year), year, passage.entry)
    desk.save(written(passage, passage.template + "我心里有数。", desk.year, known))


def test_leaving_an_entry_out_names_the_rewritten_passages_that_tell_of_it_still(page):
    rewrite(page._desk, "三会一课")
    told = notes(page)
    page._omit.trigger()
    assert told[-1] == (
        "报告不再写到这一条，数字和台账里仍有它；改写过的“三会一课”仍写到它，要到述职报告里自己改"
    )


def test_where_nothing_was_rewritten_it_just_leaves_the_report(page):
    told = notes(page)
    page._omit.trigger()
    assert told[-1] == "报告不再写到这一条，数字和台账里仍有它"
    page._omit.trigger()
    assert told[-1] == "报告里可以写到这一条"


def test_it_is_left_out_although_no_report_can_be_told(page):
    page._desk.save(ReportSettings(year=2026, outline="没有这一套"))
    told = notes(page)
    page._omit.trigger()
    assert page._editor.base.left_out
    assert told[-1] == "报告不再写到这一条，数字和台账里仍有它"


def test_a_star_says_that_it_only_chooses(page):
    assert page._star.isChecked()
    told = notes(page)
    page._star.trigger()
    assert told == []
    page._star.trigger()
    assert told[-1].startswith("已加星：报告从几条里举例、排先后时先用它")
    assert told[-1].endswith("各项数字都不变")
