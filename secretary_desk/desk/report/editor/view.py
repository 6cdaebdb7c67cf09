"""A passage's text with its chips: shown, pointed at, clicked, opened."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from html import escape

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QToolTip

from ....report.template import Piece, Reference, read
from ...fields.edits import ENTER
from .chips import Look, Part
from .growing import GrowingText
from .paint import ChipPainter
from .text import ChipText, Shown

_POINTED = (Look.FIGURE, Look.TYPED)
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class ChipView(GrowingText):
    """Tells which reference is clicked or opened, by mouse or by Ctrl+Enter and Alt+Enter.

    ``describe`` says in a tool tip what stands behind a reference.
    """

    chip_clicked = Signal(object)  # Reference
    chip_opened = Signal(object)  # Reference

    def __init__(self, describe: Callable[[Reference], str]) -> None:
        super().__init__()
        self.viewport().setMouseTracking(True)
        self._describe = describe
        self._shown: Shown = str
        self._pressed_on: Part | None = None
        self._text = ChipText(self.document())
        self._painter = ChipPainter(self._text, self.document())
        self._show_pieces(())

    def setReadOnly(self, read_only: bool) -> None:
        super().setReadOnly(read_only)
        if read_only:
            by = Qt.TextInteractionFlag
            self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and is_opening(event) and self._chip():
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            chip = self._under(event.pos())
            told = self._describe(chip.reference) if chip else ""
            QToolTip.showText(event.globalPos(), told and f"<qt>{escape(told)}</qt>", self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_opening(event):
            super().keyPressEvent(event)
        elif chip := self._chip():
            self.chip_opened.emit(chip.reference)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed_on = self._under(event.position().toPoint()) if is_left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed_on = self._pressed_on, None
        under = self._under(event.position().toPoint())
        if pressed and pressed == under and not self.textCursor().hasSelection():
            self.chip_clicked.emit(pressed.reference)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is behind a figure.

        Qt would select a whole run of Chinese as one word, and the next key would replace it.
        """
        chip = self._under(event.position().toPoint())
        if chip and event.button() == Qt.MouseButton.LeftButton:
            self.chip_opened.emit(chip.reference)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        chip = self._under(event.position().toPoint())
        is_pointed = chip is not None and chip.look in _POINTED
        shape = Qt.CursorShape.PointingHandCursor if is_pointed else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def _show_pieces(self, pieces: Iterable[Piece]) -> None:
        """Show pieces, the cursor where it stood among the chips."""
        cursor = self.textCursor()
        places, before = (cursor.anchor(), cursor.position()), self._text.edges()
        self._text.fill(pieces, self._shown, self._shape())
        after = self._text.edges()
        anchor, position = (_moved(place, before, after) for place in places)
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _show_figures(self) -> None:
        """Show the figures as they are now."""
        if self._text.is_stale(self._shown):
            self._show_pieces(read(self._text.template()))

    def _chip(self) -> Part | None:
        """Return the reference in or at which the cursor stands."""
        return self._text.chip(self.textCursor().selectionStart())

    def _under(self, point: QPoint) -> Part | None:
        at = point + QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        hit = self.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.ExactHit)
        return self._text.chip_over(hit) if hit >= 0 else None


def is_opening(event: QKeyEvent) -> bool:
    """Whether a key opens the chip at the cursor: Enter with Ctrl, Alt or Meta."""
    return event.key() in ENTER and bool(event.modifiers() & ~_PLAIN)


def is_typing(event: QKeyEvent) -> bool:
    """Whether a key is a letter, as Qt sees it: Ctrl makes it a command, AltGr does not."""
    held_down = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    is_command = held_down == Qt.KeyboardModifier.ControlModifier
    return event.text() >= " " and event.text() != "\x7f" and not is_command


def _moved(place: int, before: list[int], after: list[int]) -> int:
    """Return a place as far behind the last edge as it was, where there are the same edges."""
    if len(before) != len(after):
        return min(place, after[-1])
    at = bisect_right(before, place) - 1
    return min(after[at] + place - before[at], *after[at + 1 :][:1], after[-1])
