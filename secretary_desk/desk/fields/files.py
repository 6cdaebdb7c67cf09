"""Attachments: files dropped or chosen, opened, taken off again."""

from math import ceil
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ...errors import DeskError
from ...records.fields import Rows
from ...records.record import Attachment
from .buttons import Button, tool
from .context import Context
from .list_field import ListField

_PATTERNS = (
    "照片和文档 (*.jpg *.jpeg *.png *.pdf *.doc *.docx *.xls *.xlsx *.ppt *.pptx *.wps *.zip)",
    "全部文件 (*)",
)


class FilesField(ListField):
    """The files of an entry. The archive keeps copies; taking one off does not delete it there."""

    def __init__(self, spec: Rows, context: Context, name: str = "") -> None:
        super().__init__(spec, context, name, Button("添加文件…", "plain", "paperclip"))
        self._files: tuple[Attachment, ...] = ()
        self._lines: list[_FileLine] = []
        self.setAcceptDrops(True)
        self._add.setAccessibleName(f"{spec.label}：添加文件")
        self._add.clicked.connect(self._on_add)
        hint = QLabel("也可以把照片或扫描件拖到这里")
        hint.setProperty("role", "muted")
        hint.setMinimumWidth(1)  # gives way where there is no room
        last = QHBoxLayout()
        last.addWidget(self._add)
        last.addWidget(hint, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(last)

    def value(self) -> tuple[Attachment, ...]:
        return self._files

    def set_value(self, value: tuple[Attachment, ...]) -> None:
        self._files = tuple(value)
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(file) for file in self._files]
        for number, line in enumerate(self._lines):
            self._column.insertWidget(number, line)
            line.show()  # at once, or Tab would pass over it
        self._chain()

    def attach(self, *paths: Path) -> None:
        """Take copies of files; what cannot be taken is told."""
        taken = self._files
        for path in paths:
            try:
                file = self.context.attach(path)
            except DeskError as error:
                self.context.ask.tell(str(error))
                continue
            taken += () if file in taken else (file,)
        self._change(taken)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self.attach(*(Path(url.toLocalFile()) for url in urls if url.isLocalFile()))

    def _on_add(self) -> None:
        if path := self.context.ask.open_file("添加附件", _PATTERNS):
            self.attach(path)

    def _change(self, files: tuple[Attachment, ...]) -> None:
        if files != self._files:
            self.set_value(files)
            self.edited.emit()

    def _boxes(self) -> list[QWidget]:
        return [line.button for line in self._lines]

    def _remove(self, file: Attachment) -> None:
        self._change(tuple(other for other in self._files if other != file))
        self._add.setFocus()

    def _line(self, file: Attachment) -> "_FileLine":
        line = _FileLine(file, self)
        line.open_wanted.connect(self.context.open_attachment)
        line.remove_wanted.connect(self._remove)
        return line


class _FileLine(QWidget):
    """One file: its name, which opens it, its size, and a button that takes it off."""

    open_wanted = Signal(object)  # Attachment
    remove_wanted = Signal(object)  # Attachment

    def __init__(self, file: Attachment, parent: QWidget) -> None:
        super().__init__(parent)
        self._file = file
        self.button = _FileButton(file.name)
        self.button.clicked.connect(self._on_open)
        self.button.remove_wanted.connect(self._on_remove)
        size = QLabel(told_size(file.size))
        size.setProperty("role", "muted")
        remove = tool("x", "去掉这个附件（Delete）")
        remove.clicked.connect(self._on_remove)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button, 1)
        layout.addWidget(size)
        layout.addWidget(remove)

    def _on_open(self) -> None:
        self.open_wanted.emit(self._file)

    def _on_remove(self) -> None:
        self.remove_wanted.emit(self._file)


class _FileButton(Button):
    """A file's name, shortened in its middle where it is too long; Delete takes it off."""

    remove_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, "link", "file-text")
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"打开{name}")

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self.iconSize().width() - 4 * self.fontMetrics().averageCharWidth()
        shown = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, room)
        self.setText(shown.replace("&", "&&"))  # a single one would underline what follows

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)


def told_size(size: int | None) -> str:
    """Return a size in bytes as people read it."""
    if size is None:
        return ""
    return f"{size / 2**20:.1f} MB" if size >= 2**20 else f"{ceil(size / 1024)} KB"
