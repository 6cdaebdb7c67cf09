"""第一议题: how often and how much was studied, and what came of it."""

from year import listed, shown, year

from secretary_desk.kinds.first_agenda import FirstAgenda, FollowUp
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.record import problems


def study(on="2026-03-17", studied="党章总纲", **more):
    return FirstAgenda(held_on=Day(on), studied=studied, **more)


def step(measure="改会议时间", done=None):
    return FollowUp(measure=measure, done_on=done and Day(done))


def test_studies_are_counted_with_their_papers_and_speakers():
    told = shown(year(study(pieces=2, speakers=5), study(pieces=1), study("2025-12-31")))
    assert told["第一议题.次数"] == "2次"
    assert told["第一议题.篇数"] == "3篇"
    assert told["第一议题.研讨发言人次"] == "5人次"


def test_a_study_without_what_was_studied_is_not_counted():
    assert shown(year(FirstAgenda(held_on=Day("2026-03-17")))) == {}


def test_a_measure_is_carried_out_from_its_day_on():
    given = year(study(measures=(step(done="2026-06-30"), step(done="2026-12-30"), step())))
    assert shown(given)["第一议题.措施数"] == "3条"
    assert shown(given)["第一议题.已落实措施"] == "2条"
    half = Period("2026上半年", 2026, *(Day(d).first() for d in ("2026-01-01", "2026-12-31")),
                  Day("2026-06-30").first())  # fmt: skip
    assert shown(year(*given.counted(FirstAgenda), period=half))["第一议题.已落实措施"] == "1条"


def test_those_with_an_outcome_are_to_tell_of():
    plain, written = study(), study(outcome="会后改了会议时间。")
    assert listed(year(plain, written), "第一议题.有落实") == [written]
    assert listed(year(plain, written), "第一议题.清单") == [plain, written]


def test_a_measure_carried_out_before_the_study_is_told():
    early = study(measures=(step(done="2026-03-01"), step(done="2026-03-17")))
    assert [p.text for p in problems(early)] == ["“改会议时间”的落实日期早于学习日期"]
