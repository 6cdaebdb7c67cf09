"""The table itself: rows of one height, and as many columns as there is room for."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from ...records.specs import Choice, Line, Linked, Tags
from ..plain_table import PlainTable
from .table_model import STATE, RecordTable

_SEEN = 100  # rows whose words say how wide a column is
_LEAST, _MOST, _NAME = 3.0, 9.0, 8.0  # characters
_AIR = 1.4  # characters beside a cell's words, the arrow of the order among them
_STAR = 1.6  # characters that a star takes


class TableView(PlainTable):
    """Shows a kind's entries; the column that names them takes the room left over."""

    def __init__(self, model: RecordTable) -> None:
        super().__init__(model, f"{model.kind.label}记录表", 1.9)
        self._table, self._names = model, model.columns
        specs = model.kind.specs
        named = (n for n in model.columns if isinstance(specs.get(n), Line | Linked | Tags))
        self._stretched = next(named, model.columns[0])
        self._widths = dict.fromkeys(self._names, 0)
        columns = self.horizontalHeader()
        columns.setSortIndicatorShown(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        columns.setSectionsClickable(True)
        model.modelReset.connect(self._measure)
        model.rowsInserted.connect(lambda _, first, last: self._measure_more(first, last))
        model.dataChanged.connect(self._on_data_changed)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.selectionModel().clearCurrentIndex()  # so that ↓ goes to the first row

    def _measure(self) -> None:
        """Find out how much room the columns want for the rows there are."""
        self._widths = {name: self._headed(name) for name in self._names}
        self._measure_more(0, min(self._table.rowCount(), _SEEN) - 1)
        self._fit_columns()

    def _measure_more(self, first: int, last: int) -> None:
        """Let columns grow for the words of more rows."""
        before = dict(self._widths)
        for row in range(first, min(last, first + _SEEN) + 1):
            for place, name in enumerate(self._names):
                width = self._width(self._table.index(row, place), name)
                self._widths[name] = max(self._widths[name], width)
        if self._widths != before:
            self._fit_columns()

    def _on_data_changed(self, top: QModelIndex, bottom: QModelIndex) -> None:
        self._measure_more(top.row(), bottom.row())

    def _headed(self, name: str) -> int:
        """Return the least width of a column, the one that is stretched being its name's."""
        if name == self._stretched:
            return self.characters(_NAME)
        words = "" if name == STATE else self._table.kind.column(name)
        return max(self.characters(_LEAST - _AIR * (name == STATE)), self._room(words))

    def _width(self, cell: QModelIndex, name: str) -> int:
        if name == self._stretched:
            return 0
        star = cell.data(Qt.ItemDataRole.DecorationRole) is not None
        wanted = self._room(cell.data() or "") + self.characters(_STAR * star)
        return min(wanted, self.characters(_MOST))

    def _fit_columns(self) -> None:
        """Show the columns for which there is room; the name, the first and the last always."""
        kept = {self._names[0], self._stretched, self._names[-1]}
        room = self.viewport().width() - sum(self._widths[name] for name in kept)
        for name in sorted(self._names, key=self._rank):
            place = self._names.index(name)
            if name not in kept:
                room -= self._widths[name]
                self.setColumnHidden(place, room < 0)
            self._fit_column(place, name)
        self._tell_hidden()

    def _tell_hidden(self) -> None:
        """Say over the table which columns there is no room for."""
        places = (p for p in range(len(self._names)) if self.isColumnHidden(p))
        names = "、".join(self._table.kind.column(self._names[place]) for place in places)
        told = f"窗口拉宽后还会列出：{names}" if names else ""
        self.horizontalHeader().setToolTip(told)

    def _fit_column(self, place: int, name: str) -> None:
        modes, is_stretched = QHeaderView.ResizeMode, name == self._stretched
        mode = modes.Stretch if is_stretched else modes.Interactive
        self.horizontalHeader().setSectionResizeMode(place, mode)
        if not is_stretched:
            self.setColumnWidth(place, self._widths[name])

    def _rank(self, name: str) -> tuple[bool, int]:
        """Return what a column goes by where there is not room for all: choices, which say what
        an entry is or how it stands, before the others."""
        is_choice = isinstance(self._table.kind.specs.get(name), Choice)
        return not is_choice, self._names.index(name)

    def _room(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words) + self.characters(_AIR)
