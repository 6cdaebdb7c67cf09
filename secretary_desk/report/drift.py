"""Drift: what has changed in a year since the user wrote his version of a passage."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..kinds import kind_of
from ..kinds.passage_edit import PassageEdit, Read
from ..records.fields import specs_of
from ..records.record import Record
from .resolving import THIS, Resolver
from .template import QUOTED, Reference, read, reference_to

GONE, NEW = "记录已删除", "新增记录"
OUT, BACK = "已不写进报告", "又写进报告了"
_LEFT_OUT = specs_of(Record)["left_out"].label
_LONGEST, _NAME = 60, 30  # characters of a text in a line, and of a deleted entry's name
_ID = 36  # characters


@dataclass(frozen=True, slots=True)
class Drift:
    """One thing that has changed, for people: what it is, what it was, what it is now.

    Without an old text the new one says by itself what has become of it.
    """

    label: str
    old: str
    new: str
    gone: str = field(default="", compare=False)  # the id of an entry of which only that is known

    def line(self, longest: int = _LONGEST) -> str:
        """Return it as a line, its texts cut to so many characters."""
        texts = [_brief(text, longest) for text in (self.old, self.new) if text]
        if texts[:1] == texts[1:]:
            return f"{self.label}：后面的文字有改动"
        return f"{self.label}：{' → '.join(texts)}"


def basis_of(reads: Mapping[str, str | None], text: str, resolver: Resolver) -> tuple[Read, ...]:
    """Return what a passage rests on: what its wording read, the figures in a text, and whether
    the entries that the text speaks of are left out of the report."""
    pieces = [piece for piece in read(text) if isinstance(piece, Reference)]
    keys = [str(piece.bare()) for piece in pieces if _is_live(piece)]
    keys += [f"{id}.{_LEFT_OUT}" for id in dict.fromkeys(map(_entry, pieces)) if id]
    shown = dict(reads) | {key: resolver.shown(key) for key in keys if key not in reads}
    return tuple(Read(key=key, shown=value or "") for key, value in shown.items())


def drift_of(
    edit: PassageEdit, reads: Mapping[str, str | None], generated: str, resolver: Resolver
) -> list[Drift]:
    """Return what has changed since the edit's basis; else that the wording says other things.

    What has become of entries comes first, the figures that moved with them after it.
    """
    changes = {(each, each.gone): each for each in _Changes(edit, reads, resolver)}
    found = sorted(changes.values(), key=lambda each: bool(each.old))
    if not found and edit.generated and generated != edit.generated:
        return [Drift("自动文字", "", "写法与改写时不同，可以对照着看")]
    return found


def speaks_of(text: str, id: str) -> bool:
    """Whether a template quotes an entry, or has a figure of its own."""
    return any(isinstance(piece, Reference) and _entry(piece) == id for piece in read(text))


@dataclass(frozen=True)
class _Changes:
    """The differences between an edit's basis and what is read now, some of them repeatedly."""

    edit: PassageEdit
    reads: Mapping[str, str | None]
    resolver: Resolver

    def __iter__(self) -> Iterator[Drift]:
        known = self._known
        for key, old in known.items():
            now = (self.reads[key] if key in self.reads else self.resolver.shown(key)) or ""
            if now != old:
                yield from self._moved(key, old, now)
        for key in self.reads if known else ():
            if key not in known and (shown := self.reads[key]):
                yield self._added(key, shown)

    @cached_property
    def _known(self) -> dict[str, str]:
        return {was.key: was.shown for was in self.edit.basis}

    def _moved(self, key: str, old: str, now: str) -> Iterator[Drift]:
        if _is_listing(old) or _is_listing(now):
            yield from self._listed(key, old.split(), now.split())
            return
        id, field = self._field(key)
        entry = self.resolver.entry_of(id)
        if entry is None:
            yield self._gone(id) if id else Drift(self._label(key), old or "没有", now or "没有")
        elif field == _LEFT_OUT:
            yield self._left_out(entry)
        elif "@" not in key:
            yield Drift(f"{_title(entry)} {field}", old or "空", now or "空")
        elif f"{id}.{field}" not in self._known:  # else it is told of as the field
            yield Drift(f"{_title(entry)} {self._label(key)}", old or "没有", now or "没有")

    def _added(self, key: str, now: str) -> Drift:
        """Return that the wording reads what it had not read before."""
        id, _ = self._field(key)
        if entry := self.resolver.entry_of(id):
            return Drift(_title(entry), "", "自动文字新写到这条记录")
        now = f"{len(now.split())}条" if _is_listing(now) else now
        return Drift(self._label(key), "", f"自动文字新写到，现在是{now}")

    def _listed(self, key: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Drift]:
        label = self._label(key)
        for id in (id for id in old if id not in new):
            entry = self.resolver.entry_of(id)
            if entry is None:
                yield self._gone(id, f"“{label}”中的记录")
            elif entry.left_out:
                yield self._left_out(entry)
            else:
                yield Drift(_title(entry), "", f"不再列入“{label}”")
        for id in (id for id in new if id not in old):
            entry = self.resolver.entry_of(id)
            if entry and not self._known.get(f"{id}.{_LEFT_OUT}"):
                is_older = "" < entry.created < self.edit.created
                yield Drift(_title(entry), "", f"列入“{label}”" if is_older else NEW)
        if set(old) == set(new):
            yield Drift(label, "", "次序有变")

    def _gone(self, id: str, otherwise: str = "一条记录") -> Drift:
        """Return that an entry is there no more, by what was read of it."""
        out = f"{id}.{_LEFT_OUT}"
        texts = [text for key, text in self._known.items() if key.startswith(f"{id}.")
                 and key != out and text]  # fmt: skip
        label, told = _brief(" ".join(texts[:2]), _NAME), f"{GONE}{self._still(id)}"
        return Drift(label, "", told) if label else Drift(otherwise, "", told, gone=id)

    def _left_out(self, entry: Record) -> Drift:
        told = f"{OUT}{self._still(entry.id)}" if entry.left_out else BACK
        return Drift(_title(entry), "", told)

    def _still(self, id: str) -> str:
        """Return that the user's text goes on speaking of an entry, or may do so."""
        if speaks_of(self.edit.text, id):
            return "，改写的文字里仍写到它"
        was_read = any(key.startswith(f"{id}.") for key in self._known)
        return "，改写的文字里可能还写到它" if was_read else ""

    def _field(self, key: str) -> tuple[str, str]:
        """Return which entry a key reads, and which field of it; empty where none."""
        plain = reference_to(key).key
        if "@" in plain:
            path, _, id = plain.rpartition("@")
            return id, path.partition(".")[2]
        id, _, field = plain.partition(".")
        return (id, field) if len(id) == _ID or self.resolver.entry_of(id) else ("", "")

    def _label(self, key: str) -> str:
        return self.resolver.label(reference_to(key))


def _entry(piece: Reference) -> str:
    """Return the entry that a reference names by its id; empty where it names none."""
    id = piece.key.rpartition("@")[2] if "@" in piece.key else ""
    return "" if id == THIS else id


def _is_live(piece: Reference) -> bool:
    return piece.text is None or piece.steps[-1].name != QUOTED


def _is_listing(shown: str) -> bool:
    return len(shown.split(" ")[0]) == _ID and shown[8:9] == "-"


def _title(entry: Record) -> str:
    return kind_of(entry).title(entry) or kind_of(entry).label


def _brief(text: str, longest: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
