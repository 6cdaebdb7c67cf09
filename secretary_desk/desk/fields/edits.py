"""Boxes to type in that lose nothing of what an input method is still composing."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from .pasted import is_for_files
from .step_keys import is_redo, is_undo

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
if TYPE_CHECKING:
    _Mixed = QWidget
else:
    _Mixed = object  # two bases of Qt's would not mix


class Composing(_Mixed):
    """Knows the text that is being composed, which ``text()`` leaves out.

    Goes before a Qt widget in a class's bases. While there is such text, Enter belongs to the
    input method: it neither accepts nor triggers a shortcut.
    """

    _composed = ""
    _committed = False

    def take_in(self) -> None:
        """Make what is being composed part of the text, once."""
        method = QGuiApplication.inputMethod()
        method.commit()
        if not (composed := self._composed):
            return
        # Some input methods ignore commit(), and some commit on reset().
        self._committed = False
        method.reset()
        if not self._committed:
            event = QInputMethodEvent()
            event.setCommitString(composed)
            self.inputMethodEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        composed, committed = event.preeditString(), bool(event.commitString())
        self._composed = composed
        self._committed = self._committed or committed
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.take_in()
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent):
            if self._belongs_to_composing(event):
                event.accept()
                return True
            if is_undo(event) or is_redo(event):
                # Qt's own boxes take these keys at any time, and then do nothing.
                event.setAccepted(self._can_step(event))
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._belongs_to_composing(event):
            event.accept()
            return
        if event.matches(QKeySequence.StandardKey.Paste) and _are_files_copied():
            event.ignore()  # the form takes them for attachments
            return
        if is_redo(event) and self._can_step(event):
            box: Any = self
            box.redo()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_for_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def _can_step(self, event: QKeyEvent) -> bool:
        """Whether the text itself has something to take back or to do again."""
        text: Any = self  # a Qt box, by the class's other base
        text = text if isinstance(self, QLineEdit) else text.document()
        return text.isUndoAvailable() if is_undo(event) else text.isRedoAvailable()

    def _belongs_to_composing(self, event: QKeyEvent) -> bool:
        return bool(self._composed) and event.key() in ENTER


def _are_files_copied() -> bool:
    data = QGuiApplication.clipboard().mimeData()
    return data is not None and is_for_files(data)


class LineEdit(Composing, QLineEdit):
    """A box for one line of plain text."""

    def put(self, text: str) -> None:
        """Show a text that the user did not type."""
        with QSignalBlocker(self):
            self.setText(text)
            self.setCursorPosition(0)  # a long text is read from its beginning
        self._composed = ""


class TextEdit(Composing, QPlainTextEdit):
    """A box for lines of plain text; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def put(self, text: str) -> None:
        """Show a text that the user did not type."""
        with QSignalBlocker(self):
            self.setPlainText(text)
        self._composed = ""

    def text(self) -> str:
        """Return the text as it is, blanks that do not break among it."""
        return self.document().toRawText().replace("\u2029", "\n")
