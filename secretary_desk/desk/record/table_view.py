"""The table itself: rows of one height, and as many columns as there is room for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ...records.specs import Amount, Choice, Count, Line, Yes
from .table_model import STATE, RecordTable


class TableView(QTableView):
    """Shows a kind's entries; the column that names them takes the room left over."""

    def __init__(self, model: RecordTable) -> None:
        super().__init__(showGrid=False, wordWrap=False)
        self._kind, self._names = model.kind, model.columns
        texts = (n for n in model.columns if type(model.kind.specs.get(n)) is Line)
        self._stretched = next(texts, model.columns[0])
        self.setModel(model)
        self.setAccessibleName(f"{model.kind.label}记录表")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * 1.9))
        columns.setHighlightSections(False)
        columns.setSortIndicatorShown(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        columns.setSectionsClickable(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.selectionModel().clearCurrentIndex()  # so that ↓ goes to the first row

    def _fit_columns(self) -> None:
        """Show the columns for which there is room; the name, the first and the last always."""
        em = self.fontMetrics().horizontalAdvance("国")
        widths = [em * self._characters(name) for name in self._names]
        kept = {0, self._names.index(self._stretched), len(self._names) - 1}
        room = self.viewport().width() - sum(widths[place] for place in kept)
        modes = QHeaderView.ResizeMode
        for place, width in enumerate(widths):
            if place not in kept:
                room -= width
                self.setColumnHidden(place, room < 0)
            stretches = self._names[place] == self._stretched
            mode = modes.Stretch if stretches else modes.Interactive
            self.horizontalHeader().setSectionResizeMode(place, mode)
            if not stretches:
                self.setColumnWidth(place, width)

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
        return 7
