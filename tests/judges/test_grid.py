"""A judge that never says no is none."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from render import specimens

from judges.grid import GridReport, Norm, check_grid
from judges.office import needs_libreoffice, to_pdf
from secretary_desk.render.docx import write_docx
from secretary_desk.report.style import StyleSheet, load_style

pytestmark = needs_libreoffice

STANDARD = load_style()
STYLES = {
    "standard": STANDARD,
    "28 points": STANDARD.varied(pitch=28),
    "30 points": STANDARD.varied(pitch=30),
    "27 characters": replace(STANDARD, grid=replace(STANDARD.grid, spacing=0)),
    "centred numbers": STANDARD.varied(page_number="centre"),
    "wide margins": STANDARD.varied(margins=(25.4, 25.4, 31.8, 31.8)),
    "no numbers": STANDARD,
}


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("grid")
    files = []
    for name, style in STYLES.items():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(printed(style, numbered=name != "no numbers"))
    return {pdf.stem: pdf for pdf in to_pdf(files, folder)}


def printed(style: StyleSheet, *, numbered: bool) -> bytes:
    blocks = specimens.twelve_pages().blocks[:10]
    whole = write_docx(specimens.document(*blocks), style)
    if numbered:
        return whole
    stream = BytesIO()
    with ZipFile(BytesIO(whole)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace("—".encode(), b""))
    return stream.getvalue()


def complaints(report: GridReport) -> str:
    assert not report.ok
    return "\n".join(report.faults)


def test_the_standards_page_passes(pdfs):
    assert check_grid(pdfs["standard"]).faults == []


def test_a_pitch_of_28_points_leaves_the_block_unfilled(pdfs):
    assert "28.00 pt apart; 28.99 would fill" in complaints(check_grid(pdfs["28 points"]))


def test_a_pitch_of_30_points_has_21_rows(pdfs):
    assert "21 rows, not 22" in complaints(check_grid(pdfs["30 points"]))


def test_lines_of_27_characters_are_too_short(pdfs):
    assert "lines have 27 characters, not 28" in complaints(check_grid(pdfs["27 characters"]))


def test_a_page_without_its_number_is_named(pdfs):
    assert "page 1: the foot reads “1”, not — 1 —" in complaints(check_grid(pdfs["no numbers"]))


def test_centred_numbers_are_a_fault_unless_they_are_wanted(pdfs):
    assert "from the outer edge" in complaints(check_grid(pdfs["centred numbers"]))
    assert check_grid(pdfs["centred numbers"], Norm(number="centre")).ok
    assert "not centred" in complaints(check_grid(pdfs["standard"], Norm(number="centre")))


def test_other_margins_are_a_fault(pdfs):
    assert "text stands in the upper margin" in complaints(check_grid(pdfs["wide margins"]))


def test_nothing_to_judge_is_not_a_pass(pdfs):
    assert "nothing to count rows on" in complaints(GridReport(()))
