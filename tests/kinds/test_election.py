"""换届选举: whether it was held in time, who was elected, and votes that can be."""

from year import listed, shown, year

from secretary_desk.kinds.branch import Branch
from secretary_desk.kinds.election import Ballot, Election
from secretary_desk.records.day import Day
from secretary_desk.records.record import problems
from secretary_desk.records.specs import Link


def election(on="2026-03-13", **more):
    return Election(held_on=Day(on), **more)


def ballot(votes, elected=False, name="张伟"):
    return Ballot(who=Link(None, name), votes=votes, elected=elected)


def test_those_elected_and_the_rate_are_told():
    rows = (ballot(25, True), ballot(24, True), ballot(4))
    told = shown(year(election(entitled=27, present=25, ballots=rows)))
    assert told["换届选举.次数"] == "1次"
    assert told["换届选举.当选人数"] == "2名"
    assert told["换届选举.到会率"] == "92.6%"


def test_an_election_is_in_time_up_to_the_day_on_which_the_term_before_it_ends():
    def in_time(on, ends="2026-03-14"):
        before = Branch(name="甲支部", filed_under=2025, term_ends_on=Day(ends))
        after = Branch(name="甲支部", filed_under=2026, term_ends_on=Day("2029-03-12"))
        return bool(listed(year(before, after, election(on)), "换届选举.按期清单"))

    assert in_time("2026-03-14")
    assert not in_time("2026-03-15")
    assert in_time("2026-03-20", ends="2026-03")


def test_without_a_term_that_ends_nothing_is_said_of_being_in_time():
    held = election()
    assert listed(year(held), "换届选举.按期清单") == []
    assert listed(year(held), "换届选举.清单") == [held]


def test_numbers_never_grow_from_those_entitled_to_the_valid_votes():
    assert problems(election(entitled=27, present=25, issued=25, returned=25, valid=24)) == []
    grown = election(entitled=27, issued=28, valid=29)
    assert [p.text for p in problems(grown)] == [
        "发出票28多于应到有选举权27",
        "有效票29多于发出票28",
    ]


def test_nobody_has_more_votes_than_are_valid():
    assert [p.text for p in problems(election(valid=24, ballots=(ballot(25),)))] == [
        "张伟得票25多于有效票24"
    ]


def test_an_approval_before_the_election_is_told():
    assert [p.field for p in problems(election(approved_on=Day("2026-03-01")))] == ["approved_on"]
