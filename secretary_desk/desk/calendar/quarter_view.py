"""季度: three months side by side, each thing that comes round and each kind in a row."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ...facts.rhythm import Month
from ..card import label
from ..look import set_role
from ..page import Place
from .cell_walk import CellWalk
from .entries_cell import EntriesCell
from .leading_menu import LeadingMenu
from .quarter_rows import QuarterRow

_MOST = 6  # lines of a cell at once


class QuarterView(QWidget):
    """One quarter. ``turn`` shows one of its months by itself."""

    reached = Signal(object)  # EntriesCell that has the keyboard, and is to be seen

    def __init__(self, go: Callable[[Place], object], turn: Callable[[Month], object]) -> None:
        super().__init__()
        self._go, self._turn = go, turn
        self._shape: object = None
        self._cells: list[list[EntriesCell]] = []
        self._rows: Sequence[QuarterRow] = ()
        self._walk = CellWalk(self)
        self._walk.reached.connect(self.reached)
        self._walk.pressed.connect(self._on_asked)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3)

    def show_rows(self, months: Sequence[Month], rows: Sequence[QuarterRow], now: Month) -> None:
        """Show the rows of a quarter's months; ``now`` is the month that it is."""
        shape = [now, list(months), [row.label for row in rows]]
        self._rows = rows
        if shape != self._shape:
            self._shape = shape
            self._lay_out(months, now)
        for row, cells in zip(rows, self._cells, strict=True):
            for widget, cell in zip(cells, row.cells, strict=True):
                widget.show_lines(f"{cell.month.month}月 {row.label}", cell.lines, _MOST)

    def take_focus(self) -> None:
        """Give the first cell the keyboard."""
        if self._cells:
            self._cells[0][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_begun(self, cell: EntriesCell) -> None:
        row, column = self._walk.place(cell)
        place = self._rows[row].cells[column].begins
        if place:
            self._go(place)

    def _on_asked(self, cell: EntriesCell) -> None:
        """Offer what lies in a cell, and a new entry of its month."""
        row, column = self._walk.place(cell)
        of = self._rows[row].cells[column]
        menu = LeadingMenu(self, self._go)
        for line in of.lines:
            menu.lead(line.told(), line.place)
        menu.addSeparator()
        if of.begins:
            menu.lead(f"新增{self._rows[row].label}", of.begins)
        menu.open_below(cell)

    def _lay_out(self, months: Sequence[Month], now: Month) -> None:
        for old in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if not isinstance(old, LeadingMenu):
                self._layout.removeWidget(old)
                old.hide()
                old.deleteLater()
        for column, month in enumerate(months, 1):
            self._layout.addWidget(self._head(month, now), 0, column)
            self._layout.setColumnStretch(column, 1)
        for column in range(len(months) + 1, 4):
            self._layout.setColumnStretch(column, 0)
        self._cells = [[self._made() for _ in months] for _ in self._rows]
        for place, (row, cells) in enumerate(zip(self._rows, self._cells, strict=True), 1):
            name = label(row.label)
            name.setContentsMargins(0, 4, 10, 4)
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            name.setToolTip(row.words)
            self._layout.addWidget(name, place, 0)
            for column, cell in enumerate(cells, 1):
                self._layout.addWidget(cell, place, column)
        self._layout.setRowStretch(len(self._rows) + 1, 1)
        self._walk.lead_through(self._cells, months.index(now) if now in months else 0)

    def _head(self, month: Month, now: Month) -> QPushButton:
        here = "（本月）" if month == now else ""
        head = QPushButton(f"{month.month}月{here}", autoDefault=False)
        set_role(head, "link")
        head.setAccessibleName(f"看{month.year}年{month.month}月")
        head.setToolTip("看这个月")
        head.clicked.connect(lambda _=False: self._turn(month))
        return head

    def _made(self) -> EntriesCell:
        made = EntriesCell()
        made.opened.connect(self._go)
        made.begun.connect(lambda: self._on_begun(made))
        made.asked.connect(lambda: self._on_asked(made))
        return made
