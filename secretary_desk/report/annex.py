"""Annexes: the ledgers behind the figures, as tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Generic, TypeVar

from ..errors import DeskError
from ..kinds import kind_of
from ..records.day import Day
from ..records.fields import Row, Rows, show_row, specs_of
from ..records.kind import Kind
from ..records.period import Period
from ..records.record import Record, Ref, ref
from ..records.specs import Amount, Count, Spec
from .document import (
    AnnexTitle,
    Block,
    Column,
    Enclosures,
    Figure,
    Number,
    Quotation,
    Run,
    Runs,
    Table,
    Value,
    Wording,
)
from .outline import Annex, AnnexColumn
from .passage import Teller

ORDINAL = "序号"
T = TypeVar("T")


def enclosures(annexes: list[Annex], teller: Teller) -> Iterator[Block]:
    """Yield 附件说明, which names the annexes under the text."""
    if annexes:
        yield Enclosures(tuple(_title(annex, teller) for annex in annexes))


def annex_blocks(annexes: list[Annex], teller: Teller) -> Iterator[Block]:
    """Yield each annex: its head and its table."""
    for place, annex in enumerate(annexes, 1):
        number = (Number(str(place)),) if len(annexes) > 1 else ()
        yield AnnexTitle((Wording("附件"), *number), _title(annex, teller))
        yield _table(annex, teller)


def filled(annexes: tuple[Annex, ...], teller: Teller) -> list[Annex]:
    """Return the annexes that the settings name, else the usual ones, where they have entries."""
    chosen = teller.settings.ledgers
    wanted = [a for a in annexes if (a.name in chosen if chosen else a.usual)]
    return [annex for annex in wanted if teller.ledger(annex.listing)]


def _title(annex: Annex, teller: Teller) -> Runs:
    return (Value(teller.year.period.label, "年度"), Wording(annex.title))


def _table(annex: Annex, teller: Teller) -> Table:
    columns = tuple(Column(c.heading or c.label, c.share, c.align) for c in annex.columns)
    rows = tuple(
        _row(annex, record, place, teller.year.period)
        for place, record in enumerate(sorted(teller.ledger(annex.listing), key=_begun), 1)
    )
    return Table(columns, rows)


def _begun(record: Record) -> str:
    """Return the day from which an entry counts: only the text tells the best first."""
    return kind_of(record).when.bounds(record)[0]


def _row(annex: Annex, record: Record, place: int, period: Period) -> tuple[Runs, ...]:
    cells = _cells(_Same(annex), _Same(record), period)
    ordinal = (Number(str(place)),)
    return tuple(ordinal if cell is None else cell for cell in cells)


@lru_cache(maxsize=8192)  # an edit of one entry builds the report anew: the others are as they were
def _cells(annex: "_Same[Annex]", record: "_Same[Record]", period: Period) -> list[Runs | None]:
    """Return what a ledger says of a record; None where its number goes."""
    kind, entry = kind_of(record.it), ref(record.it)
    return [
        None if c.label == ORDINAL else _cell(kind, record.it, entry, c, period)
        for c in annex.it.columns
    ]


@dataclass(frozen=True, slots=True, eq=False)
class _Same(Generic[T]):
    """One and the same, not merely equal: to compare all fields takes as long as to tell them."""

    it: T

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.it is other.it

    def __hash__(self) -> int:
        return id(self.it)


def _cell(kind: Kind[Any], record: Record, entry: Ref, column: AnnexColumn, period: Period) -> Runs:
    """Return what a ledger says in one cell; empty fields give an empty cell."""
    label, on = column.label, period.as_of
    name, spec, value = _picked(kind, record, label, on)
    _refuse_private(spec)
    text = value.show_short() if isinstance(value, Day) else kind.shown(record, name, on)
    if not text or value is False:
        return ()
    if isinstance(spec, Rows):
        return _items(
            [_row_cell(r, column) for r in _of_period(value, column, period)], entry, label
        )
    if isinstance(spec, (Count, Amount)):
        return (Figure(text, f"{kind.label}.{label}", (entry,)),)
    return (Quotation(text, entry, label),)


def _items(texts: list[str], entry: Ref, label: str) -> Runs:
    """Return a list's items, each on a line of its own, numbered where there are several.

    An empty one keeps its number, so that two columns of one list can be read together.
    """
    if len(texts) == 1:
        return (Quotation(texts[0], entry, label),) if texts[0] else ()
    runs: list[Run] = []
    for place, text in enumerate(texts, 1):
        if text:
            line_end = (Wording("\n"),) if runs else ()
            number = f"{place}. " if text[0].isdigit() else f"{place}."  # 1. 2块 is not 1.2块
            runs += [*line_end, Number(number), Quotation(text, entry, label)]
    return tuple(runs)


def _of_period(rows: tuple[Row, ...], column: AnnexColumn, period: Period) -> list[Row]:
    """Return the rows that a column shows: an undated one is of whatever period."""
    if not column.within:
        return list(rows)
    days = [getattr(row, _name_of(row, column.within)) for row in rows]
    return [row for row, day in zip(rows, days, strict=True) if not day or period.holds(day)]


def _row_cell(row: Row, column: AnnexColumn) -> str:
    specs = specs_of(type(row))
    name = _name_of(row, column.cell) if column.cell else next(iter(specs))
    _refuse_private(specs[name])
    shown = specs[name].show(getattr(row, name))
    return shown if shown or column.cell else show_row(row)


def _refuse_private(spec: Spec | None) -> None:
    if spec is not None and spec.private:
        raise DeskError(f"“{spec.label}”是隐私信息，不能列入附件")


def _name_of(row: Row, label: str) -> str:
    return next(name for name, spec in specs_of(type(row)).items() if spec.label == label)


def _picked(
    kind: Kind[Any], record: Record, label: str, as_of: date
) -> tuple[str, Spec | None, Any]:
    if label in kind.by_label:
        name, spec = kind.by_label[label]
        return name, spec, getattr(record, name)
    if label not in kind.derived:
        raise DeskError(f"“{kind.label}”没有“{label}”这一项")
    return label, None, kind.derived[label](record, as_of)
