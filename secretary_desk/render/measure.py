"""Where lines stand that depend on their own length, in characters of the body."""

from collections.abc import Sequence

from ..records.text import width
from ..report.style import StyleSheet


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
