"""The report as pages: one layout for the screen, PDF and the printer.

Text is laid out at 1440 dots an inch whatever shows it, so that lines break alike everywhere.
"""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from ..errors import DeskError
from ..records.text import one_line
from ..report.document import Document
from ..report.style import Page, StyleSheet
from . import pages_fonts
from .pages_blocks import strips
from .pages_copy import drawn, with_texts
from .pages_fonts import DOTS, DPI
from .pages_paging import paged
from .pages_paint import lines_on, paint_page
from .pages_strip import Strip
from .pages_text import Line

_PROGRAM = "书记案头"


class BrokenOff(DeskError):
    """A printer took some pages and then no more."""


class Spot(NamedTuple):
    """What is at a place: an index of ``document.blocks``, and one of ``runs_of`` that block.

    ``run`` is None on blanks, and on what the page adds: 附件：, column headings, a blank line.
    """

    block: int
    run: int | None


class Pages:
    """A report laid out.

    Lengths are millimetres from the sheet's upper left corner; pages count from 0.
    """

    def __init__(self, document: Document, style: StyleSheet, *, annexes: bool = True) -> None:
        """Lay out a document, or without ``annexes`` what stands before them."""
        pages_fonts.application()
        self._style = style
        found = strips(document, style, annexes=annexes)
        self._pages = paged(found, style.page.block_height * DOTS)

    @property
    def count(self) -> int:
        """Return how many pages there are, at least one."""
        return len(self._pages)

    @property
    def size(self) -> tuple[float, float]:
        """Return a sheet's width and height in millimetres."""
        return self._style.page.width, self._style.page.height

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page in black with a painter that counts millimetres from the sheet's corner.

        A caller scales the painter by its pixels in a millimetre. The paper is left as it is.
        """
        painter.save()
        painter.scale(1 / DOTS, 1 / DOTS)
        paint_page(painter, self._pages[page], self._style, page + 1)
        painter.restore()

    def lines(self) -> Iterator[Line]:
        """Yield every line of every page, page numbers too, in the order of painting."""
        for number, placed in enumerate(self._pages, 1):
            yield from (each.line for each in lines_on(placed, self._style, number))

    def at(self, page: int, x_mm: float, y_mm: float) -> Spot | None:
        """Return what is at a place of a page; None in margins and between blocks."""
        sheet = self._style.page
        x, y = (x_mm - sheet.left) * DOTS, (y_mm - sheet.top) * DOTS
        if not 0 <= x <= sheet.block_width * DOTS:
            return None
        for top, strip in self._pages[page]:
            if strip.block is not None and top <= y < top + strip.height:
                return Spot(strip.block, _run_at(strip, x, y - top))
        return None

    def place_of(self, block: int) -> tuple[int, float]:
        """Return the page on which a block begins, and its upper edge there.

        A block that is not printed is where the last one before it begins.
        """
        found = (0, self._style.page.top)
        begun = -1
        for number, page, top in self._places():
            if begun < number <= block:
                begun, found = number, (page, top)
        return found

    def rects_of(self, block: int) -> list[tuple[int, QRectF]]:
        """Return the page and the rectangle of each part of a block, over the whole width."""
        sheet, found = self._style.page, []
        for page, placed in enumerate(self._pages):
            own = [each for each in placed if each.strip.block == block]
            if own:
                top, bottom = own[0].top / DOTS, (own[-1].top + own[-1].strip.height) / DOTS
                area = QRectF(sheet.left, sheet.top + top, sheet.block_width, bottom - top)
                found.append((page, area))
        return found

    def stand_ins(self) -> list[tuple[str, str]]:
        """Return each font of the style that this machine lacks, and what is shown instead."""
        return pages_fonts.stand_ins(self._style)

    def _places(self) -> Iterator[tuple[int, int, float]]:
        for page, placed in enumerate(self._pages):
            for top, strip in placed:
                if strip.block is not None:
                    yield strip.block, page, self._style.page.top + top / DOTS


def write_pdf(document: Document, style: StyleSheet) -> bytes:
    """Return the document as the bytes of a PDF; raises DeskError without a Chinese font."""
    pages_fonts.need_chinese()
    pages = Pages(document, style)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    _describe(writer, document)
    writer.setResolution(DPI)
    writer.setPageLayout(_whole_sheet(style.page))
    painter = QPainter(writer)
    for page in range(pages.count):
        if page:
            writer.newPage()
        painter.save()
        painter.scale(DOTS, DOTS)
        pages.paint(painter, page)
        painter.restore()
    painter.end()
    return with_texts(bytes(data.data()), drawn(pages.lines()))


def print_pages(document: Document, style: StyleSheet, printer: QPrinter) -> None:
    """Print the document: the printer's page range, order and copies, on whole sheets.

    Positions count from the paper's corner, whatever margin the printer cannot reach. Raises
    DeskError where there is no Chinese font, the printer does not begin; BrokenOff.
    """
    pages_fonts.need_chinese()
    pages = Pages(document, style)
    printer.setDocName(one_line(document.title()))
    printer.setCreator(_PROGRAM)
    printer.setFullPage(True)
    printer.setPageLayout(_whole_sheet(style.page))
    painter = QPainter()
    if not painter.begin(printer):
        raise DeskError("打印机没有开始打印；档案没有变动，请检查打印机是否接通后再试")
    for place, page in enumerate(_order(pages.count, printer)):
        if place and not printer.newPage():
            painter.end()
            raise BrokenOff(
                f"打印机只收下了{place}页，没有打完；档案没有变动，请检查打印机后，从没有打的一页接着打"
            )
        painter.save()
        painter.scale(printer.logicalDpiX() / 25.4, printer.logicalDpiY() / 25.4)
        pages.paint(painter, page)
        painter.restore()
    painter.end()


def _describe(writer: QPdfWriter, document: Document) -> None:
    writer.setTitle(one_line(document.title()))
    writer.setCreator(_PROGRAM)
    if hasattr(writer, "setAuthor"):  # since Qt 6.9
        writer.setAuthor(one_line(document.secretary))


def _whole_sheet(page: Page) -> QPageLayout:
    size = QPageSize(QSizeF(page.width, page.height), QPageSize.Unit.Millimeter)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _order(count: int, printer: QPrinter) -> list[int]:
    """Return the pages in the order in which they go to the printer, copies among them."""
    pages = [page for page in range(count) if _is_asked_for(page + 1, printer)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def _is_asked_for(number: int, printer: QPrinter) -> bool:
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return True
    ranges = printer.pageRanges()
    return ranges.isEmpty() or ranges.contains(number)


def _run_at(strip: Strip, x: float, y: float) -> int | None:
    lines = (words for words in strip.words if abs(y - words.middle) <= words.height / 2)
    found = (words.line.run_at(x - words.x) for words in lines)
    return next((run for run in found if run is not None), None)
