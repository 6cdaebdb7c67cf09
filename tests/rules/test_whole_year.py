"""A year that fulfils everything, and what follows when one entry is taken away."""

from collections import Counter

import pytest
from rules.cases import END, year
from rules.whole_year import COMMITTEE, NEW, SECRETARY, WITH_A_PART, whole_year

from secretary_desk.kinds import KINDS
from secretary_desk.kinds.branch import Branch
from secretary_desk.kinds.integrity import Integrity
from secretary_desk.kinds.person import Person
from secretary_desk.kinds.problem import Problem, Source
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.kinds.talk import Talk
from secretary_desk.kinds.training import Training
from secretary_desk.records.record import kind_name
from secretary_desk.rules.checking import self_check

WHOLE = whole_year()
# What one entry's going leaves missing, by its kind, and by what it is where that matters.
FOLLOWS = {
    "theme_day": ["monthly_theme_day"],
    "first_agenda": ["quarterly_first_agenda"],
    "org_life": ["yearly_org_life"],
    "appraisal": ["yearly_appraisal"],
    "election": ["elected_in_term"],
    "dues": ["dues_registered"],
    "review_comment": ["reports_to_superior"],
    Form.GENERAL: ["quarterly_general"],
    Form.COMMITTEE: ["monthly_committee"],
    Form.GROUP: ["monthly_groups"],
    Form.LESSON: ["quarterly_lesson", "hours_of_study"],
    "责任书": ["integrity_papers"],
    "警示教育": ["integrity_lesson"],
}
NOTHING = {
    "vanguard", "integration", "campaign", "service", "visit", "partnership", "inspection",
    "highlight", "honour", "publicity", "plan", "development",
}  # fmt: skip


def follows(entry):
    """Return which rules find something once without the entry, known from the entry alone."""
    match entry:
        case Person():
            if entry is NEW:
                return ["adult_at_application"]
            named = ["secretary_standing"] if entry is SECRETARY else []
            if entry in WITH_A_PART:
                named = ["sponsors_are_members", "introducers_are_members"]
            return [*named, *["only_full_members_vote"] * 2]  # of the election and of a vote
        case Branch():  # last year's would stand for this one, with the term that has ended
            return ["elected_in_term"] if entry.filed_under == 2026 else []
        case StudyMeeting():
            own = "述职" in entry.topic and ["reports_to_members"]
            given = entry.speaker and entry.speaker.id == SECRETARY.id and ["secretary_lectures"]
            admits = entry.votes and ["decided_at_meetings"]
            return [*FOLLOWS[entry.form], *(own or []), *(given or []), *(admits or [])]
        case Talk():
            seats = {who.id for who in COMMITTEE} & {entry.talker.id, entry.to.id}
            by_seats = ("talks_among_members", "talks_with_members", "talks_between_committee")
            return [by_seats[len(seats)]]
        case Training():
            return ["hours_of_study", *(["secretary_trained"] if entry.above_county else [])]
        case Problem():
            return ["remarks_taken_up"] if entry.source is Source.REVIEW else []
        case Integrity():
            return FOLLOWS[entry.form]
    name = kind_name(type(entry))
    return [] if name in NOTHING else FOLLOWS[name]


def found(entries):
    """Return the findings by rule."""
    outcomes = self_check(year(*entries), END)
    return Counter(f.rule.name for outcome in outcomes for f in outcome.findings)


def test_a_whole_year_has_some_two_hundred_entries_over_every_kind():
    assert {type(entry) for entry in WHOLE} == {kind.record for kind in KINDS}
    assert len(WHOLE) > 180


def test_a_whole_year_owes_nothing():
    outcomes = self_check(year(*WHOLE), END)
    assert [f.found.text for outcome in outcomes for f in outcome.findings] == []


def test_hardly_a_rule_does_not_apply_to_a_whole_year():
    outcomes = self_check(year(*WHOLE), END)
    off = {o.rule.name for o in outcomes if o.not_applicable and o.rule.area != "党员发展"}
    assert off == {"secretary_alone", "secretary_hours"}


def _named(entry):
    return f"{kind_name(type(entry))}-{WHOLE.index(entry)}"


@pytest.mark.parametrize("entry", WHOLE, ids=_named)
def test_taking_one_entry_away_gives_what_follows_and_no_more(entry):
    left = [each for each in WHOLE if each is not entry]
    # Half of the members talk in pairs: without a talk among members both of it have none.
    twice = 2 if "talks_among_members" in follows(entry) else 1
    assert found(left) == Counter(follows(entry) * twice)
