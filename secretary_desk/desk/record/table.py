"""The table of a kind's entries, with what narrows it down."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...records.kind import Kind
from ...records.pinyin import matches
from ...records.record import Record, Ref, is_complete, ref
from ...records.specs import Amount, Choice, Count, Line, Yes
from ...records.specs import Day as DaySpec
from ...records.text import halfwidth
from ..desk import Change, Desk
from ..fields.edits import LineEdit
from ..look import set_role
from .table_model import STATE, RecordTable

# Few names and choices stand in thousands of rows.
_sounds_like = lru_cache(maxsize=10_000)(matches)
_PAUSE = 150  # milliseconds after the last letter of a filter


class RecordList(QWidget):
    """The year's entries, newest first. ``chosen`` says which one the user went to."""

    chosen = Signal(object)  # Ref

    def __init__(self, desk: Desk, kind: Kind[Any]) -> None:
        super().__init__()
        self._desk, self._kind = desk, kind
        texts = (n for n in kind.columns if type(kind.specs.get(n)) is Line)
        self._stretched = next(texts, kind.columns[0])
        self._model = RecordTable(kind)
        self._marked, self._is_moving = "", False
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._narrow)
        self._make_narrowing()
        self._view = self._make_view()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._head())
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
        self._say_count()

    def select(self, record: Record) -> None:
        """Mark an entry as the one in the form, wherever its row goes, and bring it into sight."""
        with self._moving():
            self._marked = record.id

    def unselect(self) -> None:
        """Mark no entry."""
        with self._moving():
            self._marked = ""

    def neighbour(self, record: Record) -> Record | None:
        """Return the entry that comes after another, else the one before it."""
        place = self._model.place(record.id)
        if place is None:
            return None
        return self._model.record(place + 1) or self._model.record(place - 1)

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
        everything = self._everything.isChecked()
        found = self._desk.store.entries(self._kind, None if everything else period)
        if not everything:
            found = [r for r in found if self._kind.when.holds(r, period) is not False]
        self._loaded = (self._desk.year, everything)
        with self._moving():
            self._model.set_records(found, period.year, period.as_of)
            self._narrow()

    def _is_stale(self) -> bool:
        return self._loaded != (self._desk.year, self._everything.isChecked())

    def _refresh_one(self, entry: Ref) -> None:
        record = self._desk.store.get(entry)
        period = self._desk.period()
        here = record is not None and (
            self._everything.isChecked() or self._kind.when.holds(record, period) is not False
        )
        if here:
            self._model.put(record)
        else:
            self._model.drop(entry.id)

    def _narrow(self) -> None:
        words = halfwidth(self._words.text()).casefold().split()
        starred, unfinished = self._starred.isChecked(), self._unfinished.isChecked()

        def wanted(record: Record) -> bool:
            if (starred and not record.starred) or (unfinished and is_complete(record)):
                return False
            return all(self._is_in(word, record) for word in words)

        with self._moving():
            self._model.keep_only(wanted)
        self._say_count()

    def _is_in(self, word: str, record: Record) -> bool:
        if word in self._model.text(record):
            return True
        return word.isascii() and any(
            _sounds_like(word, name) for name in self._model.names(record)
        )

    def _say_count(self) -> None:
        shown, count = self._model.rowCount(), self.count()
        self._count.setText(f"{count}条" if shown == count else f"{shown}/{count}条")

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

    def _make_narrowing(self) -> None:
        self._loaded = (0, False)
        self._words = LineEdit()
        self._words.setPlaceholderText("在表中查找")
        self._words.setAccessibleName("在表中查找")
        self._words.setClearButtonEnabled(True)
        self._words.textChanged.connect(lambda _: self._timer.start())
        self._starred, self._unfinished = QCheckBox("加星"), QCheckBox("未填完")
        self._everything = QCheckBox("所有年度")
        self._starred.toggled.connect(lambda _: self._narrow())
        self._unfinished.toggled.connect(lambda _: self._narrow())
        self._everything.toggled.connect(lambda _: self._load())
        self._count = QLabel()
        set_role(self._count, "muted")

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self._words, 1)
        for widget in (self._starred, self._unfinished, self._everything, self._count):
            head.addWidget(widget)
        return head

    def _make_view(self) -> QTableView:
        view = _View(showGrid=False, wordWrap=False)
        view.resized.connect(self._fit_columns)
        view.setModel(self._model)
        view.setAccessibleName(f"{self._kind.label}记录表")
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.9))
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionsClickable(True)
        header.sortIndicatorChanged.connect(self._on_sorted)
        view.selectionModel().selectionChanged.connect(self._on_selected)
        return view

    def _fit_columns(self) -> None:
        """Show as many columns as there is room for; the entry's name takes what is left over."""
        em = self.fontMetrics().horizontalAdvance("国")
        names = self._model.columns
        widths = [em * self._characters(name) for name in names]
        kept = {0, names.index(self._stretched), len(names) - 1}
        room = self._view.viewport().width() - sum(widths[place] for place in kept)
        for place, width in enumerate(widths):
            if place not in kept:
                room -= width
                self._view.setColumnHidden(place, room < 0)
        for place, width in enumerate(widths):
            stretches = self._model.columns[place] == self._stretched
            mode = QHeaderView.ResizeMode
            self._view.horizontalHeader().setSectionResizeMode(
                place, mode.Stretch if stretches else mode.Interactive
            )
            if not stretches:
                self._view.setColumnWidth(place, width)

    def _characters(self, name: str) -> int:
        """Return how many characters a column wants."""
        if name in (STATE, self._stretched):
            return 5 if name == STATE else 9
        spec = self._kind.specs.get(name)
        match spec:
            case Count() | Amount() | Yes():
                return 5
            case Choice():
                return max(map(len, spec.options)) + 2
            case None | DaySpec():
                return 7
        return 7


class _View(QTableView):
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.selectionModel().clearCurrentIndex()  # so that ↓ goes to the first row
