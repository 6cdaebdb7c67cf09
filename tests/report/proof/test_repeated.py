"""与往年重复: what the user says again is named, what the program says again is not."""

from dataclasses import replace

import pytest
from report.edited import resolver
from report.proof.planting import Planted, added, changed, with_records
from report.telling import block_text
from sample import sample_year

from secretary_desk.kinds.passage_edit import PassageEdit
from secretary_desk.kinds.problem import Problem
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.records.year import Year
from secretary_desk.report.editing import written
from secretary_desk.report.outline import load_outlines

PRESETS = load_outlines()
AGAIN = "现场值守和夜间巡查都由党员轮流带班，交接时当面说清险情"


def repeated(planted: Planted) -> list[str]:
    """Return the sentences that are found to stand in the year before."""
    found = [f for f in planted.findings() if f.check == "与往年重复"]
    assert {f.weight for f in found} <= {"应改"}
    return [f.sentence for f in found]


def both_told_in(wording: int, outline, *, spoken: bool) -> Planted:
    """Return the sample told in the same wordings as the year before."""
    now = in_wording(sample_year(), wording, outline, spoken=spoken)
    before = in_wording(now.year.previous, wording, outline, spoken=spoken)
    return now._replace(earlier=((2025, before.report().document),))


def in_wording(year: Year, wording: int, outline, *, spoken: bool) -> Planted:
    rest = ReportSettings(year=year.period.year)
    plain = Planted(year, rest, outline, (), spoken)
    keys = [key for key in plain.report().passages if not key.startswith("补充/")]
    edits = [PassageEdit(year=rest.year, passage=key, wording=str(wording)) for key in keys]
    return plain._replace(year=with_records(year, *edits, instead=True))


@pytest.mark.parametrize("outline", PRESETS, ids=[outline.name for outline in PRESETS])
@pytest.mark.parametrize("spoken", [False, True])
def test_the_same_wordings_as_the_year_before_are_no_words_of_the_users(outline, spoken: bool):
    for wording in range(3):
        assert repeated(both_told_in(wording, outline, spoken=spoken)) == []


def touched(planted: Planted) -> Planted:
    """Return a report into every passage of which the user has written a little."""
    passages, now = planted.report().passages.values(), 2026
    edits = [
        replace(written(p, f"{p.template}我都在场。", now, resolver(planted.year, p)), id=p.edit.id)
        for p in passages
        if p.edit
    ]
    return planted._replace(year=with_records(planted.year, *edits, instead=True))


@pytest.mark.parametrize("spoken", [False, True])
@pytest.mark.parametrize("wording", range(3))
def test_what_an_edit_leaves_of_the_programs_words_is_the_programs(wording: int, spoken: bool):
    planted = touched(both_told_in(wording, PRESETS[0], spoken=spoken))
    assert all(p.edit.is_written for p in planted.report().passages.values() if p.edit)
    assert repeated(planted) == []


def test_what_the_user_wrote_into_two_years_is_named():
    earlier = ((2025, added(f"{AGAIN}。").report().document),)
    assert f"{AGAIN}。" in repeated(added(f"{AGAIN}。")._replace(earlier=earlier))


def test_what_he_wrote_into_an_edited_passage_is_named_and_nothing_else():
    now = touched(both_told_in(1, PRESETS[0], spoken=False))
    (edit,) = (e for e in now.year.counted(PassageEdit) if e.passage == "三会一课")
    kept = [e for e in now.year.counted(PassageEdit) if e is not edit]
    mine = with_records(now.year, *kept, replace(edit, text=f"{edit.text}{AGAIN}。"), instead=True)
    whole = added(f"{AGAIN}。").report().document
    before = replace(whole, blocks=tuple(b for b in whole.blocks if AGAIN in block_text(b)))
    planted = now._replace(year=mine, earlier=(*now.earlier, (2024, before)))
    assert repeated(planted) == [f"{AGAIN}。"]


@pytest.mark.parametrize(("words", "again"), [(AGAIN, True), ("已改", False)])
def test_an_entrys_words_are_named_where_they_are_a_sentence_of_their_own(words: str, again: bool):
    year = changed(sample_year(), Problem, lambda p: replace(p, outcome=f"{words}。"))
    planted = Planted(year)
    planted = planted._replace(earlier=((2025, planted.report().document),))
    assert bool([s for s in repeated(planted) if words in s]) is again
