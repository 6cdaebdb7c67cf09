"""Where signatures and columns stand, the same in every writer."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from ..records.text import width
from ..report.document import Column
from ..report.style import StyleSheet


def signature_starts(names: Sequence[str], date: str, style: StyleSheet) -> tuple[float, float]:
    """Return where the names and where the date start, in body characters from the left edge.

    Without a seal (GB/T 9704-2012, 7.3.5.2) the name ends two characters before the right edge
    and the date starts two right of the name's start; a date that would then come closer than
    two to the edge stands two before it, and the name moves left. Several names start together.
    """
    end = style.characters - style.blanks.signature
    start = end - max(map(width, names), default=0.0)
    start = min(start, end - width(date) - style.blanks.date)
    return max(start, 0.0), max(start, 0.0) + style.blanks.date


def column_widths(columns: Sequence[Column], total: int) -> list[int]:
    """Return whole widths by the columns' shares; they fill ``total`` exactly."""
    shares = [max(column.share, 0.0) for column in columns]
    if not sum(shares):
        shares = [1.0] * len(columns)
    edges = [round(total * edge / sum(shares)) for edge in accumulate(shares, initial=0.0)]
    return [right - left for left, right in pairwise(edges)]
