"""The lines of a PDF's pages, from the glyph positions that ``pdftotext -bbox`` prints."""

import shutil
import subprocess
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from xml.etree import ElementTree

from .needs import found

Word = tuple[float, float, float, float, str]  # left, right, upper, lower edge in points, text


@dataclass(frozen=True, slots=True)
class Line:
    """Words at one height, in points."""

    left: float
    right: float
    middle: float
    height: float
    widest_gap: float
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, in points."""

    width: float
    height: float
    lines: tuple[Line, ...]


def sheets(pdf: Path) -> list[Sheet]:
    """Return the pages of a PDF."""
    program = found(shutil.which("pdftotext"), "pdftotext（poppler）未安装，无法读出页面")
    text = subprocess.run([program, "-bbox", pdf, "-"], check=True, capture_output=True).stdout
    return [
        Sheet(float(page.attrib["width"]), float(page.attrib["height"]), _lines(page))
        for page in ElementTree.fromstring(text).iterfind(".//{*}page")
    ]


def _lines(page: ElementTree.Element) -> tuple[Line, ...]:
    words = [
        (*(float(word.attrib[side]) for side in ("xMin", "xMax", "yMin", "yMax")), word.text or "")
        for word in page.iterfind("{*}word")
    ]
    rows: list[list[Word]] = []
    for word in sorted(words, key=_middle):
        if rows and _middle(word) - _middle(rows[-1][0]) <= 8:  # less than half of any pitch
            rows[-1].append(word)
        else:
            rows.append([word])
    return tuple(map(_line, rows))


def _middle(word: Word) -> float:
    return (word[2] + word[3]) / 2


def _line(words: list[Word]) -> Line:
    words = sorted(words)
    return Line(
        left=words[0][0],
        right=max(word[1] for word in words),
        middle=median(map(_middle, words)),
        height=median(word[3] - word[2] for word in words),
        widest_gap=max((b[0] - a[1] for a, b in pairwise(words)), default=0.0),
        text="".join(word[4] for word in words),
    )
