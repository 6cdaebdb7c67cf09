"""A part's passages to read: figures as chips, quotations and gaps to walk through."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from ...report.document import AnnexTitle, Block, Figure, Quotation, Run, Wording, runs_of
from ..fields.edits import ENTER
from ..look import ACCENT, CHIP, EDGE, set_role
from .gaps import pieces


class Stop(NamedTuple):
    """What can be chosen in the text: a run of a block, or the gap that a run names."""

    block: int
    run: int
    gap: str
    start: int
    end: int


class RunText(QTextEdit):
    """Read-only text whose figures, quotations and gaps can be clicked, or walked to with Tab."""

    chosen = Signal(object)  # Stop
    typed = Signal()  # the user has tried to write here; once each time he comes to the text

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName("本节内容")
        set_role(self, "read")
        self.setCursorWidth(0)
        self._is_told = False
        font = self.font()
        font.setPointSizeF(font.pointSizeF() + 1)  # read at length, unlike forms
        self.setFont(font)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._stops: list[Stop] = []
        self._starts: dict[int, int] = {}
        self.viewport().setMouseTracking(True)

    def show_blocks(self, blocks: Sequence[tuple[int, Block]]) -> None:
        """Show blocks with their places in the document, keeping what is in view."""
        top = self.verticalScrollBar().value()
        self._stops, self._starts = [], {}
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for nth, (number, block) in enumerate(blocks):
            cursor.insertBlock(self._shape()) if nth else cursor.setBlockFormat(self._shape())
            self._starts[number] = cursor.position()
            for place, run in enumerate(runs_of(block)):
                if isinstance(block, AnnexTitle) and place == len(block.label):
                    cursor.insertText("　", QTextCharFormat())
                self._put(cursor, number, place, run)
        cursor.endEditBlock()
        self.verticalScrollBar().setValue(top)

    def go_to(self, block: int, run: int | None) -> None:
        """Bring a block into view, a run of it selected; where it can be chosen."""
        stop = next((s for s in self._stops if (s.block, s.run) == (block, run)), None)
        if stop:
            self._select(stop)
        elif block in self._starts:
            self._move(self._starts[block])

    def to_top(self) -> None:
        """Show the beginning, nothing selected."""
        self._move(0)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk to the next or last stop; from the last one out of the text."""
        at = self.textCursor()
        stops = self._stops if forward else reversed(self._stops)
        for stop in stops:
            beyond = stop.start >= at.selectionEnd() if forward else stop.end <= at.selectionStart()
            if beyond and (stop.start, stop.end) != (at.selectionStart(), at.selectionEnd()):
                self._select(stop)
                return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.textCursor()
        stop = self._stop_at(at.selectionStart()) if at.hasSelection() else None
        if event.key() in ENTER and stop:
            self.chosen.emit(stop)
            return
        if _writes(event) and not self._is_told:
            self._is_told = True
            self.typed.emit()
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_told = False
        super().focusInEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._under(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        stop = self._under(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and stop and not self._drawn_over():
            self._select(stop)
            self.chosen.emit(stop)

    def _put(self, cursor: QTextCursor, block: int, place: int, run: Run) -> None:
        parts = pieces(run.text) if isinstance(run, Wording) else ((run.text, ""),)
        for text, gap in parts:
            start, shape = cursor.position(), _look(run, gap=gap)
            if gap or isinstance(run, (Figure, Quotation)):
                self._stops.append(Stop(block, place, gap, start, start + _length(text)))
            cursor.insertText(text, shape)

    def _shape(self) -> QTextBlockFormat:
        shape = QTextBlockFormat()
        shape.setTextIndent(2 * self.fontMetrics().horizontalAdvance("国"))
        shape.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return shape

    def _under(self, point: QPoint) -> Stop | None:
        at = QPoint(
            point.x() + self.horizontalScrollBar().value(),
            point.y() + self.verticalScrollBar().value(),
        )
        hit = self.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.ExactHit)
        return self._stop_at(hit) if hit >= 0 else None

    def _stop_at(self, position: int) -> Stop | None:
        return next((s for s in self._stops if s.start <= position < s.end), None)

    def _drawn_over(self) -> bool:
        """Whether the user has selected text of several stops, or of none."""
        at = self.textCursor()
        return at.hasSelection() and not any(
            s.start <= at.selectionStart() and at.selectionEnd() <= s.end for s in self._stops
        )

    def _select(self, stop: Stop) -> None:
        cursor = self.textCursor()
        cursor.setPosition(stop.start)
        cursor.setPosition(stop.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _move(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


def _writes(event: QKeyEvent) -> bool:
    """Whether a key would change a text that can be written in."""
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        return True
    letter = event.text().strip()
    return bool(letter) and letter.isprintable() and not event.modifiers() & commands


def _look(run: Run, *, gap: str) -> QTextCharFormat:
    shape = QTextCharFormat()
    if gap:
        shape.setForeground(QColor(ACCENT))
        shape.setFontUnderline(True)
    elif isinstance(run, Figure):
        shape.setBackground(QColor(CHIP))
        shape.setFontWeight(QFont.Weight.DemiBold)
    elif isinstance(run, Quotation):
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        shape.setUnderlineColor(QColor(EDGE))
    return shape


def _length(text: str) -> int:
    """Return how many places a text takes in a QTextDocument, which counts UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
