"""Where lines stand that depend on their own length, in characters of the body."""

import unicodedata
from collections.abc import Sequence

from ..report.style import StyleSheet


def width(text: str) -> float:
    """Return a text's width: Chinese characters are 1, letters and digits about half."""
    return sum(map(_width, text))


def signature_starts(names: Sequence[str], date: str, style: StyleSheet) -> tuple[float, float]:
    """Return where the names and where the date start, from the left edge.

    Without a seal (GB/T 9704-2012, 7.3.5.2) the name ends two characters before the right edge
    and the date starts two right of the name's start; a date that would then come closer than
    two to the edge stands two before it, and the name moves left. Several names start together.
    """
    end = style.characters - style.blanks.signature
    start = end - max(map(width, names), default=0.0)
    start = min(start, end - width(date) - style.blanks.date)
    return max(start, 0.0), max(start, 0.0) + style.blanks.date


def _width(char: str) -> float:
    if unicodedata.category(char) == "Mn":  # variation selectors of rare characters
        return 0.0
    if unicodedata.east_asian_width(char) in "WFA":
        return 1.0
    return 0.25 if char in ".,:;'" else 0.5
