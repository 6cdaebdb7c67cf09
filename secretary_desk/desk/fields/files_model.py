"""The files of an entry as a list shows them: name, picture, what has become of the file."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap

from ...records.record import Attachment
from ...records.text import one_line, told_size
from ...store.attachments import State, suffix_of
from ..look import ACCENT, icon
from .thumbnail import PICTURES, Seen

Index = QModelIndex | QPersistentModelIndex
CAPTION, TROUBLED, PICTURED = (Qt.ItemDataRole.UserRole + n for n in range(3))
_UNSEEN = "显示不出图像"
_WHY = {
    State.MISSING: "不在档案旁边的附件文件夹里，可能没有一起拷过来",
    State.CHANGED: "被改动过，已不是当时存的那一份",
}


class FilesModel(QAbstractListModel):
    """Files in their order. Editing gives one another name; its ending stays."""

    renamed = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._files: tuple[Attachment, ...] = ()
        self._seen: dict[Attachment, Seen] = {}
        self._icons: dict[Attachment, QIcon] = {}

    def show_files(self, files: Sequence[Attachment]) -> None:
        """Show these files; what was seen of others is forgotten."""
        same_count = len(files) == len(self._files)  # the names alone: an open editor stays
        if not same_count:
            self.beginResetModel()
        self._files = tuple(files)
        self._seen = {file: seen for file, seen in self._seen.items() if file in self._files}
        self._icons = {file: drawn for file, drawn in self._icons.items() if file in self._files}
        if not same_count:
            self.endResetModel()
        elif files:
            self.dataChanged.emit(self.index(0), self.index(len(files) - 1))

    def forget(self) -> None:
        """Forget what was seen: files change while nobody looks."""
        self._seen.clear()
        self._icons.clear()

    def take_seen(self, file: Attachment, seen: Seen, ratio: float) -> None:
        """Show what was seen of a file; ``ratio`` is of its pixels to the screen's points."""
        if file not in self._files:
            return
        self._seen[file] = seen
        self._icons.pop(file, None)
        if seen.pixels:
            width, height, rgba = seen.pixels
            image = QImage(rgba, width, height, 4 * width, QImage.Format.Format_RGBA8888)
            pixmap = QPixmap.fromImage(image.copy())  # the bytes are not ours to keep
            pixmap.setDevicePixelRatio(ratio)
            self._icons[file] = QIcon(pixmap)
        at = self.index(self._files.index(file))
        self.dataChanged.emit(at, at)

    def unsound(self) -> list[tuple[Attachment, State]]:
        """Return the files that are missing or changed, as far as they have been looked at."""
        looked = ((file, self._seen.get(file)) for file in self._files)
        return [(f, seen.state) for f, seen in looked if seen and seen.state is not State.SOUND]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._files)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        file = self._files[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return file.name
            case Qt.ItemDataRole.EditRole:
                return file.name.removesuffix(suffix_of(file.name))
            case Qt.ItemDataRole.DecorationRole:
                return self._icon(file)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._told(file)
            case Qt.ItemDataRole.ToolTipRole:
                # As markup of ours, lest a file's name be taken for markup of its own.
                return f"<qt>{escape(self._told(file))}</qt>"
            case _ if role == CAPTION:
                return self._caption(file)
            case _ if role == TROUBLED:
                return self._is_troubled(file)
            case _ if role == PICTURED:
                return file in self._icons
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        stem = one_line(str(value))
        file = self._files[index.row()]
        name = f"{stem}{suffix_of(file.name)}"
        if role != Qt.ItemDataRole.EditRole or not stem or name == file.name:
            return False
        self.renamed.emit(index.row(), name)
        return True

    def _is_troubled(self, file: Attachment) -> bool:
        return any(file == other for other, _ in self.unsound())

    def _told(self, file: Attachment) -> str:
        return "，".join(filter(None, (file.name, self._caption(file))))

    def _caption(self, file: Attachment) -> str:
        seen = self._seen.get(file)
        if seen and seen.state is not State.SOUND:
            return seen.state.value
        if seen and not seen.pixels and is_picture(file):
            return _UNSEEN
        return "" if file.size is None else told_size(file.size)

    def _icon(self, file: Attachment) -> QIcon:
        if file in self._icons:
            return self._icons[file]
        if self._is_troubled(file):
            return icon("triangle-alert", ACCENT)
        return icon("image" if is_picture(file) else "file-text")


def is_picture(file: Attachment) -> bool:
    """Whether a file is a picture, by its name."""
    return suffix_of(file.name).lower() in PICTURES


def told_lost(lost: Sequence[tuple[Attachment, State]]) -> str:
    """Return what is said of missing and changed files, and what to do; empty when none is."""
    said = [f"“{file.name}”{_WHY[state]}" for file, state in lost[:3]]
    said += [f"这样的附件共{len(lost)}个"] if len(lost) > 3 else []
    said += ["把原来的文件再添加一次就能补上"] if lost else []
    return "；".join(said)
