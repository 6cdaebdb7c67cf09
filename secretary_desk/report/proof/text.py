"""The report as a proof reader sees it: lines of text, each cut into sentences."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise

from ...records.finding import Finding, Weight
from ...records.record import Ref
from ..document import Document, Figure, Heading, Own, Paragraph, Quotation, Run, Salutation
from ..passage import SPOKEN
from ..telling import GAP
from .numbers import Amount, amounts

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters, for patterns
BLANK = "\0"  # what a placeholder is read as: neither words nor marks
_GAP = re.compile(rf"{GAP}[^】]*】")
_ENDS = "。！？!?"
_OPENING, _CLOSING = "“‘（《「『", "”’）》」』"
_GOES_ON = (*"，、；：。！？,;:)", *_CLOSING)
_MARKS = re.compile(f"[{_ENDS}{_OPENING}{_CLOSING}]")
_QUOTED = re.compile("“[^”]*”|《[^》]*》|‘[^’]*’")


@dataclass(frozen=True)
class Line:
    """A heading, paragraph or salutation; ``above`` are the headings over it, level by level."""

    block: int
    passage: str
    runs: tuple[Run, ...]
    level: int = 0
    above: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """The text as it is printed."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def plain(self) -> str:
        """The text with placeholders blanked; as long as ``text``."""
        return _GAP.sub(lambda gap: BLANK * len(gap[0]), self.text)

    @cached_property
    def sentences(self) -> tuple["Sentence", ...]:
        """The sentences; what ends one inside quotation marks does not end it outside."""
        return tuple(Sentence(self, *span) for span in spans_of_sentences(self.text))

    @property
    def key(self) -> str:
        """The passage's key, the same for reading and for speaking."""
        return self.passage.removeprefix(SPOKEN)

    def run_at(self, place: int) -> Run:
        """Return the run that a character belongs to."""
        return self.runs[bisect_right(self._starts, place) - 1]

    def runs_within(self, start: int, end: int) -> Iterator[Run]:
        """Yield the runs of a span."""
        first = bisect_right(self._starts, start) - 1
        for at, run in zip(self._starts[first:], self.runs[first:], strict=False):
            if at >= max(end, start + 1):
                return
            yield run

    def is_own(self, place: int) -> bool:
        """Whether the user wrote this character into the report himself."""
        return isinstance(self.run_at(place), Own)

    def has_own(self) -> bool:
        """Whether the user wrote any of it himself."""
        return any(isinstance(run, Own) for run in self.runs)

    def is_quoted(self, place: int) -> bool:
        """Whether a character stands in quotation marks, or in a document's name."""
        return any(start <= place < end for start, end in self._quoted)

    def sentence_at(self, place: int) -> str:
        """Return the sentence that a character belongs to."""
        if not self.sentences:
            return self.text
        after = bisect_right(self.sentences, place, key=lambda sentence: sentence.start)
        return self.sentences[max(after - 1, 0)].text.strip()

    def finding(
        self,
        check: str,
        text: str,
        start: int,
        end: int,
        *,
        entries: tuple[Ref, ...] | None = None,
        weight: Weight = "应改",
    ) -> Finding:
        """Return a finding at a span; without ``entries`` those that its words come from."""
        known = self.entries(start, end) if entries is None else entries
        sentence, words = self.sentence_at(start), self.text[start:end]
        place = (self.passage, self.block, start, end)
        return Finding(check, text, sentence, *place, known, weight, words)

    def entries(self, start: int, end: int) -> tuple[Ref, ...]:
        """Return the entries behind a span."""
        found: list[Ref] = []
        for run in self.runs_within(start, end):
            match run:
                case Quotation():
                    found.append(run.entry)
                case Figure():
                    found += run.entries
        return tuple(dict.fromkeys(found))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(run.text) for run in self.runs)][: len(self.runs)]

    @cached_property
    def _quoted(self) -> list[tuple[int, int]]:
        return [found.span() for found in _QUOTED.finditer(self.text)]


@dataclass(frozen=True)
class Sentence:
    """A sentence by its place in a line."""

    line: Line
    start: int
    end: int

    @cached_property
    def text(self) -> str:
        """Its text as it is printed."""
        return self.line.text[self.start : self.end]

    @cached_property
    def plain(self) -> str:
        """Its text with placeholders blanked."""
        return self.line.plain[self.start : self.end]

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """The numbers in it, at their places in ``plain``."""
        return tuple(amounts(self.plain))


def lines_of(document: Document) -> tuple[Line, ...]:
    """Return what there is to read of a document: no ledgers, no title, no signature."""
    return tuple(_lines(document))


def _lines(document: Document) -> Iterator[Line]:
    above: tuple[str, ...] = ()
    for place, block in enumerate(document.blocks):
        match block:
            case Salutation():
                yield Line(place, "", block.runs)
            case Heading():
                line = Line(place, "", block.runs, block.level, above[: block.level - 1])
                above = (*line.above, line.text)
                yield line
            case Paragraph():
                yield Line(place, block.passage, block.runs, 0, above)


def spans_of_sentences(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text begin and end; together they are all of it."""
    whole = _cut(text, quoting=True)
    balanced = all(text.count(a) == text.count(b) for a, b in zip(_OPENING, _CLOSING, strict=True))
    return whole if balanced else _cut(text, quoting=False)


def _cut(text: str, *, quoting: bool) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    begun = depth = 0
    for found in _MARKS.finditer(text):
        char, place = found[0], found.start()
        depth += (char in _OPENING) - (char in _CLOSING)
        # A question or call in quotation marks may be a name within the sentence.
        ended = char in _ENDS or (char in _CLOSING and text[place - 1 : place] == "。")
        goes_on = text[place + 1 : place + 2] in _GOES_ON
        if ended and not goes_on and (depth <= 0 or not quoting):
            spans.append((begun, place + 1))
            begun = place + 1
    return [*spans, (begun, len(text))] if begun < len(text) else spans


def one_a_sentence(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the first finding of each sentence, saying how many there are: one mends them all."""
    by_sentence: dict[str, list[Finding]] = {}
    for finding in findings:
        by_sentence.setdefault(finding.sentence, []).append(finding)
    for first, *others in by_sentence.values():
        more = f"（这一句共{len(others) + 1}处）" if others else ""
        yield replace(first, text=f"{first.text}{more}")


def pairs_of(text: str) -> frozenset[str]:
    """Return which characters of a text stand beside each other, marks left out."""
    words = re.sub(r"\W", "", text)
    return frozenset(map("".join, pairwise(words)))
