"""What wording sees: facts, entries and values that print themselves as marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..facts.gather import BY_NAME, Facts
from ..kinds import kind_of
from ..records.day import Day
from ..records.fact import Fact, Listing, Nature, Number
from ..records.fields import Rows, specs_of
from ..records.record import Record, Ref, ref
from ..records.specs import Amount, Count, Link, Spec, Yes
from .document import Figure, Quotation, Value
from .entry_field import field_key, row_names
from .telling import Missing, Telling, View, WordingError, in_sentence


@dataclass(eq=False, slots=True)
class FigureView(View):
    """A fact; it prints its number with the measure word."""

    telling: Telling
    fact: Fact

    def __str__(self) -> str:
        fact = self.fact
        return self.telling.mark(Figure(fact.show(), fact.key, fact.entries))

    def __bool__(self) -> bool:
        return bool(self.fact.value)

    def __eq__(self, other: object) -> bool:
        return self._compared(other, lambda mine, theirs: mine == theirs)

    def number(self) -> Number:
        return self.fact.value


@dataclass(eq=False, slots=True)
class QuoteView(View):
    """Words or a day as the user entered them."""

    telling: Telling
    text: str
    entry: Ref
    label: str
    day: Day | None = None

    def __str__(self) -> str:
        text = self.day.show().split(" ")[0] if self.day else in_sentence(self.text)
        return self.printed(text)

    def printed(self, text: str) -> str:
        """Return the mark of the quotation in another form."""
        return self.telling.mark(Quotation(text, self.entry, self.label))

    def __bool__(self) -> bool:
        return bool(in_sentence(self.text))  # marks alone say nothing

    def __eq__(self, other: object) -> bool:
        return self.text == (other.text if isinstance(other, QuoteView) else other)


@dataclass(eq=False, slots=True)
class ValueView(QuoteView):
    """A value of the branch's profile or the year's settings."""

    def printed(self, text: str) -> str:
        return self.telling.mark(Value(text, self.label))


@dataclass(eq=False, slots=True)
class ListView(View):
    """Entries or rows, one after the other."""

    items: Sequence[View]

    def __bool__(self) -> bool:
        return bool(self.items)

    def __iter__(self) -> Iterator[View]:
        return iter(self.items)


@dataclass(eq=False, slots=True)
class EntryView(View):
    """An entry; its fields go by their labels."""

    telling: Telling
    record: Record
    quote: type[QuoteView] = QuoteView

    def pick(self, name: str) -> View | bool:
        kind, entry = kind_of(self.record), ref(self.record)
        if name in kind.by_label:
            field, spec = kind.by_label[name]
            return _field(self, self.record, field, spec, entry, (kind.label, name))
        if name not in kind.derived:
            raise WordingError(f"“{kind.label}”没有“{name}”这一项")
        value = kind.derived[name](self.record, self.telling.as_of)
        day = value if isinstance(value, Day) else None
        text = kind.shown(self.record, name, self.telling.as_of)
        self.telling.reads[f"{entry.id}.{name}"] = text
        return self.quote(self.telling, text, entry, name, day) if text else Missing(name)


@dataclass(eq=False, slots=True)
class RowView(View):
    """A row within an entry's list."""

    telling: Telling
    row: Any
    entry: Ref
    path: tuple[str, str]  # the kind's label, and the place of the row in its entry
    quote: type[QuoteView] = QuoteView

    def pick(self, name: str) -> View | bool:
        kind, place = self.path
        for field_name, spec in specs_of(type(self.row)).items():
            if spec.label == name:
                path = (kind, f"{place}.{name}")
                return _field(self, self.row, field_name, spec, self.entry, path)
        raise WordingError(f"“{kind}.{place}”没有“{name}”这一项")


def _field(
    owner: EntryView | RowView,
    holder: Any,
    name: str,
    spec: Spec,
    entry: Ref,
    path: tuple[str, str],
) -> View | bool:
    value, telling = getattr(holder, name), owner.telling
    shown = spec.show(value)
    if isinstance(value, Link) and telling.me and telling.me.is_me(value):
        shown = "我"
    if isinstance(owner, EntryView):  # it has read its rows whole before it picks from them
        # The profile and the settings are one a year: their values go by name, entries' by id.
        key = path[0] if owner.quote is ValueView else entry.id
        telling.reads[f"{key}.{path[1]}"] = shown
    if spec.private:
        raise WordingError(f"“{spec.label}”是隐私信息，不能写进报告")
    if isinstance(spec, Yes):
        return bool(value)
    if isinstance(spec, Rows):
        places = [(path[0], f"{path[1]}[{row}]") for row in row_names(value)]
        pairs = zip(value, places, strict=True)
        return ListView([RowView(telling, row, entry, at, owner.quote) for row, at in pairs])
    if not shown:
        return Missing(spec.label)
    if isinstance(spec, (Count, Amount)):
        unit = (
            getattr(holder, spec.unit_field)
            if isinstance(spec, Amount) and spec.unit_field
            else spec.unit
        )
        key = field_key(*path, entry.id)
        return FigureView(telling, Fact(key, spec.label, value, unit, Nature.FLOW, (entry,)))
    return owner.quote(telling, shown, entry, spec.label, value if isinstance(value, Day) else None)


@dataclass(eq=False, slots=True)
class GroupView(View):
    """The facts under a common beginning of their keys."""

    telling: Telling
    facts: Facts
    prefix: str

    def pick(self, name: str) -> View:
        key = f"{self.prefix}{name}"
        if key in self.facts.said:
            return self._said(key)
        if key in self.facts.declared:
            self.telling.reads[key] = None
            return Missing(self.facts.declared[key])
        if self.prefix in BY_NAME:
            self.telling.reads[key] = None
            return Missing(name)
        if self.facts.is_group(key):
            return GroupView(self.telling, self.facts, f"{key}.")
        raise WordingError(f"没有“{key}”这个数据")

    def _said(self, key: str) -> View:
        said = self.facts.said[key]
        if isinstance(said, Listing):
            told = said.told()
            self.telling.reads[key] = " ".join(record.id for record in told)
            if not told:
                return Missing(said.label)
            return ListView([EntryView(self.telling, record) for record in told])
        self.telling.reads[key] = said.show()
        return FigureView(self.telling, said)
