"""Changes of the user's own outline: each gives another outline, and none loses a section.

``at`` is a row's place in ``OwnOutline.parts``. A change that would put a section where it
cannot stand gives the outline as it was.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..errors import DeskError
from ..kinds.own_outline import DEEPEST, Numbering, OwnOutline, Part
from ..kinds.supplement import OWN
from ..records.text import one_line
from .outline import Outline, parts_of_outline, repeated_parts
from .sections import end_of, level_of, parts_of_sections, passages_of, sections_of
from .tagged import ENTRY


class Removed(NamedTuple):
    """An outline without some sections, and the passages that it no longer tells."""

    own: OwnOutline
    passages: tuple[str, ...]


def own_of(outline: Outline, year: int) -> OwnOutline:
    """Return an outline as the user's own, for one year."""
    return OwnOutline(
        year=year,
        preset=outline.name,
        numbering=outline.numbering,
        parts=parts_of_outline(outline),
    )


def numbered(own: OwnOutline, numbering: Numbering) -> OwnOutline:
    """Return the outline with its headings numbered in another way."""
    return replace(own, numbering=numbering)


def added(own: OwnOutline, after: int, heading: str) -> OwnOutline:
    """Return the outline with a free section after a row and what is inside it, at its level.

    ``after`` -1 puts it first. Raises DeskError for an empty heading.
    """
    parts = settled(own.parts)
    words = _words(heading)
    at = end_of(parts, after) if after >= 0 else 0
    level = level_of(parts[after]) if after >= 0 else 1
    key = f"{OWN}{words.replace('/', '·')}·{uuid.uuid4().hex[:8]}"
    return _with(own, (*parts[:at], Part(key=key, level=level, heading=words), *parts[at:]))


def renamed(own: OwnOutline, at: int, heading: str) -> OwnOutline:
    """Return the outline with another heading; its key stays. Raises DeskError for an empty one.

    A repeated section is headed by its entries, so it stays as it is.
    """
    parts = settled(own.parts)
    words = _words(heading)
    return own if parts[at].each else _replaced(own, parts, at, replace(parts[at], heading=words))


def fed(own: OwnOutline, at: int, kind: str, tag: str) -> OwnOutline:
    """Return the outline with a section telling the entries of a kind, of a tag, or of both."""
    parts = settled(own.parts)
    part = replace(parts[at], kind=one_line(kind), tag=one_line(tag))
    return own if not parts[at].heading else _replaced(own, parts, at, part)


def removed(own: OwnOutline, at: int) -> Removed:
    """Return the outline without a row and what is inside it, and the passages that fall out."""
    parts = settled(own.parts)
    end = end_of(parts, at)
    rest = (*parts[:at], *parts[end:])
    told = _told(rest)
    fallen = [key for part in parts[at:end] for key in passages_of(part) if key not in told]
    return Removed(_with(own, rest), tuple(dict.fromkeys(fallen)))


def moved(own: OwnOutline, at: int, step: int) -> OwnOutline:
    """Return the outline with a row, and what is inside it, before or after its neighbour.

    ``step`` is -1 or 1. Neighbours are of one level, with none between that stands higher.
    """
    parts = settled(own.parts)
    first = _neighbour_before(parts, at) if step < 0 else at
    second = at if step < 0 else end_of(parts, at)
    if first is None or not _side_by_side(parts, first, second):
        return own
    end = end_of(parts, second)
    return _with(own, (*parts[:first], *parts[second:end], *parts[first:second], *parts[end:]))


def nested(own: OwnOutline, at: int, step: int) -> OwnOutline:
    """Return the outline with a row, and what is inside it, a level deeper (1) or higher (-1).

    What follows at the row's old level is inside it once it stands higher, as in Word.
    """
    parts = settled(own.parts)
    end = end_of(parts, at)
    levels = [level_of(part) + step for part in parts[at:end]]
    if not all(1 <= level <= DEEPEST for level in levels):
        return own
    block = (replace(part, level=n) for part, n in zip(parts[at:end], levels, strict=True))
    after = (*parts[:at], *block, *parts[end:])
    return _with(own, after) if _strays(after) <= _strays(parts) else own


def placed(own: OwnOutline, at: int, passage: str) -> OwnOutline:
    """Return the outline with a passage told at the end of a section, and nowhere else.

    What is told of one entry after the other comes with the row that repeats itself for them.
    """
    parts = [_without(part, passage) for part in settled(own.parts)]
    home = repeated_parts().get(passage)
    if home is None and not parts[at].each:
        told = "、".join((*passages_of(parts[at]), passage))
        return _replaced(own, parts, at, replace(parts[at], passages=told))
    return _repeated(own, at, passage) if home else own


def telling(own: OwnOutline, at: int, passages: Sequence[str]) -> OwnOutline:
    """Return the outline with other passages told by a row, in this order.

    A row without a heading that is left with nothing goes.
    """
    part = replace(own.parts[at], passages="、".join(passages))
    kept = () if _is_nothing(own, at) and not passages else (part,)
    return replace(own, parts=(*own.parts[:at], *kept, *own.parts[at + 1 :]))


def taken_out(own: OwnOutline, at: int, passage: str) -> OwnOutline:
    """Return the outline without a passage in a row."""
    return telling(own, at, [key for key in passages_of(own.parts[at]) if key != passage])


def passages_unplaced(own: OwnOutline, wording: Iterable[str]) -> list[str]:
    """Return the passages of the report, by the keys of its wording, that no section tells."""
    told = _told(own.parts)
    return [key for key in wording if key not in told and not key.endswith(ENTRY)]


def settled(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return rows with a level and a key each, as they are read."""
    return parts_of_sections(sections_of(parts))


def _words(heading: str) -> str:
    words = one_line(heading)
    if not words:
        raise DeskError("标题是空的，提纲没有改动。请先写标题")
    return words


def _with(own: OwnOutline, parts: Iterable[Part]) -> OwnOutline:
    return replace(own, parts=tuple(parts))


def _replaced(own: OwnOutline, parts: Sequence[Part], at: int, part: Part) -> OwnOutline:
    return _with(own, (*parts[:at], part, *parts[at + 1 :]))


def _told(parts: Iterable[Part]) -> set[str]:
    return {key for part in parts for key in passages_of(part)}


def _without(part: Part, passage: str) -> Part:
    kept = [key for key in passages_of(part) if part.each or key != passage]
    return replace(part, passages="、".join(kept))


def _is_nothing(own: OwnOutline, at: int) -> bool:
    """Whether a row would be nothing without its passages; the only row always stays."""
    following = own.parts[at + 1].level if at + 1 < len(own.parts) else 1
    is_leaf = (following or 1) <= (own.parts[at].level or 1)
    return len(own.parts) > 1 and is_leaf and not own.parts[at].heading


def _repeated(own: OwnOutline, at: int, passage: str) -> OwnOutline:
    """Return the outline with the row that repeats itself for a passage, where it has none."""
    parts = settled(own.parts)
    if passage in _told(parts):
        return own
    inside = bool(parts[at].heading) and level_of(parts[at]) < DEEPEST
    part = replace(repeated_parts()[passage], level=level_of(parts[at]) + inside)
    end = end_of(parts, at)
    return _with(own, (*parts[:end], part, *parts[end:]))


def _neighbour_before(parts: Sequence[Part], at: int) -> int | None:
    before = (n for n in range(at - 1, -1, -1) if level_of(parts[n]) <= level_of(parts[at]))
    return next(before, None)


def _side_by_side(parts: Sequence[Part], first: int, second: int) -> bool:
    return second < len(parts) and level_of(parts[first]) == level_of(parts[second])


def _strays(parts: Sequence[Part]) -> int:
    """Count the rows that stand inside none, one without a heading, or one that is repeated."""
    above = (_above(parts, at) for at, part in enumerate(parts) if level_of(part) > 1)
    return sum(1 for part in above if part is None or part.each or not part.heading)


def _above(parts: Sequence[Part], at: int) -> Part | None:
    before = (parts[n] for n in range(at - 1, -1, -1))
    return next((part for part in before if level_of(part) < level_of(parts[at])), None)
