"""What a PDF's text says when it is searched or copied.

Qt's own tables leave out characters beyond U+FFFF, which rare names have, and where one shape
serves two characters may name the wrong one: ⼯, a radical, for 工. Qt numbers the glyphs of each
font as they are first drawn, so the lines in the order of drawing say what each number stands for.
"""

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtGui import QRawFont

from .pages_font_file import nameless
from .pages_text import Line

_FONT = re.compile(rb"/Subtype /Type0.*?/ToUnicode (\d+) 0 R", re.DOTALL)
_RANGE = re.compile(rb"<(\w{4})> <\w{4}> \[(.*?)\]", re.DOTALL)
_XREF = re.compile(rb"xref\n0 \d+\n(.*?)(?=trailer\n)", re.DOTALL)
_STREAM = re.compile(rb"(\d+ 0 obj\n[^>]*)/Length (\d+) 0 R([^>]*/FlateDecode\s*>>\s*stream\n)")
_SPLIT = {"⸺": "——"}  # the one shape that some fonts have for the two
_LISTED = 100  # as many entries may stand in one list
_MAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{lists}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A font on the pages: the numbers of its glyphs, and what characters its lines have."""

    font: QRawFont
    numbers: dict[int, int] = field(default_factory=lambda: {0: 0})
    characters: dict[str, None] = field(default_factory=dict)

    def texts(self) -> dict[int, str]:
        """Return the characters by the numbers of their glyphs."""
        glyphs = {self._glyph(char): char for char in reversed(self.characters)}
        return {n: glyphs[glyph] for glyph, n in self.numbers.items() if glyph in glyphs and n}

    def bears_out(self, table: dict[int, str]) -> bool:
        """Whether Qt numbered the glyphs as this does: its own table names them rightly."""
        glyphs = {number: glyph for glyph, number in self.numbers.items()}
        return all(glyphs.get(n) == self._glyph(char) for n, char in table.items() if n)

    def _glyph(self, char: str) -> int:
        return next(iter(self.font.glyphIndexesForString(char)), 0)


def drawn(lines: Iterable[Line]) -> list[Drawn]:
    """Return the fonts of lines; lines and fonts in the order of drawing."""
    found: dict[tuple[str, str, int], Drawn] = {}
    for line in lines:
        for run in line.line.glyphRuns():
            font = run.rawFont()
            face = font.familyName(), font.styleName(), font.weight()
            each = found.setdefault(face, Drawn(font))
            each.characters.update(dict.fromkeys(line.text.text))
            for glyph in run.glyphIndexes():
                each.numbers.setdefault(glyph, len(each.numbers))
    return list(found.values())


def with_texts(pdf: bytes, fonts: list[Drawn]) -> bytes:
    """Return Qt's PDF with the texts of these fonts; as it is if Qt did not number them so.

    The rest is only packed tighter: nine tenths of a report are the shapes of its characters.
    """
    objects = _objects(pdf)
    found = (_FONT.search(body) for _, body in sorted(objects.items()))
    places = [int(each[1]) for each in found if each]
    tables = [_table(objects[place]) for place in places]
    if len(tables) != len(fonts) or not all(map(Drawn.bears_out, fonts, tables)):
        return pdf
    for place, table, font in zip(places, tables, fonts, strict=True):
        split = {number: _SPLIT.get(char, char) for number, char in table.items()}
        objects[place] = _stream(place, split | font.texts())
    return _assembled(pdf, {number: _packed(body, objects) for number, body in objects.items()})


def _packed(body: bytes, objects: dict[int, bytes]) -> bytes:
    """Return an object with its stream compressed as far as can be, a font without its names."""
    found = _STREAM.match(body)
    if not found:
        return body
    length = int(objects[int(found[2])].split()[3])
    data = zlib.decompress(body[found.end() : found.end() + length])
    data = zlib.compress(nameless(data) if b"/Length1 " in found[1] else data, 9)
    head = b"%b/Length %d%b" % (found[1], len(data), found[3])
    return head + data + body[found.end() + length :]


def _table(stream: bytes) -> dict[int, str]:
    table = {}
    for first, codes in _RANGE.findall(stream):
        for number, code in enumerate(codes.split(), int(first, 16)):
            table[number] = chr(int(code[1:-1], 16))
    return {number: char for number, char in table.items() if char != "\0"}


def _stream(number: int, table: dict[int, str]) -> bytes:
    lines = [f"<{n:04X}> <{text.encode('utf-16-be').hex()}>\n" for n, text in sorted(table.items())]
    parts = (lines[start : start + _LISTED] for start in range(0, len(lines), _LISTED))
    lists = "".join(f"{len(part)} beginbfchar\n{''.join(part)}endbfchar\n" for part in parts)
    data = zlib.compress(_MAP.format(lists=lists).encode(), 9)
    head = f"{number} 0 obj\n<< /Length {len(data)} /Filter /FlateDecode >>\nstream\n"
    return head.encode() + data + b"\nendstream\nendobj\n"


def _objects(pdf: bytes) -> dict[int, bytes]:
    """Return the objects of a PDF as Qt writes it, by number; none of another's."""
    table = _XREF.search(pdf)
    if table is None:
        return {}
    entries = enumerate(table[1].splitlines())
    places = sorted((int(line[:10]), n) for n, line in entries if line.rstrip().endswith(b"n"))
    ends = [*(place for place, _ in places[1:]), table.start()]
    return {n: pdf[start:end] for (start, n), end in zip(places, ends, strict=True)}


def _assembled(pdf: bytes, objects: dict[int, bytes]) -> bytes:
    head = pdf[: pdf.index(b"1 0 obj")]
    trailer = pdf[pdf.rindex(b"trailer\n") : pdf.rindex(b"startxref\n")]
    parts, places, at = [head], [b"0000000000 65535 f \n"], len(head)
    for _, body in sorted(objects.items()):
        places.append(b"%010d 00000 n \n" % at)
        parts.append(body)
        at += len(body)
    table = b"xref\n0 %d\n" % len(places) + b"".join(places)
    return b"".join(parts) + table + trailer + b"startxref\n%d\n%%%%EOF\n" % at
