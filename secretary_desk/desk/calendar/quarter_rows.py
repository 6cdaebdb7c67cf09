"""What three months hold, in rows: what comes round, then the other kinds, then what is due."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from ...facts.rhythm import Cell, Month, Row
from ...kinds import KINDS, find_kind
from ...records.record import kind_name, ref
from ...rules.agenda import Happening, Sort
from ..page import Place
from .beginning import draft_on
from .entries_cell import EntryLine
from .leading_menu import titled

_DUE = "要办的事"
_NAMED = 3  # entries without a day of their own in a cell
_Found = Mapping[tuple[str, Month], Sequence[Happening]]


@dataclass(frozen=True, slots=True)
class QuarterCell:
    """One month of a row; ``begins`` is the way to a new entry, where one can be begun."""

    month: Month
    lines: tuple[EntryLine, ...]
    begins: Place | None


@dataclass(frozen=True, slots=True)
class QuarterRow:
    """A rhythm or kind over the months; ``words`` say how often it is expected."""

    label: str
    words: str
    cells: tuple[QuarterCell, ...]


def quarter_rows(
    rows: Sequence[Row], found: Sequence[Happening], months: Sequence[Month]
) -> list[QuarterRow]:
    """Return a row for each rhythm, and for each other kind that has something in the months."""
    names: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for entry in chain.from_iterable(cell.entries for cell in row.cells):
            names[entry.id].add(row.rhythm.label)
    by_place: dict[tuple[str, Month], list[Happening]] = defaultdict(list)
    for each in (each for each in found if each.month in months):
        for label in _labels(each, names):
            by_place[label, each.month].append(each)
    made = [_rhythm_row(row, by_place, months) for row in rows]
    told = {row.label for row in made}
    labels = [label for kind in KINDS if (label := kind.label) not in told] + [_DUE]
    used = {label for label, _ in by_place}
    return made + [_kind_row(label, by_place, months) for label in labels if label in used]


def _labels(each: Happening, names: Mapping[str, set[str]]) -> set[str]:
    """Return the rows in which something stands: a meeting may hold a 第一议题 too."""
    if each.sort in (Sort.DUE, Sort.NEXT):
        return {_DUE}
    known = names.get(each.entry.id) if each.entry else None
    return known or {find_kind(each.kind).label}


def _rhythm_row(row: Row, found: _Found, months: Sequence[Month]) -> QuarterRow:
    rhythm, cells = row.rhythm, []
    for cell in row.cells:
        if cell.month not in months:
            continue
        place = Place(rhythm.kind.name, draft=rhythm.draft(cell.month.day))
        lines = _lines(rhythm.label, found.get((rhythm.label, cell.month), ()))
        if not lines and cell.entries:
            lines = tuple(_others(cell))
        elif not lines and cell.due:
            lines = (EntryLine("未登记", place, Sort.OFFER),)
        cells.append(QuarterCell(cell.month, lines, place))
    return QuarterRow(rhythm.label, row.words, tuple(cells))


def _others(cell: Cell) -> Iterator[EntryLine]:
    """Yield lines for entries that have no day of their own here; of many, how many."""
    kind = cell.rhythm.kind.name
    if len(cell.entries) > _NAMED:
        yield EntryLine(f"{len(cell.entries)}条", Place(kind))
        return
    for entry in cell.entries:
        yield EntryLine(titled(entry), Place(kind_name(type(entry)), ref(entry)))


def _kind_row(label: str, found: _Found, months: Sequence[Month]) -> QuarterRow:
    cells = (
        QuarterCell(month, _lines(label, found.get((label, month), ())), _new(label, month))
        for month in months
    )
    return QuarterRow(label, "", tuple(cells))


def _new(label: str, month: Month) -> Place | None:
    if label == _DUE:
        return None
    kind = find_kind(label)
    return Place(kind.name, draft=draft_on(kind, month.day) or kind.record())


def _lines(label: str, found: Sequence[Happening]) -> tuple[EntryLine, ...]:
    return tuple(_line(label, each) for each in found)


def _line(label: str, each: Happening) -> EntryLine:
    """Return a line that begins with its day and leaves out what the row's label says."""
    day = f"{each.on.first().day}日" if each.on.whole else ""
    text = f"{day} {each.text.removeprefix(f'{label} ')}".strip()
    return EntryLine(text, Place(each.kind, each.entry, each.draft), each.sort)
