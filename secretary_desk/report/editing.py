"""What the user does to a passage, as records: his version, his answer to drift, his wording."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..kinds import kind_of
from ..kinds.own_wording import OwnWording
from ..kinds.passage_edit import PassageEdit
from ..kinds.supplement import section_name
from ..records.record import Record
from ..records.year import Year
from .build import SUPPLEMENT
from .drift import basis_of, speaks_of
from .passage import SPOKEN, Passage
from .resolving import Resolver, for_any_entry
from .wording import PassageWording


def name_of(passage: Passage) -> str:
    """Return what people call a passage: its entry's name, its section's, else its own."""
    kind, _, of_it = passage.key.removeprefix(SPOKEN).partition("/")
    name = kind_of(passage.entry).title(passage.entry) if passage.entry and of_it else kind
    if kind == SUPPLEMENT:
        name = f"{SUPPLEMENT}：{section_name(of_it)}"
    return f"现场稿 {name}" if passage.key.startswith(SPOKEN) else name


def superseded(edits: Sequence[PassageEdit]) -> list[PassageEdit]:
    """Return the written versions that are not told, for a later one of the same passage is."""
    latest = {edit.passage: edit.id for edit in edits}
    return [edit for edit in edits if edit.is_written and latest[edit.passage] != edit.id]


def still_told(passages: Mapping[str, Passage], id: str) -> list[str]:
    """Return the names of the passages in which the user's own text speaks of an entry."""
    own = (p for p in passages.values() if (p.edit and p.edit.is_written) or _is_added(p.key))
    return [name_of(passage) for passage in own if speaks_of(passage.template, id)]


def written(passage: Passage, text: str, year: int, resolver: Resolver) -> PassageEdit:
    """Return the user's version of a passage with this text.

    What it rests on is what the passage had read when he began; only figures that he has put in
    since are added. The wording stays that of his version: another one, for being told at another
    place now, is no change of what it says.
    """
    edit = passage.edit or _begun(passage, year)
    if not edit.is_written:
        basis, wording = basis_of(passage.reads, text, resolver), passage.wording
        return replace(edit, text=text, wording=wording, generated=passage.generated, basis=basis)
    known = {read.key for read in edit.basis}
    added = [read for read in basis_of({}, text, resolver) if read.key not in known]
    return replace(edit, text=text, basis=(*edit.basis, *added))


def confirmed(passage: Passage, resolver: Resolver) -> PassageEdit:
    """Return the user's version kept as it is, now resting on what the year says today."""
    assert passage.edit
    basis = basis_of(passage.reads, passage.edit.text, resolver)
    return replace(passage.edit, generated=passage.generated, basis=basis)


def base_key(key: str) -> str:
    """Return the key under which a passage's wording is kept."""
    return key.removeprefix(SPOKEN).partition("/")[0]


def choices(passage: Passage, wording: PassageWording | None, year: Year) -> list[str]:
    """Return the wordings that a passage may be told in: built-in ones by place, own ones by id."""
    spoken = passage.key.startswith(SPOKEN)
    own = [each.id for each in year.counted(OwnWording) if each.passage == _name(passage.key)]
    built_in = wording.forms(spoken=spoken) if wording else ()
    return [*map(str, range(len(built_in))), *own]


def turned(passage: Passage, known: list[str], year: int) -> PassageEdit | None:
    """Return the choice of the wording after the present one; None where there is no other."""
    if len(known) < 2 or (passage.edit and passage.edit.is_written):
        return None
    edit = passage.edit or _begun(passage, year)
    place = known.index(passage.wording) if passage.wording in known else -1
    return replace(edit, wording=known[(place + 1) % len(known)])


def kept_wording(passage: Passage, entry: Record | None) -> OwnWording:
    """Return a passage's text as a wording for the years to come."""
    text = for_any_entry(passage.template, passage.generated, entry)
    return OwnWording(passage=_name(passage.key), text=text)


def _is_added(key: str) -> bool:
    return key.startswith(f"{SUPPLEMENT}/")


def _begun(passage: Passage, year: int) -> PassageEdit:
    return PassageEdit(year=year, passage=passage.key, name=name_of(passage))


def _name(key: str) -> str:
    return (SPOKEN if key.startswith(SPOKEN) else "") + base_key(key)
