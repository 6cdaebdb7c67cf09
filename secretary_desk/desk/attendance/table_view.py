"""The table of members: narrow columns of numbers, rows of one height."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView

from ..plain_table import PlainTable
from .table_model import LIMIT, NAME, RATE, AttendanceTable

_WIDE, _NUMBER = {NAME: 6.0, RATE: 5.6, LIMIT: 5.5}, 3.6  # characters


class AttendanceView(PlainTable):
    """Arrows go over the cells, Enter opens; the heads sort."""

    def __init__(self, model: AttendanceTable) -> None:
        super().__init__(model, "到会情况表", 1.7)
        columns = self.horizontalHeader()
        columns.setSectionsClickable(True)
        columns.setMinimumSectionSize(self.characters(2.5))
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
                self.setColumnWidth(column, self.characters(_WIDE.get(column, _NUMBER)))
