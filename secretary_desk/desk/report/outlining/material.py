"""What the sections of a year's outline can be given to tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ....facts.gather import gather
from ....kinds import KINDS
from ....kinds.supplement import Supplement
from ....records.fact import Listing
from ....records.year import Year
from ....report.outline import load_outlines, parts_of_outline, repeated_parts
from ....report.tagged import ENTRY, tags_of
from ....report.wording import load_wording


class Told(NamedTuple):
    """An entry that may reach a section: its kind's label, its tags, the words for it."""

    kind: str
    tags: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Material:
    """Passages by key with what each tells, and the entries of the year.

    ``tags`` are offered; ``repeated`` says of how many entries a listing tells;
    ``supplemented`` are the keys of the sections to which the user has added.
    """

    passages: Mapping[str, str]
    kinds: tuple[str, ...] = ()
    entries: tuple[Told, ...] = ()
    tags: tuple[str, ...] = ()
    repeated: Mapping[str, int] | None = None
    supplemented: frozenset[str] = frozenset()

    def words(self, passage: str) -> str:
        """Return a passage's name, with what it tells where that is known."""
        return "：".join(filter(None, (passage, self.passages.get(passage, ""))))

    def reaching(self, kind: str, tag: str) -> list[str]:
        """Return the entries that reach a section by a kind, a tag, or both."""
        fitting = (e for e in self.entries if kind in ("", e.kind) and tag in ("", *e.tags))
        return [entry.title for entry in fitting] if kind or tag else []

    def count(self, listing: str) -> int:
        """Return of how many entries a listing tells."""
        return (self.repeated or {}).get(listing, 0)


def material_of(year: Year) -> Material:
    """Return what the outline of a year's report can tell."""
    passages = {key: wording.gap for key, wording in load_wording().items()}
    said, entries = gather(year).said, tuple(_entries(year, passages))
    listings = {part.each: said.get(part.each) for part in repeated_parts().values()}
    return Material(
        passages,
        tuple(kind.label for kind in KINDS if f"{kind.label}{ENTRY}" in passages),
        entries,
        _tags(entries),
        {key: len(of.told()) for key, of in listings.items() if isinstance(of, Listing)},
        frozenset(added.section for added in year.counted(Supplement) if added.paragraphs()),
    )


def _entries(year: Year, passages: Mapping[str, str]) -> Iterator[Told]:
    for kind in KINDS:
        for entry in year.counted(kind.record) if f"{kind.label}{ENTRY}" in passages else ():
            if not entry.left_out:
                yield Told(kind.label, tags_of(entry), kind.title(entry))


def _tags(entries: tuple[Told, ...]) -> tuple[str, ...]:
    """Return the tags of the year's entries, then those of the built-in outlines."""
    own = [tag for entry in entries for tag in entry.tags]
    rows = (part for outline in load_outlines() for part in parts_of_outline(outline))
    return tuple(dict.fromkeys((*own, *(part.tag for part in rows if part.tag))))
