"""Members as rows, their year's attendance and each month's as columns."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from ...facts.attendance import Absence, Presence
from ...facts.attendance_months import Tally, by_month
from ...facts.rhythm import Month
from ...kinds import kind_of
from ...records.pinyin import sort_key
from ...records.text import trimmed
from ..look import INK, MUTED

_ROLE = Qt.ItemDataRole
_TOP = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_FIXED = ("姓名", "应到", "实到", "到会率", "")  # the last says who is below the limit
NAME, DUE, PRESENT, RATE, LIMIT = range(len(_FIXED))


class AttendanceTable(QAbstractTableModel):
    """Shown, sorted and narrowed here; ``below`` names in words who is below the limit."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[tuple[Presence, dict[Month, Tally], str]] = []
        self._rows: list[tuple[Presence, dict[Month, Tally], str]] = []
        self._months: Sequence[Month] = ()
        self._only_below = False
        self._order = (NAME, Qt.SortOrder.AscendingOrder)

    def show_members(
        self, found: Sequence[Presence], months: Sequence[Month], below: Callable[[Presence], str]
    ) -> None:
        """Show these members over these months."""
        self.beginResetModel()
        self._months = months
        self._all = [(of, by_month(of, months), below(of)) for of in found]
        self._arrange()
        self.endResetModel()

    def keep_only_below(self, only: bool) -> None:
        """Show only those below the limit, or all."""
        self.beginResetModel()
        self._only_below = only
        self._arrange()
        self.endResetModel()

    def presence(self, row: int) -> Presence | None:
        """Return the member of a row."""
        return self._rows[row][0] if 0 <= row < len(self._rows) else None

    def shown(self) -> list[Presence]:
        """Return the members shown, in their order."""
        return [of for of, _, _ in self._rows]

    def row(self, member: str) -> int | None:
        """Return the row of a member; None where it is not shown."""
        return next((n for n, (of, _, _) in enumerate(self._rows) if of.member.id == member), None)

    def tally(self, index: _Index) -> Tally | None:
        """Return a month's cell; None in the other columns."""
        place = index.column() - len(_FIXED)
        return self._rows[index.row()][1][self._months[place]] if place >= 0 else None

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(_FIXED) + len(self._months)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | _align(section)
        if role != _ROLE.DisplayRole:
            return None
        if section < len(_FIXED):
            return _FIXED[section]
        return f"{self._months[section - len(_FIXED)].month}月"

    def data(self, index: _Index, role: int = 0) -> Any:
        match role:
            case _ROLE.DisplayRole:
                return self._text(index)
            case _ROLE.ToolTipRole:
                return self._told(index)
            case _ROLE.ForegroundRole:
                tally = self.tally(index)
                is_quiet = index.column() == LIMIT or (tally is not None and not tally.absences)
                return QColor(MUTED if is_quiet else INK)
            case _ROLE.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignVCenter | _align(index.column())
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._order = (column, order)
        self._arrange()
        self.endResetModel()

    def _text(self, index: _Index) -> str:
        of, _, limit = self._rows[index.row()]
        match index.column():
            case 0:
                return of.member.name
            case 1:
                return str(of.due)
            case 2:
                return str(of.present)
            case 3:
                return f"{trimmed(of.rate)}%" if of.rate is not None else "—"
            case 4:
                return limit
        tally = self.tally(index)
        return tally.show() if tally else ""

    def _told(self, index: _Index) -> str:
        tally = self.tally(index)
        if tally is None or not tally.absences:
            return ""
        return "<qt>" + "<br>".join(escape(f"缺席：{told(a)}") for a in tally.absences)

    def _arrange(self) -> None:
        column, order = self._order
        self._rows = [row for row in self._all if row[2] or not self._only_below]
        self._rows.sort(key=lambda row: sort_key(row[0].member.name))
        if column != NAME:
            self._rows.sort(key=lambda row: self._key(row, column))
        if order is Qt.SortOrder.DescendingOrder:
            self._rows.reverse()

    def _key(self, row: tuple[Presence, dict[Month, Tally], str], column: int) -> Any:
        of, tallies, limit = row
        if column >= len(_FIXED):
            tally = tallies[self._months[column - len(_FIXED)]]
            return (-len(tally.absences), tally.due)
        return (of.due, of.present, -1 if of.rate is None else of.rate, limit)[column - DUE]


def told(absence: Absence) -> str:
    """Return an absence as people say it: ``3月5日 支部委员会，事假``."""
    title = kind_of(absence.entry).title(absence.entry)
    return f"{title}，{absence.reason or '没有写原因'}"


def _align(column: int) -> Qt.AlignmentFlag:
    is_words = column in (NAME, LIMIT)
    return Qt.AlignmentFlag.AlignLeft if is_words else Qt.AlignmentFlag.AlignHCenter
