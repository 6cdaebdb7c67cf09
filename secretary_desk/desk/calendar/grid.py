"""The year as a grid: a row for each thing that comes round, a column for each month."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ...facts.rhythm import Month, Row
from ..card import label
from .cell import CalendarCell
from .cell_walk import CellWalk


class CalendarGrid(QWidget):
    """Shows rows of cells. Tab comes to one cell, the arrows lead on, Enter presses."""

    pressed = Signal(object)  # CalendarCell
    asked = Signal(object)  # CalendarCell whose menu is wanted

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("年历")
        self._shape: object = None
        self._cells: list[list[CalendarCell]] = []
        self._words: list[QLabel] = []
        self._walk = CellWalk(self)
        self._walk.pressed.connect(lambda cell: cell.click())
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_rows(self, rows: Sequence[Row], now: Month, groups: Collection[str] = ()) -> None:
        """Show a year's rows; ``now`` is the month that it is, ``groups`` the branch's."""
        months = [cell.month for cell in rows[0].cells] if rows else []
        shape = [now, months, [row.rhythm.label for row in rows]]
        if shape != self._shape:
            self._shape = shape
            self._lay_out(rows, months, now)
        for row, words, cells in zip(rows, self._words, self._cells, strict=True):
            words.setText(_words(row))
            for widget, cell in zip(cells, row.cells, strict=True):
                widget.show_cell(cell, now, groups)

    def cell(self, row: int, column: int) -> CalendarCell:
        """Return the cell at a place."""
        return self._cells[row][column]

    def _lay_out(self, rows: Sequence[Row], months: Sequence[Month], now: Month) -> None:
        for old in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        for column, month in enumerate(months, 2):
            self._layout.addWidget(_head(month, months, now), 0, column)
            self._layout.setColumnStretch(column, 1)
        self._words = [label("", "group") for _ in rows]
        self._cells = [[self._made() for _ in months] for _ in rows]
        for place, row in enumerate(rows, 1):
            words = self._words[place - 1]
            words.setContentsMargins(6, 0, 8, 0)
            words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            words.setToolTip(row.rhythm.source)
            self._layout.addWidget(label(row.rhythm.label), place, 0)
            self._layout.addWidget(words, place, 1)
            self._layout.setRowStretch(place, 1)
            for column, cell in enumerate(self._cells[place - 1], 2):
                self._layout.addWidget(cell, place, column)
        self._walk.lead_through(self._cells, months.index(now) if now in months else 0)

    def _made(self) -> CalendarCell:
        made = CalendarCell()
        made.clicked.connect(lambda _=False: self.pressed.emit(made))
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(lambda _: self.asked.emit(made))
        return made


def _words(row: Row) -> str:
    return f"{row.words}，{len(row.undated)}次无月份" if row.undated else row.words


def _head(month: Month, months: Sequence[Month], now: Month) -> QLabel:
    named = months[0].year != months[-1].year and (month.month == 1 or month == months[0])
    year = f"{month.year}年\n" if named else ""
    head = label(f"{year}{month.month}月", "now" if month == now else "muted")
    head.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
    head.setContentsMargins(0, 0, 0, 4)
    return head
