"""回收站: what was deleted, to be put back or to go for good."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ...errors import DeskError
from ...kinds import kind_of
from ...records.record import Ref
from ...store.bin import Binned
from ...store.told import filled
from ..buttons import action, button
from ..card import wrapped
from ..desk import Desk
from ..moments import spoken
from ..plain_table import PlainTable
from .steps_model import line

_EMPTY = "回收站是空的。删除的记录会放在这里，可以恢复；不清空就一直留着。"
_FOR_GOOD = (
    "彻底删除以后不能恢复，也不能撤销：内容、改动经过，和别处没有用到的附件，都从档案里去掉。"
    "以前的备份不变，里面还有。"
)
_UNDONE_TOO = "撤销掉的新增也一起去掉，不能再重做。"
_COLUMNS = ("种类", "删除的内容", "删除时间")
_WIDTHS = (7.0, 0.0, 10.0)  # characters; the content takes what is left
_DETAILS = 4.6  # lines of text that are seen at once
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class BinView(QWidget):
    """The deleted entries as a table; several may be chosen."""

    noted = Signal(str)  # a sentence for the status bar

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._model = desk, _Model(desk)
        self._says = wrapped("", "muted")
        self._table = PlainTable(self._model, "回收站里的记录", 1.9)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._table.selectionModel().selectionChanged.connect(lambda *_: self._tell())
        self._details = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self._details.setAccessibleName("这条记录的内容")
        self._details.setFixedHeight(round(self.fontMetrics().height() * _DETAILS) + 12)
        self._make_actions()
        self._lay_out()
        self.setFocusProxy(self._table)

    def reload(self) -> None:
        """Read anew what is in the bin; the row chosen stays chosen, or the next one is."""
        row = self._table.currentIndex().row()
        self._model.show_entries(self._desk.store.binned())
        count = self._model.rowCount()
        self._says.setText(f"共{count}条，删除的留在这里，直到清空。" if count else _EMPTY)
        self._table.setVisible(count > 0)
        self._details.setVisible(count > 0)
        if count:
            self._table.selectRow(min(max(row, 0), count - 1))
        self._tell()

    def _chosen(self) -> list[Binned]:
        rows = self._table.selectionModel().selectedRows()
        return [self._model.entry(row) for row in sorted(index.row() for index in rows)]

    def _tell(self) -> None:
        """Show what the chosen entry says, and offer what can be done with it."""
        count = len(chosen := self._chosen())
        self._details.setPlainText("\n".join(self._lines(chosen[0])) if count == 1 else "")
        self._restore.setEnabled(count > 0)
        self._erase.setEnabled(count > 0)
        self._clear.setEnabled(self._model.rowCount() > 0)

    def _lines(self, one: Binned) -> list[str]:
        try:
            found = self._desk.store.even_deleted(one.ref)
        except DeskError as error:
            return [str(error)]
        return [line(said) for said in filled(kind_of(found), found)] if found else []

    def _on_restore(self) -> None:
        chosen = self._chosen()
        try:
            self._desk.put_back(*(one.ref for one in chosen))
        except DeskError as error:
            self._desk.ask.tell(f"没有恢复：{error}")
        else:
            self.noted.emit(f"已恢复：{_called(chosen)}（可撤销）")

    def _on_erase(self) -> None:
        chosen = self._chosen()
        question = f"要彻底删除{_called(chosen)}吗？"
        self._go_for_good(question, _FOR_GOOD, "彻底删除", [one.ref for one in chosen])

    def _on_clear(self) -> None:
        question = f"要清空回收站吗？里面有{self._model.rowCount()}条。"
        self._go_for_good(question, f"{_FOR_GOOD}{_UNDONE_TOO}", "清空回收站", None)

    def _go_for_good(
        self, question: str, detail: str, verb: str, refs: Sequence[Ref] | None
    ) -> None:
        ask = self._desk.ask
        if ask.choose(question, "取消", verb, detail=detail, on_escape=0) != 1:
            return
        try:
            left = self._desk.erase(refs)
        except DeskError as error:
            ask.tell(str(error))
        else:
            self.noted.emit(f"已彻底删除。{left}")

    def _make_actions(self) -> None:
        self._restore = action(self, "恢复", "undo-2", None, self._on_restore)
        self._erase = action(self, "彻底删除…", "trash-2", None, self._on_erase)
        self._clear = action(self, "清空回收站…", "trash-2", None, self._on_clear)
        self._table.addActions([self._restore, self._erase])

    def _lay_out(self) -> None:
        buttons, layout = QHBoxLayout(), QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(button(self._restore))
        buttons.addWidget(button(self._erase))
        buttons.addStretch(1)
        buttons.addWidget(button(self._clear))
        layout.addWidget(self._says)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._details)
        layout.addLayout(buttons)
        layout.addStretch(0)
        head, modes = self._table.horizontalHeader(), QHeaderView.ResizeMode
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, width in enumerate(_WIDTHS):
            head.setSectionResizeMode(place, modes.Interactive if width else modes.Stretch)
            if width:
                self._table.setColumnWidth(place, self._table.characters(width))


class _Model(QAbstractTableModel):
    """Deleted entries, a row each."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._entries = desk, list[Binned]()

    def show_entries(self, entries: Sequence[Binned]) -> None:
        """Show these entries and no others."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def entry(self, row: int) -> Binned:
        """Return the entry of a row."""
        return self._entries[row]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        shown = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return _COLUMNS[section] if shown else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self._entries[index.row()]
        content = f"{one.title}　{one.excerpt}".strip()
        told = (one.label, content, spoken(one.at, self._desk.now()))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return told[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_COLUMNS[index.column()]} {told[index.column()]}"
            case Qt.ItemDataRole.ToolTipRole:
                return f"<qt>{escape(one.words)}</qt>"
        return None


def _called(chosen: Sequence[Binned]) -> str:
    if len(chosen) == 1:
        return f"“{chosen[0].label} {chosen[0].title}”".replace(" ”", "”")
    return f"选中的{len(chosen)}条"
