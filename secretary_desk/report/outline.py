"""The outline of a report: sections with their passages, and annexes with their columns."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from ..errors import DeskError
from ..kinds.branch import UnitType
from ..kinds.own_outline import Numbering, OwnOutline, Part
from ..kinds.report_settings import Ledger
from ..paths import resources
from .numbering import Places
from .sections import Section, parts_of_sections, passages_of, sections_of, walk
from .tagged import ENTRY

GENERAL = "通用"
# In the order in which they are offered: by unit, the general one, then by frame.
_FILES = (
    "agency", "state_enterprise", "university", "school", "village", "community", "hospital",
    "new_organisation", "general", "three_parts", "ordinary", "line_of_work", "students",
    "building", "five_basics", "secretary_project", "enterprise",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AnnexColumn:
    """A ledger's column: the field's label, or 序号; its share of the width, left or centre.

    Of a field with rows it shows one cell of each, by default the first, and only of those whose
    day in ``within`` lies in the period, where that is given.
    """

    label: str
    share: float
    align: str = "centre"
    heading: str = ""
    cell: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """A ledger: a listing as a table. ``usual`` ones are handed in unless the user chose others."""

    name: Ledger
    title: str
    listing: str
    columns: tuple[AnnexColumn, ...]
    usual: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole outline, and the types of unit whose branches it is meant for.

    ``own`` when the user ordered it: then its headings are his words.
    """

    name: str
    unit_types: tuple[str, ...]
    sections: tuple[Section, ...]
    annexes: tuple[Annex, ...]
    numbering: Numbering = Numbering.STANDARD
    own: bool = False

    def keyed(self) -> dict[str, Section]:
        """Return the sections that have a key by their keys, in their order."""
        return {section.key: section for section in walk(self.sections) if section.key}


@cache
def load_annexes() -> tuple[Annex, ...]:
    """Return every ledger that may be handed in, in order."""
    return tuple(
        Annex(
            **{
                **given,
                "name": Ledger(given["name"]),
                "columns": tuple(AnnexColumn(**column) for column in given["columns"]),
            }
        )
        for given in _toml("annexes.toml")["annexes"]
    )


@cache
def load_outlines() -> tuple[Outline, ...]:
    """Return the built-in outlines in the order in which they are offered."""
    ledgers = load_annexes()
    return tuple(_outline(_toml(f"outline_{name}.toml"), ledgers) for name in _FILES)


def choose_outline(name: str, unit_type: UnitType | None, own: OwnOutline | None = None) -> Outline:
    """Return the user's own outline, else that of this name, else the one for the type of unit.

    Raises DeskError for a name that there is not.
    """
    if own is not None:
        return _of_own(own, _preset(own.preset, unit_type))
    if name and name not in _by_name():
        raise DeskError(f"没有“{name}”这个提纲；有：{'、'.join(_by_name())}")
    return _preset(name, unit_type)


def parts_of_outline(outline: Outline) -> tuple[Part, ...]:
    """Return an outline's sections as rows; ``sections_of`` turns them back exactly."""
    return parts_of_sections(outline.sections)


@cache
def repeated_parts() -> dict[str, Part]:
    """Return the built-in rows that repeat themselves for entries, by the passages they tell."""
    rows = (part for outline in load_outlines() for part in parts_of_outline(outline))
    return {passage: part for part in rows if part.each for passage in passages_of(part)}


def outline_json(outline: Outline) -> dict[str, Any]:
    """Return an outline as a JSON value: its name, its way to number, and a row a section."""
    return {
        "name": outline.name,
        "own": outline.own,
        "numbering": outline.numbering.value,
        "sections": [
            {
                "key": part.key,
                "level": part.level,
                "number": number,
                "heading": part.heading,
                "passages": list(passages_of(part)),
                "each": part.each,
                "kind": part.kind,
                "tag": part.tag,
            }
            for part, number in _numbered(outline)
        ],
    }


def outline_lines(outline: Outline) -> list[str]:
    """Return an outline as people read it, a line a section, indented by level."""
    return [
        f"{'　' * ((part.level or 1) - 1)}{number}{_words(part)}"
        for part, number in _numbered(outline)
    ]


def _numbered(outline: Outline) -> Iterator[tuple[Part, str]]:
    """Yield an outline's rows with their numbers; a repeated one with its first number."""
    numbers = _numbers(outline.sections, outline.numbering)
    return zip(parts_of_outline(outline), numbers, strict=True)


def _numbers(sections: tuple[Section, ...], numbering: Numbering) -> Iterator[str]:
    places = Places()
    for section in sections:
        headed = section.heading or section.heading_field
        yield places.number(section.level, numbering) if headed else ""
        yield from _numbers(section.sections, numbering)


def _words(part: Part) -> str:
    if part.each:
        return f"〔{part.each.partition('.')[0]}逐项〕"
    return part.heading or f"（{part.passages}）"


def _of_own(own: OwnOutline, preset: Outline) -> Outline:
    numbering = own.numbering or preset.numbering
    sections = sections_of(map(_tellable, own.parts)) if own.parts else preset.sections
    return Outline(
        own.preset or preset.name, (), sections, preset.annexes, numbering, own=bool(own.parts)
    )


def _tellable(part: Part) -> Part:
    """Return a row without what cannot be told where it stands.

    What repeats itself does so as in a built-in outline, and only there is one entry told of.
    """
    known = repeated_parts()
    alike = any(
        (p.each, p.heading_field) == (part.each, part.heading_field) for p in known.values()
    )
    each, field = (part.each, part.heading_field) if alike else ("", "")
    told = [
        key
        for key in passages_of(part)
        if (known[key].each == each if key in known else not key.endswith(ENTRY))
    ]
    return replace(part, each=each, heading_field=field, passages="、".join(told))


def _preset(name: str, unit_type: UnitType | None) -> Outline:
    """Return the preset of this name, else that for the type of unit, else the general one."""
    known = _by_name()
    fitting = (o for o in known.values() if unit_type and unit_type in o.unit_types)
    return known.get(name) or next(fitting, known[GENERAL])


@cache
def _by_name() -> dict[str, Outline]:
    return {outline.name: outline for outline in load_outlines()}


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((resources() / "report" / name).read_text("utf-8"))


def _outline(given: dict[str, Any], annexes: tuple[Annex, ...]) -> Outline:
    rows = [
        Part(**{**row, "passages": "、".join(row.get("passages", ()))}) for row in given["sections"]
    ]
    numbering = Numbering(given.get("numbering", Numbering.STANDARD))
    units = tuple(given.get("unit_types", ()))
    return Outline(given["name"], units, sections_of(rows), annexes, numbering)
