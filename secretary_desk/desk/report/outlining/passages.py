"""Passages by name, in a list of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from ...look import MUTED
from ..lines import LineDelegate
from .material import Material

_KEY = Qt.ItemDataRole.UserRole


class PassageList(QListView):
    """Walked with the arrow keys. ``chosen`` comes with another passage.

    Where there are none it says ``nothing``, a sentence.
    """

    chosen = Signal()

    def __init__(self, name: str, nothing: str = "") -> None:
        super().__init__()
        self.nothing = nothing
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(LineDelegate(self))
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())

    def show_passages(self, keys: Sequence[str], material: Material) -> None:
        """Show these; the place that was chosen stays."""
        at = min(max(self.at(), 0), len(keys) - 1)
        self._model.setRowCount(len(keys))
        for row, key in enumerate(keys):
            item = QStandardItem(material.words(key))
            item.setData(key, _KEY)
            self._model.setItem(row, item)
        self.choose(at)

    def choose(self, at: int) -> None:
        """Choose the passage at a place."""
        self.setCurrentIndex(self._model.index(at, 0))

    def key(self) -> str:
        """Return the chosen passage; empty where there is none."""
        return str(self.currentIndex().data(_KEY) or "")

    def at(self) -> int:
        """Return its place; -1 where there is none."""
        return self.currentIndex().row()

    def count(self) -> int:
        """Return how many there are."""
        return self._model.rowCount()

    def sizeHint(self) -> QSize:
        return self._room(5)

    def minimumSizeHint(self) -> QSize:
        return self._room(2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # they move passages, and never the place where the user is
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count():
            painter, side = QPainter(self.viewport()), self.fontMetrics().averageCharWidth()
            painter.setPen(QColor(MUTED))
            room = self.viewport().rect().adjusted(2 * side, side, -side, -side)
            painter.drawText(room, Qt.TextFlag.TextWordWrap, self.nothing)

    def _room(self, lines: int) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("国") * 18, metrics.lineSpacing() * lines * 3 // 2)
