"""The outline of a report: sections with their passages, and annexes with their columns."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..errors import DeskError
from ..kinds.branch import UnitType
from ..paths import resources


@dataclass(frozen=True, slots=True)
class Section:
    """A section; without a heading its passages stand at the level above.

    ``each`` repeats the section for every entry of a listing, headed by the entry's field named
    in ``heading_field``. ``key`` names the section whatever the outline: its path of headings,
    or its first passage where it has none; a repeated section has no key.
    """

    heading: str = ""
    passages: tuple[str, ...] = ()
    sections: tuple["Section", ...] = ()
    each: str = ""
    heading_field: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class AnnexColumn:
    """A ledger's column: the field's label, or 序号; its share of the width, left or centre."""

    label: str
    share: float
    align: str = "centre"
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """A ledger: a listing as a table."""

    title: str
    listing: str
    columns: tuple[AnnexColumn, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole outline, and the types of unit whose branches it is meant for."""

    name: str
    unit_types: tuple[str, ...]
    sections: tuple[Section, ...]
    annexes: tuple[Annex, ...]

    def keyed(self) -> dict[str, Section]:
        """Return the sections that have a key by their keys, in their order."""
        return {section.key: section for section in _walk(self.sections) if section.key}


@cache
def load_outlines() -> tuple[Outline, ...]:
    """Return the built-in outlines; the last is the general one."""
    annexes = _toml("annexes.toml")["annexes"]
    ledgers = tuple(
        Annex(a["title"], a["listing"], tuple(AnnexColumn(**c) for c in a["columns"]))
        for a in annexes
    )
    found = [_outline(_toml(p.name), ledgers) for p in sorted(_folder().glob("outline_*.toml"))]
    return tuple(sorted(found, key=lambda outline: not outline.unit_types))


def choose_outline(name: str, unit_type: UnitType | None) -> Outline:
    """Return the outline of this name, else the one for the type of unit; raises DeskError."""
    outlines = load_outlines()
    if name:
        for outline in outlines:
            if outline.name == name:
                return outline
        known = "、".join(outline.name for outline in outlines)
        raise DeskError(f"没有“{name}”这个提纲；有：{known}")
    fitting = (o for o in outlines if not o.unit_types or (unit_type and unit_type in o.unit_types))
    return next(fitting)


def _folder() -> Any:
    return resources() / "report"


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((_folder() / name).read_text("utf-8"))


def _outline(given: dict[str, Any], annexes: tuple[Annex, ...]) -> Outline:
    sections = tuple(_section(s) for s in given["sections"])
    return Outline(given["name"], tuple(given.get("unit_types", ())), sections, annexes)


def _section(given: dict[str, Any], above: tuple[str, ...] = ()) -> Section:
    passages = tuple(given.get("passages", ()))
    path = (*above, given.get("heading") or next(iter(passages), ""))
    # An empty name on the way: neither a repeated section nor those inside it have a key.
    path = (*above, "") if "each" in given else path
    inner = tuple(_section(s, path) for s in given.get("sections", ()))
    rest = {key: given[key] for key in given if key not in ("sections", "passages")}
    key = "/".join(path) if all(path) else ""
    return Section(passages=passages, sections=inner, key=key, **rest)


def _walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _walk(section.sections)
