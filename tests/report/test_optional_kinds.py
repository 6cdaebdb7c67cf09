"""Kinds that a branch may do without: silent without entries, sound however little is filled."""

import random
import re
from dataclasses import replace
from typing import Any

import pytest
from report.telling import GAP
from report.test_prose import SLIPS, most_figures
from rounds import rounds
from sample import sample_year

from secretary_desk.facts.gather import gather
from secretary_desk.kinds import find_kind, kind_of
from secretary_desk.kinds.branch import Branch
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.records.fields import specs_of
from secretary_desk.records.period import Period
from secretary_desk.records.record import META
from secretary_desk.records.year import Year
from secretary_desk.report.document import Paragraph, text_of
from secretary_desk.report.passage import Passage, Teller
from secretary_desk.report.tagged import ENTRY
from secretary_desk.report.wording import load_wording

PASSAGES = (
    "第一议题", "组织生活会", "民主评议党员", "谈心谈话", "教育培训", "党费", "党风廉政",
    "先锋载体", "党建业务融合", "专项行动", "为群众办实事", "走访调研", "联建共建",
    "检查督导", "检查督导整改", "宣传报道",
)  # fmt: skip
LABELS = tuple(key for key in PASSAGES if key != "检查督导整改")
KEPT = {*META, "id", "created", "changed", "deleted"}


def forms(key: str) -> list[tuple[bool, int]]:
    """Return every form of a passage: whether it is spoken, and its place."""
    wording = load_wording()[key]
    return [(s, n) for s in (False, True) for n in range(len(wording.forms(spoken=s)))]


EVERY = [(key, *form) for key in (*PASSAGES, *(k + ENTRY for k in LABELS)) for form in forms(key)]


def tell(year: Year, key: str, spoken: bool, place: int, entry: Any = None) -> list[Passage]:
    """Return a passage of a year told in one of its forms."""
    wording = load_wording()[key]
    form = (wording.forms(spoken=spoken)[place],)
    teller = Teller(
        year, gather(year), ReportSettings(), {key: replace(wording, templates=form, spoken=form)},
        spoken,
    )  # fmt: skip
    return list(teller.tell(key, entry))


def sparse(year: Year, chance: random.Random) -> Year:
    """Return the year with most entries left out, and of the others fields and rows emptied."""
    counted = {}
    for cls, entries in year.counted_entries.items():
        share = chance.choice([0, 0.1, 0.5, 1])
        kept = [e for e in entries if cls is Branch or chance.random() < share]
        counted[cls] = kept if cls is Branch else [_emptied(e, chance) for e in kept]
    return replace(year, counted_entries=counted)


def _emptied(holder: Any, chance: random.Random) -> Any:
    changes: dict[str, Any] = {}
    for name, spec in specs_of(type(holder)).items():
        value = getattr(holder, name)
        if name in KEPT or spec.required:
            continue
        if chance.random() < 0.4:
            changes[name] = spec.empty
        elif isinstance(value, tuple) and value and not isinstance(value[0], str):
            changes[name] = tuple(_emptied(row, chance) for row in value)
    return replace(holder, **changes)


@pytest.mark.parametrize("key", PASSAGES)
def test_a_branch_without_such_entries_is_told_nothing_of_them(key: str):
    empty = Year(Period.calendar(2026), {Branch: sample_year().counted(Branch)})
    assert [tell(empty, *form) for form in EVERY if form[0] == key and tell(empty, *form)] == []


@pytest.mark.parametrize(("key", "spoken", "place"), EVERY)
def test_every_form_reads_well_however_little_is_filled(key: str, spoken: bool, place: int):
    chance = random.Random(f"{key}{place}")
    for _ in range(rounds(150)):
        year = sparse(sample_year(), chance)
        for entry in _entries(year, key):
            for passage in tell(year, key, spoken, place, entry):
                assert_reads_well(passage, spoken)


def _entries(year: Year, key: str) -> list[Any]:
    if not key.endswith(ENTRY):
        return [None]
    return list(year.counted(find_kind(key.removesuffix(ENTRY)).record))


def assert_reads_well(passage: Passage, spoken: bool) -> None:
    """Hold a passage against the slips of prose, and against several figures in a spoken clause."""
    assert passage.paragraphs
    for runs in passage.paragraphs:
        text = text_of(runs)
        assert not [slip for slip in SLIPS if re.search(slip, text)], text
        assert text.count(GAP) <= 1
        assert text[-1] in "。？！】", text
        if spoken:
            assert most_figures(Paragraph(runs, passage.key)) <= 1, text


@pytest.mark.parametrize(("key", "spoken", "place"), EVERY)
def test_the_sample_year_is_told_whole_in_every_form(key: str, spoken: bool, place: int):
    year = sample_year()
    for entry in _entries(year, key):
        told = tell(year, key, spoken, place, entry)
        assert told
        for passage in told:
            assert GAP not in "".join(map(text_of, passage.paragraphs))
            if entry is not None:
                assert kind_of(entry).label in passage.key
