"""The values of the self-check as a table: what goes now, what went at first, by what right."""

from dataclasses import replace
from enum import IntEnum
from html import escape

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont

from ...errors import Unreadable
from ...kinds.rule_value import KIND, RuleValue
from ...records.record import ref
from ...rules.values import Value, Values, defaults
from ..desk import Desk
from ..look import MUTED

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """The table's columns."""

    LABEL = 0
    NOW = 1
    FIRST = 2
    SOURCE = 3


_HEADS = ("参数", "现用", "原值", "依据")


class ValuesModel(QAbstractTableModel):
    """A row for each value. ``told`` says why what was typed cannot be read."""

    told = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._values = list(defaults().values())
        self._own: dict[str, RuleValue] = {}
        self._now = Values()
        self._reload()

    def is_own(self, row: int) -> bool:
        """Whether the user has set a row's value."""
        return 0 <= row < len(self._values) and self._values[row].key in self._own

    def restore(self, row: int) -> None:
        """Put a row's first value back."""
        if self.is_own(row):
            self._desk.delete(ref(self._own[self._values[row].key]))
            self._reload()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._values)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _HEADS[section] if across else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        noted = index.column() == Column.SOURCE and self.is_own(index.row())
        if index.column() == Column.NOW or noted:
            return plain | Qt.ItemFlag.ItemIsEditable
        return plain

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        value, column = self._values[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(value, column)
            case Qt.ItemDataRole.ToolTipRole:
                # As markup of ours, lest a user's words be taken for markup of theirs.
                return f"<qt>{escape(self._shown(value, column))}</qt>"
            case Qt.ItemDataRole.EditRole:
                own = self._own.get(value.key)
                if column is Column.SOURCE:
                    return own.note if own else ""
                return _written(value, self._shown(value, column))
            case Qt.ItemDataRole.FontRole if column is Column.NOW and self.is_own(index.row()):
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case Qt.ItemDataRole.ForegroundRole if column in (Column.FIRST, Column.SOURCE):
                return QColor(MUTED)
        return None

    def setData(self, index: _Index, text: str, role: int = Qt.ItemDataRole.EditRole) -> bool:
        value = self._values[index.row()]
        own = self._own.get(value.key, RuleValue(key=value.key))
        typed = _written(value, text.strip())
        if index.column() == Column.SOURCE:
            self._desk.save(replace(own, note=KIND.specs["note"].read(text)))
        elif not self._takes(value, typed):
            return False
        elif value.read(typed) == value.value:
            self.restore(index.row())
            return True
        elif typed != own.value:
            self._desk.save(replace(own, value=typed))
        self._reload()
        return True

    def _takes(self, value: Value, typed: str) -> bool:
        said = "" if typed else f"“{value.label}”不能空着，没有改"
        try:
            typed and value.read(typed)
        except Unreadable as error:
            said = f"没有改：{error}"
        self.told.emit(said)
        return not said

    def _shown(self, value: Value, column: Column) -> str:
        own = self._own.get(value.key)
        match column:
            case Column.LABEL:
                return value.label
            case Column.NOW:
                return value.show(self._now.get(value.key))
            case Column.FIRST:
                return value.show() if own else ""
            case Column.SOURCE:
                return own.note if own and own.note else value.source

    def _reload(self) -> None:
        rows: list[RuleValue] = self._desk.store.entries(KIND)
        self._own = {row.key: row for row in rows}
        self._now = Values(rows)
        last = self.index(len(self._values) - 1, len(Column) - 1)
        self.dataChanged.emit(self.index(0, 0), last)


def _written(value: Value, text: str) -> str:
    """Return what is typed of a value: without its unit."""
    return text.removesuffix(value.unit).strip()
