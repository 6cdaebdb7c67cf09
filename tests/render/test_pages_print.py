"""Printing, on a printer that writes a PDF."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from judges.glyphs import sheets
from judges.grid import check_grid
from judges.needs import needs
from PySide6.QtPrintSupport import QPrinter
from render import specimens
from render.specimens import document, paragraph

from secretary_desk.errors import DeskError
from secretary_desk.render.pages import print_pages, write_pdf
from secretary_desk.report.style import load_style

needs_poppler = needs("" if shutil.which("pdftotext") else "poppler（pdftotext）未安装")

pytestmark = [needs_poppler, pytest.mark.usefixtures("qapp")]

STYLE = load_style()


@pytest.fixture
def printer(tmp_path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


def printed(printer: QPrinter) -> list[int]:
    """Print the report of twelve pages; return the page numbers in the order of the sheets."""
    print_pages(specimens.twelve_pages(), STYLE, printer)
    text = text_in(Path(printer.outputFileName()))
    return [int(number) for number in re.findall(r"—\s*(\d+)\s*—", text)]


def text_in(pdf: Path) -> str:
    command = ["pdftotext", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def places(pdf: Path) -> list[tuple[int, float, float, float]]:
    """Return the page, left, right and middle of every line, in points."""
    found = enumerate(sheets(pdf))
    return [(n, each.left, each.right, each.middle) for n, page in found for each in page.lines]


def test_all_pages_are_printed_in_their_order(printer):
    assert printed(printer) == list(range(1, 13))


def test_a_range_of_pages_is_printed(printer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(3, 5)
    assert printed(printer) == [3, 4, 5]


def test_a_range_without_bounds_is_everything(printer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    assert len(printed(printer)) == 12


@pytest.mark.parametrize(("collated", "sheets"), [(True, [1, 2, 1, 2]), (False, [1, 1, 2, 2])])
def test_copies_are_printed_together_or_page_by_page(printer, collated, sheets):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 2)
    printer.setCopyCount(2)
    printer.setCollateCopies(collated)
    assert printed(printer) == sheets


def test_the_last_page_can_come_first(printer):
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert printed(printer) == list(range(12, 0, -1))


@pytest.mark.parametrize("resolution", [300, 600, 1200])
def test_whatever_the_printers_resolution_and_margins_a_sheet_is_the_pdfs(
    printer, tmp_path, resolution
):
    printer.setResolution(resolution)
    pdf = tmp_path / "written.pdf"
    pdf.write_bytes(write_pdf(specimens.twelve_pages(), STYLE))
    print_pages(specimens.twelve_pages(), STYLE, printer)
    sheet = Path(printer.outputFileName())
    for on_paper, in_file in zip(places(sheet), places(pdf), strict=True):
        assert on_paper == pytest.approx(in_file, abs=0.5)
    assert set(check_grid(sheet).rows) == {22}


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_begin_is_a_sentence(printer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "missing" / "printed.pdf"))
    with pytest.raises(DeskError, match="打印机没有开始打印"):
        print_pages(document(paragraph(30)), STYLE, printer)
