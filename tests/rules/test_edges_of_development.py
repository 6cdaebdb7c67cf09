"""发展党员: months' ends, partial dates, who stopped, and what a way leaves open."""

from datetime import date

import pytest
from rules.cases import branch, found, meeting, outcome, person, states, texts, value
from rules.examples.development import LONG, exams, vote
from rules.ways import NEW, TWO, named, until, way

from secretary_desk.kinds.branch import Branch, BranchType
from secretary_desk.kinds.development import Course, Notice, Step
from secretary_desk.kinds.study_meeting import Form
from secretary_desk.records.day import Day
from secretary_desk.rules import admission, candidates, development, whole_way
from secretary_desk.rules.rule import Area, Weight

EVERY = (*development.RULES, *candidates.RULES, *admission.RULES, *whole_way.RULES)
NEW_RULES = {"candidate_announced", "meeting_after_examination", "oath_sworn"}


def applied(on, talked=None):
    return way(until(Step.TALK, APPLICATION=on, TALK=talked))


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.name)
def test_a_rule_names_its_articles_in_both_versions_or_that_it_is_no_statute(rule):
    assert rule.area is Area.DEVELOPMENT
    is_new, is_custom = rule.name in NEW_RULES, "非法规条文" in rule.source
    assert (rule.weight is Weight.ADVICE) == (is_new or is_custom)
    assert is_new == rule.source.startswith("《中国共产党发展党员工作细则》（2026年修订）")
    assert is_new or is_custom or "；2026年修订后为第" in rule.source


@pytest.mark.parametrize(
    ("applied_on", "talked", "state"),
    [
        ("2024-01-31", "2024-02-29", []),
        ("2024-01-31", "2024-03-01", ["待核"]),
        ("2023-12-31", "2024-01-31", []),
        ("2024-01", "2024-02", ["待核"]),
        ("2024-01", "2024-01-20", []),
        ("2024-01", "2024-03-02", ["待核"]),
        ("2024-01", None, ["未登记"]),
    ],
)
def test_a_month_ends_as_precisely_as_it_began(applied_on, talked, state):
    assert states("talk_after_application", NEW, applied(applied_on, talked)) == state


def test_a_talk_is_not_asked_for_on_the_last_day_of_its_month():
    entry = applied("2026-03-31")
    assert texts("talk_after_application", NEW, entry, on=date(2026, 4, 30)) == []
    assert texts("talk_after_application", NEW, entry, on=date(2026, 5, 1)) != []


def test_whose_way_was_stopped_owes_nothing_more():
    stopped = way(until(Step.APPLICATION), stopped_on=Day("2026-02-01"))
    assert texts("talk_after_application", NEW, stopped) == []
    assert texts("activists_filed", NEW, way(until(Step.ACTIVIST), stopped_on=Day("2026"))) == []


def test_someone_on_no_roster_has_an_age_to_look_up():
    (each,) = found("adult_at_application", way(until(Step.APPLICATION)))
    assert each.text == "示例新递交入党申请书时是否年满18岁待核：党员名册里没有出生年月"


def test_an_eighteenth_birthday_is_early_enough_and_its_month_is_to_be_looked_at():
    on_the_day = person("新", born_on=Day("2005-01-10"))
    assert texts("adult_at_application", on_the_day, applied("2023-01-10")) == []
    in_the_month = person("新", born_on=Day("2005-01"))
    assert len(found("adult_at_application", in_the_month, applied("2023-01-10"))) == 1


@pytest.mark.parametrize(
    ("sponsors", "words"),
    [
        (named(), None),
        (named(TWO[:1]), None),
        ((), "示例新的培养联系人未登记"),
        (named([*TWO, person("丙")]), "登记了3名；示例丙在党员名册里找不到"),
    ],
)
def test_one_or_two_full_members_of_the_roster_educate_an_activist(sponsors, words):
    said = texts("sponsors_are_members", NEW, *TWO, way(until(Step.SPONSORS), sponsors=sponsors))
    assert bool(said) == bool(words)
    assert words is None or words in said[0]


def test_a_sponsor_was_a_full_member_on_the_day_he_was_named():
    later = person("丁", joined_on=Day("2022-11-01"), confirmed_on=Day("2023-11-01"))
    entry = way(until(Step.SPONSORS), sponsors=named([later]))
    assert "示例丁在2023年9月28日按名册是预备党员" in texts("sponsors_are_members", later, entry)[0]


def test_a_sponsor_who_came_from_elsewhere_may_have_been_a_full_member_there():
    known = person("戊", confirmed_on=Day("2015-06-01"), arrived_on=Day("2025-03-01"))
    entry = way(until(Step.SPONSORS), sponsors=named([known]))
    assert texts("sponsors_are_members", known, entry) == []
    unknown = person("己", arrived_on=Day("2025-03-01"))
    entry = way(until(Step.SPONSORS), sponsors=named([unknown]))
    (text,) = texts("sponsors_are_members", unknown, entry)
    assert text.endswith("示例己2023年9月28日不在名册，当时是不是正式党员待核")


def test_half_years_that_are_not_over_ask_for_no_examination():
    entry = way(until(Step.TRAINING, SPONSORS="2026-02-01", TRAINING="2026-02-01"))
    assert texts("examined_half_yearly", NEW, entry, on=date(2026, 7, 31)) == []
    assert texts("examined_half_yearly", NEW, entry, on=date(2026, 8, 1)) != []


def test_examinations_before_the_education_began_or_after_it_do_not_count():
    entry = way(until(Step.CANDIDATE), **exams("2023-08-01", "2024-03-20", "2024-10-16"))
    assert "应有2次，登记1次" in texts("examined_half_yearly", NEW, entry)[0]


def test_days_or_hours_of_training_are_enough():
    days = Course(since=Day("2024-11-12"), until=Day("2024-11-14"))
    for course in (days, Course(hours=LONG.hours)):
        entry = way(until(Step.COURSE), courses=(course,))
        assert texts("trained_before_admission", NEW, entry) == []
    without = way(until(Step.PRELIMINARY, COURSE=None))
    assert states("trained_before_admission", NEW, without) == ["未登记"]


class TestVotes:
    def test_half_is_not_more_than_half_where_an_odd_number_is_entitled(self):
        for present, said in ((11, 1), (12, 0)):
            entry = way(until(Step.ADMISSION), votes=(vote(23, present, 12),))
            assert len(found("more_than_half_present", NEW, entry)) == said

    def test_ayes_are_held_against_those_entitled_not_those_present(self):
        entry = way(until(Step.ADMISSION), votes=(vote(24, 14, 12),))
        assert len(found("more_than_half_ayes", NEW, entry)) == 1

    def test_the_vote_on_confirmation_is_told_by_its_matter(self):
        votes = (vote(matter="讨论转正", ayes=3), vote())
        days = until(Step.CONFIRMATION, CONFIRMATION="2026-01-05")
        (each,) = found("more_than_half_ayes", NEW, way(days, votes=votes))
        assert each.about.endswith("/CONFIRMATION")

    @pytest.mark.parametrize("matter", ["讨论转正", "示例新按期转为正式党员"])
    def test_a_vote_on_confirmation_is_not_taken_for_the_one_on_admission(self, matter):
        entry = way(until(Step.ADMISSION, ADMISSION="2026-01-15"), votes=(vote(matter=matter),))
        assert states("votes_recorded", NEW, entry) == ["未登记"]

    def test_a_vote_that_the_meeting_of_the_day_has_on_record_is_enough(self):
        entry = way({Step.ADMISSION: "2026-03-05"})
        about = vote(matter="接收示例新为预备党员")
        others = vote(matter="接收示例旧为预备党员")
        assert texts("votes_recorded", NEW, entry, meeting(votes=(about,))) == []
        assert texts("votes_recorded", NEW, entry, meeting(votes=(others,))) != []
        assert texts("votes_recorded", NEW, entry, meeting(day="2026-03-06", votes=(about,))) != []

    def test_the_vote_of_last_years_meeting_is_on_record_this_year_too(self):
        entry = way({Step.ADMISSION: "2025-12-05", Step.APPROVAL: "2026-01-20"})
        held = meeting(day="2025-12-05", votes=(vote(20, 16, 10, "接收示例新为预备党员"),))
        assert texts("votes_recorded", NEW, entry, held) == []
        assert len(texts("more_than_half_ayes", NEW, entry, held)) == 1

    @pytest.mark.parametrize(
        ("on", "state"),
        [("2024-12-31", "待核"), ("2025-01-01", "未登记"), ("2026-01-15", "未登记")],
    )
    def test_a_meeting_that_is_not_looked_at_any_more_may_have_its_vote_on_record(self, on, state):
        entry = way({Step.ADMISSION: on, Step.APPROVAL: "2026-01-20"})
        assert states("votes_recorded", NEW, entry) == [state]

    def test_a_meeting_without_a_vote_on_record_is_asked_for_its_numbers(self):
        last_year = until(Step.ADMISSION, ADMISSION="2025-12-10")
        assert states("votes_recorded", NEW, way(last_year)) == ["未登记"]
        assert texts("more_than_half_present", NEW, way(until(Step.ADMISSION))) == []


class TestApproval:
    @pytest.mark.parametrize(
        ("approved", "state"),
        [
            ("2026-04-15", []),
            ("2026-04-16", ["提示"]),
            ("2026-07-15", ["提示"]),
            ("2026-07-16", ["待核"]),
            (None, ["未登记"]),
        ],
    )
    def test_from_three_to_six_months_it_may_be_a_special_case(self, approved, state):
        days = until(Step.APPROVAL, ADMISSION="2026-01-15", INTERVIEW=None, APPROVAL=approved)
        assert states("admission_approved", NEW, way(days)) == state

    def test_while_the_longer_time_runs_a_missing_approval_is_a_hint(self):
        entry = way(until(Step.ADMISSION, ADMISSION="2026-01-15"))
        assert texts("admission_approved", NEW, entry, on=date(2026, 4, 15)) == []
        (each,) = found("admission_approved", NEW, entry, on=date(2026, 5, 1))
        assert each.text.endswith("2026年4月15日前，特殊情况最长6个月")

    def test_one_that_is_still_awaited_in_the_next_year_is_not_forgotten(self):
        assert states("confirmation_approved", NEW, way(until(Step.CONFIRMATION))) == ["未登记"]


class TestProbation:
    def test_an_extension_puts_off_when_it_is_over(self):
        days = until(Step.CONFIRMATION_REQUEST, ADMISSION="2025-06-10", PROBATION="2025-08-01")
        extended = way(days, notes={Step.PROBATION: "延长半年"})
        assert texts("confirmation_discussed", NEW, extended, on=date(2026, 12, 10)) == []
        assert texts("confirmation_discussed", NEW, way(days), on=date(2026, 12, 10)) != []

    def test_a_leap_days_probation_ends_in_february(self):
        for last, said in (("2025-02-27", 1), ("2025-02-28", 0)):
            days = until(Step.CONFIRMATION, ADMISSION="2024-02-29", CONFIRMATION=last)
            entry = way(days | {Step.CONFIRMATION_APPROVAL: "2026-01-05"})
            assert len(found("probation_of_a_year", NEW, entry)) == said


class TestTheRevision:
    def test_before_it_holds_nothing_new_is_asked_for(self):
        entry = way(until(Step.ARCHIVED))
        for name in NEW_RULES:
            early = outcome(name, NEW, entry, on=date(2026, 5, 18))
            assert early.not_applicable == "2026年修订的细则还没有生效"
            assert texts(name, NEW, entry) == []

    def test_its_day_is_the_users_to_set(self):
        own = value("发展党员.新细则生效日", "2024-01-01")
        assert texts("candidate_announced", own, NEW, way(until(Step.CANDIDATE))) == [
            "示例新确定发展对象的公示未登记"
        ]

    def test_a_notice_may_come_between_the_decision_and_its_filing(self):
        days = until(Step.CANDIDATE_FILED, CANDIDATE="2026-06-01", CANDIDATE_FILED="2026-06-15")
        for since, last, said in (("06-08", "06-12", 0), ("06-16", "06-24", 1)):
            notice = Notice(since=Day(f"2026-{since}"), until=Day(f"2026-{last}"))
            assert len(found("candidate_announced", NEW, way(days, notices=(notice,)))) == said

    def test_a_notice_over_a_holiday_is_reckoned_in_working_days(self):
        days = until(Step.CANDIDATE, CANDIDATE="2026-10-20")
        for last, said in (("2026-10-09", 1), ("2026-10-10", 0)):
            notices = (Notice(since=Day("2026-09-29"), until=Day(last)),)
            assert len(found("candidate_announced", NEW, way(days, notices=notices))) == said


class TestMeetings:
    def test_a_missing_meeting_is_offered_with_its_day_and_matter(self):
        (each,) = found("decided_at_meetings", NEW, way({Step.CANDIDATE: "2026-04-02"}))
        assert (each.draft.form, each.draft.held_on) == (Form.COMMITTEE, "2026-04-02")
        assert each.draft.topic == "确定发展对象：示例新"

    def test_the_members_may_decide_in_place_of_the_committee_but_not_it_for_them(self):
        for step, form, said in (
            (Step.CANDIDATE, Form.GENERAL, 0),
            (Step.CANDIDATE, Form.COMMITTEE, 0),
            (Step.ADMISSION, Form.COMMITTEE, 1),
        ):
            held = meeting(form, "2026-04-02")
            assert len(found("decided_at_meetings", held, way({step: "2026-04-02"}))) == said

    def test_where_there_is_no_committee_the_members_decide(self):
        alone = Branch(name="示例支部", no_committee=True)
        (each,) = found("decided_at_meetings", alone, NEW, way({Step.CANDIDATE: "2026-04-02"}))
        assert each.draft.form is Form.GENERAL
        assert each.text == "示例新4月2日确定发展对象，同一天的支部党员大会未登记"

    def test_steps_of_other_years_ask_for_no_meeting_of_this_one(self):
        assert texts("decided_at_meetings", branch(), way(until(Step.CANDIDATE))) == []


def test_a_temporary_branch_educates_activists_but_is_not_asked_to_admit_anybody():
    temporary = Branch(name="示例支部", branch_type=BranchType.TEMPORARY)
    entry = way(until(Step.ADMISSION, ADMISSION="2026-01-15"))
    for each in (*candidates.RULES, *admission.RULES):
        reason = outcome(each.name, temporary, NEW, entry).not_applicable
        assert reason == "临时党支部一般不发展党员"
    assert not outcome("examined_half_yearly", temporary, NEW, entry).not_applicable


def test_what_lies_ahead_of_the_day_is_not_known_yet():
    entry = way(until(Step.APPLICATION, APPLICATION="2026-11-30"))
    on = date(2026, 11, 21)
    assert outcome("talk_after_application", NEW, entry, on=on).not_applicable


def test_many_steps_without_papers_are_told_in_one_sentence():
    (text,) = texts("papers_complete", NEW, way(until(Step.CANDIDATE_FILED), papers=False))
    assert text.endswith("等8步没有勾“材料齐全”")
