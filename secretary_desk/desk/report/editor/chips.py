"""What a run of a passage's text stands for: words, a figure, a number typed over, a quotation."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from ....report.template import QUOTED, TYPED, Reference, Step

OPENING = 4  # letters that may stand before a number in its run: 增加了3次

NOTHING = Reference("")  # what stands behind plain words
_N = "0-9０-９〇零一二两三四五六七八九十百千万亿"
_NUMBER = re.compile(rf"[{_N}](?:(?:[^，。；：、！？,;]|,(?=\d))*[{_N}])?[%％‰成余多]*")


class Look(Enum):
    """How a part of the text is shown."""

    WORDS, FIGURE, TYPED, QUOTED = range(4)


_UNCOUNTED = (Look.WORDS, Look.QUOTED)


class Mark(NamedTuple):
    """What a run came in as: its reference, and the text that was shown for it."""

    reference: Reference
    shown: str

    @property
    def look(self) -> Look:
        """How it is shown while its text is untouched."""
        if self.reference is NOTHING:
            return Look.WORDS
        if self.reference.text is None:
            return Look.FIGURE
        return Look.QUOTED if self.reference.steps[-1].name == QUOTED else Look.TYPED

    def number_in(self, text: str) -> tuple[int, int]:
        """Return where a number with this one's words around it stands; equal ends for none."""
        found = _NUMBER.search(text)
        if not found or found.start() > OPENING or self.look in _UNCOUNTED:
            return 0, 0
        before, unit = self._around()
        start = 0 if before else found.start()
        end = found.end()
        return start, end + len(unit) if text.startswith(unit, end) else end

    def is_whole(self, text: str) -> bool:
        """Whether a number has its measure word, so that nothing more belongs to it."""
        unit = self._around()[1]
        return bool(unit) and text.endswith(unit)

    def _around(self) -> tuple[str, str]:
        found = _NUMBER.search(self.shown)
        return (self.shown[: found.start()], self.shown[found.end() :]) if found else ("", "")


class Part(NamedTuple):
    """A piece of the text from a UTF-16 position on, with what stands behind it."""

    start: int
    text: str
    look: Look = Look.WORDS
    reference: Reference = NOTHING

    @property
    def end(self) -> int:
        """The position after it."""
        return self.start + units(self.text)


class Run(NamedTuple):
    """Text of one mark, as the document has it now, from a UTF-16 position on."""

    start: int
    text: str
    number: int  # of its mark
    mark: Mark

    @property
    def end(self) -> int:
        """The position after it."""
        return self.start + units(self.text)

    @property
    def look(self) -> Look:
        """How it is shown, as a whole."""
        if self.text == self.mark.shown:
            return self.mark.look
        return Look.WORDS if self.mark.look in _UNCOUNTED else Look.TYPED

    def parts(self) -> Iterator[Part]:
        """Yield what it says: itself while untouched; else a typed number between words."""
        if self.text == self.mark.shown:
            yield Part(self.start, self.text, self.mark.look, self.mark.reference)
            return
        start, end = self.mark.number_in(self.text)
        before, number, after = self.text[:start], self.text[start:end], self.text[end:]
        at = self.start + units(before)
        if before:
            yield Part(self.start, before)
        if number:
            yield Part(at, number, Look.TYPED, _typed_over(self.mark.reference, number))
        if after:
            yield Part(at + units(number), after)

    def takes_before(self) -> bool:
        """Whether what is typed at its beginning may belong to its number."""
        return self._is_open() and self.mark.number_in(self.text)[0] == 0

    def takes_after(self) -> bool:
        """Whether what is typed at its end may belong to its number."""
        if not self._is_open():
            return False
        start, end = self.mark.number_in(self.text)
        return start == end or (end == len(self.text) and not self.mark.is_whole(self.text))

    def _is_open(self) -> bool:
        """Whether it is a number being typed, or the few words before one."""
        if self.look is not Look.TYPED:
            return False
        start, end = self.mark.number_in(self.text)
        return start < end or len(self.text) <= OPENING


def units(text: str) -> int:
    """Return how many places a text takes in a QTextDocument, which counts UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _typed_over(reference: Reference, text: str) -> Reference:
    bare = reference.bare()
    return bare._replace(steps=(*bare.steps, Step(TYPED, text, is_text=True)))
