"""Entries of the archive that look like one another, and the word that they are not one."""

from ..facts.alike import Pair, alike
from ..kinds import kind_of
from ..kinds.not_duplicate import KIND as APART
from ..kinds.not_duplicate import NotDuplicate
from ..records.kind import OneAYear, Point, Span
from ..records.record import Record, is_complete
from .desk import Desk


def twins(desk: Desk, entry: Record) -> list[Record]:
    """Return the entries kept that an entry may repeat; none while it is unfinished."""
    kind = kind_of(entry)
    if isinstance(kind.when, OneAYear) or not is_complete(entry):
        return []
    starts, _ = kind.when.bounds(entry)
    if isinstance(kind.when, (Point, Span)) and starts:
        others = desk.store.beginning(kind, starts)
    else:
        others = desk.store.entries(kind)
    apart: set[Pair] = {frozenset((pair.one, pair.other)) for pair in desk.store.entries(APART)}
    return alike(entry, others, apart)


def keep_apart(desk: Desk, one: Record, other: Record) -> None:
    """Remember that two entries are not one."""
    first, second = sorted((one.id, other.id))
    desk.save(NotDuplicate(one=first, other=second))


def named(entry: Record) -> str:
    """Return an entry's title with its own words: ``3月5日 支部委员会“研究发展对象”``."""
    kind = kind_of(entry)
    title, words = kind.title(entry), getattr(entry, "topic", "")
    return f"{title}“{words}”" if words and words[:20] not in title else title or kind.label
