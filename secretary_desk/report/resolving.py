"""References resolved: what a figure or quotation in the user's text is now."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..facts.gather import LAST_YEAR as LAST
from ..facts.gather import Facts
from ..kinds import find_kind, kind_of
from ..kinds.branch import KIND as PROFILE
from ..kinds.branch import Branch
from ..kinds.reporter import reporter
from ..records.day import Day
from ..records.fact import Fact, Listing, Nature
from ..records.fields import Row
from ..records.record import Record, ref
from ..records.specs import Link
from ..records.year import Year
from . import forms
from .document import Figure, Number, Own, Quotation, Run, Runs, Value, Wording
from .entry_field import field_of, first_cell, row_name
from .telling import gap, in_sentence
from .template import QUOTED, TYPED, Piece, Reference, Step, read, reference, write

# In a wording of the user's own: the entry that the passage is about, and 一是, 二是 … of several.
THIS, PLACE = "条", "序"
_LISTED = re.compile(r"[一二三四五六七八九十]+是")
_BETWEEN = ("；", "、", "，")
_FIELD = re.compile(r"(?P<kind>[^.]+)\.(?P<path>.+)@(?P<id>[^@]+)")


@dataclass(frozen=True)
class Resolver:
    """Knows the facts and entries of a year; ``entry`` is the one that a passage is about.

    ``number`` is how it begins where there are several, 一是, 二是.
    """

    facts: Facts
    year: Year
    entry: Record | None = None
    number: str = ""

    def runs(self, text: str) -> Runs:
        """Return a line of a template as runs; what is not there any more is its gap."""
        return tuple(run for run in map(self.run, read(text)) if run.text)

    def run(self, piece: Piece) -> Run:
        """Return what a piece of a template is now."""
        if isinstance(piece, str):
            return Own(piece)
        if piece == Reference(PLACE):
            return Number(self.number)
        if self.entry and piece.key.endswith(f"@{THIS}"):
            piece = piece._replace(key=piece.key.removesuffix(THIS) + self.entry.id)
        if piece.text is not None:
            return self._carried(piece, piece.text)
        return self.figure(piece) or self._quoted(piece) or Wording(gap(self.label(piece)))

    def figure(self, ref: Reference) -> Figure | None:
        """Return a figure as it is said now; None where it has no entries."""
        if (fact := self.fact(ref)) is None:
            return None
        text = forms.said(fact, (step.name for step in ref.steps))
        return Figure(text, str(ref), fact.entries)

    def fact(self, ref: Reference) -> Fact | None:
        """Return the fact that a reference names, derived as its steps say."""
        found = self._plain(ref.key)
        for step in ref.steps:
            form = forms.FORMS.get(step.name)
            if form is None or found is None:
                return None
            if form.derive:
                other = self._other(found, step, form.needs)
                found = form.derive(found, other) if other else None
        return found

    def label(self, ref: Reference) -> str:
        """Return what a reference is called: 支部委员会次数占三会一课次数的比例."""
        label = self._name(ref.key)
        for form, other in derivations(ref):
            of_it = other == LAST + ref.key
            label = form.called.format(label, "上年" if of_it else self._name(other))
        return label

    def shown(self, key: str) -> str | None:
        """Return what a passage reads under a key: a figure, a listing's ids, an entry's field."""
        owner, _, label = key.partition(".")
        record = self.year.one(Branch) if owner == PROFILE.label else self._records.get(owner)
        if record and (shown := self._shown_of(record, label)) is not None:
            return shown
        said = self.facts.said.get(key)
        if isinstance(said, Listing):
            return " ".join(entry.id for entry in said.told())
        try:
            run = self.run(reference(key))
        except ValueError:
            return None
        return None if isinstance(run, Wording) else run.text

    def _name(self, key: str) -> str:
        if forms.typed_number(key) is not None:
            return f"手填的{key}"
        plain = key.partition("@")[0]
        named = self.facts.declared.get(plain) or row_name(plain.partition(".")[2])
        return named or plain.rpartition(".")[2]

    def _shown_of(self, record: Record, label: str) -> str | None:
        """Return a field, or what follows from an entry, as wording reads it."""
        if field := field_of(record, label):
            me = reporter(self.year) if isinstance(field.value, Link) else None
            return "我" if me and me.is_me(field.value) else field.spec.show(field.value)
        kind = kind_of(record)
        known = label in kind.derived
        return kind.shown(record, label, self.year.period.as_of) if known else None

    def entry_of(self, id: str) -> Record | None:
        """Return an entry that the year knows."""
        return self.entry if id == THIS else self._records.get(id)

    def template(self, runs: Runs) -> str:
        """Return runs as a template: figures go on following, quotations know their entries."""
        return write(self._piece(run) for run in runs)

    def _piece(self, run: Run) -> Piece:
        match run:
            case Figure(text, fact, _):
                try:
                    found = reference(fact)
                except ValueError:
                    return text
                figure = self.figure(found)
                return found if figure and figure.text == text else text
            case Quotation(text, entry, field):
                key = f"{find_kind(entry.kind).label}.{field}@{entry.id}"
                return Reference(key, (Step(QUOTED, text, is_text=True),))
            case Value(text, name):
                return Reference(f"支部.{name}", (Step(QUOTED, text, is_text=True),))
        return run.text

    def _carried(self, piece: Reference, text: str) -> Run:
        if piece.steps[-1].name != QUOTED:
            return Own(text, str(piece.bare()))
        if not (found := _FIELD.fullmatch(piece.key)):
            return Value(text, piece.key.partition(".")[2])
        entry = self.entry_of(found["id"])
        return Quotation(text, ref(entry), found["path"]) if entry else Own(text)

    def _quoted(self, piece: Reference) -> Run | None:
        found = _FIELD.fullmatch(piece.key)
        entry = self.entry_of(found["id"]) if found else None
        if entry is None or found is None or piece.steps:
            return None
        text = self._words(entry, found["path"])
        return Quotation(text, ref(entry), found["path"]) if text else None

    def _words(self, entry: Record, label: str) -> str:
        """Return a field fit to stand in a sentence: a day in its year, rows by what they are."""
        derived = kind_of(entry).derived
        if field := field_of(entry, label):
            value = field.value
        else:
            value = derived[label](entry, self.year.period.as_of) if label in derived else None
        match value:
            case Day():
                near = value.first().year == self.year.period.year
                return value.show_in_year() if near else value.show().split(" ")[0]
            case (Row(), *_):
                return "；".join(filter(None, (in_sentence(first_cell(row)) for row in value)))
        return in_sentence(self._shown_of(entry, label) or "")

    def _other(self, fact: Fact, step: Step, needs: str) -> Fact | None:
        if needs == forms.LAST_YEAR:
            return self._plain(LAST + fact.key)
        key = step.argument
        if (typed := forms.typed_number(key)) is not None:
            return Fact(key, key, typed, fact.unit, Nature.TYPED, ())
        return self._plain(key)

    def _plain(self, key: str) -> Fact | None:
        if found := _FIELD.fullmatch(key):
            return self._of_entry(key, found)
        said = self.facts.said.get(key)
        return said if isinstance(said, Fact) else None

    def _of_entry(self, key: str, found: re.Match[str]) -> Fact | None:
        entry = self.entry_of(found["id"])
        field = field_of(entry, found["path"]) if entry else None
        return field.fact(key, entry) if entry and field else None

    @cached_property
    def _records(self) -> Mapping[str, Record]:
        return {record.id: record for record in _every(self.year)}


def derivations(ref: Reference) -> list[tuple[forms.Form, str]]:
    """Return the derivations among a reference's steps, each with the key of its other figure."""
    known = [(forms.FORMS[step.name], step) for step in ref.steps if step.name in forms.FORMS]
    return [
        (form, LAST + ref.key if form.needs == forms.LAST_YEAR else step.argument)
        for form, step in known
        if form.derive
    ]


def for_any_entry(text: str, generated: str, entry: Record | None) -> str:
    """Return a template fit for other years: what it quotes of its entry it quotes of any.

    Where it is ``generated`` as one of several, 一是, each has its own place. A number typed over
    a figure was this year's: others have the figure. What it quotes of other entries cannot be
    said again: there it has a gap to fill in.
    """
    begun = _LISTED.match(text) if _LISTED.match(generated) else None
    rest = read(text[begun.end() :] if begun else text)
    pieces = [Reference(PLACE)] * bool(begun) + [_general(piece, entry) for piece in rest]
    return write(_once(pieces))


def _once(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces, a list of rows once: each of them would say them all."""
    kept: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Reference) and kept[-2:-1] == [piece] and kept[-1] in _BETWEEN:
            kept.pop()
        else:
            kept.append(piece)
    return iter(kept)


def _general(piece: Piece, entry: Record | None) -> Piece:
    if isinstance(piece, str):
        return piece
    if "@" not in piece.key:
        typed = piece.text is not None and piece.steps[-1].name == TYPED
        return piece.bare() if typed else piece
    plain, _, id = piece.key.rpartition("@")
    label = plain.rpartition(".")[2]
    if entry is None or id not in (entry.id, THIS):
        return gap(label)
    return Reference(f"{plain}@{THIS}", tuple(step for step in piece.steps if not step.is_text))


def _every(year: Year) -> Iterator[Record]:
    for known in filter(None, (year.previous, year.following, year)):
        for entries in (*known.aside_entries.values(), *known.counted_entries.values()):
            yield from entries
