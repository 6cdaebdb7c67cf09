"""Drift: what has changed in a year since the user wrote his version of a passage."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..kinds import kind_of
from ..kinds.passage_edit import PassageEdit, Read
from .resolving import Resolver
from .template import QUOTED, Reference, read, reference_to

GONE = "（已删除）"


@dataclass(frozen=True, slots=True)
class Drift:
    """One thing that has changed, for people: what it is, what it was, what it is now."""

    label: str
    old: str
    new: str


def basis_of(reads: Mapping[str, str | None], text: str, resolver: Resolver) -> tuple[Read, ...]:
    """Return what a passage rests on: what its wording read, and the figures in a text."""
    keys = [str(p.bare()) for p in read(text) if isinstance(p, Reference) and _is_live(p)]
    shown = dict(reads) | {key: resolver.shown(key) for key in keys if key not in reads}
    return tuple(Read(key=key, shown=value or "") for key, value in shown.items())


def drift_of(
    edit: PassageEdit, reads: Mapping[str, str | None], generated: str, resolver: Resolver
) -> Iterator[Drift]:
    """Yield what has changed since the edit's basis; at last that the wording says other things."""
    moved = False
    for was in edit.basis:
        now = reads[was.key] if was.key in reads else resolver.shown(was.key)
        if (now or "") != was.shown:
            moved = True
            yield _drift(was, now, resolver)
    new = [key for key in reads if key not in {was.key for was in edit.basis} and reads[key]]
    for key in new if edit.basis else ():
        moved = True
        yield _drift(Read(key=key), reads[key], resolver)
    if not moved and edit.generated and generated != edit.generated:
        yield Drift("自动文字", "写法与改稿时不同", "可对照查看")


def _is_live(piece: Reference) -> bool:
    return piece.text is None or piece.steps[-1].name != QUOTED


def _drift(was: Read, now: str | None, resolver: Resolver) -> Drift:
    id, _, field = was.key.partition(".")
    if entry := resolver.entry_of(id):
        label = f"{kind_of(entry).title(entry)} {field}"
        return Drift(label, was.shown, now or "空")
    label = resolver.label(reference_to(was.key))
    if _is_listing(was.shown) or _is_listing(now or ""):
        return Drift(label, *_listed(was.shown.split(), (now or "").split()))
    if now is None and len(id) == 36:
        return Drift(field, was.shown, GONE)
    return Drift(label, was.shown or "没有", now or "没有")


def _is_listing(shown: str) -> bool:
    return len(shown.split(" ")[0]) == 36 and shown[8:9] == "-"


def _listed(old: list[str], new: list[str]) -> tuple[str, str]:
    """Tell two lists of entries by how many there are, and how many of the old are gone."""
    came, went = len(set(new) - set(old)), len(set(old) - set(new))
    said = "、".join(f"{verb}{n}条" for verb, n in (("新增", came), ("减少", went)) if n)
    return f"{len(old)}条", f"{len(new)}条（{said or '次序有变'}）"
