"""The files of an entry, side by side: a small picture of each over its name."""

from PySide6.QtCore import QAbstractItemModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ..look import ACCENT, INK, MUTED
from .edits import ENTER, LineEdit
from .files_model import CAPTION, PICTURED, TROUBLED, FilesModel, Index
from .flow_list import FlowList

_KEYPAD = Qt.KeyboardModifier.KeypadModifier
LINES = 2  # of files before the list scrolls
_HEIGHT = 4  # of a picture's square, in lines of text
_WIDTH = 8  # of a cell, in Chinese characters


class FileStrip(FlowList):
    """Arrows move; Enter or a double click opens, Delete takes off, F2 gives another name."""

    open_wanted = Signal()
    removed = Signal()

    def __init__(self, model: FilesModel) -> None:
        super().__init__(model, LINES)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setItemDelegate(_Drawn(self))
        self.doubleClicked.connect(self.open_wanted)

    def number(self) -> int:
        """Return which file the keys mean; -1 for none."""
        return int(self.currentIndex().row())

    def go_to(self, number: int) -> None:
        """Let the keys mean a file."""
        self.setCurrentIndex(self.model().index(number, 0))

    def rename(self) -> None:
        """Let the user type another name for the file that the keys mean."""
        if self.currentIndex().isValid():
            self.setFocus()
            self.edit(self.currentIndex())

    def take_in(self) -> None:
        """Make a name that is being typed the file's."""
        editor = self.viewport().findChild(LineEdit)
        if editor is not None and self.state() is QAbstractItemView.State.EditingState:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def side(self) -> int:
        """Return the side of a picture's square, in points."""
        return int(self.fontMetrics().height() * _HEIGHT)

    def cell(self) -> QSize:
        """Return the room of one file: the same for all."""
        line = self.fontMetrics().height()
        across = max(self.fontMetrics().horizontalAdvance("国") * _WIDTH, self.side() + line)
        return QSize(across, self.side() + 3 * line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & ~_KEYPAD:
            self.open_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class _Drawn(QStyledItemDelegate):
    """Draws a file: its picture, its name cut in the middle, and what there is to say of it."""

    def __init__(self, strip: FileStrip) -> None:
        super().__init__(strip)
        self._strip = strip

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self._strip.cell()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        picture, name, caption = self._parts(whole.rect)
        painted = QIcon(whole.icon)  # a copy: the option's own is emptied
        whole.text, whole.icon = "", QIcon()
        style = self._strip.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, self._strip)
        if not index.data(PICTURED):  # an icon is a sign, not a picture
            edge = picture.height() // 4
            picture = picture.adjusted(edge, edge, -edge, -edge)
        painted.paint(painter, picture)
        self._write(painter, name, index.data(), INK)
        colour = ACCENT if index.data(TROUBLED) else MUTED
        self._write(painter, caption, index.data(CAPTION), colour)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        editor = LineEdit()
        editor.setParent(parent)
        editor.setAccessibleName("文件的新名称")
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, LineEdit) and not editor.text():
            editor.put(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, LineEdit):
            editor.take_in()
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        _, name, _ = self._parts(option.rect)
        height = max(editor.sizeHint().height(), name.height())
        editor.setGeometry(option.rect.left(), name.center().y() - height // 2,
                           option.rect.width(), height)  # fmt: skip

    def _parts(self, cell: QRect) -> tuple[QRect, QRect, QRect]:
        line, side = self._strip.fontMetrics().height(), self._strip.side()
        gap = line // 4
        picture = QRect(cell.left() + gap, cell.top() + gap, cell.width() - 2 * gap, side)
        name = QRect(picture.left(), picture.bottom() + gap, picture.width(), line)
        return picture, name, name.translated(0, line)

    def _write(self, painter: QPainter, where: QRect, text: str, colour: str) -> None:
        painter.setPen(QColor(colour))
        painter.setFont(self._strip.font())
        metrics = self._strip.fontMetrics()
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, where.width())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(where, int(flags.value), cut)
