"""Attachments: files dropped, pasted or chosen, seen small, opened, renamed, taken off again."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ...errors import DeskError
from ...records.day import Day
from ...records.fields import Rows
from ...records.record import Attachment
from ..look import icon
from .buttons import Button, tool
from .context import Context
from .file_strip import FileStrip
from .files_model import FilesModel, told_lost
from .list_field import ListField
from .looks import Looks
from .pasted import PATTERNS, files_of, is_for_files, picture_name, picture_of
from .step_keys import is_undo
from .thumbnail import Seen


class FilesField(ListField):
    """The files of an entry. The archive keeps copies; taking one off does not delete it there."""

    def __init__(self, spec: Rows, context: Context, name: str = "") -> None:
        super().__init__(spec, context, name, Button("添加文件…", "plain", "paperclip"))
        self._files: tuple[Attachment, ...] = ()
        self._before: list[tuple[Attachment, ...]] = []
        self._day: Day | None = None
        self._looks = Looks(context, self)
        self._looks.seen.connect(self._on_seen)
        self._model = FilesModel()
        self._model.renamed.connect(self._on_renamed)
        self._strip = FileStrip(self._model)
        self._strip.setAccessibleName(spec.label)
        self._strip.open_wanted.connect(self._on_open)
        self._strip.removed.connect(self._on_remove)
        self._add.setAccessibleName(f"{spec.label}：添加文件")
        self._add.clicked.connect(self._on_add)
        self._hint, self._note, self._lost = _said("muted"), _said("muted"), _said("trouble")
        self._hint.setText("可拖入或粘贴照片、扫描件，每个不超过20MB")
        self.setAcceptDrops(True)
        self._lay_out_below()
        self.set_value(())

    def value(self) -> tuple[Attachment, ...]:
        return self._files

    def set_value(self, value: Iterable[Attachment]) -> None:
        self._before.clear()
        self._model.forget()
        self._say("")
        self._show(tuple(value))

    def set_day(self, day: Day | None) -> None:
        """Take the day that pasted pictures are named by."""
        self._day = day

    def take_in(self) -> None:
        super().take_in()
        self._strip.take_in()

    def attach(self, *paths: Path) -> None:
        """Take copies of files; what cannot be taken is told."""
        self._take([partial(self.context.attach, path) for path in paths])

    def take(self, data: QMimeData) -> str:
        """Take the files, else the picture, that were pasted or dropped; say what was taken."""
        had = len(self._files)
        if paths := files_of(data):
            self.attach(*paths)
        elif picture := picture_of(data):
            suffix, content = picture
            names = [file.name for file in self._files]
            name = picture_name(self._day, self.context.now(), suffix, names)
            self._take([partial(self.context.attach_bytes, name, content)])
        new = len(self._files) - had
        return f"已添加{new}个附件" if new else ""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_for_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(event.mimeData())

    def event(self, event: QEvent) -> bool:
        """Take back here what was done to the files; else the key is the window's."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and is_undo(event) and self._before:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take(QGuiApplication.clipboard().mimeData())
        elif is_undo(event) and self._before:
            self._show(self._before.pop())
            self.edited.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._look()  # what was pointed out may have been mended outside
        super().focusInEvent(event)

    def _lay_out_below(self) -> None:
        last = QHBoxLayout()
        last.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        self._tools = [self._tool(*of) for of in self._deeds()]
        for button in self._tools:
            last.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        last.addWidget(self._hint, 100)
        last.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._strip)
        column.addWidget(self._lost)
        column.addLayout(last)
        column.addWidget(self._note)

    def _deeds(self) -> list[tuple[str, str, str, Callable[[], None]]]:
        return [
            ("打开", "Enter", "eye", self._on_open),
            ("另存一份…", "", "save", self._on_save),
            ("改名", "F2", "pencil", self._strip.rename),
            ("去掉", "Delete", "x", self._on_remove),
        ]

    def _tool(self, words: str, key: str, picture: str, run: Callable[[], None]) -> QToolButton:
        """Return the button of a deed, which stands in the list's menu as well."""
        of = QAction(icon(picture), f"{words}\t{key}" if key else words, self)
        of.triggered.connect(lambda _checked=False: run())
        self._strip.addAction(of)
        button = tool(picture, f"{words}（{key}）" if key else words)
        button.clicked.connect(of.trigger)
        return button

    def _take(self, keepers: Iterable[Callable[[], Attachment]]) -> None:
        taken, failed, same = list(self._files), [], []
        for keep in keepers:
            try:
                file = keep()
            except DeskError as error:
                failed.append(str(error))
                continue
            known = next((other for other in taken if other.sha256 == file.sha256), None)
            if known is None:
                taken.append(file)
            else:
                same.append(f"“{file.name}”和“{known.name}”内容相同，没有重复添加")
        self._say("；".join(same))
        self._change(tuple(taken))
        self._look()  # one that was missing may be there again
        if failed:
            self.context.ask.tell("\n".join(failed))

    def _change(self, files: tuple[Attachment, ...]) -> None:
        if files != self._files:
            self._before.append(self._files)
            self._show(files)
            self.edited.emit()

    def _show(self, files: tuple[Attachment, ...]) -> None:
        here = self._strip.number()
        self._files = files
        self._model.show_files(files)
        for widget in (self._strip, *self._tools):
            widget.setVisible(bool(files))
        self._hint.setVisible(not files)
        if files:
            self._strip.go_to(min(max(here, 0), len(files) - 1))
        self._strip.updateGeometry()
        self._look()
        self._chain()

    def _look(self) -> None:
        """Ask what has become of the files; they change while nobody looks."""
        self._looks.ask(self._files, round(self._strip.side() * self.devicePixelRatioF()))
        self._say_lost()

    def _on_seen(self, file: Attachment, seen: Seen) -> None:
        self._model.take_seen(file, seen, self.devicePixelRatioF())
        self._say_lost()

    def _say_lost(self) -> None:
        said = told_lost(self._model.unsound())
        self._lost.setText(said)
        self._lost.setVisible(bool(said))

    def _say(self, sentence: str) -> None:
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def _boxes(self) -> list[QWidget]:
        return [self._strip] if self._files else []

    def _current(self) -> Attachment | None:
        number = self._strip.number()
        return self._files[number] if 0 <= number < len(self._files) else None

    def _on_add(self) -> None:
        self.attach(*self.context.ask.open_files("添加附件", PATTERNS))
        if self._files:
            self._strip.setFocus()  # on the button, the next Enter would ask for files again

    def _on_open(self) -> None:
        if file := self._current():
            self.context.open_attachment(file)

    def _on_save(self) -> None:
        if file := self._current():
            self.context.save_attachment(file)

    def _on_remove(self) -> None:
        if file := self._current():
            self._change(tuple(other for other in self._files if other != file))
            self._say(f"已去掉“{file.name}”，按 Ctrl+Z 放回")
            (self._strip if self._files else self._add).setFocus()

    def _on_renamed(self, number: int, name: str) -> None:
        files = list(self._files)
        files[number] = replace(files[number], name=name)
        self._change(tuple(files))


def _said(role: str) -> QLabel:
    label = QLabel(wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setMinimumWidth(1)  # gives way where there is no room
    return label
