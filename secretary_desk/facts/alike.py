"""Entries that look like one another: perhaps one thing, entered twice."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any

from ..kinds import kind_of
from ..kinds.person import Person
from ..kinds.quick.filling import person_fields, topic_field
from ..kinds.quick.what import form_field
from ..records.kind import Kind, OneAYear, Point, Span, Yearly
from ..records.record import Record, is_complete
from ..records.specs import Line
from ..records.text import halfwidth

Pair = frozenset[str]
_GROUP = "group"  # the groups of a branch meet on one day about one topic
_ALIKE = 0.6  # of the pairs of characters that two topics have together
_MARKS = re.compile(r"[\W_]+")


def alike(entry: Record, others: Iterable[Record], apart: Collection[Pair] = ()) -> list[Record]:
    """Return the entries that an entry may repeat, in the order given.

    They are of its kind, day (and hour) and type, with much the same words and the same people; a
    day that is known less exactly may be any of its days. Namesakes are alike unless their months
    of birth differ. ``apart`` holds the ids of each two that are known not to be one.
    """
    kind = kind_of(entry)
    if isinstance(kind.when, OneAYear) or not is_complete(entry):
        return []
    return [
        other
        for other in others
        if type(other) is type(entry)
        and other.id != entry.id
        and _same(kind, entry, other)
        and frozenset((entry.id, other.id)) not in apart
    ]


def _same(kind: Kind[Any], one: Any, other: Any) -> bool:
    if isinstance(one, Person):
        return one.name == other.name and _may_be_one(one.born_on, other.born_on, 7)
    return (
        _same_time(kind, one, other)
        and _same_type(kind, one, other)
        and _same_people(kind, one, other)
        and _same_text(kind, one, other)
    )


def _same_time(kind: Kind[Any], one: Any, other: Any) -> bool:
    match kind.when:
        case Yearly(year):
            return bool(getattr(one, year) == getattr(other, year))
        case Point(on) | Span(on) if on in kind.specs:
            return _may_be_one(_known(one, on), _known(other, on), 16)
    return True


def _known(entry: Any, on: str) -> str:
    """Return an entry's day, else the year that it is filed under."""
    return getattr(entry, on) or str(entry.filed_under or "")


def _may_be_one(one: str | None, other: str | None, exactly: int) -> bool:
    """Whether two days may be the same, to so many characters; an unknown one may be any."""
    known = min(len(one or ""), len(other or ""), exactly)
    return (one or "")[:known] == (other or "")[:known]


def _same_type(kind: Kind[Any], one: Any, other: Any) -> bool:
    """Whether type and party group agree, where both entries have them."""
    told = (form_field(kind), _GROUP if _GROUP in kind.specs else "")
    both = ((getattr(one, name), getattr(other, name)) for name in told if name)
    return all(a == b for a, b in both if a and b)


def _same_people(kind: Kind[Any], one: Any, other: Any) -> bool:
    required = (name for name, spec in person_fields(kind).items() if spec.required)
    return all(getattr(one, name).same(getattr(other, name)) for name in required)


def _same_text(kind: Kind[Any], one: Any, other: Any) -> bool:
    """Whether the words agree: those required, else such lines as both have."""
    name = topic_field(kind)
    if kind.specs[name].required:
        exactly = not _has_month(kind, one) or not _has_month(kind, other)
        texts = (_own_words(kind, entry, name) for entry in (one, other))
        return _same_words(*texts, exactly=exactly)
    lines = [n for n, spec in kind.specs.items() if type(spec) is Line]
    both = [(getattr(one, n), getattr(other, n)) for n in lines]
    return all(_same_words(*texts) for texts in both if all(texts))


def _own_words(kind: Kind[Any], entry: Any, name: str) -> str:
    """Return an entry's words without that of its type, which others of the type have too."""
    text, form = getattr(entry, name), form_field(kind)
    own = text.replace(getattr(entry, form) or "", "") if form else text
    return str(own or text)


def _has_month(kind: Kind[Any], entry: Any) -> bool:
    """Whether it is known in which month an entry began; without, only the same words tell."""
    match kind.when:
        case Point(on) | Span(on) if on in kind.specs:
            return len(getattr(entry, on) or "") >= 7
    return True


def _same_words(one: str, other: str, *, exactly: bool = False) -> bool:
    """Whether most pairs of characters are in both texts, or one text is within the other."""
    a, b = _plain(one), _plain(other)
    if exactly or not a or not b or a == b:
        return a == b
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) > 3 and shorter in longer:
        return True
    pairs, others = _pairs(a), _pairs(b)
    return 2 * len(pairs & others) >= _ALIKE * (len(pairs) + len(others))


@lru_cache(maxsize=5000)
def _plain(text: str) -> str:
    return _MARKS.sub("", halfwidth(text)).lower()


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(max(len(text) - 1, 1))}
