"""The report cut into strips, the pieces that no page's end may cut: lines of text, table rows."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from ..report.document import (
    AnnexTitle,
    Aside,
    Block,
    Byline,
    Document,
    Enclosures,
    Heading,
    Paragraph,
    Runs,
    Salutation,
    Signature,
    Table,
    Title,
)
from ..report.style import Face, StyleSheet
from .flow import ENCLOSED, goes_along, items_kept, leads_on, prints, stands_apart
from .measure import signature_starts
from .pages_fonts import DOTS, Type, dots, type_of
from .pages_strip import Strip, Words
from .pages_table import TableSetter
from .pages_text import Align, Frame, Piece, Text, advance, joined, numbered, set_lines

_TAB = 21.0  # points between tab stops, as in the Word file


def strips(document: Document, style: StyleSheet, *, annexes: bool) -> Iterator[Strip]:
    """Yield the strips of a document, or of what stands before its annexes."""
    setter, tables = _Setter(style), TableSetter(style)
    blocks = [(n, block) for n, block in enumerate(document.blocks) if prints(block)]
    if not annexes:
        blocks = list(takewhile(lambda each: not isinstance(each[1], AnnexTitle), blocks))
    before: Block | None = None
    afters = [block for _, block in blocks[1:]] + [None]
    for (number, block), after in zip(blocks, afters, strict=False):
        if before and stands_apart(before, block):
            yield setter.blank(None, keep=leads_on(block))
        if isinstance(block, Table):
            yield from tables(block, number)
        else:
            yield from setter.block(block, number, after)
        before = block


class _Setter:
    """Sets blocks of text line by line on the page's grid."""

    def __init__(self, style: StyleSheet) -> None:
        self._style = style
        self._pitch = dots(style.grid.pitch)
        self._width = style.page.block_width * DOTS
        self._advance = dots(style.advance)

    def blank(self, number: int | None, *, keep: bool = False) -> Strip:
        return Strip(number, self._pitch, keep=keep)

    def block(self, block: Block, number: int, after: Block | None) -> Iterator[Strip]:
        faces = self._style.faces
        match block:
            case Title(lines):
                yield from self._centred(lines, faces.title, number, 0.0)
            case Byline(lines):
                yield from self._centred(lines, faces.byline, number, self._style.grid.spacing)
            case Salutation(runs):
                yield from self._paragraph(runs, faces.salutation, number, 0.0, keep=True)
            case Heading(level, runs):
                face: Face = getattr(faces, f"heading{level}")
                indent = self._style.blanks.first_line
                yield from self._paragraph(runs, face, number, indent, keep=True)
            case Paragraph(runs):
                found = self._paragraph(runs, faces.body, number, self._style.blanks.first_line)
                yield from self._leading_on(list(found), block, after)
            case Aside(runs):
                text, right = joined(numbered(runs)), self._frame(align=Align.AlignRight)
                yield from self._lines(text, self._type(faces.aside), right, number, keep=True)
            case Enclosures():
                yield from self._enclosures(block, number, after)
            case Signature():
                yield from self._signature(block, number)
            case AnnexTitle(label, title):
                yield from self._annex(label, title, number)
            case _:
                raise TypeError(f"a page has no place for {type(block).__name__}")

    def _leading_on(self, found: list[Strip], block: Block, after: Block | None) -> list[Strip]:
        """Keep a short block whole with what takes it along, of a long one the last line."""
        if not leads_on(after):
            return found
        whole = goes_along(block, after, self._style)
        return [replace(strip, keep=whole or strip is found[-1]) for strip in found]

    def _paragraph(
        self, runs: Runs, face: Face, number: int, indent: float, *, keep: bool = False
    ) -> Iterator[Strip]:
        frame = self._frame(first=indent * self._advance)
        text = joined(numbered(runs))
        yield from self._lines(text, self._type(face), frame, number, keep=keep)

    def _centred(
        self, lines: tuple[Runs, ...], face: Face, number: int, spacing: float
    ) -> Iterator[Strip]:
        frame, first = self._frame(align=Align.AlignHCenter), 0
        for runs in lines or ((),):
            text = joined(numbered(runs, first), one_line=True)
            yield from self._lines(text, self._type(face, spacing), frame, number, keep=True)
            first += len(runs)

    def _enclosures(self, block: Enclosures, number: int, after: Block | None) -> Iterator[Strip]:
        """Yield 附件：1.… and its fellows, further lines under the name (GB/T 9704-2012, 7.3.4)."""
        kind, first = self._type(self._style.faces.body), 0
        start = self._style.blanks.first_line * self._advance
        names = start + advance(ENCLOSED, kind)
        kept = items_kept(block, after, self._style)
        for place, (runs, keep) in enumerate(zip(block.items, kept, strict=True), 1):
            mark = f"{place}." if len(kept) > 1 else ""
            lead, begin = (ENCLOSED + mark, start) if place == 1 else (mark, names)
            frame = self._frame(names + advance(mark, kind), begin, Align.AlignLeft)
            pieces: list[Piece] = [(lead, None), *numbered(runs, first)]
            *lines, end = self._lines(joined(pieces), kind, frame, number, keep=True)
            yield from (*lines, replace(end, keep=keep))
            first += len(runs)

    def _signature(self, block: Signature, number: int) -> Iterator[Strip]:
        kind, first, texts = self._type(self._style.faces.signature), 0, []
        for runs in (*block.lines, block.date):
            texts.append(joined(numbered(runs, first), one_line=True))
            first += len(runs)
        *names, date = texts
        starts = signature_starts([name.text for name in names], date.text, self._style)
        name_at, date_at = (start * self._advance for start in starts)
        for text in texts:
            left = date_at if text is date else name_at
            frame = self._frame(left, left, Align.AlignLeft)
            yield from self._lines(text, kind, frame, number, keep=text is not date)

    def _annex(self, label: Runs, title: Runs, number: int) -> Iterator[Strip]:
        faces, texts = self._style.faces, (numbered(label), numbered(title, len(label)))
        left = self._frame(align=Align.AlignLeft)
        lines = self._lines(joined(texts[0]), self._type(faces.annex), left, number, keep=True)
        yield from (replace(strip, fresh=n == 0) for n, strip in enumerate(lines))
        yield self.blank(number, keep=True)
        centred = self._frame(align=Align.AlignHCenter)
        kind = self._type(faces.annex_title, 0.0)
        yield from self._lines(joined(texts[1]), kind, centred, number, keep=True)

    def _lines(
        self, text: Text, kind: Type, frame: Frame, number: int, *, keep: bool = False
    ) -> Iterator[Strip]:
        lines, pitch = set_lines(text, kind, frame), self._pitch
        for line in lines:
            yield Strip(number, pitch, (Words(line, 0.0, pitch / 2, pitch),), keep=keep)
        if not lines:
            yield self.blank(number, keep=keep)

    def _type(self, face: Face, spacing: float | None = None) -> Type:
        return type_of(face, self._style, self._style.grid.spacing if spacing is None else spacing)

    def _frame(
        self, left: float = 0.0, first: float = 0.0, align: Align = Align.AlignJustify
    ) -> Frame:
        return Frame(self._width, left, first, align, dots(_TAB))
