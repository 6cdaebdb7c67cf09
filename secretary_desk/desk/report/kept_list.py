"""What the user has kept beside a report, line by line, to be looked at and deleted."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...records.record import Ref
from ..buttons import action, button
from ..look import set_role

_WIDE, _HIGH = 44, 20  # in characters and lines


class Kept(NamedTuple):
    """A line: the entry, its words column by column, and all of it to be read below the list."""

    entry: Ref
    words: tuple[str, ...]
    whole: str


class KeptList(QDialog):
    """Shows lines, and all of the current one under them. ``deleted`` gives an entry.

    Where there are none it says ``nothing``, a sentence.
    """

    deleted = Signal(object)  # Ref

    def __init__(self, title: str, columns: Sequence[str], nothing: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._nothing, self._kept = nothing, list[Kept]()
        self._list, self._whole = QTreeWidget(), QTextEdit(readOnly=True)
        self._list.setAccessibleName(title)
        self._list.setRootIsDecorated(False)
        self._list.setHeaderLabels(list(columns))
        self._list.header().setStretchLastSection(True)
        self._list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._list.currentItemChanged.connect(lambda *_: self._tell())
        self._whole.setAccessibleName("全部内容")
        self._whole.setTabChangesFocus(True)
        set_role(self._whole, "read")
        self._delete = action(self, "删除", "trash-2", "Delete", self._on_delete)
        self._close = action(self, "关闭", "x", None, self.accept)
        self._lay_out()

    def show_lines(self, kept: Sequence[Kept]) -> None:
        """Show other lines; the place that was chosen stays."""
        at = max(self._at(), 0)
        self._kept = list(kept)
        self._list.clear()
        self._list.addTopLevelItems([QTreeWidgetItem(list(line.words)) for line in kept])
        self._list.setCurrentIndex(self._list.model().index(min(at, len(kept) - 1), 0))
        self._tell()

    def _at(self) -> int:
        return self._list.currentIndex().row()

    def _tell(self) -> None:
        """Show all of the current line, and whether there is one to delete."""
        at = self._at()
        self._delete.setEnabled(at >= 0)
        self._whole.setPlainText(self._kept[at].whole if at >= 0 else self._nothing)

    def _on_delete(self) -> None:
        self.deleted.emit(self._kept[self._at()].entry)

    def _lay_out(self) -> None:
        below, layout = QHBoxLayout(), QVBoxLayout(self)
        below.addWidget(button(self._delete))
        below.addStretch(1)
        below.addWidget(button(self._close, "primary"))
        layout.addWidget(self._list, 2)
        layout.addWidget(self._whole, 1)
        layout.addLayout(below)
        metrics, screen = self.fontMetrics(), self.screen().availableSize() * 0.9
        wanted = QSize(metrics.horizontalAdvance("国") * _WIDE, metrics.lineSpacing() * _HIGH)
        self.resize(wanted.boundedTo(screen))
