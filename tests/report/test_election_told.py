"""换届选举 in the report: a year in which the branch elects, told in every form."""

import random
from dataclasses import replace

import pytest
from report.telling import block_text, told
from report.test_optional_kinds import assert_reads_well, forms, sparse, tell
from rounds import rounds
from sample import sample_year

from secretary_desk.kinds.election import Election
from secretary_desk.records.day import Day
from secretary_desk.records.year import Year
from secretary_desk.report.tagged import ENTRY

KEY = "换届选举"
EVERY = [(key, *form) for key in (KEY, KEY + ENTRY) for form in forms(key)]
HELD = Election(
    held_on=Day("2027-03-12"), term="第三届", entitled=29, present=28, candidates=6, seats=5,
    issued=28, returned=28, valid=28, approved_on=Day("2027-03-19"),
)  # fmt: skip


def electing() -> Year:
    """Return a year that has the election, after the sample's, whose term it ends."""
    year = sample_year()
    period = year.period.shifted(1)
    counted = {**year.counted_entries, Election: [HELD]}
    return replace(year, period=period, counted_entries=counted, previous=year)


@pytest.mark.parametrize(("key", "spoken", "place"), EVERY)
def test_every_form_reads_well_however_little_is_filled(key: str, spoken: bool, place: int):
    chance = random.Random(f"{key}{place}")
    for _ in range(rounds(100)):
        year = sparse(electing(), chance)
        for entry in year.counted(Election):
            for passage in tell(year, key, spoken, place, entry if key != KEY else None):
                assert_reads_well(passage, spoken)


def test_an_election_before_the_term_ran_out_is_said_to_be_in_time():
    late = replace(HELD, held_on=Day("2027-03-15"))
    for held, in_time in ((HELD, True), (late, False)):
        year = electing()
        year = replace(year, counted_entries={**year.counted_entries, Election: [held]})
        for place in range(2):
            (passage,) = tell(year, KEY, False, place)
            text = "".join(run.text for runs in passage.paragraphs for run in runs)
            assert ("按期" in text) is in_time
            assert "第三届支部委员会" in text


def test_a_year_without_an_election_does_not_speak_of_one():
    assert not [b for b in told(sample_year(), 1).blocks if "选举第" in block_text(b)]
