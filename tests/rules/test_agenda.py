"""What lies on which day: nothing is missing, nothing is made up."""

from datetime import date

import pytest
from sample import sample_year
from year import year

from secretary_desk.kinds import KINDS
from secretary_desk.kinds.appraisal import Appraisal
from secretary_desk.kinds.branch import Branch
from secretary_desk.kinds.campaign import Campaign
from secretary_desk.kinds.problem import Problem, Source, Step
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.kinds.talk import Talk
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.day import Day
from secretary_desk.records.kind import Point
from secretary_desk.records.record import ref
from secretary_desk.records.specs import Link
from secretary_desk.rules.agenda import Happening, Sort, agenda, brief, offers

TODAY = date(2026, 11, 21)


def told(*records, sort=Sort.ENTRY) -> list[tuple[str, str]]:
    return [(h.on, h.text) for h in agenda(year(*records), TODAY) if h.sort is sort]


def branch(words: str, **more) -> Branch:
    return Branch(name="示例支部", theme_day=words, **more)


def test_every_dated_entry_of_the_sample_year_lies_on_its_day():
    of = sample_year()
    there = {(h.entry, h.on) for h in agenda(of, TODAY)}
    for kind in KINDS:
        if isinstance(kind.when, Point):
            for entry in (*of.counted(kind.record), *of.aside(kind.record)):
                day = getattr(entry, kind.when.on)
                assert not day or len(day) < 7 or (ref(entry), day) in there


def test_days_come_in_order_and_offers_before_what_is_on_record():
    found = agenda(sample_year(), TODAY)
    days = [h.on[:10] for h in found]
    assert days == sorted(days)
    assert all(h.text and (h.entry is None) == (h.draft is not None) for h in found)


def test_an_entry_is_told_in_a_few_words():
    meeting = StudyMeeting(held_on=Day("2026-03-05T14:30"), form=Form.COMMITTEE, topic="研究发展")
    assert told(meeting) == [("2026-03-05T14:30", "支部委员会 研究发展")]
    assert brief(Talk(to=Link("", "示例甲"))) == "谈心谈话 示例甲"
    assert brief(Appraisal(due=31)) == "民主评议党员"
    assert told(ThemeDay(held_on=Day("2026-03"))) == [("2026-03", "主题党日")]
    assert told(ThemeDay(held_on=Day("2026"), topic="无月份")) == []


def test_a_span_has_a_beginning_and_an_end_and_one_of_a_day_is_told_once():
    long = Campaign(name="行动", started_on=Day("2026-03-01"), ended_on=Day("2026-04-30"))
    assert told(long) == [("2026-03-01", "行动 开始"), ("2026-04-30", "行动 结束")]
    short = Campaign(name="行动", started_on=Day("2026-03-01"), ended_on=Day("2026-03-01"))
    assert told(short) == [("2026-03-01", "行动")]


def test_last_days_lie_there_until_the_thing_is_done():
    def problem(done: str | None) -> Problem:
        step = Step(measure="建台账", due_on=Day("2027-02"), done_on=Day(done) if done else None)
        found = Day("2026-02-01")
        return Problem(problem="不全", source=Source.OWN, found_on=found, steps=(step,))

    due = [("2027-02-28", "整改措施：建台账")]
    assert told(problem(None), sort=Sort.DUE) == due
    assert told(problem("2026-09-01"), sort=Sort.DUE) == []


def test_the_next_step_of_someones_way_says_by_when_and_from_when():
    found = [h for h in agenda(sample_year(), TODAY) if h.kind == "development"]
    told = [(h.on, h.text) for h in found if h.sort in (Sort.DUE, Sort.NEXT)]
    assert ("2026-12-17", "贺宇航 发展对象上级备案（最晚）") in told
    assert ("2027-04-21", "金晨曦 确定发展对象（最早）") in told
    assert all(h.entry for h in found)


def test_a_month_without_a_theme_day_offers_the_fixed_one_as_the_last_was_held():
    last = ThemeDay(
        held_on=Day("2026-05-06"), topic="植树", place="活动室", organiser=Link("", "示例甲")
    )
    found = offers(year(branch("每月6日，遇节假日顺延"), last))
    assert [h.on for h in found] == [
        "2026-01-06", "2026-02-06", "2026-03-06", "2026-04-07", "2026-06-08", "2026-07-06",
        "2026-08-06", "2026-09-07", "2026-10-08", "2026-11-06", "2026-12-07",
    ]  # fmt: skip
    assert {h.text for h in found} == {"主题党日（固定日）"}
    draft = found[4].draft
    assert (draft.held_on, draft.place, draft.organiser.name) == ("2026-06-08", "活动室", "示例甲")
    assert (draft.topic, draft.summary, draft.present) == ("", "", None)


def test_a_year_whose_holidays_are_not_known_says_so():
    of = sample_year()
    later = year(branch("每月6日，遇节假日顺延"), period=of.period.shifted(20))
    assert {h.text for h in offers(later)} == {"主题党日（固定日，节假日未定）"}


@pytest.mark.parametrize("words", ["", "每月上旬"])
def test_words_that_name_no_day_offer_the_month_alone(words):
    found = offers(year(branch(words)))
    assert [h.on for h in found[:2]] == ["2026-01", "2026-02"]
    assert found[0].text == "主题党日"


def test_nothing_is_offered_before_the_branch_was_founded():
    found: list[Happening] = offers(year(branch("每月6日", founded_on=Day("2026-10-20"))))
    assert [h.on for h in found] == ["2026-11-06", "2026-12-06"]
