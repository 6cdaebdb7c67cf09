"""Tables of the Word file: widths twice over, repeated headings, rows that stay whole."""

from itertools import accumulate, pairwise

from ..report.document import Column, Runs, Table, text_of
from ..report.style import StyleSheet
from .oxml import Element, el, paragraph, twips_of_mm


def table(block: Table, style: StyleSheet) -> Element:
    """Return a table over the whole width of the text block."""
    widths = _widths(block.columns, twips_of_mm(style.page.block_width))
    # Word goes by tblW and tcW, WPS by gridCol.
    properties = el(
        "tblPr",
        el("tblStyle", val="ReportTable"),
        el("tblW", w=sum(widths), type="dxa"),
        el("tblLayout", type="fixed"),
        el("tblLook", firstRow=1),
    )
    grid = el("tblGrid", *(el("gridCol", w=width) for width in widths))
    head = el("tr", el("trPr", el("cantSplit"), el("tblHeader")))
    for column, width in zip(block.columns, widths, strict=True):
        head.append(_cell(paragraph("TableHead", column.label), width))
    rows = (_row(cells, block.columns, widths) for cells in block.rows)
    return el("tbl", properties, grid, head, *rows)


def table_end() -> Element:
    """Return the paragraph that a table at the end of a file needs, as small as can be."""
    element = paragraph("Normal", "", el("snapToGrid", val=0), el("spacing", line=20))
    element[0].append(el("rPr", el("sz", val=2)))
    return element


def _row(cells: tuple[Runs, ...], columns: tuple[Column, ...], widths: list[int]) -> Element:
    row = el("tr", el("trPr", el("cantSplit")))
    for cell, column, width in zip(cells, columns, widths, strict=True):
        centred = [el("jc", val="center")] if column.align == "centre" else []
        row.append(_cell(paragraph("TableText", text_of(cell), *centred), width))
    return row


def _cell(content: Element, width: int) -> Element:
    properties = el("tcPr", el("tcW", w=width, type="dxa"), el("vAlign", val="center"))
    return el("tc", properties, content)


def _widths(columns: tuple[Column, ...], total: int) -> list[int]:
    """Return widths that fill ``total`` exactly, by the columns' shares."""
    shares = [max(column.share, 0.0) for column in columns]
    if not sum(shares):
        shares = [1.0] * len(columns)
    edges = [round(total * edge / sum(shares)) for edge in accumulate(shares, initial=0.0)]
    return [right - left for left, right in pairwise(edges)]
