"""Annexes: the ledgers behind the figures, as tables."""

from collections.abc import Iterator
from typing import Any

from ..errors import DeskError
from ..kinds import kind_of
from ..records.day import Day
from ..records.record import Record, ref
from ..records.specs import Amount, Count, Yes
from .document import (
    AnnexTitle,
    Block,
    Column,
    Enclosures,
    Figure,
    Number,
    Quotation,
    Runs,
    Table,
    Value,
    Wording,
)
from .outline import Annex, AnnexColumn
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
    return [annex for annex in annexes if teller.entries(annex.listing)]


def _title(annex: Annex, teller: Teller) -> Runs:
    return (Value(teller.year.period.label, "年度"), Wording(annex.title))


def _table(annex: Annex, teller: Teller) -> Table:
    columns = tuple(Column(c.heading or c.label, c.share, c.align) for c in annex.columns)
    rows = tuple(
        tuple(_cell(column, record, place, teller.year.period.year) for column in annex.columns)
        for place, record in enumerate(teller.entries(annex.listing), 1)
    )
    return Table(columns, rows)


def _cell(column: AnnexColumn, record: Record, place: int, year: int) -> Runs:
    if column.label == ORDINAL:
        return (Number(str(place)),)
    kind, entry = kind_of(record), ref(record)
    name, spec, value = _picked(kind, record, column.label)
    if spec is not None and spec.private:
        raise DeskError(f"“{column.label}”是隐私信息，不能列入附件")
    text = _day_text(value, year) if isinstance(value, Day) else kind.shown(record, name)
    if not text or (isinstance(spec, Yes) and not value):
        return ()
    if isinstance(spec, (Count, Amount)):
        return (Figure(text, f"{kind.label}.{column.label}", (entry,)),)
    return (Quotation(text, entry, column.label),)


def _picked(kind: Any, record: Record, label: str) -> tuple[str, Any, Any]:
    for name, spec in kind.specs.items():
        if spec.label == label:
            return name, spec, getattr(record, name)
    if label not in kind.derived:
        raise DeskError(f"“{kind.label}”没有“{label}”这一项")
    return label, None, kind.derived[label](record)


def _day_text(day: Day, year: int) -> str:
    return day.show_in_year() if day.first().year == year else day.show().split(" ")[0]
