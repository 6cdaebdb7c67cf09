"""党风廉政: each thing in its own measure."""

from year import listed, shown, year

from secretary_desk.kinds.integrity import Form, Integrity
from secretary_desk.records.day import Day


def entry(form, present=None, on="2026-05-22", **more):
    return Integrity(held_on=Day(on), form=form, present=present, **more)


def test_papers_count_by_signatures_talks_by_people_and_all_else_by_times():
    told = shown(
        year(
            entry(Form.RESPONSIBILITY, 5),
            entry(Form.PLEDGE, 12),
            entry(Form.TALK, 3),
            entry(Form.LESSON, 29),
            entry(Form.WARNING, 28),
            entry(Form.WARNING, 29),
            entry(Form.HOME_VISIT, 2),
        )
    )
    assert told == {
        "党风廉政.责任书": "5份",
        "党风廉政.承诺书": "12份",
        "党风廉政.廉政谈话": "3人次",
        "党风廉政.廉政党课": "1次",
        "党风廉政.警示教育": "2次",
        "党风廉政.警示教育人次": "57人次",
        "党风廉政.廉洁家访": "1次",
    }


def test_a_paper_or_talk_without_a_number_is_one():
    told = shown(year(entry(Form.PLEDGE), entry(Form.TALK), entry(Form.TALK, 4)))
    assert (told["党风廉政.承诺书"], told["党风廉政.廉政谈话"]) == ("1份", "5人次")


def test_an_entry_without_its_form_or_of_another_year_does_not_count():
    given = year(entry(None), entry(Form.WARNING, on="2025-12-10"))
    assert shown(given) == {}
    assert listed(given, "党风廉政.清单") == []
