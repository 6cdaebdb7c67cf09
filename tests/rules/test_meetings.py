"""三会一课 and 主题党日, held against 《中国共产党支部工作条例（试行）》."""

from datetime import date

from year import year

from secretary_desk.kinds.branch import Branch, Group
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.day import Day
from secretary_desk.rules.checking import case_of, self_check

END = date(2026, 12, 31)


def outcome(name, *entries, on=END):
    """Return what became of one rule."""
    return next(o for o in self_check(year(*entries), on) if o.rule.name == name)


def texts(name, *entries, on=END):
    """Return what one rule found, in words."""
    return [finding.found.text for finding in outcome(name, *entries, on=on).findings]


def committee(month, **more):
    return StudyMeeting(
        held_on=Day(f"2026-{month:02}-05"), form=Form.COMMITTEE, topic="研究工作", **more
    )


def test_a_committee_that_met_each_month_owes_nothing():
    assert texts("monthly_committee", *map(committee, range(1, 13))) == []


def test_a_month_without_a_committee_meeting_is_not_registered_and_leads_to_a_new_entry():
    held = [committee(month) for month in range(1, 13) if month != 3]
    (finding,) = outcome("monthly_committee", *held).findings
    assert finding.found.text == "3月支部委员会未登记"
    assert finding.found.draft.held_on == "2026-03"
    assert finding.found.draft.form is Form.COMMITTEE


def test_nothing_is_owed_of_a_month_that_is_not_over():
    assert texts("monthly_committee", on=date(2026, 2, 27)) == ["1月支部委员会未登记"]


def test_a_branch_founded_in_may_owes_nothing_for_march():
    branch = Branch(name="示例支部", founded_on=Day("2026-05-10"))
    found = texts("monthly_committee", branch, on=date(2026, 7, 31))
    assert found == ["6月支部委员会未登记", "7月支部委员会未登记"]


def test_a_branch_without_a_committee_need_not_meet_as_one():
    branch = Branch(name="示例支部", no_committee=True)
    assert outcome("monthly_committee", branch).not_applicable == "不设支委会"


def test_a_meeting_of_which_only_the_year_is_known_makes_missing_months_unclear():
    vague = StudyMeeting(held_on=Day("2026"), form=Form.COMMITTEE, topic="研究工作")
    found = outcome("monthly_committee", vague, on=date(2026, 1, 31)).findings
    assert [f.found.state for f in found] == ["待核"]


def test_each_group_is_asked_for_its_own_meetings():
    branch = Branch(name="示例支部", groups=(Group(name="第一党小组"), Group(name="第二党小组")))
    held = StudyMeeting(
        held_on=Day("2026-01-09"), form=Form.GROUP, topic="学习", group="第一党小组"
    )
    found = texts("monthly_groups", branch, held, on=date(2026, 1, 31))
    assert found == ["1月第二党小组会未登记"]


def test_the_rules_look_no_further_than_the_periods_end():
    assert case_of(year(), date(2027, 5, 1)).on == END
