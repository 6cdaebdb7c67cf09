"""A passage to write in: figures are chips that follow the records, also in the user's words."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
)

from ....report.template import Piece, Reference, read, write
from ...fields.edits import ENTER, Composing
from .chips import Look, Part, Run
from .mime import brought, can_bring, carry, words
from .pasted import cleaned, held
from .stepping import Stepping
from .text import Shown
from .view import is_opening, is_typing

_ERASING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_KEEP = QTextCursor.MoveMode.KeepAnchor


class PassageEditor(Composing, Stepping):
    """Edits a template; a figure that is typed over becomes a typed number, until undone."""

    edited = Signal()  # by the user
    noted = Signal(str)  # a sentence for the status bar
    typed_met = Signal(object)  # Reference: the cursor has come to a number typed over a figure

    def __init__(self, describe: Callable[[Reference], str]) -> None:
        self._told: str | None = None
        self._over: QTextCharFormat | None = None
        self._replaced: tuple[int, int] | None = None
        self._met: Reference | None = None
        super().__init__(describe)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self._told = self.template()
        self.document().contentsChanged.connect(self._on_changed)
        self.cursorPositionChanged.connect(self._on_moved)

    def set_pieces(self, template: str, shown: Shown) -> None:
        """Show a template, each line a paragraph; ``shown`` returns "" for an unknown figure.

        The same template changes nothing, not even what is being composed; other figures in it
        change without a move of the cursor.
        """
        pieces = read(template)
        self._shown = shown
        if write(pieces) == self.template():
            self._show_figures()
            return
        QGuiApplication.inputMethod().reset()
        self._composed = ""
        self._show_pieces(pieces)

    def template(self) -> str:
        """Return the text as a template, without what is still being composed."""
        return self._text.template()

    def insert_figure(self, reference: Reference, shown: str) -> None:
        """Put a figure in place of the selection, or after the chip in which the cursor stands."""
        self.take_in()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        before, after = self._text.around(cursor.position())
        if before and after and before.look is not Look.WORDS and before.start == after.start:
            cursor.setPosition(before.end)
        self._text.put(cursor, (reference,), lambda _: shown)
        cursor.endEditBlock()
        self._go_on(cursor)

    def make_live(self, typed: Reference) -> bool:
        """Put the figure back over which this number was typed; False where it is not here."""
        self.take_in()
        part = self._text.nearest(typed, self.textCursor().position())
        if part is None or self.isReadOnly():
            return False
        self.setTextCursor(self._selecting(part))
        self.insert_figure(typed.bare(), self._shown(typed.bare()))
        return True

    def setReadOnly(self, read_only: bool) -> None:
        self.take_in()
        super().setReadOnly(read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly() or self._belongs_to_composing(event) or is_opening(event):
            super().keyPressEvent(event)
        elif event.key() in ENTER:
            cursor = self.textCursor()
            cursor.insertBlock()  # also with Shift, which Qt takes as a line end
            self._go_on(cursor)
        elif chip := self._erased(event):
            self._erase(chip)
        elif is_typing(event):
            self._type(held(event.text()))
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.isReadOnly():
            event.ignore()
            return
        cursor = self.textCursor()
        if has_selection := cursor.hasSelection():
            self._over, self._replaced = self._text.format_over(cursor), None
        elif self._replaced != self._state():  # some methods give up before they commit
            self._over, self._replaced = None, None
        if event.commitString() or event.replacementLength():
            self._commit(event)
        else:
            super().inputMethodEvent(event)
            if has_selection and not self.textCursor().hasSelection():
                self._replaced = self._state()
        if not self._composed:
            self._show_figures()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.take_in()  # Qt would drop what an input method does not commit by itself
        super().mousePressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.take_in()
        super().dropEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        pieces = self._text.pieces(cursor.selectionStart(), cursor.selectionEnd())
        # Made by Qt: one made here would be destroyed with the clipboard, after Python has ended.
        mime = super().createMimeDataFromSelection()
        carry(mime, pieces, cursor.selectedText().replace("\u2029", "\n"))
        return mime

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return can_bring(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.isReadOnly():
            return
        if pieces := brought(source, self._shown):
            self._paste(pieces)
            return
        text, note = cleaned(words(source))
        if "\n" in text:
            self._paste((text,))
        elif text:
            self._type(text)
        if note:
            self.noted.emit(note)

    def _type(self, text: str) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            over = self._text.format_over(cursor)
            cursor.beginEditBlock()
            cursor.removeSelectedText()
            cursor.insertText(text, over or self._text.format_at(cursor.position()))
            cursor.endEditBlock()
        else:  # no block of its own: Qt would undo letter by letter
            cursor.insertText(text, self._text.format_at(cursor.position()))
        self._go_on(cursor)

    def _commit(self, event: QInputMethodEvent) -> None:
        cursor = self.textCursor()
        if self._replaced:
            cursor.joinPreviousEditBlock()  # in which the selection went when composing began
        else:
            cursor.beginEditBlock()
        cursor.removeSelectedText()
        if event.replacementLength():
            cursor.setPosition(cursor.position() + event.replacementStart())
            cursor.setPosition(cursor.position() + event.replacementLength(), _KEEP)
        text = held(event.commitString())
        cursor.insertText(text, self._over or self._text.format_at(cursor.position()))
        self._replaced, self._over, self._committed = None, None, True
        super().inputMethodEvent(QInputMethodEvent(event.preeditString(), event.attributes()))
        cursor.endEditBlock()
        self.ensureCursorVisible()

    def _state(self) -> tuple[int, int]:
        """Return what stays while only a composition changes."""
        return self.document().availableUndoSteps(), self.textCursor().position()

    def _paste(self, pieces: tuple[Piece, ...]) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self._text.put(cursor, pieces, self._shown)
        cursor.endEditBlock()
        self._go_on(cursor)

    def _erased(self, event: QKeyEvent) -> Run | None:
        """Return the chip that a key removes as a whole: the one right before or after it."""
        cursor = self.textCursor()
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)  # Alt+Backspace undoes
        if event.key() not in _ERASING or is_alt or cursor.hasSelection():
            return None
        is_back = event.key() == Qt.Key.Key_Backspace
        run = self._text.around(cursor.position())[0 if is_back else 1]
        if run is None or run.look is not Look.FIGURE:
            return None
        return run if cursor.position() == (run.end if is_back else run.start) else None

    def _erase(self, chip: Run) -> None:
        cursor = self._selecting(chip)
        cursor.removeSelectedText()
        self._go_on(cursor)

    def _selecting(self, part: Run | Part) -> QTextCursor:
        cursor = self.textCursor()
        cursor.setPosition(part.start)
        cursor.setPosition(part.end, _KEEP)
        return cursor

    def _go_on(self, cursor: QTextCursor) -> None:
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _show_pieces(self, pieces: Iterable[Piece]) -> None:
        told, self._told = self._told, None
        super()._show_pieces(pieces)
        if told is not None:
            self._told = self.template()

    def _show_figures(self) -> None:
        if not self._composed:  # else when that is done
            super()._show_figures()

    def _on_moved(self) -> None:
        """Tell of the typed number to which the user has come, once."""
        if self._is_clicked():
            return  # the click will tell, once the button is up
        chip = None if self._composed or self._told is None else self._chip()
        met = chip.reference if chip and chip.look is Look.TYPED and self.hasFocus() else None
        told, self._met = self._met, met
        if met and met != told:
            self.typed_met.emit(met)

    def _on_changed(self) -> None:
        if self._told is not None and (now := self.template()) != self._told:
            self._told = now
            self.edited.emit()
