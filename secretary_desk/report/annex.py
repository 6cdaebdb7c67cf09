"""Annexes: the ledgers behind the figures, as tables."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ..errors import DeskError
from ..kinds import kind_of
from ..records.day import Day
from ..records.fields import Row, Rows, show_row, specs_of
from ..records.kind import Kind
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
from .outline import Annex
from .passage import Teller

ORDINAL = "序号"


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
    """Return the annexes that have entries: an empty ledger is not handed in."""
    return [annex for annex in annexes if teller.ledger(annex.listing)]


def _title(annex: Annex, teller: Teller) -> Runs:
    return (Value(teller.year.period.label, "年度"), Wording(annex.title))


def _table(annex: Annex, teller: Teller) -> Table:
    columns = tuple(Column(c.heading or c.label, c.share, c.align) for c in annex.columns)
    rows = tuple(
        tuple(_row(annex, record, place, teller.year.period.as_of))
        for place, record in enumerate(teller.ledger(annex.listing), 1)
    )
    return Table(columns, rows)


def _row(annex: Annex, record: Record, place: int, as_of: date) -> Iterator[Runs]:
    kind, entry = kind_of(record), ref(record)
    for column in annex.columns:
        ordinal = column.label == ORDINAL
        yield (Number(str(place)),) if ordinal else _cell(kind, record, entry, column.label, as_of)


def _cell(kind: Kind[Any], record: Record, entry: Ref, label: str, as_of: date) -> Runs:
    """Return what a ledger says in one cell; empty fields give an empty cell."""
    name, spec, value = _picked(kind, record, label, as_of)
    if spec is not None and spec.private:
        raise DeskError(f"“{label}”是隐私信息，不能列入附件")
    text = value.show_short() if isinstance(value, Day) else kind.shown(record, name, as_of)
    if not text or value is False:
        return ()
    if isinstance(spec, Rows):
        return _items([text for row in value if (text := _first_cell(row))], entry, label)
    if isinstance(spec, (Count, Amount)):
        return (Figure(text, f"{kind.label}.{label}", (entry,)),)
    return (Quotation(text, entry, label),)


def _items(texts: list[str], entry: Ref, label: str) -> Runs:
    """Return a list's items, each on a line of its own, numbered where there are several."""
    if len(texts) == 1:
        return (Quotation(texts[0], entry, label),)
    runs: list[Run] = []
    for place, text in enumerate(texts, 1):
        line_end = (Wording("\n"),) if runs else ()
        runs += [*line_end, Number(f"{place}."), Quotation(text, entry, label)]
    return tuple(runs)


def _first_cell(row: Row) -> str:
    name, spec = next(iter(specs_of(type(row)).items()))
    return spec.show(getattr(row, name)) or show_row(row)


def _picked(
    kind: Kind[Any], record: Record, label: str, as_of: date
) -> tuple[str, Spec | None, Any]:
    if label in kind.by_label:
        name, spec = kind.by_label[label]
        return name, spec, getattr(record, name)
    if label not in kind.derived:
        raise DeskError(f"“{kind.label}”没有“{label}”这一项")
    return label, None, kind.derived[label](record, as_of)
