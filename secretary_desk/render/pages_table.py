"""Tables of the Qt pages: rows that stay whole under a head that every page repeats."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from PySide6.QtGui import QFontMetricsF

from ..report.document import Column, Runs, Table
from ..report.style import Face, StyleSheet
from .measure import column_widths
from .pages_fonts import DOTS, Type, device, dots, type_of
from .pages_strip import Rule, Strip, Words
from .pages_text import Align, Frame, Line, Piece, joined, numbered, set_lines

_CLEAR = 1.0  # points above and below the text of a cell

Cells = Sequence[Sequence[Line]]


class TableSetter:
    """Sets tables over the whole width of the text block."""

    def __init__(self, style: StyleSheet) -> None:
        self._style = style
        self._padding = style.table.padding * DOTS
        self._thickness = dots(style.table.rule)
        self._height = style.page.block_height * DOTS

    def __call__(self, table: Table, number: int) -> Iterator[Strip]:
        """Yield a table's head and rows; a row higher than a page in pieces."""
        edges = self._edges(table.columns)
        head = self._head(table.columns, edges, number)
        repeated = head[0] if len(head) == 1 and head[0].height <= self._height / 2 else None
        yield from head
        first = 0
        for row in table.rows:
            for strip in self._row(row, table.columns, edges, number, first, repeated):
                yield replace(strip, head=repeated)
            first += sum(map(len, row))

    def _edges(self, columns: Sequence[Column]) -> list[float]:
        widths = column_widths(columns, round(self._style.page.block_width * DOTS))
        return list(accumulate(map(float, widths), initial=0.0))

    def _head(self, columns: Sequence[Column], edges: list[float], number: int) -> list[Strip]:
        kind = self._type(self._style.faces.table_head)
        pieces: list[list[Piece]] = [[(column.label, None)] for column in columns]
        aligned = [Align.AlignHCenter] * len(columns)
        cells = self._cells(pieces, aligned, edges, kind)
        return [
            replace(strip, keep=True)
            for strip in self._strips(cells, edges, kind, number, self._height, top=True)
        ]

    def _row(
        self,
        row: tuple[Runs, ...],
        columns: Sequence[Column],
        edges: list[float],
        number: int,
        first: int,
        head: Strip | None,
    ) -> Iterator[Strip]:
        kind = self._type(self._style.faces.table)
        starts = accumulate(map(len, row), initial=first)
        pieces = [numbered(runs, start) for runs, start in zip(row, starts, strict=False)]
        aligned = [
            Align.AlignHCenter if column.align == "centre" else Align.AlignLeft
            for column in columns
        ]
        cells = self._cells(pieces, aligned, edges, kind)
        room = self._height - (head.height if head else 0.0)
        return self._strips(cells, edges, kind, number, room, top=False)

    def _cells(
        self, pieces: list[list[Piece]], aligned: list[Align], edges: list[float], kind: Type
    ) -> Cells:
        widths = [max(right - left - 2 * self._padding, 1.0) for left, right in pairwise(edges)]
        return [
            set_lines(joined(each), kind, Frame(width, align=align, tab=2 * kind.size))
            for each, align, width in zip(pieces, aligned, widths, strict=True)
        ]

    def _strips(
        self, cells: Cells, edges: list[float], kind: Type, number: int, room: float, *, top: bool
    ) -> Iterator[Strip]:
        """Yield a row, cut after as many lines as a page holds."""
        pitch, clear = self._pitch(kind), 2 * dots(_CLEAR) + self._thickness
        most = max(int((room - clear) / pitch), 1)
        for start in range(0, max(map(len, cells), default=0) or 1, most):
            part = [lines[start : start + most] for lines in cells]
            height = max(max(map(len, part), default=0), 1) * pitch + clear
            words = tuple(self._words(part, edges, pitch, height))
            rules = tuple(_rules(edges, height, top=top and start == 0))
            yield Strip(number, height, words, rules, self._thickness)

    def _words(
        self, cells: Cells, edges: list[float], pitch: float, height: float
    ) -> Iterator[Words]:
        for lines, left in zip(cells, edges, strict=False):
            middle = (height - len(lines) * pitch + pitch) / 2
            for place, line in enumerate(lines):
                yield Words(line, left + self._padding, middle + place * pitch, pitch)

    def _pitch(self, kind: Type) -> float:
        return max(dots(self._style.table.pitch), QFontMetricsF(kind.font, device()).height())

    def _type(self, face: Face) -> Type:
        return type_of(face, self._style, 0.0)


def _rules(edges: list[float], height: float, *, top: bool) -> Iterator[Rule]:
    if top:
        yield Rule(edges[0], 0.0, edges[-1], 0.0)
    yield Rule(edges[0], height, edges[-1], height)
    for edge in edges:
        yield Rule(edge, 0.0, edge, height)
