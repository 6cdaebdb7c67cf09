"""教育培训 lasts for days: who took part is asked of the members of its first day."""

import pytest
from desk.record.test_record_page import shown

from secretary_desk.kinds import training
from secretary_desk.kinds.person import Category, Person
from secretary_desk.kinds.training import Training
from secretary_desk.records.day import Day


@pytest.fixture
def page(new_desk, qtbot):
    here = {"category": Category.FULL, "joined_on": Day("2010-05-04")}
    new_desk.save(
        Person(name="示例甲", **here),
        Person(name="示例乙", left_on=Day("2026-02-01"), **here),
        Person(name="示例丙", category=Category.APPLICANT),
    )
    page = shown(qtbot, new_desk, training.KIND)
    yield page
    page._editor._autosave.stop()


def test_all_came_means_the_members_of_the_courses_first_day(page):
    first, last = Day("2026-03-02"), Day("2026-03-06")
    page._show(Training(name="集中轮训", started_on=first, ended_on=last))
    field = page._editor._form.field("attendance")
    field._unfold.click()
    field._roll._on_everyone()
    assert [row.who.name for row in field.value()] == ["张三", "示例甲"]
