"""The names of a roster in columns, so that forty fit without scrolling."""

from math import ceil

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from .edits import ENTER
from .roster import Roster

LEAST, MOST = 7, 14  # characters of a name and the word 缺席 that there is room for
LINES = 10  # of names before the list scrolls


class NamesList(QListView):
    """Arrows move through the names one after another; Space, Enter or a click presses one."""

    pressed_on = Signal(int)

    def __init__(self, roster: Roster) -> None:
        super().__init__()
        self.setModel(roster)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._roster = roster
        self.setItemDelegate(_Roomy(self))
        self.clicked.connect(self._on_clicked)

    def show_only(self, numbers: list[int]) -> None:
        """Show these lines of the roster and hide the others."""
        wanted = set(numbers)
        for number in range(self.model().rowCount()):
            self.setRowHidden(number, number not in wanted)
        if numbers and self.currentIndex().row() not in wanted:
            self.setCurrentIndex(self.model().index(numbers[0], 0))
        self.updateGeometry()

    def shown(self) -> list[int]:
        """Return the lines that are not hidden."""
        return [n for n in range(self.model().rowCount()) if not self.isRowHidden(n)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, *ENTER) and self.currentIndex().isValid():
            self.pressed_on.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        across = max(self.viewport().width() // self.cell().width(), 1)
        lines = min(max(ceil(len(self.shown()) / across), 1), LINES)
        edges = self.height() - self.viewport().height()
        return QSize(super().sizeHint().width(), lines * self.cell().height() + edges)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * self.cell().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.pressed_on.emit(index.row())

    def cell(self) -> QSize:
        """Return the room of one name: the same for all, by the longest of them."""
        characters = min(max(self._roster.longest() + 3, LEAST), MOST) + 2  # two for the box
        height = self.fontMetrics().height()
        return QSize(characters * self.fontMetrics().horizontalAdvance("国"), height * 3 // 2)


class _Roomy(QStyledItemDelegate):
    """Gives every name the same room."""

    def __init__(self, names: NamesList) -> None:
        super().__init__(names)
        self._names = names

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return self._names.cell()
