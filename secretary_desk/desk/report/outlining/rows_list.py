"""The outline as an indented list whose headings are written in place."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QListView,
    QStyleOptionViewItem,
    QWidget,
)

from ...fields.edits import LineEdit
from ..lines import Index, LineDelegate, Role
from .rows import Row

_HEADING = Qt.ItemDataRole.UserRole + 10  # the words without their number
_MARK = "没有内容"
_EMPTY = "这一节还没有内容，印出来是【待补充】"


class OutlineList(QListView):
    """Walked with the arrow keys; F2 or a double click writes a heading. It changes nothing.

    ``chosen`` comes with another current row, ``named`` and ``added`` with the words that were
    typed for the current row, or for a new one; for that they are empty when it was given up.
    """

    chosen = Signal()
    named = Signal(str)
    added = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("提纲")
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._delegate, self._model = _HeadingDelegate(self), QStandardItemModel(self)
        self._adding: int | None = None
        self.setItemDelegate(self._delegate)
        self.setModel(self._model)

    def show_rows(self, rows: Sequence[Row], at: int) -> None:
        """Show an outline's rows, one of them as the current one."""
        with QSignalBlocker(self):
            self._model.setRowCount(len(rows))
            for number, row in enumerate(rows):
                self._model.setItem(number, _item(row))
            self.setCurrentIndex(self._model.index(at, 0))

    def at(self) -> int:
        """Return the current row."""
        return self.currentIndex().row()

    def begin_naming(self) -> None:
        """Let the user write the current row's heading."""
        self.edit(self.currentIndex())

    def begin_adding(self, at: int, level: int) -> None:
        """Let the user write the heading of a new row at a place."""
        self._adding = at
        with QSignalBlocker(self):
            self._model.insertRow(at, _item(Row("", "", level)))
            self.setCurrentIndex(self._model.index(at, 0))
        self.edit(self.currentIndex())

    def take_in(self) -> None:
        """Be done with a heading that is being written, what is composed with it."""
        if editor := self._delegate.opened:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        words = self._delegate.taken()
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        adding, self._adding = self._adding, None
        if adding is None:
            if words is not None:
                self.named.emit(words)
            return
        with QSignalBlocker(self):
            self._model.removeRow(adding)
        self.added.emit(words or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # they move rows, and never the place where the user is
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit()


class _HeadingEdit(LineEdit):
    """The box of a heading."""

    def composes_with(self, event: QEvent) -> bool:
        """Whether a key belongs to the input method."""
        return isinstance(event, QKeyEvent) and self._belongs_to_composing(event)


class _HeadingDelegate(LineDelegate):
    """Opens a box over a row's line, and keeps the words that were typed into it."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view, rows=2)
        self.opened: _HeadingEdit | None = None
        self._typed: str | None = None

    def taken(self) -> str | None:
        """Return the words that were typed, once; None when they were given up."""
        typed, self._typed = self._typed, None
        return typed

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self.opened = _HeadingEdit(parent)
        self.opened.setAccessibleName("标题")
        return self.opened

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.opened = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, _HeadingEdit):
            editor.put(index.data(_HEADING) or "")
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, _HeadingEdit):
            editor.take_in()
            self._typed = editor.text()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        side = option.fontMetrics.averageCharWidth()
        room = option.rect.adjusted(_inset(option.fontMetrics, index) - side, 0, 0, 0)
        lacking = max(editor.sizeHint().height() - room.height(), 0)
        editor.setGeometry(room.adjusted(0, -(lacking // 2), 0, lacking - lacking // 2))

    def _area(self, whole: QRect, metrics: QFontMetrics, index: Index) -> QRect:
        area = super()._area(whole, metrics, index)
        area.setLeft(whole.left() + _inset(metrics, index))
        return area

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(editor, _HeadingEdit) and editor.composes_with(event):
            return False  # Qt would take Enter for the end of writing
        return super().eventFilter(editor, event)


def _inset(metrics: QFontMetrics, index: Index) -> int:
    """Return where a row's words begin: two characters further in at each level."""
    level: int = index.data(Role.LEVEL) or 1
    return metrics.averageCharWidth() + (level - 1) * metrics.horizontalAdvance("国") * 2


def _item(row: Row) -> QStandardItem:
    item = QStandardItem(row.words)
    item.setData(row.heading, _HEADING)
    item.setEditable(row.can_be_named)
    item.setData(row.beside, Role.BESIDE)
    item.setData(_MARK if row.is_empty else "", Role.MARK)
    item.setData(row.level, Role.LEVEL)
    said = [row.words, row.beside, _EMPTY if row.is_empty else ""]
    item.setData("，".join(filter(None, said)), Qt.ItemDataRole.AccessibleTextRole)
    item.setToolTip(f"<qt>{escape('，'.join(filter(None, said)))}</qt>")
    return item
