"""与往年重复: sentences of the user's that this branch's earlier reports have already."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...kinds.passage_edit import PassageEdit
from ...records.finding import Finding
from ...records.year import Year
from ..document import Document, Own, Quotation, Run
from ..editing import base_key
from ..passage import SPOKEN, Teller
from ..wording import load_wording
from .reading import Reading
from .text import Line, Sentence, lines_of

CHECK = "与往年重复"
LEAST = 12  # characters: so few, or so few of the user's among ours, may well come again
_FIXED = ("导语", "结束语")  # passages that are much the same every year
# Numbers and marks are no difference; nor are words that count on: 一是, 第二.
_NO_DIFFERENCE = re.compile(r"[\W_\d零〇一二两三四五六七八九十百千万亿]+")


class Ours:
    """The sentences in which the program's wordings tell passages, whichever the user chose."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self._wording = reading, load_wording()
        self._known: dict[tuple[str, str], dict[str, set[str]]] = {}
        self._years: dict[str, Year] = {}

    def say(self, passage: str, bare: str) -> bool:
        """Whether a passage says so in one of its wordings; that it is told in comes first."""
        if (wording := self._wording.get(base_key(passage))) is None:
            return False
        chosen = self._reading.report.passages[passage].wording
        places = map(str, range(len(wording.forms(spoken=passage.startswith(SPOKEN)))))
        ordered = sorted(places, key=lambda place: place != chosen)
        return any(bare in self._sentences(passage, place) for place in ordered)

    def _sentences(self, passage: str, place: str) -> set[str]:
        name = passage.partition("/")[0] + base_key(passage)
        if (name, place) not in self._known:
            self._known[name, place] = self._told(passage, place)
        return self._known[name, place].get(passage, set())

    def _told(self, passage: str, place: str) -> dict[str, set[str]]:
        """Tell a passage in a wording, with all that are told as it is, entry by entry."""
        reading, wording = self._reading, self._wording[base_key(passage)]
        if place not in self._years:
            told = reading.report.passages
            self._years[place] = _all_told_in(reading.year, told, place)
        spoken = passage.startswith(SPOKEN)
        teller = Teller(self._years[place], reading.facts, reading.settings, self._wording, spoken)
        entry = None if wording.each else reading.report.passages[passage].entry
        return {
            told.key: {
                _bare(sentence)
                for runs in told.paragraphs
                for sentence in Line(0, told.key, runs).sentences
            }
            for told in teller.tell(wording.key, entry)
        }


def check(reading: Reading) -> Iterator[Finding]:
    """Yield sentences that stand in an earlier report, whatever their numbers are.

    They are words that the user wrote, here or in an entry: what the program's wordings say
    comes again with other figures.
    """
    years, ours = _years_of(reading.earlier), Ours(reading)
    for line in reading.paragraphs if years else ():
        for sentence in _told(line):
            if (year := years.get(_bare(sentence))) and _is_the_users(sentence, ours):
                text = f"这句和{year}年的述职报告相同"
                yield line.finding(CHECK, text, sentence.start, sentence.end)


def _years_of(earlier: Sequence[tuple[int, Document]]) -> dict[str, int]:
    """Return the sentences of earlier reports by what they say, with the last year of each."""
    return {
        bare: year
        for year, document in sorted(earlier, key=lambda pair: pair[0])
        for line in lines_of(document)
        for sentence in _told(line)
        if len(bare := _bare(sentence)) >= LEAST
    }


def _told(line: Line) -> Sequence[Sentence]:
    return line.sentences if line.passage and line.key not in _FIXED else ()


def _bare(sentence: Sentence) -> str:
    return _NO_DIFFERENCE.sub("", sentence.plain)


def _is_the_users(sentence: Sentence, ours: Ours) -> bool:
    """Whether enough of a sentence is quoted, or typed and not one of our wordings kept."""
    if _length(sentence, Quotation) >= LEAST:
        return True
    if _length(sentence, Quotation, Own) < LEAST:
        return False
    return not ours.say(sentence.line.passage, _bare(sentence))


def _length(sentence: Sentence, *kinds: type[Run]) -> int:
    """Return how many characters of a sentence are in runs of these kinds."""
    run_at = sentence.line.run_at
    kept = (c for at, c in enumerate(sentence.plain, sentence.start) if type(run_at(at)) in kinds)
    return len(_NO_DIFFERENCE.sub("", "".join(kept)))


def _all_told_in(year: Year, passages: Iterable[str], place: str) -> Year:
    """Return a year all of whose passages are told in the wordings at one place."""
    now = year.period.year
    chosen = [PassageEdit(year=now, passage=passage, wording=place) for passage in passages]
    return replace(year, counted_entries={**year.counted_entries, PassageEdit: chosen})
