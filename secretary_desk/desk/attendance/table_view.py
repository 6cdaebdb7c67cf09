"""The table of members: narrow columns of numbers, rows of one height."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from .table_model import LIMIT, NAME, RATE, AttendanceTable

_WIDE, _NUMBER = {NAME: 6.0, RATE: 5.6, LIMIT: 5.5}, 3.6  # characters


class AttendanceView(QTableView):
    """Arrows go over the cells, Enter opens; the heads sort."""

    def __init__(self, model: AttendanceTable) -> None:
        super().__init__(showGrid=False, wordWrap=False)
        self.setModel(model)
        self.setAccessibleName("到会情况表")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))
        columns.setHighlightSections(False)
        columns.setSectionsClickable(True)
        columns.setMinimumSectionSize(self._characters(2.5))
        columns.setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
        columns.setSortIndicatorShown(True)
        columns.sortIndicatorChanged.connect(model.sort)
        model.modelReset.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        for column in range(header.count()):
            is_month = column > LIMIT
            modes = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, modes.Stretch if is_month else modes.Interactive)
            if not is_month:
                self.setColumnWidth(column, self._characters(_WIDE.get(column, _NUMBER)))

    def _characters(self, count: float) -> int:
        return round(self.fontMetrics().horizontalAdvance("国") * count)
