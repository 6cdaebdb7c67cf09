"""引文数字: a number in an entry's words that the ledger has moved away from since."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...facts.gather import LAST_YEAR, Facts
from ...kinds import kind_of
from ...records.fact import Fact
from ...records.finding import Finding
from ...records.record import Record
from ..document import Quotation
from .beside import Ledger
from .numbers import agree, amount
from .reading import Reading
from .text import Line

CHECK = "引文数字"

# The fields that tell how the year was. Aims are none of them, nor what was said on one day.
_OF_THE_YEAR: Mapping[str, tuple[str, ...]] = {
    "problem": ("整改成效",),
    "highlight": ("做法", "成效", "推广报道"),
    "plan": ("说明",),
}
# Those that tell how it was before: they may be about last year.
_BEFORE: Mapping[str, tuple[str, ...]] = {
    "problem": ("问题", "具体表现", "原因"),
    "highlight": ("背景",),
}
_LONGEST = 20  # characters of an entry's name


def check(reading: Reading) -> Iterator[Finding]:
    """Yield numbers in quoted words that differ from the figure whose name stands beside them.

    What an entry says is named once, however often it is quoted.
    """
    told: set[tuple[str, str]] = set()
    ledger, facts = Ledger(reading.facts), reading.facts
    counted = {e.id: e for entries in reading.year.counted_entries.values() for e in entries}
    for line in reading.paragraphs:
        for at, run in _quotations(line):
            if (entry := counted.get(run.entry.id)) is None:
                continue
            for start, end, fact in _disagreeing(line, run, ledger, facts):
                text = _said(reading, entry, run, run.text[start:end], fact)
                if (run.entry.id, text) not in told:
                    told.add((run.entry.id, text))
                    yield line.finding(CHECK, text, at + start, at + end, weight="提示")


def _quotations(line: Line) -> Iterator[tuple[int, Quotation]]:
    """Yield quotations with their places in a line, those in fields that tell of a year."""
    at = 0
    for run in line.runs:
        if isinstance(run, Quotation) and any(
            run.field in fields.get(run.entry.kind, ()) for fields in (_OF_THE_YEAR, _BEFORE)
        ):
            yield at, run
        at += len(run.text)


def _disagreeing(
    line: Line, run: Quotation, ledger: Ledger, facts: Facts
) -> Iterator[tuple[int, int, Fact]]:
    """Yield numbers of a quotation by their places in it, read without the words around it."""
    for sentence in replace(line, runs=(run,)).sentences:
        for start, end, fact in ledger.disagreeing(sentence):
            if not _is_last_years(run, run.text[start:end], facts.said.get(LAST_YEAR + fact.key)):
                yield start, end, fact


def _is_last_years(run: Quotation, words: str, before: object) -> bool:
    typed, known = amount(words), amount(before.show()) if isinstance(before, Fact) else None
    is_before = run.field in _BEFORE.get(run.entry.kind, ())
    return bool(is_before and typed and known and agree(typed, known.value))


def _said(reading: Reading, entry: Record, run: Quotation, words: str, fact: Fact) -> str:
    """Return what is wrong, and where it is to be mended: in the entry, if it still says so."""
    known = f"记录里是{fact.show()}（{fact.label}）"
    if words not in (reading.resolver.shown(f"{entry.id}.{run.field}") or ""):
        return f"这里引的是记录原来的话，写{words}，{known}"
    title = kind_of(entry).title(entry)
    name = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
    return f"记录“{name}”的{run.field}写{words}，{known}"
