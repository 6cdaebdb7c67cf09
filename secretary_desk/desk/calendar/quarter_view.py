"""季度: three months side by side, each thing that comes round and each kind in a row."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ...facts.rhythm import Month
from ..card import label
from ..look import set_role
from ..page import Place
from .entries_cell import EntriesCell
from .leading_menu import LeadingMenu
from .quarter_rows import QuarterRow

_MOST = 6  # lines of a cell at once
_MOVES = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
}  # fmt: skip


class QuarterView(QWidget):
    """One quarter. ``turn`` shows one of its months by itself."""

    reached = Signal(object)  # EntriesCell that has the keyboard, and is to be seen

    def __init__(self, go: Callable[[Place], object], turn: Callable[[Month], object]) -> None:
        super().__init__()
        self._go, self._turn = go, turn
        self._shape: object = None
        self._cells: list[list[EntriesCell]] = []
        self._rows: Sequence[QuarterRow] = ()
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, EntriesCell):
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._let_tab_come_to(watched)
            self.reached.emit(watched)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched, Qt.Key(event.key()))
        return False

    def _on_key(self, cell: EntriesCell, key: Qt.Key) -> bool:
        row, column = self._place(cell)
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._on_asked(cell)
            case key if key in _MOVES:
                down, right = _MOVES[key]
                row = min(max(row + down, 0), len(self._cells) - 1)
                column = min(max(column + right, 0), len(self._cells[row]) - 1)
                self._cells[row][column].setFocus(Qt.FocusReason.OtherFocusReason)
            case _:
                return False
        return True

    def _on_begun(self, cell: EntriesCell) -> None:
        row, column = self._place(cell)
        place = self._rows[row].cells[column].begins
        if place:
            self._go(place)

    def _on_asked(self, cell: EntriesCell) -> None:
        """Offer what lies in a cell, and a new entry of its month."""
        row, column = self._place(cell)
        of = self._rows[row].cells[column]
        menu = LeadingMenu(self, self._go)
        for line in of.lines:
            menu.lead(line.told(), line.place)
        menu.addSeparator()
        if of.begins:
            menu.lead(f"新增{self._rows[row].label}", of.begins)
        menu.open_below(cell)

    def _place(self, cell: EntriesCell) -> tuple[int, int]:
        return next((r, c.index(cell)) for r, c in enumerate(self._cells) if cell in c)

    def _let_tab_come_to(self, cell: EntriesCell) -> None:
        for other in (other for row in self._cells for other in row):
            policy = Qt.FocusPolicy.StrongFocus if other is cell else Qt.FocusPolicy.ClickFocus
            other.setFocusPolicy(policy)

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
        if self._cells:
            self._let_tab_come_to(self._cells[0][months.index(now) if now in months else 0])

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
        made.installEventFilter(self)
        made.opened.connect(self._go)
        made.begun.connect(lambda: self._on_begun(made))
        made.asked.connect(lambda: self._on_asked(made))
        return made
