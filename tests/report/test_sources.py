"""The proof copy: every figure answers for itself, and nothing else of the report changes."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from judges.grid import check_grid
from judges.office import needs_libreoffice, to_pdf
from judges.schema import faults, needs_validator
from report.telling import all_runs, assert_sound, told
from rounds import rounds
from sample import sample_year
from strategies import years

from secretary_desk.facts.gather import gather
from secretary_desk.kinds import STORED
from secretary_desk.kinds.person import Person
from secretary_desk.records.record import Ref
from secretary_desk.records.year import Year
from secretary_desk.render.docx import write_docx
from secretary_desk.report import forms
from secretary_desk.report.document import (
    Document,
    Figure,
    Heading,
    Number,
    Own,
    Paragraph,
    Quotation,
    Run,
    Table,
    Wording,
    runs_of,
    text_of,
)
from secretary_desk.report.resolving import Resolver
from secretary_desk.report.sources import LINES, Proof, proof_of
from secretary_desk.report.style import load_style
from secretary_desk.report.template import reference

YEAR = sample_year()
FACTS = gather(YEAR)
HELD = "三会一课.次数.支部委员会"
GROUP_MEETINGS = "三会一课.次数.党小组会"


def figure(text: str) -> Figure:
    """Return what a reference says in the sample year."""
    found = Resolver(FACTS, YEAR).figure(reference(text))
    assert found is not None, text
    return found


def proof(*runs: Run) -> Proof:
    """Return the proof copy of one paragraph."""
    return proof_of(Document("", "", 2026, (Paragraph(runs, "x"),)), FACTS, YEAR)


def comment(run: Run) -> list[str]:
    """Return a run's comment, line by line."""
    return proof(run).comments[run].split("\n")


def rows(made: Proof) -> list[list[str]]:
    """Return the table's cells as text."""
    table = made.document.blocks[-1]
    assert isinstance(table, Table)
    return [[text_of(cell) for cell in row] for row in table.rows]


def figures(document: Document) -> list[Figure]:
    """Return the figures of the text, as often as they stand there."""
    text = [block for block in document.blocks if isinstance(block, Heading | Paragraph)]
    return [run for block in text for run in runs_of(block) if isinstance(run, Figure)]


def test_every_figure_of_a_report_names_its_entries():
    report = told(YEAR)
    comments = proof_of(report, FACTS, YEAR).comments
    wanted = figures(report)
    assert len(wanted) > 50
    assert set(comments) == set(wanted)
    for each in wanted:
        lines = comments[each].split("\n")
        assert each.text in lines[0], lines
        assert len(lines) > 1, lines


def test_a_figure_is_followed_by_each_entry_with_kind_date_and_title():
    lines = comment(figure(HELD))
    assert lines[:2] == ["支部委员会次数：12次", "三会一课 1月13日 支部委员会"]
    assert len(lines) == 1 + 12


def test_a_long_list_of_entries_ends_with_how_many_there_are():
    lines = comment(figure(GROUP_MEETINGS))
    assert lines[0] == "党小组会次数：33次"
    assert len(lines) == 1 + LINES + 1
    assert lines[-1] == "等33条"


def test_a_figure_in_another_form_says_both():
    said = figure(f"{HELD} | 大写")
    assert comment(said)[0] == "支部委员会次数：12次（文中写作“十二次”）"


def test_a_number_that_was_typed_stands_beside_the_ledgers():
    lines = comment(Own("15次", HELD))
    assert lines[:2] == ["手填“15次”，台账12次（支部委员会次数）", "三会一课 1月13日 支部委员会"]
    gone = "三会一课.次数.党员活动日"
    assert comment(Own("3次", gone)) == ["手填“3次”，台账中没有“党员活动日”"]


def test_words_of_the_users_own_have_no_comment():
    assert proof(Own("15次"), Wording("召开"), Number("1")).comments == {}


def test_a_derived_figure_names_both_sides():
    lines = comment(figure(f"{HELD} | 占比({GROUP_MEETINGS})"))
    assert lines[0] == "支部委员会次数占党小组会次数的比例：36.4%"
    assert lines[1] == "支部委员会次数：12次"
    second = lines.index("党小组会次数：33次")
    assert lines[second - 1] == "等12条"
    assert lines[-1] == "等33条"
    assert len(lines) == 3 + LINES + 2


def test_a_denominator_that_was_typed_is_named_as_such():
    made = proof(figure(f"{HELD} | 占比(24)"))
    (lines,) = made.comments.values()
    assert lines.startswith("支部委员会次数占手填的24的比例：50%\n支部委员会次数：12次\n")
    assert lines.endswith("\n手填的24")
    assert rows(made)[0][4].endswith("等；手填的24")


def test_last_years_entries_bear_their_year():
    lines = comment(figure(f"{HELD} | 较上年"))
    assert lines[0] == "支部委员会次数比上年支部委员会次数：2次（文中写作“增加2次”）"
    last = lines.index("上年支部委员会次数：10次")
    assert lines[last + 1] == "三会一课 2025年1月14日 支部委员会"


def test_every_derivation_has_its_words():
    assert all(bool(form.called) == bool(form.needs) for form in forms.FORMS.values())


def test_a_derived_figure_is_called_in_words():
    known = Resolver(FACTS, YEAR)
    for steps, words in (
        (f"占比({GROUP_MEETINGS})", "支部委员会次数占党小组会次数的比例"),
        ("占比(24) | 成", "支部委员会次数占手填的24的比例"),
        ("较上年", "支部委员会次数比上年"),
        (f"多(上年.{HELD})", "支部委员会次数比上年多"),
        (f"余下({GROUP_MEETINGS}) | 大写", "支部委员会次数减去党小组会次数"),
    ):
        assert known.label(reference(f"{HELD} | {steps}")) == words


def test_an_entry_that_the_year_does_not_know_is_named_by_its_kind():
    unknown = Figure("5000字", "述职设置.字数", (Ref("report_settings", "x"),))
    assert comment(unknown) == ["字数：5000字", "述职设置"]


def test_a_figure_that_the_user_named_as_no_template_can_hold_it_is_found():
    named = "支部概况.手填.职工(在岗|外包)"
    fact = replace(FACTS.said["支部概况.手填.项目职工"], key=named, label="职工(在岗|外包)")
    facts = replace(FACTS, said={**FACTS.said, named: fact})
    run = Figure(fact.show(), named, fact.entries)
    made = proof_of(Document("", "", 2026, (Paragraph((run,), "x"),)), facts, YEAR)
    assert made.comments[run].startswith("职工(在岗|外包)：186人\n支部概况 ")


def test_the_table_has_each_figure_once_in_the_order_of_the_text():
    first, second = figure(HELD), figure(GROUP_MEETINGS)
    again = figure(f"{HELD} | 大写")
    heading = Heading(1, (Number("一、"), Wording("履职情况")))
    inner = Heading(2, (Number("（一）"), Wording("组织生活")))
    blocks = (
        Paragraph((second,), "x"),
        heading,
        inner,
        Paragraph((first, Wording("、"), Own("15次", HELD)), "x"),
        Heading(1, (Number("二、"), Wording("打算"))),
        Paragraph((again,), "x"),
    )
    made = proof_of(Document("", "", 2026, blocks), FACTS, YEAR)
    assert [row[:4] for row in rows(made)] == [
        ["1", "党小组会次数", "33次", "开头"],
        ["2", "支部委员会次数", "12次", "一、履职情况／（一）组织生活等2处"],
        ["3", "支部委员会次数", "15次（手填，台账12次）", "一、履职情况／（一）组织生活"],
    ]
    assert rows(made)[1][4] == (
        "12条：三会一课 1月13日 支部委员会；2月10日 支部委员会；3月17日 支部委员会等"
    )


def test_the_report_stands_unchanged_before_the_table():
    report = told(YEAR)
    blocks = proof_of(report, FACTS, YEAR).document.blocks
    assert blocks[: len(report.blocks)] == report.blocks
    label, table = blocks[len(report.blocks) :]
    assert text_of(tuple(runs_of(label))) == "核对附表2026年度数据来源"
    assert isinstance(table, Table)


def test_a_report_without_figures_has_nothing_to_prove():
    report = Document("", "", 2026, (Paragraph((Own("以上述职。"),), "x"),))
    assert proof_of(report, FACTS, YEAR) == Proof(report, {})


def test_no_entry_goes_by_a_private_field():
    for kind in STORED:
        assert not any(kind.specs[n].private for n in kind.columns[:2] if n in kind.specs), kind


def test_nothing_private_appears():
    secrets = {"id_number": "11010119900307123X", "phone": "13900001234"}
    people = [replace(person, **secrets) for person in YEAR.counted(Person)]
    year = replace(YEAR, counted_entries={**YEAR.counted_entries, Person: people})
    typed = Own("13900001234".replace("139", "138"), f"党员名册.联系电话@{people[0].id}")
    report = told(year)
    report = replace(report, blocks=(*report.blocks, Paragraph((typed,), "x")))
    made = proof_of(report, gather(year), year)
    said = "".join((*made.comments.values(), *(run.text for run in all_runs(made.document))))
    assert people[0].name in said
    assert not any(secret in said for secret in secrets.values())


@settings(max_examples=rounds(60), deadline=None, derandomize=True)
@given(year=years())
def test_any_years_proof_copy_is_sound(year: Year):
    report = told(year)
    made = proof_of(report, gather(year), year)
    assert set(made.comments) == set(figures(report))
    assert_sound(made.document, year)
    if made.comments:
        table = made.document.blocks[-1]
        known = {run.entry for run in runs_of(table) if isinstance(run, Quotation)}
        assert known <= {entry for each in figures(report) for entry in each.entries}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("proof")
    report = told(YEAR)
    made = proof_of(report, FACTS, YEAR)
    paths = {name: folder / f"{name}.docx" for name in ("report", "proof")}
    paths["report"].write_bytes(write_docx(report, load_style()))
    paths["proof"].write_bytes(write_docx(made.document, load_style(), comments=made.comments))
    return paths


@needs_validator
def test_three_validators_find_no_fault_in_the_proof_copy(files: dict[str, Path]):
    assert faults(files["proof"]) == []


@needs_libreoffice
def test_the_reports_pages_are_as_they_are_and_the_table_follows(files: dict[str, Path]):
    report, copy = to_pdf(list(files.values()), files["report"].parent)
    before, _, after = printed(copy).partition("核对附表")
    assert before.count("\f") == printed(report).rstrip("\f").count("\f") + 1
    assert "数据来源" in after
    assert check_grid(copy).faults == []


def printed(pdf: Path) -> str:
    command = ["pdftotext", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
