"""A table of rows of one height, one of which is the user's."""

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView


class PlainTable(QTableView):
    """No grid, no row heads; arrows go from row to row, Tab goes out of it.

    ``height`` of a row is in lines of text; ``name`` is read aloud.
    """

    def __init__(self, model: QAbstractItemModel, name: str, height: float) -> None:
        super().__init__(showGrid=False, wordWrap=False)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * height))
        self.horizontalHeader().setHighlightSections(False)

    def characters(self, count: float) -> int:
        """Return the width of so many Chinese characters."""
        return round(self.fontMetrics().horizontalAdvance("国") * count)
