"""References resolved: what a figure or quotation in the user's text is now."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..facts.gather import LAST_YEAR as LAST
from ..facts.gather import Facts
from ..kinds import find_kind, kind_of
from ..records.day import Day
from ..records.fact import Fact, Listing, Nature
from ..records.fields import specs_of
from ..records.record import Record, Ref, ref
from ..records.specs import Amount, Count, Spec
from ..records.year import Year
from . import forms
from .document import Figure, Own, Quotation, Run, Runs, Value, Wording
from .telling import gap, in_sentence
from .template import QUOTED, Piece, Reference, Step, read, reference, write

THIS = "条"  # in a wording of the user's own: the entry that the passage is about
_FIELD = re.compile(r"(?P<kind>[^.]+)\.(?P<path>.+)@(?P<id>[^@]+)")
_ROW = re.compile(r"(?P<rows>[^.\[]+)\[(?P<place>\d+)\]\.(?P<field>.+)")


@dataclass(frozen=True)
class Resolver:
    """Knows the facts and entries of a year; ``entry`` is the one that a passage is about."""

    facts: Facts
    year: Year
    entry: Record | None = None

    def runs(self, text: str) -> Runs:
        """Return a line of a template as runs; what is not there any more is its gap."""
        return tuple(self.run(piece) for piece in read(text))

    def run(self, piece: Piece) -> Run:
        """Return what a piece of a template is now."""
        if isinstance(piece, str):
            return Own(piece)
        if piece.text is not None:
            return self._carried(piece, piece.text)
        return self.figure(piece) or self._quoted(piece) or Wording(gap(self.label(piece)))

    def figure(self, ref: Reference) -> Figure | None:
        """Return a figure as it is said now; None where it has no entries."""
        if (fact := self.fact(ref)) is None:
            return None
        says = [form.say for step in ref.steps if (form := forms.FORMS[step.name]).say]
        return Figure(says[-1](fact) if says else fact.show(), str(ref), fact.entries)

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
        """Return what a reference is called."""
        plain = ref.key.partition("@")[0]
        label = self.facts.declared.get(plain, plain.rpartition(".")[2])
        return label + "".join(
            step.name for step in ref.steps if step.name in forms.FORMS and
            forms.FORMS[step.name].derive
        )  # fmt: skip

    def shown(self, key: str) -> str | None:
        """Return what a passage reads under a key: a figure, a listing's ids, an entry's field."""
        id, _, label = key.partition(".")
        if (record := self._records.get(id)) is not None:
            kind = kind_of(record)
            name = kind.by_label[label][0] if label in kind.by_label else label
            return kind.shown(record, name, self.year.period.as_of)
        said = self.facts.said.get(key)
        if isinstance(said, Listing):
            return " ".join(entry.id for entry in said.told())
        try:
            run = self.run(reference(key))
        except ValueError:
            return None
        return None if isinstance(run, Wording) else run.text

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

    def _carried(self, ref: Reference, text: str) -> Run:
        if ref.steps[-1].name != QUOTED:
            return Own(text, str(ref.bare()))
        if not (found := _FIELD.fullmatch(ref.key)):
            return Value(text, ref.key.partition(".")[2])
        entry = self.entry_of(found["id"])
        return Quotation(text, _ref(entry), found["path"]) if entry else Own(text)

    def _quoted(self, piece: Reference) -> Run | None:
        found = _FIELD.fullmatch(piece.key)
        entry = self.entry_of(found["id"]) if found else None
        if entry is None or found is None or piece.steps:
            return None
        kind = kind_of(entry)
        name, spec = kind.by_label.get(found["path"], ("", None))
        if spec is None or spec.private:
            return None
        value = getattr(entry, name)
        text = value.show_in_year() if isinstance(value, Day) else in_sentence(spec.show(value))
        return Quotation(text, _ref(entry), found["path"]) if text else None

    def _other(self, fact: Fact, step: Step, needs: str) -> Fact | None:
        if needs == forms.LAST_YEAR:
            return self._plain(LAST + fact.key)
        number = step.argument.strip()
        if re.fullmatch(r"\d{1,9}(\.\d{1,2})?", number):
            typed = (
                Count(label="").read(number) if number.isdigit() else Amount(label="").read(number)
            )
            return Fact(number, number, typed, fact.unit, Nature.TYPED, ())
        return self._plain(number)

    def _plain(self, key: str) -> Fact | None:
        if found := _FIELD.fullmatch(key):
            return self._of_entry(key, found)
        said = self.facts.said.get(key)
        return said if isinstance(said, Fact) else None

    def _of_entry(self, key: str, found: re.Match[str]) -> Fact | None:
        entry = self.entry_of(found["id"])
        if entry is None:
            return None
        holder: Any = entry
        label = found["path"]
        if row := _ROW.fullmatch(label):
            rows = _value(entry, row["rows"])
            if not isinstance(rows, tuple) or int(row["place"]) >= len(rows):
                return None
            holder, label = rows[int(row["place"])], row["field"]
        for name, spec in specs_of(type(holder)).items():
            if spec.label == label and isinstance(spec, (Count, Amount)) and not spec.private:
                return _fact(key, holder, name, spec, _ref(entry))
        return None

    @cached_property
    def _records(self) -> Mapping[str, Record]:
        return {record.id: record for record in _every(self.year)}


def field_key(kind: str, path: str, id: str) -> str:
    """Return the key of an entry's field, also of one in a row: ``亮点工作.成效[0].数值@id``."""
    return f"{kind}.{path}@{id}"


def for_any_entry(text: str, entry: Record | None) -> str:
    """Return a template fit for other years: what it quotes of its entry it quotes of any.

    What it quotes of other entries cannot be said again: there it has a gap to fill in.
    """
    return write(_general(piece, entry) for piece in read(text))


def _general(piece: Piece, entry: Record | None) -> Piece:
    if isinstance(piece, str) or "@" not in piece.key:
        return piece
    plain, _, id = piece.key.rpartition("@")
    label = plain.rpartition(".")[2]
    if entry is None or id not in (entry.id, THIS):
        return gap(label)
    return Reference(f"{plain}@{THIS}", tuple(step for step in piece.steps if not step.is_text))


def _fact(key: str, holder: Any, name: str, spec: Spec, entry: Ref) -> Fact | None:
    value = getattr(holder, name)
    unit = getattr(spec, "unit", "")
    if isinstance(spec, Amount) and spec.unit_field:
        unit = getattr(holder, spec.unit_field)
    return Fact(key, spec.label, value, unit, Nature.FLOW, (entry,)) if value else None


def _value(record: Record, label: str) -> Any:
    kind = kind_of(record)
    return getattr(record, kind.by_label[label][0]) if label in kind.by_label else None


def _ref(record: Record) -> Ref:
    return ref(record)


def _every(year: Year) -> Iterator[Record]:
    for known in filter(None, (year.previous, year.following, year)):
        for entries in (*known.aside_entries.values(), *known.counted_entries.values()):
            yield from entries
