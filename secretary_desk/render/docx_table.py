"""Tables of the Word file: widths twice over, repeated headings, rows that stay whole."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..report.document import Column, Runs, Table, text_of
from ..report.style import StyleSheet
from .measure import column_widths
from .oxml import Markup, el, paragraph, twips_of_mm

_CENTRED = (el("jc", val="center"),)


def table(block: Table, style: StyleSheet) -> Markup:
    """Return a table over the whole width of the text block."""
    widths = column_widths(block.columns, twips_of_mm(style.page.block_width))
    # Word goes by tblW and tcW, WPS by gridCol.
    properties = el(
        "tblPr",
        el("tblStyle", val="ReportTable"),
        el("tblW", w=sum(widths), type="dxa"),
        el("tblLayout", type="fixed"),
        el("tblLook", firstRow=1),
    )
    grid = el("tblGrid", *(el("gridCol", w=width) for width in widths))
    heads = (paragraph("TableHead", column.label) for column in block.columns)
    head = _row(heads, widths, el("tblHeader"))
    rows = (_row(_contents(cells, block.columns), widths) for cells in block.rows)
    return el("tbl", properties, grid, head, *rows)


def table_end() -> Markup:
    """Return the paragraph that a table at the end of a file needs, as small as can be."""
    small = el("rPr", el("sz", val=2))
    return paragraph("Normal", "", el("snapToGrid", val=0), el("spacing", line=20), small)


def _row(contents: Iterable[Markup], widths: list[int], *properties: Markup) -> Markup:
    cells = (_cell(content, width) for content, width in zip(contents, widths, strict=True))
    return el("tr", el("trPr", el("cantSplit"), *properties), *cells)


def _contents(cells: tuple[Runs, ...], columns: tuple[Column, ...]) -> Iterator[Markup]:
    for cell, column in zip(cells, columns, strict=True):
        align = _CENTRED if column.align == "centre" else ()
        yield paragraph("TableText", text_of(cell), *align)


def _cell(content: Markup, width: int) -> Markup:
    return Markup(f"<w:tc>{_cell_head(width)}{content}</w:tc>")


@lru_cache(maxsize=256)
def _cell_head(width: int) -> Markup:
    return el("tcPr", el("tcW", w=width, type="dxa"), el("vAlign", val="center"))
