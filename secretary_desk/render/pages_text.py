"""Text broken into lines, each of which knows from which run its characters came."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, repeat
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from ..records.text import clean
from ..report.document import Runs
from .pages_fonts import Type, device, unit

Align = Qt.AlignmentFlag
Piece = tuple[str, int | None]  # a text and the index of its run in its block, if it has one

_LATIN = re.compile("[\x20-\x7e]+")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_HANGING = frozenset("、。，．：；？！")  # over a line's end, as in LibreOffice for zh-CN
_NEVER_FIRST = _HANGING | frozenset("”’）》〉」』】〕…—·%％℃,.;:!?)]}")
_BASELINE = 0.38  # of the type's size: from a Chinese character's middle down to the baseline


class Text(NamedTuple):
    """A cleaned text; ``ends`` are the ends of its pieces as Qt counts, in UTF-16 units."""

    text: str
    ends: tuple[int, ...]
    runs: tuple[int | None, ...]


class Frame(NamedTuple):
    """Where the lines of a paragraph stand, in dots from the text block's left edge."""

    width: float
    left: float = 0.0
    first: float = 0.0  # where the first line begins
    align: Align = Align.AlignJustify
    tab: float = 0.0


class Line(NamedTuple):
    """A line; ``layout`` keeps it alive."""

    text: Text
    layout: QTextLayout
    line: QTextLine
    size: float

    def paint(self, painter: QPainter, x: float, middle: float) -> None:
        """Paint the line with the middle of its characters at a height."""
        top = middle + _BASELINE * self.size - self.line.ascent()
        self.line.draw(painter, QPointF(x, top))

    def run_at(self, x: float) -> int | None:
        """Return the index of the run whose text is at a place, if any is."""
        found = self.line.naturalTextRect()
        if not found.left() <= x <= found.right():
            return None
        place = self.line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        at = bisect_right(self.text.ends, place)
        return self.text.runs[at] if at < len(self.text.runs) else None


def numbered(runs: Runs, first: int = 0) -> list[Piece]:
    """Return runs as pieces, numbered from ``first``."""
    return [(run.text, number) for number, run in enumerate(runs, first)]


def joined(pieces: Iterable[Piece], *, one_line: bool = False) -> Text:
    """Return pieces as one text, cleaned as every writer cleans it."""
    texts, runs = tuple(zip(*pieces, strict=True)) or ((), ())
    whole = clean("".join(texts))
    if whole != "".join(texts):
        # Guarded, so that the blanks inside the text are not taken for its margins.
        texts = tuple(clean(f"|{text}|")[1:-1] for text in texts)
        whole = "".join(texts).strip()
    blank = len("".join(texts)) - len("".join(texts).lstrip())
    ends = (min(max(end - blank, 0), _units(whole)) for end in accumulate(map(_units, texts)))
    return Text(whole.replace("\n", " " if one_line else "\u2028"), tuple(ends), runs)


@lru_cache(maxsize=2048)
def set_lines(text: Text, kind: Type, frame: Frame) -> tuple[Line, ...]:
    """Break a text into lines; an empty one has none.

    They are kept: at a pause in typing one paragraph has changed, the others are as they were.
    """
    if not text.text:
        return ()
    layout, lines, left = _layout(text.text, kind, frame), [], frame.first
    mark = QFontMetricsF(kind.font, device()).horizontalAdvance("，")
    units = _ASTRAL.sub("　　", text.text)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(frame.width - left)
        if frame.align == Align.AlignJustify:
            _hang(line, units, mark)
        line.setPosition(QPointF(left, 0.0))
        lines.append(Line(text, layout, line, kind.size))
        left = frame.left
    layout.endLayout()
    return tuple(lines)


def advance(text: str, kind: Type) -> float:
    """Return how long a text is on one line, in dots."""
    return sum(
        line.line.naturalTextWidth()
        for line in set_lines(Text(text, (), ()), kind, Frame(1e6, align=Align.AlignLeft))
    )


def _layout(text: str, kind: Type, frame: Frame) -> QTextLayout:
    layout = QTextLayout(text, kind.font, device())
    option = QTextOption(frame.align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if frame.tab:
        option.setTabStopDistance(frame.tab / unit())
    layout.setTextOption(option)
    layout.setFormats(list(_latin(text, kind)))
    return layout


def _hang(line: QTextLine, units: str, mark: float) -> None:
    """Let a mark that alone has no room on a line stand over its end, as Word does by default.

    Without it the character before the mark goes down as well: a mark begins no line.
    """
    start, end, width = line.textStart(), _end(line), line.width()
    line.setLineWidth(width + mark)
    hung = max(map(units.rfind, _HANGING, repeat(end), repeat(_end(line)))) + 1
    if hung and hung < _end(line) and units[hung] not in _NEVER_FIRST:
        line.setNumColumns(hung - start, width + mark)
    if _end(line) != hung:
        line.setLineWidth(width)


def _end(line: QTextLine) -> int:
    return line.textStart() + line.textLength()


def _latin(text: str, kind: Type) -> Iterator[QTextLayout.FormatRange]:
    for found in _LATIN.finditer(_ASTRAL.sub("　　", text)):
        span = QTextLayout.FormatRange()
        span.start, span.length = found.start(), found.end() - found.start()
        span.format = kind.latin
        yield span


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
