"""A list that fills line after line, as high as its lines until it scrolls."""

from abc import abstractmethod
from math import ceil

from PySide6.QtCore import QAbstractItemModel, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy


class FlowList(QListView):
    """Arrows move from cell to cell, which are all of one size; ``most`` lines are seen at once."""

    def __init__(self, model: QAbstractItemModel, most: int) -> None:
        super().__init__()
        self._most = most
        self.setModel(model)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @abstractmethod
    def cell(self) -> QSize:
        """Return the room of one cell: the same for all."""

    def shown(self) -> list[int]:
        """Return the rows that are not hidden."""
        return [n for n in range(self.model().rowCount()) if not self.isRowHidden(n)]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        edges = 2 * self.frameWidth()
        bar = self.verticalScrollBar().sizeHint().width()  # Qt leaves room for it, shown or not
        across = max((width - edges - bar) // self.cell().width(), 1)
        lines = min(max(ceil(len(self.shown()) / across), 1), self._most)
        return lines * self.cell().height() + edges

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.cell().width() + 2 * self.frameWidth(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
