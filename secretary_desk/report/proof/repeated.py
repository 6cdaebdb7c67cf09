"""与往年重复: sentences that this branch's earlier reports have already."""

import re
from collections.abc import Iterator, Sequence

from ...records.finding import Finding
from ..document import Document, Figure, Own, Quotation
from .reading import Reading
from .text import Line, Sentence, lines_of

CHECK = "与往年重复"
LEAST = 12  # characters: a shorter sentence may well come again
_FIXED = ("导语", "结束语")  # passages that are much the same every year
# Numbers and marks are no difference; nor are words that count on: 一是, 第二.
_NO_DIFFERENCE = re.compile(r"[\W_\d零〇一二两三四五六七八九十百千万亿]+")


def check(reading: Reading) -> Iterator[Finding]:
    """Yield sentences that stand in an earlier report, whatever their numbers are."""
    years = _years_of(reading.earlier)
    for line in reading.paragraphs if years else ():
        for sentence in _told(line):
            if (year := years.get(_bare(sentence))) and not _is_new_by_figures(sentence):
                yield line.finding(
                    CHECK,
                    f"这句和{year}年的述职报告相同",
                    sentence.start,
                    sentence.end,
                    weight="应改" if _is_the_users(sentence) else "提示",
                )


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


def _is_the_users(sentence: Sentence) -> bool:
    runs = sentence.line.runs_within(sentence.start, sentence.end)
    return any(isinstance(run, (Own, Quotation)) for run in runs)


def _is_new_by_figures(sentence: Sentence) -> bool:
    """Whether the program's words stand around figures: then those are what it says."""
    runs = list(sentence.line.runs_within(sentence.start, sentence.end))
    return any(isinstance(run, Figure) for run in runs) and not _is_the_users(sentence)
