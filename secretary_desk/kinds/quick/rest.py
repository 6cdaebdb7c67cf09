"""A line of which part after part is understood; what is left of it is the entry's topic."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...records.text import one_line

# A word begins here: before it stands nothing, a blank, a mark, or what was understood already.
BEFORE = r"(?<![^\s\0，,、。；;：:（(])"
AFTER = r"(?=[\s\0，,、。；;）)]|$)"
_TAKEN = "\0"
_MARKS = " ，,、。；;：:·"
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：（）"}


class Piece(NamedTuple):
    """Words of the line and the field that holds them; without one, they name the kind."""

    text: str
    field: str = ""


class Rest:
    """What is not understood yet. ``text`` is as long as ``line``, with half-width figures."""

    def __init__(self, line: str) -> None:
        self.line = one_line(line)
        self.text = self.line.translate(_HALF)
        self.pieces: list[Piece] = []

    def find(self, pattern: str) -> Iterator[re.Match[str]]:
        """Yield where a pattern stands in what is left."""
        return re.finditer(pattern, self.text)

    def original(self, found: re.Match[str], group: int | str = 0) -> str:
        """Return what was typed where a pattern was found."""
        return self.line[found.start(group) : found.end(group)]

    def take(self, start: int, end: int, field: str = "") -> None:
        """Note that a part of the line is understood."""
        self.pieces.append(Piece(self.line[start:end], field))
        self.text = self.text[:start] + _TAKEN * (end - start) + self.text[end:]

    def words(self) -> str:
        """Return what is left, in the order in which it was typed."""
        left = "".join(
            _TAKEN if mark == _TAKEN else typed
            for mark, typed in zip(self.text, self.line, strict=True)
        )
        parts = (part.strip(_MARKS) for part in left.split(_TAKEN))
        return one_line(" ".join(filter(None, parts)))
