"""The Word file as LibreOffice prints it."""

import subprocess
from pathlib import Path

import pytest
from judges.grid import check_grid
from judges.office import FONTS, fonts_in, needs_libreoffice, to_pdf
from render import specimens

from secretary_desk.render.docx import write_docx
from secretary_desk.report.document import runs_of
from secretary_desk.report.style import load_style

pytestmark = needs_libreoffice

DOCUMENTS = {
    "empty": specimens.document(),
    "ordinary": specimens.ordinary(),
    "twelve": specimens.twelve_pages(),
    "top": specimens.on_top(),
    "ledgers": specimens.document(*specimens.annexes("学习台账", "党费台账", rows=40)),
}


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    files = [folder / f"{name}.docx" for name in DOCUMENTS]
    for file in files:
        file.write_bytes(write_docx(DOCUMENTS[file.stem], load_style()))
    return {pdf.stem: pdf for pdf in to_pdf(files, folder)}


@pytest.fixture(scope="module")
def twelve(pdfs):
    return check_grid(pdfs["twelve"])


def text_in(pdf: Path) -> str:
    command = ["pdftotext", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def test_a_full_page_holds_22_lines_of_28_characters(twelve):
    assert twelve.faults == []
    assert set(twelve.rows) == {22}
    assert twelve.rows.total() >= 8
    assert twelve.characters.most_common(1)[0][0] == 28
    assert twelve.characters.total() > 150


def test_twelve_pages_are_twelve_pages(twelve):
    assert len(twelve.pages) == 12


def test_headings_annexes_and_tables_keep_the_grid(pdfs):
    assert check_grid(pdfs["ordinary"]).faults == []


def test_every_page_has_its_number_outside(pdfs):
    for pdf in pdfs.values():
        assert not [fault for fault in check_grid(pdf).faults if "number" in fault]


def test_every_role_gets_its_font(pdfs):
    arrived = fonts_in(pdfs["ordinary"]) | fonts_in(pdfs["top"])
    assert [role for role, font in FONTS.items() if not any(font in name for name in arrived)] == []


def test_an_empty_report_is_one_page(pdfs):
    assert len(check_grid(pdfs["empty"]).pages) == 1


def test_no_mark_is_lost_at_the_end_of_a_line(pdfs):
    # LibreOffice hangs marks over the edge of justified lines and then does not draw them.
    wanted = "".join(run.text for block in DOCUMENTS["twelve"].blocks for run in runs_of(block))
    printed = text_in(pdfs["twelve"])
    for mark in "，、；：。“”":
        assert printed.count(mark) == wanted.count(mark)


def test_tables_go_on_with_their_head_repeated(pdfs):
    ledgers = [page for page in text_in(pdfs["ledgers"]).split("\f") if "2025-" in page]
    assert len(ledgers) == 4  # two of two pages each
    assert all("序号" in page for page in ledgers)
