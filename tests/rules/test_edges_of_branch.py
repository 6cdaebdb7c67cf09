"""Terms, elections and officers: where days are partial, missing or at their limit."""

from datetime import date

import pytest
from rules.cases import found, link, meeting, outcome, people, person, states, texts, value
from rules.examples.branch import election, term

from secretary_desk.kinds.branch import Branch, Post, Seat, UnitType
from secretary_desk.kinds.person import Category
from secretary_desk.kinds.study_meeting import Vote
from secretary_desk.records.day import Day

JIA, YI, BING, DING, WU = FIVE = people("甲乙丙丁戊")


@pytest.mark.parametrize(
    ("confirmed", "since", "open_"),
    [
        ("2020-05-01", "2021-05-01", False),
        ("2020-05-01", "2021-04-30", True),
        ("2020", "2021-12-31", False),
        ("2020", "2021-06-01", True),
    ],
)
def test_a_secretarys_standing_is_a_year_on_the_day_of_taking_office(confirmed, since, open_):
    who = person("书", confirmed_on=Day(confirmed))
    seat = Seat(who=link(who), post=Post.SECRETARY, since=Day(since))
    profile = Branch(name="示例支部", committee=(seat,))
    assert bool(texts("secretary_standing", profile, who)) is open_


def test_a_term_without_an_end_is_reckoned_from_the_election():
    (text,) = texts("elected_in_term", term("2022-10-31", unit_type=UnitType.AGENCY))
    assert text == "任期2025年10月31日届满，换届选举未登记"


def test_a_term_is_reckoned_no_more_precisely_than_the_election_is_known():
    agency = term("2022-10", unit_type=UnitType.AGENCY)
    assert texts("elected_in_term", agency) == ["任期2025年10月届满，换届选举未登记"]


def test_of_a_unit_of_no_known_sort_a_term_may_be_of_three_years_or_of_five():
    (each,) = found("elected_in_term", term("2022-10-31"))
    assert each.state.value == "待核"
    assert each.text == "支部概况里没有登记届满日期和单位类型，任期待核"
    assert texts("term_length", term("2024-03-15", "2029-03-14")) == []
    assert len(texts("term_length", term("2024-03-15", "2029-03-16"))) == 1


def test_a_term_of_more_years_than_a_calendar_has_ends_with_it():
    agency = term("2022-10-31", unit_type=UnitType.AGENCY)
    assert texts("elected_in_term", agency, value("换届选举.任期", 1200)) == []


def test_a_profile_with_neither_day_leaves_the_term_open():
    assert states("elected_in_term", Branch(name="示例支部")) == ["待核"]


def test_a_reminder_begins_six_months_ahead():
    ends = term("2024-03-15", "2027-03-14")
    assert texts("term_ends_soon", ends, on=date(2026, 9, 13)) == []
    assert len(texts("term_ends_soon", ends, on=date(2026, 9, 14))) == 1


def test_an_election_entered_reminds_of_the_profiles_old_term():
    old = term("2023-04-01", "2026-03-31")
    assert states("elected_in_term", old, election()) == ["提示"]


def test_one_profile_for_all_years_is_no_former_term_of_its_own_election():
    now = term("2026-03-10", "2029-03-09")
    assert texts("elected_near_term", now, election()) == []


def test_a_seat_without_a_post_may_be_the_secretarys_or_the_deputys():
    def said(number):
        seats = tuple(Seat(who=link(who)) for who in FIVE[:number])
        return texts("secretary_alone", Branch(name="示例支部", committee=seats), *FIVE)

    assert said(2) == []
    assert said(3) == ["党员名册里正式党员5名，支部概况里登记了支委3名"]


def test_three_full_members_and_a_joint_branch_are_two_articles():
    source = outcome("least_full_members", *FIVE).rule.source
    assert source == "《中国共产党支部工作条例（试行）》第四条、第五条"


def test_without_a_roster_nobody_can_tell_who_may_vote():
    assert outcome("only_full_members_vote", election()).not_applicable == "党员名册里没有党员"


def test_a_probationary_member_has_no_vote_at_a_meeting_of_all():
    new = person("新", category=Category.PROBATIONARY)
    votes = tuple(Vote(matter="示例事项", entitled=number) for number in (5, 6))
    held = meeting(votes=votes)
    (each,) = found("only_full_members_vote", *FIVE, new, held)
    assert each.about == f"{held.id}/1"
    assert each.text == "3月5日 支部党员大会“示例事项”应到会有表决权6人，名册上正式党员5名"


def test_a_branch_without_a_committee_elects_no_more_candidates_than_seats():
    alone = Branch(name="示例支部", no_committee=True)
    chosen = outcome("election_slate", alone, election(candidates=1, seats=1))
    assert chosen.not_applicable == "不设支委会"


@pytest.mark.parametrize(
    ("ends", "unit_type", "said"),
    [
        ("2029-03-14", UnitType.COMMUNITY, None),
        ("2029-02", UnitType.VILLAGE, None),
        ("2027-03-14", UnitType.VILLAGE, "不足5年"),
        ("2026-03-14", UnitType.AGENCY, "不足3年"),
        ("2027-03-16", UnitType.AGENCY, "超过3年"),
    ],
)
def test_a_term_is_neither_longer_nor_shorter_than_its_years(ends, unit_type, said):
    found_now = texts("term_length", term("2024-03-15", ends, unit_type=unit_type))
    assert [text[-4:] for text in found_now] == ([said] if said else [])
