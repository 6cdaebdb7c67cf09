"""Annexes: which ledgers go with the report, and what stands in their cells."""

from dataclasses import replace

import pytest
from report.telling import told
from sample import sample_year

from secretary_desk.errors import DeskError
from secretary_desk.facts.gather import gather
from secretary_desk.kinds import find_kind
from secretary_desk.kinds.branch import Branch
from secretary_desk.kinds.inspection import Inspection, Shortcoming
from secretary_desk.kinds.partnership import Partnership, Together
from secretary_desk.kinds.report_settings import NO_LEDGER, Ledger, ReportSettings
from secretary_desk.kinds.service import Service
from secretary_desk.kinds.talk import Talk
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.day import Day
from secretary_desk.records.record import Attendance, Record, problems
from secretary_desk.records.specs import Link
from secretary_desk.records.year import Year
from secretary_desk.report.annex import annex_blocks
from secretary_desk.report.document import AnnexTitle, Enclosures, Table, text_of
from secretary_desk.report.outline import AnnexColumn, load_annexes
from secretary_desk.report.passage import Teller
from secretary_desk.report.wording import load_wording


def titles(*ledgers: str, year: Year | None = None) -> list[str]:
    document = told(year or sample_year(), ledgers=ledgers)
    return [text_of(b.title) for b in document.blocks if isinstance(b, AnnexTitle)]


def table(*entries: Record) -> list[list[str]]:
    """Return the only ledger of a year that has nothing but these entries."""
    profile = sample_year().counted(Branch)
    year = replace(sample_year(), counted_entries={Branch: profile, type(entries[0]): entries})
    document = told(year, ledgers=tuple(Ledger))
    (found,) = [block for block in document.blocks if isinstance(block, Table)]
    return [[text_of(cell) for cell in row] for row in found.rows]


def test_every_ledger_has_its_annex_and_lists_the_kind_whose_name_it_bears():
    assert [annex.name for annex in load_annexes()] == list(Ledger)
    for annex in load_annexes():
        assert annex.listing.startswith(f"{find_kind(annex.name).label}.")


def test_the_usual_ledgers_are_handed_in_unless_others_are_chosen():
    usual = [f"2026年度{annex.title}" for annex in load_annexes() if annex.usual]
    assert titles() == usual
    assert titles("荣誉", "党费") == ["2026年度党费交纳情况一览表", "2026年度荣誉一览表"]


def test_none_is_handed_in_where_the_user_wants_none():
    document = told(sample_year(), ledgers=(NO_LEDGER,))
    assert not [b for b in document.blocks if isinstance(b, (AnnexTitle, Enclosures, Table))]


def test_a_ledger_without_entries_is_not_handed_in():
    empty = replace(sample_year(), counted_entries={Branch: sample_year().counted(Branch)})
    assert titles(*Ledger, year=empty) == []


def test_the_sample_fills_every_ledger():
    assert len(titles(*Ledger)) == len(Ledger)


def test_a_ledger_that_there_is_not_is_named_with_those_there_are():
    (found,) = problems(ReportSettings(year=2026, ledgers=("荣誉", "会议", NO_LEDGER)))
    assert found.field == "ledgers"
    assert found.text.startswith("没有“会议”这张台账；有：三会一课、")


def test_heads_that_are_only_ticked_are_counted_in_a_ledger_as_they_are_in_the_figures():
    came = [Attendance(who=Link(None, name), present=name != "丙") for name in "甲乙丙"]
    day = ThemeDay(held_on=Day("2026-03-02"), topic="清河道", attendance=tuple(came))
    assert ["3", "2"] in [row[n : n + 2] for row in table(day) for n in range(len(row))]
    typed = replace(day, due=31, present=None)
    assert ["31", "2"] in [row[n : n + 2] for row in table(typed) for n in range(len(row))]


def test_nothing_private_stands_in_any_ledger():
    talk = Talk(
        held_on=Day("2026-03-02"),
        talker=Link(None, "甲"),
        to=Link(None, "乙"),
        summary="家里的事",
        follow_up="再谈",
    )
    assert table(talk) == [["1", "2026.3.2", "甲", "乙", ""]]
    assert not [
        c.label for a in load_annexes() for c in a.columns if c.label in ("交纳基数", "结果")
    ]


def test_a_column_of_something_private_is_refused():
    (annex,) = [a for a in load_annexes() if a.name is Ledger.DUES]
    private = replace(annex, columns=(AnnexColumn("交纳基数", 1),))
    year = sample_year()
    teller = Teller(year, gather(year), ReportSettings(), load_wording())
    with pytest.raises(DeskError, match="“交纳基数”是隐私信息"):
        list(annex_blocks([private], teller))


def test_entries_stand_by_date_whatever_is_told_first():
    late = Service(matter="后", held_on=Day("2026-10-29"), starred=True)
    early = Service(matter="先", held_on=Day("2026-03-02"))
    assert [row[2] for row in table(late, early)] == ["先", "后"]


def test_a_partners_activities_are_those_of_the_period():
    given = Partnership(
        name="示例社区党支部",
        signed_on=Day("2025-04-03"),
        activities=(
            Together(on=Day("2025-05-06"), topic="修便道"),
            Together(on=Day("2026-05-06"), topic="装扶手"),
            Together(topic="2次座谈"),
        ),
    )
    assert table(given)[0][3] == "1.装扶手\n2. 2次座谈"


def test_what_was_found_and_what_was_done_about_it_bear_the_same_numbers():
    given = Inspection(
        held_on=Day("2026-04-16"),
        inspector="分公司党委",
        problems=(Shortcoming(problem="甲"), Shortcoming(problem="乙", remedy="补齐")),
    )
    assert table(given)[0][4:] == ["1.甲\n2.乙", "2.补齐"]
