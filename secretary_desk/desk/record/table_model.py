"""A kind's entries as rows: shown, sorted and filtered in Python, since Qt's proxy is too slow."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QColor

from ...records.day import Day
from ...records.kind import Kind, Point
from ...records.pinyin import sort_key
from ...records.record import Record, is_complete
from ...records.specs import Amount, Choice, Count, Linked
from ...records.text import halfwidth
from ..look import ACCENT, MUTED, icon

_ROLE = Qt.ItemDataRole
_TOP = QModelIndex()
STATE = ""  # the last column: starred, unfinished; no field has this name


class RecordTable(QAbstractTableModel):
    """Rows of entries. ``on`` is the day as of which derived values are shown."""

    def __init__(self, kind: Kind[Any]) -> None:
        super().__init__()
        self.kind = kind
        self.columns = (*kind.columns, STATE)
        named = (Choice, Linked)
        self._spoken = [n for n in kind.columns if isinstance(kind.specs.get(n), named)]
        self.year, self.on = 0, date.max
        self._all: dict[str, Record] = {}
        self._rows: list[Record] = []
        self._texts: dict[str, str] = {}
        self._keys: dict[str, Any] = {}  # what the rows are sorted by
        self._wanted: Callable[[Record], bool] = lambda _: True
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def set_records(self, records: Iterable[Record], year: int, on: date) -> None:
        """Show these entries: those of a day newest first, others in the order given, or the
        order that the user chose."""
        self.beginResetModel()
        self.year, self.on = year, on
        self._all = {record.id: record for record in records}
        self._texts.clear()
        self._keys.clear()
        self._arrange()
        self.endResetModel()

    def put(self, record: Record) -> None:
        """Show an entry as it is now, where the order wants it."""
        self._texts.pop(record.id, None)
        self._keys.pop(record.id, None)
        known = record.id in self._all
        self._all[record.id] = record
        place = self.place(record.id)
        if place is not None:
            self._put_at(place, record)
        elif not known or self._wanted(record):
            place = self._place_for(record)
            self.beginInsertRows(_TOP, place, place)
            self._rows.insert(place, record)
            self.endInsertRows()

    def drop(self, entry: str) -> None:
        """Show an entry no longer."""
        place = self.place(entry)
        self._all.pop(entry, None)
        if place is not None:
            self.beginRemoveRows(_TOP, place, place)
            del self._rows[place]
            self.endRemoveRows()

    def keep_only(self, wanted: Callable[[Record], bool]) -> None:
        """Show only the entries that are wanted."""
        self._wanted = wanted
        self._rearrange()

    def text(self, record: Record) -> str:
        """Return everything that an entry's row shows, folded, for finding words in it."""
        if record.id not in self._texts:
            shown = (self._shown(record, name) for name in self.kind.columns)
            self._texts[record.id] = halfwidth(" ".join((*shown, *record.tags))).casefold()
        return self._texts[record.id]

    def names(self, record: Record) -> Iterator[str]:
        """Yield the short cells of an entry that may be found by their sounds."""
        for name in self._spoken:
            yield self._shown(record, name)

    def record(self, place: int) -> Record | None:
        """Return the entry of a row."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place(self, entry: str) -> int | None:
        """Return the row of an entry; None where it is not shown."""
        return next((n for n, record in enumerate(self._rows) if record.id == entry), None)

    @property
    def records(self) -> Sequence[Record]:
        """All entries, those filtered out among them."""
        return tuple(self._all.values())

    def rowCount(self, parent: QModelIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        name = self.columns[section]
        return self.kind.column(name) if role == _ROLE.DisplayRole and name != STATE else None

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        record, name = self._rows[index.row()], self.columns[index.column()]
        match role:
            case _ROLE.DisplayRole:
                return self._shown(record, name)
            case _ROLE.ToolTipRole:
                # As markup of ours, lest a user's words be taken for markup of theirs.
                return f"<p>{escape(self._shown(record, name))}</p>"
            case _ROLE.DecorationRole if name == STATE and record.starred:
                return icon("star-filled", ACCENT)
            case _ROLE.ForegroundRole if name == STATE or not is_complete(record):
                return QColor(ACCENT if name == STATE else MUTED)
            case _ROLE.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column != self._order[0]:
            self._keys.clear()
        self._order = (column, order)
        self._rearrange()

    def _put_at(self, place: int, record: Record) -> None:
        self._rows[place] = record
        goal = self._place_for(record)
        if goal != place:
            self.beginMoveRows(_TOP, place, place, _TOP, goal + (goal > place))
            self._rows.insert(goal, self._rows.pop(place))
            self.endMoveRows()
        ends = self.index(goal, 0), self.index(goal, len(self.columns) - 1)
        self.dataChanged.emit(*ends)

    def _place_for(self, record: Record) -> int:
        """Return the row that the order gives an entry among the others."""
        others = [each for each in self._rows if each.id != record.id]
        if not self._is_ordered():
            return self.place(record.id) or len(others)
        key, backwards = self._key(record), self._is_backwards()
        keys = map(self._key, others)
        return sum(key < each if backwards else each <= key for each in keys)

    def _is_ordered(self) -> bool:
        return self._order[0] >= 0 or isinstance(self.kind.when, Point)

    def _is_backwards(self) -> bool:
        """Whether the order runs backwards; until the user chooses one, the newest come first."""
        column, order = self._order
        return column < 0 or order is Qt.SortOrder.DescendingOrder

    def _rearrange(self) -> None:
        """Arrange the rows anew; what points at an entry's row points at it afterwards."""
        self.layoutAboutToBeChanged.emit()
        pointers, rows = self.persistentIndexList(), self._rows
        self._arrange()
        places = {record.id: place for place, record in enumerate(self._rows)}
        moved = [self.index(places.get(rows[p.row()].id, -1), p.column()) for p in pointers]
        self.changePersistentIndexList(pointers, moved)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        self._rows = [record for record in self._all.values() if self._wanted(record)]
        if self._is_ordered():
            self._rows.sort(key=self._key, reverse=self._is_backwards())

    def _shown(self, record: Record, name: str) -> str:
        if name == STATE:
            return "" if is_complete(record) else "未填完"
        value = self._value(record, name)
        if isinstance(value, Day):
            return value.show_in_year() if value[:4] == str(self.year) else value.show_short()
        return " ".join(self.kind.shown(record, name, self.on).split())

    def _key(self, record: Record) -> Any:
        """Return what an entry's row sorts by."""
        if record.id not in self._keys:
            column = self._order[0]
            newest = (self.kind.when.bounds(record)[0], record.created)
            self._keys[record.id] = (
                newest if column < 0 else self._cell_key(record, self.columns[column])
            )
        return self._keys[record.id]

    def _cell_key(self, record: Record, name: str) -> tuple[bool, Any]:
        """Return what a cell sorts by; empty cells come first."""
        if name == STATE:
            return (True, (record.starred, is_complete(record)))
        value, spec = self._value(record, name), self.kind.specs.get(name)
        if value in (None, ""):
            return (False, 0)
        match spec:
            case Choice():
                return (True, list(spec.options).index(spec.options(value)))
            case Count() | Amount():
                return (True, value)
        if isinstance(value, Day):
            return (True, str(value))
        return (True, sort_key(self._shown(record, name)))

    def _value(self, record: Record, name: str) -> Any:
        if name in self.kind.specs:
            return getattr(record, name)
        return self.kind.derived[name](record, self.on)
