"""Whether a PDF's pages are the standard's: 22 lines of 28 characters, page numbers outside.

Read from where the glyphs are, without knowing what wrote the PDF.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import median

from .glyphs import Line, Sheet, sheets

_MM = 72 / 25.4
_CLOSING = "，。、；：？！”’）》」』】〕"  # may hang over the right edge


@dataclass(frozen=True, slots=True)
class Norm:
    """What a page should be; millimetres. GB/T 9704-2012, 5.2 and 7.5."""

    top: float = 37
    bottom: float = 35
    left: float = 28
    right: float = 26
    lines: int = 22
    characters: int = 28
    number: str = "outside"
    number_below: float = 7


@dataclass(slots=True)
class PageReport:
    """One page: its rows, if it is full; the length of each full line; what is wrong."""

    number: int
    rows: int | None = None
    characters: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class GridReport:
    """All pages."""

    pages: tuple[PageReport, ...]

    @property
    def rows(self) -> Counter[int]:
        """Return how many full pages have how many rows."""
        return Counter(page.rows for page in self.pages if page.rows is not None)

    @property
    def characters(self) -> Counter[float]:
        """Return how many full lines have how many characters."""
        return Counter(count for page in self.pages for count in page.characters)

    @property
    def faults(self) -> list[str]:
        """Return every fault in words."""
        found = [f"page {page.number}: {fault}" for page in self.pages for fault in page.faults]
        if not self.rows:
            found.append("no page is full: there is nothing to count rows on")
        if not self.characters:
            found.append("no line is full: there is nothing to count characters on")
        return found

    @property
    def ok(self) -> bool:
        """Whether every page is as it should be, and enough was there to judge."""
        return not self.faults


def check_grid(pdf: Path, norm: Norm | None = None) -> GridReport:
    """Return what the pages of a PDF are like; one with tables only by its margins and number."""
    norm = norm or Norm()
    pages = [_Page(n, norm, sheet) for n, sheet in enumerate(sheets(pdf), 1)]
    # The body's type is that of the pages without tables: long ledgers must not outvote it.
    plain = [page for page in pages if _is_plain(page)] or pages
    heights = [line.height for page in plain for line in page.block]
    body = median(heights) if heights else 0.0
    following = [*pages[1:], None]
    return GridReport(
        tuple(_judge(page, after, body) for page, after in zip(pages, following, strict=True))
    )


@dataclass(frozen=True, slots=True)
class _Page:
    index: int
    norm: Norm
    sheet: Sheet

    @property
    def left(self) -> float:
        return self.norm.left * _MM

    @property
    def right(self) -> float:
        return self.sheet.width - self.norm.right * _MM

    @property
    def top(self) -> float:
        return self.norm.top * _MM

    @property
    def bottom(self) -> float:
        return self.sheet.height - self.norm.bottom * _MM

    @property
    def row(self) -> float:
        return (self.bottom - self.top) / self.norm.lines

    @property
    def character(self) -> float:
        return (self.right - self.left) / self.norm.characters

    @property
    def block(self) -> tuple[Line, ...]:
        return tuple(line for line in self.sheet.lines if line.middle <= self.bottom + 3)

    @property
    def foot(self) -> tuple[Line, ...]:
        return tuple(line for line in self.sheet.lines if line.middle > self.bottom + 3)


def _judge(page: _Page, after: _Page | None, body: float) -> PageReport:
    report = PageReport(page.index)
    report.faults += _number_faults(page) + _margin_faults(page)
    if not _is_plain(page):
        return report
    if _runs_over(page, after):
        report.rows = _steps(page) + 1
        report.faults += _row_faults(page, report.rows)
    report.characters = [_count(page, line) for line in page.block if _is_full(page, line, body)]
    report.faults += _length_faults(report.characters, page.norm.characters)
    return report


def _row_faults(page: _Page, rows: int) -> list[str]:
    found, pitch = [], _pitch(page)
    if rows != page.norm.lines:
        found.append(f"{rows} rows, not {page.norm.lines}")
    if abs(pitch - page.row) > 0.01 * page.row:
        found.append(f"lines are {pitch:.2f} pt apart; {page.row:.2f} would fill the block")
    free = page.bottom - page.block[-1].middle - pitch / 2
    if free > page.row / 2:
        found.append(f"{free / _MM:.1f} mm are free under the last line")
    return found


def _length_faults(counts: list[float], wanted: int) -> list[str]:
    # Punctuation that may not begin or end a line moves one character over: ± 1 is no fault.
    found = [f"a line of {n:g} characters" for n in counts if abs(n - wanted) > 1]
    usual = Counter(counts).most_common(1)
    if len(counts) >= 4 and usual[0][0] != wanted:
        found.append(f"lines have {usual[0][0]:g} characters, not {wanted}")
    return found


def _number_faults(page: _Page) -> list[str]:
    if not page.sheet.lines:
        return []
    text = "".join(line.text for line in page.foot)
    if re.sub(r"\s", "", text) != f"—{page.index}—":
        return [f"the foot reads “{text}”, not — {page.index} —"]
    foot, found = page.foot[0], []
    below = (foot.middle - page.bottom) / _MM
    if abs(below - page.norm.number_below) > 1.5:
        found.append(f"the page number stands {below:.1f} mm below the block")
    if page.norm.number == "centre":
        aside = abs((foot.left + foot.right) / 2 - (page.left + page.right) / 2)
        return found + ["the page number is not centred"] * (aside > 3)
    blank = page.right - foot.right if page.index % 2 else foot.left - page.left
    if not 2.5 <= blank / _MM <= 7.5:  # one character of 14 pt
        found.append(f"the page number stands {blank / _MM:.1f} mm from the outer edge")
    return found


def _margin_faults(page: _Page) -> list[str]:
    found = []
    if any(line.middle < page.top for line in page.block):
        found.append("text stands in the upper margin")
    if any(line.left < page.left - page.character / 2 for line in page.block):
        found.append("text stands in the left margin")
    if any(line.right > page.right + 1.2 * page.character for line in page.block):
        found.append("text stands in the right margin")
    return found


def _steps(page: _Page) -> int:
    """Return how many pitches lie between the first line and the last."""
    step = median(b.middle - a.middle for a, b in pairwise(page.block))
    return round((page.block[-1].middle - page.block[0].middle) / step)


def _pitch(page: _Page) -> float:
    return (page.block[-1].middle - page.block[0].middle) / _steps(page)


def _is_plain(page: _Page) -> bool:
    """Whether the page is text alone: every line a whole number of pitches after another."""
    if len(page.block) < 2 or any(line.widest_gap > 1.5 * page.character for line in page.block):
        return False
    pitch = _pitch(page)
    steps = [(b.middle - a.middle) / pitch for a, b in pairwise(page.block)]
    return all(abs(step - round(step)) < 0.12 for step in steps)


def _runs_over(page: _Page, after: _Page | None) -> bool:
    """Whether a paragraph goes on overleaf: only then must the page be full."""
    if after is None or not after.block:
        return False
    flush = abs(after.block[0].left - after.left) < 0.6 * after.character
    return flush and page.right - page.block[-1].right < 0.6 * page.character


def _is_full(page: _Page, line: Line, body: float) -> bool:
    """Whether a line of body type and Chinese characters alone goes from edge to edge."""
    return (
        abs(line.height - body) < 0.12 * body
        and abs(line.left - page.left) < 0.6 * page.character
        and page.right - line.right < page.character
        and all(unicodedata.east_asian_width(char) in "WFA" for char in line.text)
    )


def _count(page: _Page, line: Line) -> float:
    hangs = line.right > page.right + page.character / 4 and line.text[-1] in _CLOSING
    return len(line.text) - hangs
