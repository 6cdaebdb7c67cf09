"""Terms, elections and officers: where days are partial, missing or at their limit."""

from datetime import date

import pytest
from rules.cases import link, people, person, states, texts
from rules.examples.branch import election, term

from secretary_desk.kinds.branch import Branch, Post, Seat
from secretary_desk.records.day import Day

JIA, YI, BING, DING, WU = people("甲乙丙丁戊")


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
    (text,) = texts("elected_in_term", term("2022-10-31"))
    assert text == "任期2025年10月31日届满，换届选举未登记"


def test_a_term_is_reckoned_no_more_precisely_than_the_election_is_known():
    assert texts("elected_in_term", term("2022-10")) == ["任期2025年10月届满，换届选举未登记"]


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
