"""合计不符: numbers of one sentence that do not add up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ...records.finding import Finding
from ...records.text import trimmed
from ..document import Quotation, Value
from .numbers import Amount
from .reading import Reading
from .text import Sentence

CHECK = "合计不符"
_MOST = 60  # numbers in a sentence
_MARKS = "，。；：、（）“”‘’"
_MEMBERS = r"(?<![式备女男动难下族新年老职休入出])党员(?:总数)?[共为达有]?$"
# What is whole and which parts make it up, by the words before their numbers.
_PEOPLE = "(?:党员|会|人数)?$"
_FAMILIES = (
    (_MEMBERS, r"正式(?:党员)?$", r"预备(?:党员)?$"),
    (_MEMBERS, r"男(?:性|党员|性党员|同志)?$", r"女(?:性|党员|性党员|同志)?$"),
    (r"荣誉|奖|表彰", r"集体(?:荣誉|奖项?)?$", r"个人(?:荣誉|奖项?)?$"),
    (f"应到{_PEOPLE}", f"实到{_PEOPLE}", f"(?:请假|缺席|未到|缺会){_PEOPLE}"),
    ("", r"已经?(?:整改|完成|销号|办结|解决)?$", r"(?:余下|剩余|其余|还剩|尚有|未整改|未完成)的?$"),
)
_TOTAL = re.compile("(?:合计|总计|共计|一共)[^，。；、]{0,6}$")
_LEVEL = re.compile("级(?:荣誉|奖项?)?$|^集体|^个人")
_CHANGE = re.compile(r"[由从比]")


@dataclass(frozen=True, slots=True)
class Said:
    """A number of a sentence with the words before it."""

    amount: Amount
    words: str

    @property
    def text(self) -> str:
        """The number as it is said, for people."""
        return f"{trimmed(self.amount.value)}{self.amount.unit}"


def check(reading: Reading) -> Iterator[Finding]:
    """Yield sums that are wrong and in which a number of the user's own has a part."""
    for line in reading.paragraphs:
        for sentence in line.sentences if line.has_own() else ():
            said = said_in(sentence)
            if len(said) > 1:
                yield from _families(sentence, said)
                yield from _within(sentence, said)
                yield from _totals(sentence, said)


def said_in(sentence: Sentence) -> list[Said]:
    """Return a sentence's numbers that have a measure word and are not an entry's.

    A table that was pasted in as one sentence has none: it says no sum.
    """
    if len(sentence.amounts) > _MOST:
        return []
    text, found, at = sentence.plain, list[Said](), 0
    for each in sentence.amounts:
        words = re.split(f"[{_MARKS}\0]", text[at : each.start])
        at = each.end
        run = sentence.line.run_at(sentence.start + each.start)
        if each.unit and not each.about and not isinstance(run, (Quotation, Value)):
            found.append(Said(each, (words[-1] or " ".join(words[-2:-1])).strip()))
    return found


def has_own(sentence: Sentence, *said: Said) -> bool:
    """Whether one of these numbers is the user's own: the program's are right."""
    return any(sentence.line.is_own(sentence.start + each.amount.start) for each in said)


def _families(sentence: Sentence, said: list[Said]) -> Iterator[Finding]:
    for whole_words, *part_words in _FAMILIES:
        first, second = (
            next((each for each in said if re.search(words, each.words)), None)
            for words in part_words
        )
        if first is None or second is None or first.amount.family != second.amount.family:
            continue
        whole = _whole(said, whole_words, first, second)
        if whole is None or not has_own(sentence, whole, first, second):
            continue
        total = first.amount.value + second.amount.value
        if total != whole.amount.value:
            text = f"{first.text}加{second.text}是{trimmed(total)}，前面说{whole.text}"
            yield spanning(CHECK, sentence, text, whole, first, second)


def _whole(said: list[Said], words: str, *parts: Said) -> Said | None:
    """Return the whole of some parts: where its words do not tell, it is the only other one."""
    family = [s for s in said if s.amount.family == parts[0].amount.family and s not in parts]
    before = [s for s in family if s.amount.start < parts[0].amount.start]
    if not words:
        return before[0] if len(family) == len(before) == 1 else None
    return next((s for s in reversed(before) if re.search(words, s.words)), None)


def _within(sentence: Sentence, said: list[Said]) -> Iterator[Finding]:
    """Yield parts named after 其中 that are more than the whole before it."""
    for mark in re.finditer("其中", sentence.plain):
        stop = re.compile("[；。]|$").search(sentence.plain, mark.end())
        end = stop.start() if stop else len(sentence.plain)
        after = [s for s in said if mark.end() <= s.amount.start < end]
        parts = [s for s in after if s.amount.family == after[0].amount.family]
        wholes = [s for s in said if s.amount.start < mark.start()
                  and parts and s.amount.family == parts[0].amount.family]  # fmt: skip
        if not wholes:
            continue
        whole = max(wholes, key=lambda s: s.amount.value)
        yield from _more_than(sentence, whole, parts)


def _more_than(sentence: Sentence, whole: Said, parts: list[Said]) -> Iterator[Finding]:
    large = [part for part in parts if part.amount.value > whole.amount.value]
    total = sum((part.amount.value for part in parts), Decimal())
    if large:
        parts, text = large[:1], f"“其中”的{large[0].text}比前面的{whole.text}还多"
    elif total > whole.amount.value and all(_LEVEL.search(part.words) for part in parts):
        text = f"“其中”各项合起来是{trimmed(total)}，比前面的{whole.text}还多"
    else:
        return
    if has_own(sentence, whole, *parts):
        yield spanning(CHECK, sentence, text, whole, *parts)


def _totals(sentence: Sentence, said: list[Said]) -> Iterator[Finding]:
    """Yield totals at a list's end that are not the sum of the list."""
    for place, total in enumerate(said):
        if not _TOTAL.search(sentence.plain, 0, total.amount.start):
            continue
        begin = sentence.plain.rfind("；", 0, total.amount.start) + 1
        listed = [s for s in said[:place] if s.amount.start >= begin]
        parts = [s for s in listed if s.amount.family == total.amount.family]
        text = sentence.plain[begin : total.amount.start]
        if len(parts) < 2 or "其中" in text or _CHANGE.search(text):
            continue
        value = sum((part.amount.value for part in parts), Decimal())
        if value != total.amount.value and has_own(sentence, total, *parts):
            yield spanning(
                CHECK,
                sentence,
                f"前面各项加起来是{trimmed(value)}，这里写{total.text}",
                *parts,
                total,
            )


def spanning(check_name: str, sentence: Sentence, text: str, *said: Said) -> Finding:
    """Return a finding that spans these numbers."""
    start = min(each.amount.start for each in said)
    end = max(each.amount.end for each in said)
    return sentence.line.finding(check_name, text, sentence.start + start, sentence.start + end)
