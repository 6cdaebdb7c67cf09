"""The good backups of an archive as a table: when, why, how many entries, where."""

from collections.abc import Sequence
from datetime import datetime
from html import escape
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ... import paths
from ...store.backup import Backup
from ..moments import spoken_local

_HEADS = ("什么时候", "为什么备份", "记录", "在哪里")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class OffersModel(QAbstractTableModel):
    """One row a backup, in the order given."""

    def __init__(self, archive: Path, now: datetime) -> None:
        super().__init__()
        self._own, self._now = paths.backups(archive), now
        self._offers: list[Backup] = []

    def show_offers(self, offers: Sequence[Backup]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._offers = list(offers)
        self.endResetModel()

    def offer(self, row: int) -> Backup:
        """Return the backup of a row."""
        return self._offers[row]

    def offers(self) -> list[Backup]:
        """Return all of them."""
        return list(self._offers)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._offers)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return _HEADS[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(self._offers[index.row()])[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(str(self._offers[index.row()].path))}</qt>"
        return None

    def _words(self, offer: Backup) -> tuple[str, ...]:
        number = f"{offer.entries}条"
        return spoken_local(offer.at, self._now), offer.reason, number, self._place(offer.path)

    def _place(self, path: Path) -> str:
        if path.parent == self._own:
            return "本机自动备份"
        return str(path.parent)
