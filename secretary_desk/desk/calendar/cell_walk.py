"""The keys that lead through rows of cells."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_MOVES = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
}  # fmt: skip


class CellWalk(QObject):
    """Tab comes to one cell; the arrows, Home and End lead on, Enter presses."""

    reached = Signal(object)  # the cell that has the keyboard now
    pressed = Signal(object)  # the cell on which Enter was pressed

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cells: Sequence[Sequence[QWidget]] = ()

    def lead_through(self, cells: Sequence[Sequence[QWidget]], first: int) -> None:
        """Lead through these cells; Tab comes to the first row's cell of this place."""
        self._cells = cells
        for cell in (cell for row in cells for cell in row):
            cell.installEventFilter(self)
        if cells:
            self._let_tab_come_to(cells[0][first])

    def place(self, cell: QWidget) -> tuple[int, int]:
        """Return the row and the column of a cell."""
        return next((r, row.index(cell)) for r, row in enumerate(self._cells) if cell in row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._let_tab_come_to(watched)
            self.reached.emit(watched)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched, Qt.Key(event.key()))
        return False

    def _on_key(self, cell: QWidget, key: Qt.Key) -> bool:
        row, column = self.place(cell)
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.pressed.emit(cell)
            case Qt.Key.Key_Home:
                self._go(row, 0)
            case Qt.Key.Key_End:
                self._go(row, len(self._cells[row]) - 1)
            case key if key in _MOVES:
                down, right = _MOVES[key]
                row = min(max(row + down, 0), len(self._cells) - 1)
                self._go(row, min(max(column + right, 0), len(self._cells[row]) - 1))
            case _:
                return False
        return True

    def _go(self, row: int, column: int) -> None:
        self._cells[row][column].setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_tab_come_to(self, cell: QWidget) -> None:
        for other in (other for row in self._cells for other in row):
            policy = Qt.FocusPolicy.StrongFocus if other is cell else Qt.FocusPolicy.ClickFocus
            other.setFocusPolicy(policy)
