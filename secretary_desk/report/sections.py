"""Sections of a report, and the same as rows: depth first, each with its level."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from ..kinds.own_outline import DEEPEST, Part


@dataclass(frozen=True, slots=True)
class Section:
    """A section; without a heading its passages stand at the level above.

    ``each`` repeats the section for every entry of a listing, headed by the entry's field named
    in ``heading_field``. A section with a heading tells the entries of a ``kind`` that carry a
    ``tag``; either may be empty. ``level`` is that of the heading, and may leave one out.
    ``key`` names the section wherever it stands: the path of headings that it had first, or its
    first passage where it has none; neither a repeated section nor those inside it have a key.
    """

    heading: str = ""
    passages: tuple[str, ...] = ()
    sections: tuple["Section", ...] = ()
    each: str = ""
    heading_field: str = ""
    kind: str = ""
    tag: str = ""
    level: int = 1
    key: str = ""


def sections_of(parts: Iterable[Part]) -> tuple[Section, ...]:
    """Return rows as sections: each row's are those that follow it at a deeper level.

    Rows without a key get one; where two have the same, the later one gets another.
    """
    rows = list(parts)
    return tuple(_built(rows, "", _Keys({row.key for row in rows}), repeated=False))


def parts_of_sections(sections: Iterable[Section]) -> tuple[Part, ...]:
    """Return sections as rows; ``sections_of`` turns them back exactly."""
    return tuple(_part(section) for section in walk(sections))


def walk(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield sections and those inside them, depth first."""
    for section in sections:
        yield section
        yield from walk(section.sections)


def passages_of(part: Part) -> tuple[str, ...]:
    """Return the keys of the passages that a row tells."""
    return tuple(filter(None, (key.strip() for key in part.passages.split("、"))))


def level_of(part: Part) -> int:
    """Return a row's level, the first where none is given; none is beyond the levels there are."""
    return min(max(part.level or 1, 1), DEEPEST)


def end_of(parts: Sequence[Part], at: int) -> int:
    """Return the place after a row and those inside it."""
    inside = range(at + 1, len(parts))
    return next((n for n in inside if level_of(parts[n]) <= level_of(parts[at])), len(parts))


@dataclass(frozen=True, slots=True)
class _Keys:
    """Gives every section a key of its own; those that rows bring come first."""

    brought: set[str]
    taken: set[str] = field(default_factory=set)

    def take(self, part: Part, above: str) -> str:
        key = given = part.key or self._path(part, above)
        free = bool(part.key) and key not in self.taken
        for turn in count(2):
            if free or (key and key not in self.brought | self.taken):
                break
            key = f"{given}·{turn}"
        self.taken.add(key)
        return key

    def _path(self, part: Part, above: str) -> str:
        step = part.heading or next(iter(passages_of(part)), "")
        return f"{above}/{step}" if above else step


def _built(parts: Sequence[Part], above: str, keys: _Keys, *, repeated: bool) -> Iterator[Section]:
    at = 0
    while at < len(parts):
        part, end = parts[at], end_of(parts, at)
        within = repeated or bool(part.each)
        key = "" if within else keys.take(part, above)
        yield Section(
            part.heading,
            passages_of(part),
            tuple(_built(parts[at + 1 : end], key, keys, repeated=within)),
            part.each,
            part.heading_field,
            part.kind,
            part.tag,
            level_of(part),
            key,
        )
        at = end


def _part(section: Section) -> Part:
    return Part(
        key=section.key,
        level=section.level,
        heading=section.heading,
        passages="、".join(section.passages),
        each=section.each,
        heading_field=section.heading_field,
        kind=section.kind,
        tag=section.tag,
    )
