"""自查参数: every number and day that the rules go by, changed and put back by the user."""

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...records.pinyin import matches
from ..card import label
from ..desk import Desk
from ..fields.edits import LineEdit
from ..look import set_role
from .values_model import Column, ValuesModel

_WIDE, _HIGH = 66, 30  # in characters and lines
_NUMBER = 8  # characters of a value
_INTRO = (
    "自查按这些数判断。上级另有规定时，在“现用”一栏改（双击，或按 F2），改好按回车；"
    "可以在“依据”一栏写明出处。随时可以恢复原值，也可以撤销。"
)


class ValuesDialog(QDialog):
    """A table of the values. What is changed is saved at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("自查参数")
        self._model, self._table = ValuesModel(desk, self), QTableView()
        self._words, self._said = LineEdit(), label("", "trouble")
        self._restore = QPushButton("恢复原值", autoDefault=False)
        self._close = QPushButton("关闭", autoDefault=False)
        self._fill()
        self._lay_out()
        self._model.told.connect(self._said.setText)
        self._words.textChanged.connect(self._on_narrowed)
        self._restore.clicked.connect(self._on_restored)
        self._close.clicked.connect(self.accept)
        self._table.selectionModel().currentChanged.connect(lambda *_: self._on_walked())
        self._model.dataChanged.connect(lambda *_: self._tidy())
        self._table.setCurrentIndex(self._model.index(0, Column.NOW))
        self._table.setFocus()

    def _on_narrowed(self, words: str) -> None:
        """Show the rows that hold the words, or sound so."""
        sought = words.strip()
        for row in range(self._model.rowCount()):
            cells = (self._model.index(row, column).data() for column in Column)
            self._table.setRowHidden(row, not any(matches(sought, cell) for cell in cells))
        self._tidy()

    def _on_restored(self) -> None:
        if self._may_restore():
            self._model.restore(self._table.currentIndex().row())

    def _on_walked(self) -> None:
        self._said.setText("")
        self._tidy()

    def _tidy(self) -> None:
        self._restore.setEnabled(self._may_restore())

    def _may_restore(self) -> bool:
        """Whether the current row is in sight, with a value of the user's."""
        row = self._table.currentIndex().row()
        return self._model.is_own(row) and not self._table.isRowHidden(row)

    def _fill(self) -> None:
        table, triggers = self._table, QAbstractItemView.EditTrigger
        table.setModel(self._model)
        table.setItemDelegate(_Delegate(table))
        table.setAccessibleName("自查参数")
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header, wide = table.horizontalHeader(), self.fontMetrics().horizontalAdvance("国")
        for column in (Column.LABEL, Column.SOURCE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in (Column.NOW, Column.FIRST):
            table.setColumnWidth(column, _NUMBER * wide)
        restore = QShortcut(QKeySequence(Qt.Key.Key_Delete), table, self._on_restored)
        restore.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _lay_out(self) -> None:
        self._words.setPlaceholderText("查找参数")
        self._words.setAccessibleName("查找参数")
        self._words.setClearButtonEnabled(True)
        intro = label(_INTRO, "muted")
        for words in (intro, self._said):
            words.setWordWrap(True)
        for made, role in ((self._restore, "plain"), (self._close, "primary")):
            set_role(made, role)
        below = QHBoxLayout()
        below.addWidget(self._restore)
        below.addWidget(self._said, 1)
        below.addWidget(self._close)
        layout = QVBoxLayout(self)
        for widget in (intro, self._words, self._table):
            layout.addWidget(widget, 1 if widget is self._table else 0)
        layout.addLayout(below)
        metrics, screen = self.fontMetrics(), self.screen().availableSize() * 0.9
        wanted = QSize(metrics.horizontalAdvance("国") * _WIDE, metrics.lineSpacing() * _HIGH)
        self.resize(wanted.boundedTo(screen))


class _Delegate(QStyledItemDelegate):
    """Edits in a box that loses nothing of what an input method is composing."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> QLineEdit:
        edit = LineEdit()
        edit.setParent(parent)
        edit.setAccessibleName(str(index.siblingAtColumn(Column.LABEL).data()))
        return edit

    def setModelData(self, editor: QWidget, model: ValuesModel, index: QModelIndex) -> None:
        assert isinstance(editor, LineEdit)
        editor.take_in()
        super().setModelData(editor, model, index)
