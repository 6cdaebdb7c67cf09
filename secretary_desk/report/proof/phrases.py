"""固定表述: names and sayings that have one way to be written."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...kinds.fixed_phrase import FixedPhrase
from ...paths import resources
from ...records.finding import Finding
from .reading import Reading
from .text import Line

CHECK = "固定表述"


@dataclass(frozen=True, slots=True)
class Phrase:
    """How it is written, and how it is not; ``quoted`` says that it stands in quotation marks."""

    right: str
    wrongs: tuple[str, ...]
    quoted: bool = False


def check(reading: Reading) -> Iterator[Finding]:
    """Yield phrases written wrongly: those of the built-in list, and of the user's."""
    own = [Phrase(p.right, (p.wrong,)) for p in reading.year.counted(FixedPhrase)]
    allowed = [phrase.right for phrase in own]
    for phrase in (*own, *load_phrases()):
        wrongs = [w for w in phrase.wrongs if phrase in own or not any(w in a for a in allowed)]
        for line in reading.lines:
            yield from _wrong(line, phrase.right, wrongs)
            if phrase.quoted and phrase.right not in allowed:
                yield from _bare(line, phrase.right)


def _wrong(line: Line, right: str, wrongs: list[str]) -> Iterator[Finding]:
    for wrong in wrongs:
        for start in _places(line.plain, wrong):
            # 三会一课 is no wrong “三会一课” where it stands within it.
            kept = right.find(wrong)
            if kept >= 0 and line.plain.startswith(right, max(0, start - kept)):
                continue
            text = f"“{wrong}”规范写法是“{right}”"
            yield line.finding(CHECK, text, start, start + len(wrong))


def _bare(line: Line, right: str) -> Iterator[Finding]:
    for start in _places(line.plain, right):
        if not line.is_quoted(start):
            text = f"“{right}”规范写法要加引号"
            yield line.finding(CHECK, text, start, start + len(right))


def _places(text: str, words: str) -> Iterator[int]:
    if words in text:
        yield from (found.start() for found in re.finditer(re.escape(words), text))


@cache
def load_phrases() -> tuple[Phrase, ...]:
    """Return the built-in list, as ``resources/report/phrases.toml`` has it."""
    text = (resources() / "report" / "phrases.toml").read_text("utf-8")
    return tuple(
        Phrase(each["right"], tuple(each.get("wrongs", ())), each.get("quoted", False))
        for each in tomllib.loads(text)["phrases"]
    )
