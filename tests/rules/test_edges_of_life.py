"""Meetings, 组织生活会, talks and problems: where a register leaves something open."""

from dataclasses import replace
from datetime import date

from rules.cases import (
    END,
    branch,
    found,
    link,
    meeting,
    outcome,
    people,
    person,
    states,
    texts,
)
from rules.examples.life import life, talk
from rules.examples.problems import problem, remark

from secretary_desk.kinds.branch import Branch, Group, Post, Seat, Tenure
from secretary_desk.kinds.org_life import OrgLife
from secretary_desk.kinds.person import Category
from secretary_desk.kinds.problem import Source, State
from secretary_desk.kinds.report_settings import Occasion, ReportSettings
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.day import Day
from secretary_desk.records.period import Period
from secretary_desk.records.specs import Link

JIA, YI, BING, DING, WU = people("甲乙丙丁戊")
AUTUMN = date(2026, 11, 21)
SCHOOL = Period("2025—2026学年", 2026, date(2025, 9, 1), date(2026, 8, 31), date(2026, 8, 31))


def test_what_is_owed_once_a_year_is_a_hint_in_the_last_quarter_and_missing_after_it():
    assert outcome("yearly_org_life", on=date(2026, 9, 30)).not_applicable
    assert states("yearly_org_life", on=date(2026, 10, 1)) == ["提示"]
    assert states("yearly_org_life", on=END) == ["未登记"]


def test_a_branch_founded_in_the_last_quarter_owes_no_yearly_meeting():
    new = Branch(name="示例支部", founded_on=Day("2026-10-20"))
    assert outcome("yearly_org_life", new).not_applicable == "支部在最后一个季度才成立"


def test_an_unfinished_yearly_meeting_is_to_be_looked_at():
    begun = OrgLife(topic="组织生活会", filed_under=2026)
    (each,) = found("yearly_org_life", begun)
    assert (each.state.value, each.text) == ("待核", "组织生活会有一条没有填完")


def test_a_school_year_is_looked_at_in_its_own_months():
    held = [meeting(Form.COMMITTEE, f"2025-{month:02}-05") for month in range(9, 13)]
    held += [meeting(Form.COMMITTEE, f"2026-{month:02}-05") for month in range(1, 8)]
    found_now = texts("monthly_committee", *held, on=SCHOOL.end, period=SCHOOL)
    assert found_now == ["8月支部委员会未登记"]


def test_a_quarter_that_is_not_whole_owes_nothing():
    founded = Branch(name="示例支部", founded_on=Day("2026-02-10"))
    assert texts("quarterly_general", founded, on=date(2026, 6, 30)) == ["二季度支部党员大会未登记"]


def test_no_group_on_record_is_one_finding_that_leads_to_the_profile():
    profile = Branch(name="示例支部")
    (each,) = found("monthly_groups", profile)
    assert each.entries == ((("branch"), profile.id),)


def test_a_host_is_held_against_the_committee_of_the_day():
    former = Seat(who=link(BING), post=Post.SECRETARY, until=Day("2026-03-31"))
    now = Seat(who=link(JIA), post=Post.SECRETARY, since=Day("2026-04-01"))
    profile = Branch(name="示例支部", committee=(former, now))
    early, late = meeting(host=link(BING)), meeting(day="2026-06-05", host=link(BING))
    (each,) = found("hosted_by_secretary", profile, early, late)
    assert each.about == late.id


def test_a_committee_that_is_not_written_says_nothing_of_a_host():
    tenure = Tenure(who=link(JIA))
    by_another = meeting(host=link(YI))
    unwritten = Branch(name="示例支部", secretaries=(tenure,))
    assert texts("hosted_by_secretary", unwritten, by_another) == []
    (text,) = texts("hosted_by_secretary", replace(unwritten, no_committee=True), by_another)
    assert text.endswith("由示例乙主持，当时的书记、支委名单里没有")


def test_few_members_without_a_committee_on_record_may_need_none():
    profile = Branch(name="示例支部")
    (each,) = found("monthly_committee", profile, JIA, YI, BING)
    assert (each.state.value, each.entries) == ("待核", (("branch", profile.id),))
    seven = people("甲乙丙丁戊己庚")
    assert len(found("monthly_committee", profile, *seven)) == 12
    assert len(found("monthly_committee", profile, JIA, meeting(Form.COMMITTEE))) == 11


def test_without_a_profile_nobody_can_tell_whether_there_are_groups():
    assert outcome("monthly_groups").not_applicable == "支部概况未登记"
    assert len(found("monthly_groups", meeting(Form.GROUP))) == 11


def test_a_committee_is_as_many_as_sit_on_it_whoever_was_expected():
    held = meeting(Form.COMMITTEE, due=2, present=2)
    assert texts("committee_quorum", branch(JIA, YI, BING, DING), held) == []
    (text,) = texts("committee_quorum", branch(JIA, YI, BING, DING, WU), held)
    assert text.endswith("应到2人，支部概况里支委5名，实到2人，不足半数")


def test_lessons_without_a_speaker_leave_open_who_gave_them():
    assert states("secretary_lectures", branch(JIA), JIA, meeting(Form.LESSON)) == ["待核"]


def test_org_life_of_which_only_the_year_is_known_may_have_been_in_the_fourth_quarter():
    assert states("org_life_in_fourth_quarter", life("2026")) == ["待核"]


def test_talks_registered_shortly_before_org_life_are_its_preparation():
    shortly = talk(JIA, YI)  # on 6 May
    assert texts("org_life_prepared", life("2026-06-05", talks=None), shortly) == []
    assert texts("org_life_prepared", life("2026-11-05", talks=None), shortly) != []


def test_problems_found_at_org_life_are_its_measures():
    found_there = problem(source=Source.ORG_LIFE)
    assert texts("org_life_measures", life(measures=None), found_there) == []


def test_a_number_of_talks_before_org_life_leaves_open_who_talked():
    (each,) = found("talks_between_committee", branch(JIA, YI), JIA, YI, life(talks=9))
    assert each.state.value == "待核"
    assert "登记会前谈心谈话9人次" in each.text


def test_more_than_five_people_make_one_finding():
    many = people("丙丁戊己庚辛")
    (each,) = found("talks_with_members", branch(JIA, YI), JIA, YI, *many)
    assert each.text == (
        "支部委员和示例丙、示例丁、示例戊、示例己、示例庚、示例辛共6人的谈心谈话未登记"
    )
    assert len(found("talks_with_members", branch(JIA, YI), JIA, YI, *many[:5])) == 5


def test_of_very_many_people_only_some_are_named():
    (each,) = found("talks_with_members", branch(JIA, YI), JIA, YI, *people("丙" * 30))
    assert each.text.endswith("示例丙等30人的谈心谈话未登记")
    assert len(each.entries) == 30


def test_a_talk_that_may_mean_either_of_two_namesakes_counts_for_both():
    twins = [person("丙"), person("丙")]
    unlinked = replace(talk(JIA, twins[0]), to=Link(None, "示例丙"))
    assert texts("talks_with_members", branch(JIA, YI), JIA, YI, *twins, unlinked) == []


def test_who_came_in_the_last_quarter_is_owed_no_talk():
    late = person("新", arrived_on=Day("2026-11-02"))
    assert texts("talks_with_members", branch(JIA, YI), JIA, YI, BING, talk(JIA, BING), late) == []


def test_a_talk_with_someone_who_has_left_counts():
    left = person("走", left_on=Day("2026-06-30"))
    known = branch(JIA), JIA, BING, DING, talk(BING, left), talk(DING, left), left
    assert texts("talks_among_members", *known) == []


def test_a_talk_with_an_applicant_is_none_among_members():
    applicant = person("申", category=Category.APPLICANT)
    known = branch(JIA), JIA, BING, DING, applicant
    spoken = talk(BING, applicant), talk(DING, applicant)
    assert len(texts("talks_among_members", *known, *spoken)) == 2


def test_a_report_set_for_a_day_of_the_year_is_one_to_the_superior():
    said = ReportSettings(year=2025, occasion=Occasion.REVIEW, reported_on=Day("2026-01-08"))
    assert texts("reports_to_superior", said) == []
    said = ReportSettings(year=2025, occasion=Occasion.GENERAL_MEETING,
                          reported_on=Day("2026-01-08"))  # fmt: skip
    assert texts("reports_to_members", said) == []


def test_a_lasting_problem_has_no_deadline():
    lasting = problem(state=State.LASTING, closed_on=None, due_on=None, steps=())
    assert texts("problems_in_time", lasting) == []
    assert texts("problems_have_owners", lasting) == []


def test_a_remark_put_in_other_words_is_taken_up():
    own = problem(problem="学习方式不够活", source=Source.REVIEW)
    assert texts("remarks_taken_up", remark("学习形式单一"), own) == []
    assert len(texts("remarks_taken_up", remark("学习形式单一", "台账不全"), own)) == 2


def test_a_draft_says_what_is_known():
    (each,) = found("talks_between_committee", branch(JIA, YI), JIA, YI, on=AUTUMN)
    assert (each.draft.talker, each.draft.to) == (link(JIA), link(YI))
    (each,) = found("reports_to_members")
    assert isinstance(each.draft, StudyMeeting)
    assert each.draft.form is Form.GENERAL


def test_an_answer_to_a_group_of_its_own_month_stays_with_it():
    profile = Branch(name="示例支部", groups=(Group(name="一组"), Group(name="二组")))
    held = meeting(Form.GROUP, "2026-01-09", group="一组")
    abouts = [each.about for each in found("monthly_groups", profile, held, on=date(2026, 2, 28))]
    assert abouts == ["一组2026-02", "二组2026-01", "二组2026-02"]
