"""Finding words in everything that was ever entered, two-character words included.

A full-text index cannot: its trigrams miss 党课. The tables themselves are asked, which gives a
few entries too many (a key inside a list, an id); reading the entries sorts those out.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from typing import Any, NamedTuple

from ..errors import Unreadable
from ..kinds import KINDS, person
from ..records import day
from ..records.fields import Rows, specs_of
from ..records.kind import Kind, OneAYear, Standing
from ..records.pinyin import matches
from ..records.record import Ref, ref
from ..records.specs import Choice, Day, Line, Linked, Spec, Tags
from ..records.text import one_line
from .reading import READING
from .store import Store

LIMIT = 50  # entries of one kind: whoever sees so many types another word
Marks = tuple[tuple[int, int], ...]

_BEFORE, _WIDTH = 12, 60  # characters of an excerpt: before the first match, and in all
_WORDS, _PROBED = 8, 100  # the tables are asked for so many words, for so much of each
_TEXT = (Line, Choice, Day, Linked, Tags, Rows)
_UNTOLD = {"sha256"}  # text that no person reads
_WIDER = {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
_CAPITALS = {chr(code): chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
_FOLD = str.maketrans({wide: char.lower() for char, wide in _WIDER.items()} | _CAPITALS)
_TYPED_DAY = re.compile(r"\d{4}[-./]\d{1,2}([-./]\d{1,2})?", re.ASCII)
_SHOWN_DAY = re.compile(r"[\d年月日]+", re.ASCII)
# As Day.show has it; where the day is not known too much is said, and reading corrects it.
_AS_SHOWN = (
    "(cast(substr([{0}],1,4) as int)||'年'||cast(substr([{0}],6,2) as int)||'月'"
    "||cast(substr([{0}],9,2) as int)||'日')"
)
_IN_TEXTS = (
    "exists (select 1 from json_tree([{0}])"
    " where type = 'text' and key not in ('id', 'sha256') and value glob ?)"
)


class Hit(NamedTuple):
    """An entry found: what its field ``where`` says around the first match.

    Of a private field the excerpt is empty; where only the title matches it is what else tells
    the entry from others, and ``where`` is empty. A mark is the (start, end) of a match.
    """

    ref: Ref
    year: str
    title: str
    title_marks: Marks
    where: str
    excerpt: str
    marks: Marks


class Word(NamedTuple):
    """A word, folded; ``day`` is the date that it is, as people read it."""

    text: str
    day: str

    def within(self, spec: Spec, folded: str) -> bool:
        """Whether it, or what the field calls it, stands in a field."""
        other = self.day if isinstance(spec, Day) else _synonym(spec, self.text)
        return self.text in folded or bool(other and other in folded)


def search(store: Store, words: str, limit: int = LIMIT) -> list[Hit]:
    """Return the entries of all years in which every word occurs, kind by kind, newest first.

    Wide and narrow, capital and small letters are the same; people are found by pinyin too, and
    choices by the other words for them.
    At most ``limit`` entries of each kind are returned.
    """
    wanted = [Word(word, _day(word)) for word in dict.fromkeys(fold(words).split())]
    hits = (islice(_hits(store, kind, wanted), limit) for kind in KINDS if wanted)
    with store.at_work(READING):
        return [hit for found in hits for hit in found]


def fold(text: str) -> str:
    """Return text in narrow, small letters, character for character."""
    return text.translate(_FOLD)


def _day(word: str) -> str:
    """Return the date that a word is or is a part of, as fields show it: 2026.3 → 2026年3月."""
    if _SHOWN_DAY.fullmatch(word):
        return word
    with suppress(Unreadable):
        return day.Day.read(word).show() if _TYPED_DAY.fullmatch(word) else ""
    return ""


def _hits(store: Store, kind: Kind[Any], words: Sequence[Word]) -> Iterator[Hit]:
    conditions = [_condition(kind, word) for word in words[:_WORDS]]
    where = " and ".join(["deleted = ''", *(sql for sql, _ in conditions)])
    values = [value for _, given in conditions for value in given]
    for entry in store.entries_where(kind, where, values):
        if hit := _hit(kind, entry, words):
            yield hit


def _condition(kind: Kind[Any], word: Word) -> tuple[str, list[str]]:
    """Return what the row of an entry with the word meets, in SQL, and its values."""
    probe = _probe(word.text)
    if not probe or (kind is person.KIND and _may_be_spelt(word)):
        return "true", []
    specs = {name: spec for name, spec in kind.specs.items() if isinstance(spec, _TEXT)}
    tests = [_test(name, spec, probe) for name, spec in specs.items()]
    for name, spec in specs.items():
        if option := _synonym(spec, word.text):
            tests.append((f"[{name}] = ?", [option]))
    if word.day:
        days = [name for name, spec in specs.items() if isinstance(spec, Day)]
        tests += [(f"instr({_AS_SHOWN.format(name)}, ?)", [word.day]) for name in days]
    return f"({' or '.join(sql for sql, _ in tests)})", [v for _, given in tests for v in given]


def _synonym(spec: Spec, word: str) -> str:
    """Return the choice that a word also stands for: 支委会 is 支部委员会."""
    return spec.synonyms.get(word, "") if isinstance(spec, Choice) else ""


def _probe(word: str) -> str:
    """Return the part of a word that stands in a row as it is; lists escape quotation marks."""
    return max(re.split(r'["\\]', word), key=len)[:_PROBED]


def _test(column: str, spec: Spec, probe: str) -> tuple[str, list[str]]:
    if not any(char in _WIDER for char in probe):
        return f"instr([{column}], ?)", [probe]
    glob = f"*{''.join(map(_class, probe))}*"
    match spec:
        case Linked():
            return f"json_extract([{column}], '$.name') glob ?", [glob]
        case Rows():  # keys and ids are letters and digits as well
            return f"([{column}] glob ? and {_IN_TEXTS.format(column)})", [glob, glob]
        case _:
            return f"[{column}] glob ?", [glob]


def _class(char: str) -> str:
    """Return the GLOB class of all that is folded to a character."""
    if char not in _WIDER:
        return char
    narrow = "".join(dict.fromkeys((char, char.upper())))
    wide = "".join(_WIDER[form] for form in narrow)
    # In a class ] must stand first, and ^ and - must not.
    return f"[{narrow}{wide}]" if char == "]" else f"[{wide}{narrow}]"


def _hit(kind: Kind[Any], entry: Any, words: Sequence[Word]) -> Hit | None:
    texts = {name: _text(spec, getattr(entry, name)) for name, spec in kind.specs.items()}
    found = {name: _found(kind.specs[name], text, words) for name, text in texts.items() if text}
    if {*chain(*found.values()), *_spelt(kind, texts, words)} != set(words):
        return None
    year, title = _year(kind, entry), kind.title(entry)
    told = _told(kind, found)
    where, text = (kind.specs[told].label, texts[told]) if told else ("", _line(kind, texts))
    excerpt = "" if told and kind.specs[told].private else _cut(text, words)
    return Hit(
        ref(entry), year, title, _marks(title, words), where, excerpt, _marks(excerpt, words)
    )


def _year(kind: Kind[Any], entry: Any) -> str:
    """Return the year to which an entry belongs; nothing for what stands over the years."""
    match kind.when:
        case Standing():
            return ""
        case OneAYear():
            return str(entry.filed_under or "")
        case when:
            return when.bounds(entry)[0][:4]


def _told(kind: Kind[Any], found: dict[str, set[Word]]) -> str:
    """Return the field beyond the title in which most of the words occur, or nothing."""
    beyond = {n: words for n, words in found.items() if words and n not in kind.columns[:2]}
    return max(beyond, key=lambda name: (len(beyond[name]), name in kind.columns), default="")


def _line(kind: Kind[Any], texts: dict[str, str]) -> str:
    """Return the columns beyond the title on one line."""
    names = (name for name in kind.columns[2:] if name in texts and not kind.specs[name].private)
    return "　".join(filter(None, map(texts.get, names)))


def _found(spec: Spec, text: str, words: Sequence[Word]) -> set[Word]:
    folded = fold(text)
    return {word for word in words if word.within(spec, folded)}


def _may_be_spelt(word: Word) -> bool:
    return len(word.text) > 1 and word.text.isascii() and word.text.isalpha()


def _spelt(kind: Kind[Any], texts: dict[str, str], words: Sequence[Word]) -> set[Word]:
    if kind is not person.KIND:
        return set()
    return {word for word in words if _may_be_spelt(word) and matches(word.text, texts["name"])}


def _text(spec: Spec, value: Any) -> str:
    """Return what people read in a field on one line, without its numbers."""
    match spec:
        case Rows():
            cells = [(n, s) for n, s in specs_of(spec.row).items() if n not in _UNTOLD]
            rows = (filter(None, (_text(s, getattr(row, n)) for n, s in cells)) for row in value)
            return "；".join(" ".join(row) for row in rows)
        case Line() | Choice() | Day() | Linked() | Tags():
            return one_line(spec.show(value))
        case _:
            return ""


def _cut(text: str, words: Sequence[Word]) -> str:
    """Return the text around the first match."""
    first = next(iter(_marks(text, words)), (0, 0))[0]
    start = max(0, first - _BEFORE) if len(text) > _WIDTH else 0
    end = start + _WIDTH
    return "…" * (start > 0) + text[start:end] + "…" * (end < len(text))


def _marks(text: str, words: Sequence[Word]) -> Marks:
    forms = sorted(filter(None, chain(*words)), key=len, reverse=True)
    return tuple(m.span() for m in re.finditer("|".join(map(re.escape, forms)), fold(text)))
