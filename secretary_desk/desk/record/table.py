"""The table of a kind's entries, with what narrows it down."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...records.kind import Kind
from ...records.record import Record, Ref, ref
from ..desk import Change, Desk
from .narrowing import Narrowing
from .table_model import RecordTable
from .table_view import TableView


class RecordList(QWidget):
    """The year's entries, newest first. ``chosen`` says which one the user went to."""

    chosen = Signal(object)  # Ref

    def __init__(self, desk: Desk, kind: Kind[Any]) -> None:
        super().__init__()
        self._desk, self._kind = desk, kind
        self._model, self._narrowing = RecordTable(kind), Narrowing()
        self._view = TableView(self._model)
        self._loaded, self._marked, self._is_moving = (0, False), "", False
        self._narrowing.narrowed.connect(self._narrow)
        self._narrowing.widened.connect(self._load)
        self._view.selectionModel().selectionChanged.connect(self._on_selected)
        self._view.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._narrowing)
        layout.addWidget(self._view, 1)
        self.setFocusProxy(self._view)

    def refresh(self, change: Change) -> None:
        """Show what is there now; of a change that names its entries, only those."""
        if change.refs is None or self._is_stale():
            self._load()
            return
        with self._moving():
            for entry in change.refs:
                if entry.kind == self._kind.name:
                    self._refresh_one(entry)
        self._narrowing.say_count(self._model)

    def select(self, record: Record) -> None:
        """Mark an entry as the one in the form, wherever its row goes, and bring it into sight."""
        with self._moving():
            self._marked = record.id

    def unselect(self) -> None:
        """Mark no entry."""
        with self._moving():
            self._marked = ""

    def offer(self, way: QAction) -> None:
        """Offer an action in the table's menu."""
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._view.addAction(way)

    def holds(self, record: Record) -> bool:
        """Whether an entry is among those listed, filtered out or not."""
        return any(each.id == record.id for each in self._model.records)

    def count(self) -> int:
        """Return how many entries there are, those filtered out among them."""
        return len(self._model.records)

    def last(self) -> Record | None:
        """Return the entry made last."""
        return max(self._model.records, key=lambda record: record.created, default=None)

    @contextmanager
    def _moving(self) -> Iterator[None]:
        """Let rows come, go and move without the user's doing: that chooses no other entry."""
        before, self._is_moving = self._is_moving, True
        try:
            yield
            self._mark()
        finally:
            self._is_moving = before

    def _mark(self) -> None:
        place, selection = self._model.place(self._marked), self._view.selectionModel()
        if place is None:
            selection.clear()
            return
        index, flags = self._model.index(place, 0), QItemSelectionModel.SelectionFlag
        selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._view.scrollTo(index)

    def _load(self) -> None:
        period = self._desk.period()
        everything = self._narrowing.is_wide()
        found = self._desk.store.entries(self._kind, None if everything else period)
        if not everything:
            found = [r for r in found if self._kind.when.holds(r, period) is not False]
        self._loaded = (self._desk.year, everything)
        with self._moving():
            self._model.set_records(found, period.year, period.as_of)
            self._narrow()

    def _is_stale(self) -> bool:
        return self._loaded != (self._desk.year, self._narrowing.is_wide())

    def _refresh_one(self, entry: Ref) -> None:
        record = self._desk.store.get(entry)
        period = self._desk.period()
        here = record is not None and (
            self._narrowing.is_wide() or self._kind.when.holds(record, period) is not False
        )
        if here:
            self._model.put(record)
        else:
            self._model.drop(entry.id)

    def _narrow(self) -> None:
        with self._moving():
            self._narrowing.narrow(self._model)
        self._narrowing.say_count(self._model)

    def _on_selected(self) -> None:
        if self._is_moving:
            return
        for index in self._view.selectionModel().selectedRows():
            record = self._model.record(index.row())
            if record is not None:
                self.chosen.emit(ref(record))

    def _on_sorted(self, column: int, order: Qt.SortOrder) -> None:
        with self._moving():
            self._model.sort(column, order)
