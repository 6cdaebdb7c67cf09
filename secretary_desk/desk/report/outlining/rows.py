"""An outline as the rows of a list: the number each heading will have, and what it tells."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ....kinds.own_outline import Numbering, OwnOutline, Part
from ....report.numbering import Places
from ....report.outline import choose_outline, parts_of_outline
from ....report.sections import Section, end_of, level_of, passages_of
from .material import Material

_SHORT = 20  # characters of a section's name in a sentence


class Row(NamedTuple):
    """One section: its line, the words to edit, its level, and what stands beside it."""

    words: str
    heading: str
    level: int
    beside: str = ""
    is_empty: bool = False
    can_be_named: bool = True


def rows_of(own: OwnOutline, material: Material) -> list[Row]:
    """Return a row for every part of an outline."""
    outline = choose_outline("", None, own)
    parts = parts_of_outline(outline)
    numbers = _numbers(outline.sections, outline.numbering, material)
    return [
        Row(f"{number}{_words(part, material)}", part.heading, level_of(part),
            _beside(part), is_empty(parts, at, material), not part.each)
        for at, (part, number) in enumerate(zip(parts, numbers, strict=True))
    ]  # fmt: skip


def named(part: Part) -> str:
    """Return the words for a section in a sentence, the beginning of long ones."""
    words = part.heading or part.passages or "没有标题的一节"
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 1]}…"


def is_headed(part: Part) -> bool:
    """Whether a section stands under one heading that the user can write."""
    return bool(part.heading) and not part.each


def is_empty(parts: Sequence[Part], at: int, material: Material) -> bool:
    """Whether a heading has nothing under it."""
    part, has_inner = parts[at], end_of(parts, at) > at + 1
    is_told = _beside(part) or has_inner or part.key in material.supplemented
    return is_headed(part) and not is_told


def _numbers(
    sections: Sequence[Section], numbering: Numbering, material: Material
) -> Iterator[str]:
    """Yield each section's number; from the first to the last where it is repeated."""
    places = Places()
    for section in sections:
        is_headed = bool(section.heading or section.heading_field)
        times = material.count(section.each) if section.each else 1
        taken = [places.number(section.level, numbering) for _ in range(times * is_headed)]
        yield "至".join(filter(None, dict.fromkeys((*taken[:1], *taken[-1:]))))
        yield from _numbers(section.sections, numbering, material)


def _words(part: Part, material: Material) -> str:
    if not part.each:
        return part.heading or f"（{part.passages or '没有标题'}）"
    kind = part.each.partition(".")[0]
    return f"〔{kind}：{'每条一节' if material.count(part.each) else '本年还没有'}〕"


def _beside(part: Part) -> str:
    """Return how many passages a headed section tells, and whether entries come into it."""
    told = len(passages_of(part)) if is_headed(part) else 0
    is_fed = is_headed(part) and (part.kind or part.tag)
    return "＋".join(filter(None, (f"{told}段" if told else "", "记录" if is_fed else "")))
