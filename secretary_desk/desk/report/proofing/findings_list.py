"""A list of findings to walk with the arrow keys; a click or Enter leads to the place."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView

from ....records.finding import Finding
from ...fields.edits import ENTER
from .excerpt import about
from .painter import Group, ProofPainter, Told

_LEAST = 5  # rows of text in view
_ROW = Qt.ItemDataRole.UserRole


class ProofList(QListView):
    """Shows lines under headings. ``walked`` says that another line is the current one."""

    opened = Signal(object)  # Finding
    walked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows: list[Group | Told] = []
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # rows are as high as the width lets them
        self.setItemDelegate(ProofPainter(self))
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.doubleClicked.connect(self._on_opened)

    def show_rows(self, rows: Sequence[Group | Told]) -> None:
        """Show other lines; the current one stays so, else the one that has taken its place."""
        if list(rows) == self._rows:
            return
        old, place = self.finding(), self.currentIndex().row()
        seen = self.verticalScrollBar().value()
        self._rows = list(rows)
        with QSignalBlocker(self):  # between the old lines and the new there is no current one
            self._model.clear()
            self._model.appendColumn([_item(row) for row in rows])
            self.doItemsLayout()
            self.verticalScrollBar().setValue(seen)
            self._choose(old, place)
        self.walked.emit()

    def finding(self) -> Finding | None:
        """Return the finding of the current line."""
        row = self.currentIndex().data(_ROW)
        return row.finding if isinstance(row, Told) else None

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.row() == 1:
            self.scrollToTop()  # the heading over it, which cannot be walked to
        self.walked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._on_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("国") * 24, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing() * _LEAST)

    def _on_opened(self, index: QModelIndex) -> None:
        if isinstance(row := index.data(_ROW), Told):
            self.opened.emit(row.finding)

    def _choose(self, old: Finding | None, place: int) -> None:
        found = [(at, row.finding) for at, row in enumerate(self._rows) if isinstance(row, Told)]
        if not found:
            return
        same = [(at, f) for at, f in found if old and about(f) == about(old)]
        exact = [(at, f) for at, f in same if old and f.text == old.text]
        after = [(at, f) for at, f in found if at >= place]
        chosen, _ = (exact or same or after or found[-1:])[0]
        self.setCurrentIndex(self._model.index(chosen, 0))


def _item(row: Group | Told) -> QStandardItem:
    item = QStandardItem()
    item.setData(row, _ROW)
    if isinstance(row, Group):
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(f"{row.text}，{row.note}", Qt.ItemDataRole.AccessibleTextRole)
        return item
    item.setData(row.words(), Qt.ItemDataRole.AccessibleTextRole)
    told = "\n".join(filter(None, (row.finding.text, row.finding.sentence, row.answer())))
    # As markup of ours: the words are the user's.
    item.setToolTip(f"<qt>{escape(told).replace(chr(10), '<br>')}</qt>")
    return item
