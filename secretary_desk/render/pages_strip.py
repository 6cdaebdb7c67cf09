"""A strip of a page: what stands on one page whole, a line of text or a row of a table."""

from dataclasses import dataclass
from typing import NamedTuple

from .pages_text import Line


class Words(NamedTuple):
    """A line of text in a strip: its origin from the left, its middle from the strip's top."""

    line: Line
    x: float
    middle: float
    height: float


class Rule(NamedTuple):
    """A rule of a table, from the strip's upper left corner."""

    x: float
    y: float
    to_x: float
    to_y: float


@dataclass(frozen=True, slots=True)
class Strip:
    """What stands on one page whole; lengths in dots.

    ``block`` is None for a blank line between two. ``keep`` keeps it on the page of the next one,
    ``fresh`` begins a page with it, ``head`` is put above it where it begins a page.
    """

    block: int | None
    height: float
    words: tuple[Words, ...] = ()
    rules: tuple[Rule, ...] = ()
    thickness: float = 0.0
    keep: bool = False
    fresh: bool = False
    head: "Strip | None" = None
