"""A report by its parts: what each holds, how long it is and what it lacks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from ..records.text import characters
from .build import SUPPLEMENT
from .document import (
    AnnexTitle,
    Block,
    Document,
    Enclosures,
    Heading,
    Paragraph,
    Signature,
    Table,
    runs_of,
    text_of,
)
from .outline import Outline
from .passage import SPOKEN
from .sections import Section
from .telling import GAP


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a report: title and signature, a section without its subsections, the annexes.

    ``key`` stays the same while the report is rebuilt; ``section`` is the key under which the
    user may add to it, empty where it takes no supplement. ``blocks`` are places in the
    document. Ledgers have no ``characters``.
    """

    key: str
    level: int
    heading: str
    section: str
    blocks: tuple[int, ...]
    characters: int
    gaps: int


class _Place(NamedTuple):
    key: str
    level: int
    heading: str


HEAD = _Place("标题与落款", 1, "标题与落款")
ANNEXES = _Place("附件", 1, "附件")


def parts_of(document: Document, outline: Outline) -> list[Part]:
    """Return the parts of a report built by this outline, in order; every block is in one.

    What is told twice under one key is one part.
    """
    places: dict[str, tuple[_Place, list[int]]] = {HEAD.key: (HEAD, [])}
    for number, place in enumerate(_places(document.blocks, outline)):
        places.setdefault(place.key, (place, []))[1].append(number)
    sections = outline.keyed()
    return [
        Part(*place, place.key if place.key in sections else "", tuple(found),
             *_counted([document.blocks[number] for number in found]))
        for place, found in places.values()
    ]  # fmt: skip


def with_inner(part: Part, parts: Sequence[Part]) -> tuple[int, int]:
    """Return how many characters and gaps a part has together with its subsections."""
    after = parts[parts.index(part) + 1 :]
    inner = takewhile(lambda each: each.level > part.level, after)
    found = [part, *inner]
    return sum(each.characters for each in found), sum(each.gaps for each in found)


def _places(blocks: Sequence[Block], outline: Outline) -> Iterator[_Place]:
    """Yield for every block where it belongs."""
    keyed = outline.keyed()
    bare = {p: s.key for s in keyed.values() if not s.heading for p in s.passages}
    here = HEAD
    for block in blocks:
        match block:
            case Heading():
                here = _Place(block.section, block.level, text_of(block.runs))
            case Paragraph():
                kind, _, rest = block.passage.removeprefix(SPOKEN).partition("/")
                known = kind == SUPPLEMENT and rest in keyed
                key = rest if known else bare.get(kind, here.key)
                if key != here.key:
                    here = _bare(key, keyed)
            case AnnexTitle():
                here = ANNEXES
        yield _outside(block) or here


def _bare(key: str, keyed: Mapping[str, Section]) -> _Place:
    """Return the place of a section without a heading; it is called by its first passage."""
    section = keyed[key]
    name = next(iter(section.passages), key.rpartition("/")[2])
    return _Place(key, section.level, name)


def _outside(block: Block) -> _Place | None:
    """Return the part of a block that stands after the text without being of its last section."""
    match block:
        case Signature():
            return HEAD
        case Enclosures():
            return ANNEXES
    return None


def _counted(blocks: Sequence[Block]) -> tuple[int, int]:
    texts = [text_of(tuple(runs_of(block))) for block in blocks if not isinstance(block, Table)]
    return sum(map(characters, texts)), sum(text.count(GAP) for text in texts)
