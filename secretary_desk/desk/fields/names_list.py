"""The names of a roster in columns, so that forty fit without scrolling."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ..look import ACCENT, EDGE, INK, icon
from .edits import ENTER
from .flow_list import FlowList
from .roster import Roster, State

LEAST, MOST = 7, 14  # characters of a name and the word 缺席 that there is room for
LINES = 10  # of names before the list scrolls
MARKS = {State.PRESENT: ("check", INK), State.ABSENT: ("x", ACCENT)}  # told apart by their shapes


class NamesList(FlowList):
    """Arrows move through the names one after another; Space, Enter or a click presses one, Ctrl+A
    marks all that are shown.

    Who is not on the roster bears a cross at the end, which removes him, as Delete does.
    """

    pressed_on = Signal(int)
    removed = Signal(int)
    all_wanted = Signal()

    def __init__(self, roster: Roster) -> None:
        super().__init__(roster, LINES)
        self._roster = roster
        self._pressed_at = QPoint()
        self.setItemDelegate(_Marked(self))
        self.clicked.connect(self._on_clicked)

    def show_only(self, numbers: list[int]) -> None:
        """Show these lines of the roster and hide the others."""
        wanted = set(numbers)
        for number in range(self.model().rowCount()):
            self.setRowHidden(number, number not in wanted)
        if numbers and self.currentIndex().row() not in wanted:
            self.setCurrentIndex(self.model().index(numbers[0], 0))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if event.key() in (Qt.Key.Key_Space, *ENTER) and here.isValid():
            self.pressed_on.emit(here.row())
        elif event.key() == Qt.Key.Key_Delete and here.isValid():
            self.removed.emit(here.row())
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.all_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        cross = self.cross(index.row(), self.visualRect(index))
        wanted = self.removed if cross.contains(self._pressed_at) else self.pressed_on
        wanted.emit(index.row())

    def state(self, number: int) -> State:
        """Return what is said of someone."""
        return self._roster.attendee(number).state

    def cross(self, number: int, cell: QRect) -> QRect:
        """Return where the cross stands in the cell of a name; nowhere for those expected."""
        if self._roster.is_expected(number):
            return QRect()
        return cell.adjusted(cell.width() - cell.height(), 0, 0, 0)

    def cell(self) -> QSize:
        """Return the room of one name: the same for all, by the longest of them."""
        characters = min(max(self._roster.longest() + 3, LEAST), MOST) + 2  # two for the box
        height = self.fontMetrics().height()
        return QSize(characters * self.fontMetrics().horizontalAdvance("国"), height * 3 // 2)


class _Marked(QStyledItemDelegate):
    """Gives every name the same room, and before it a box: ticked, crossed, or empty."""

    def __init__(self, names: NamesList) -> None:
        super().__init__(names)
        self._names = names

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return self._names.cell()

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        side = option.fontMetrics.height() * 4 // 5
        option.decorationSize = QSize(side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().paint(painter, option, index)
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        part = QStyle.SubElement.SE_ItemViewItemDecoration
        box = self._names.style().subElementRect(part, whole, self._names)
        painter.setPen(QColor(EDGE))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        if mark := MARKS.get(self._names.state(index.row())):
            icon(*mark).paint(painter, box)
        if cross := self._names.cross(index.row(), option.rect):
            edge = cross.height() // 4
            icon("x").paint(painter, cross.adjusted(edge, edge, -edge, -edge))
