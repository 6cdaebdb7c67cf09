"""A page on a painter: its strips, its page number, the rules of its tables."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen

from ..report.style import StyleSheet
from .pages_fonts import DOTS, dots, type_of
from .pages_paging import Placed
from .pages_text import Align, Frame, Line, joined, set_lines


class Placing(NamedTuple):
    """A line where it stands on a page: its origin and its middle, in dots from the text block."""

    line: Line
    x: float
    middle: float


def paint_page(painter: QPainter, placed: Sequence[Placed], style: StyleSheet, number: int) -> None:
    """Paint a page in black from the sheet's corner, with a painter that counts dots."""
    painter.save()
    painter.translate(style.page.left * DOTS, style.page.top * DOTS)
    painter.setPen(Qt.GlobalColor.black)
    for line, x, middle in lines_on(placed, style, number):
        line.paint(painter, x, middle)
    _paint_rules(painter, placed)
    painter.restore()


def lines_on(placed: Sequence[Placed], style: StyleSheet, number: int) -> Iterator[Placing]:
    """Yield every line of a page in the order of painting."""
    for top, strip in placed:
        for words in strip.words:
            yield Placing(words.line, words.x, top + words.middle)
    yield from _number(style, number)


def _number(style: StyleSheet, number: int) -> Iterator[Placing]:
    """Yield — 1 — at the outer edge: odd pages right, even left (GB/T 9704-2012, 7.5)."""
    face, page = style.faces.page_number, style.page
    clear = dots(style.blanks.page_number * face.size)
    align = Align.AlignRight if number % 2 else Align.AlignLeft
    if style.page_number.place == "centre":
        clear, align = 0.0, Align.AlignHCenter
    frame = Frame(page.block_width * DOTS - 2 * clear, align=align)
    middle = (page.block_height + style.page_number.below) * DOTS
    for line in set_lines(joined([(f"— {number} —", None)]), type_of(face, style, 0.0), frame):
        yield Placing(line, clear, middle)


def _paint_rules(painter: QPainter, placed: Sequence[Placed]) -> None:
    pen = QPen(Qt.GlobalColor.black)
    pen.setCapStyle(Qt.PenCapStyle.SquareCap)
    for top, strip in placed:
        if strip.rules:
            pen.setWidthF(strip.thickness)
            painter.setPen(pen)
            painter.drawLines([QLineF(r.x, top + r.y, r.to_x, top + r.to_y) for r in strip.rules])
