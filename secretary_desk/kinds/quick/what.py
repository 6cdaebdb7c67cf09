"""Which kind of record a line is about, by the words that people use for it."""

import re
from collections import defaultdict
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from ...records.kind import Kind, OneAYear, Standing
from ...records.specs import Choice
from .. import KINDS
from .rest import AFTER, BEFORE, Rest

# Names of a kind beside its label and its types; the kind says all that they say.
_NAMES = {
    "theme_day": ("主题党日活动", "固定党日", "党日活动", "党日"),
    "org_life": ("专题组织生活会", "生活会"),
    "appraisal": ("民主评议",),
    "talk": ("谈心", "谈话"),
    "honour": ("荣获", "获评", "获得", "获", "被评为"),
    "visit": ("走访", "调研"),
    "service": ("为民办实事",),
    "integration": ("党建融合",),
    "problem": ("发现问题",),
}
# Words that only point to a kind: they stay in the entry's own text.
_SIGNS = {
    "study_meeting": ("讲党课", "听党课"),
    "training": ("培训", "轮训", "学习班"),
    "visit": ("慰问", "看望"),
    "service": ("志愿服务", "志愿活动", "志愿者", "帮扶", "双报到"),
    "partnership": ("结对共建", "共建", "联建"),
    "inspection": ("检查", "督导", "抽查", "暗访", "督察", "巡察", "考核"),
    "integrity": ("廉政教育", "廉政提醒"),
    "honour": ("授予", "表彰", "荣誉"),
    "publicity": ("报道", "刊发", "刊登", "见报", "投稿"),
    "election": ("换届",),
    "dues": ("交党费", "收缴党费"),
    "problem": ("整改",),
}
_FORM = ("类型", "形式", "方式")
_VERBS = r"(?:组织召开|组织开展|召开|开展|举行|举办|组织|参加|开|上)?"


class Word(NamedTuple):
    """A word that names a kind, and the value of its type that it names too."""

    text: str
    kind: Kind[Any]
    value: StrEnum | None = None
    stays: bool = False


def form_field(kind: Kind[Any]) -> str:
    """Return the field that says of which type an entry of a kind is; empty where none does."""
    own = (n for n, s in kind.specs.items() if isinstance(s, Choice) and s.label in _FORM)
    return next(own, "")


def options(spec: Choice) -> dict[str, StrEnum]:
    """Return the choices by every word for them."""
    meant = {**{str(o): str(o) for o in spec.options}, **spec.synonyms}
    return {word: spec.options(option) for word, option in meant.items()}


def take_kind(rest: Rest, within: Kind[Any] | None = None) -> Word | None:
    """Take the word that names the line's kind, or one of the kind ``within``.

    One at a word's beginning goes before one inside; a word that says more than the kind stays.
    """
    if found := first_word(rest, within):
        word, alone = _known(within)[found[1]], re.compile(AFTER).match(rest.text, found.end())
        if not word.stays or (alone and word.value):
            rest.take(found.start(), found.end(), form_field(word.kind) if word.value else "")
        return word
    inside = next(rest.find(f"({_each(within)})"), None)
    return _known(within)[inside[1]] if inside else None


def first_word(rest: Rest, within: Kind[Any] | None = None) -> re.Match[str] | None:
    """Return the first word that names a kind at its beginning, a verb before it or not."""
    return next(rest.find(f"{BEFORE}{_VERBS}({_each(within)})"), None)


def _known(within: Kind[Any] | None) -> dict[str, Word]:
    return {word.text: word for word in words() if within in (None, word.kind)}


def _each(within: Kind[Any] | None) -> str:
    known = sorted(_known(within), key=len, reverse=True)
    return "|".join(map(re.escape, known)) or r"(?!)"


@cache
def words() -> tuple[Word, ...]:
    """Return every word that names a kind; the labels and types of a new kind are among them."""
    by_text: dict[str, list[Word]] = defaultdict(list)
    for kind in quick_kinds():
        for word in _words_of(kind):
            by_text[word.text].append(word)
    # A label goes before a type of another kind, a required type before one that may be left out.
    best = (min(same, key=_rank) for same in by_text.values() if _is_plain(same))
    return tuple(best)


def quick_kinds() -> tuple[Kind[Any], ...]:
    """Return the kinds of what happens; neither the branch's profile nor its roster does."""
    return tuple(k for k in KINDS if not isinstance(k.when, (OneAYear, Standing)))


def _words_of(kind: Kind[Any]) -> list[Word]:
    name = form_field(kind)
    spec: Any = kind.specs.get(name)
    types = options(spec) if spec else {}
    said = [Word(kind.label, kind)]
    said += [Word(text, kind, types.get(text)) for text in _NAMES.get(kind.name, ())]
    for text in _SIGNS.get(kind.name, ()):
        inside = max((t for t in types if t in text), key=len, default="")
        said.append(Word(text, kind, types.get(inside), stays=True))
    if spec:
        long = 2 if spec.required else 3
        typed = [text for text in types if len(text) >= long]
        said += [Word(text, kind, types[text], stays=not spec.required) for text in typed]
    return said


def _rank(word: Word) -> tuple[bool, bool, bool]:
    own = (*_NAMES.get(word.kind.name, ()), *_SIGNS.get(word.kind.name, ()))
    return (word.text != word.kind.label, word.stays, word.text not in own)


def _is_plain(same: list[Word]) -> bool:
    """Whether the best of the words that are spelt alike is better than those of other kinds."""
    best = min(map(_rank, same))
    return len({word.kind.name for word in same if _rank(word) == best}) == 1
