"""A card of lines, each leading somewhere: what it is on the left, how it stands on the right."""

from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from .look import ACCENT, INK, MUTED, set_role
from .page import Place

_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
SHOWN = 8  # lines, until the user asks for all


class Line(NamedTuple):
    """What a line says and where it leads."""

    text: str
    state: str = ""
    place: Place | None = None


class Card(QFrame):
    """Shows lines under a heading; a sentence in their place where there are none."""

    wanted = Signal(object)  # Place

    def __init__(self, title: str, nothing: str = "") -> None:
        super().__init__()
        set_role(self, "card")
        self._heading = label(title, "h")
        self._nothing = label(nothing, "muted")
        self._nothing.setWordWrap(True)
        self._lines: list[CardLine] = []
        self._rest = CardLine(Line(""))
        self._rest.hide()
        self._rest.clicked.connect(self._on_rest_wanted)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 10)
        self._layout.setSpacing(1)
        for widget in (self._heading, self._nothing, self._rest):
            self._layout.addWidget(widget)
        self._layout.addStretch(1)
        self._heading.setContentsMargins(5, 0, 5, 4)
        self._nothing.setContentsMargins(5, 0, 5, 0)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines and no others."""
        if [old.line for old in self._lines] == list(lines):
            return
        for old in self._lines:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [self._made(line) for line in lines]
        for place, line in enumerate(self._lines, 2):
            self._layout.insertWidget(place, line)
        for line, following in pairwise((*self._lines, self._rest)):
            self.setTabOrder(line, following)
        self._nothing.setVisible(not lines and bool(self._nothing.text()))
        self._show_only(SHOWN)

    def _made(self, line: Line) -> "CardLine":
        made = CardLine(line)
        made.clicked.connect(lambda _=False: self.wanted.emit(line.place))
        return made

    def _show_only(self, count: int) -> None:
        # A line that says that there is one more would take that one's place.
        count = count if len(self._lines) > count + 1 else len(self._lines)
        for place, line in enumerate(self._lines):
            line.setVisible(place < count)
        rest = len(self._lines) - count
        self._rest.say(Line(f"另有{rest}项"))
        self._rest.setVisible(rest > 0)

    def _on_rest_wanted(self) -> None:
        first = self._lines[SHOWN]
        self._show_only(len(self._lines))
        first.setFocus()


class CardLine(QAbstractButton):
    """One line: its text, cut where it is too long, and its state."""

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._is_outlined = True
        self.say(line)

    def say(self, line: Line) -> None:
        """Show another line."""
        self.line = line
        self.setAccessibleName(" ".join(filter(None, (line.text, line.state))))
        self.setToolTip(f"<qt>{escape(line.text)}</qt>")
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 24, round(metrics.height() * 1.38))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, room = self.fontMetrics(), self.rect().adjusted(5, 0, -5, 0)
        state = metrics.elidedText(
            self.line.state, Qt.TextElideMode.ElideRight, round(room.width() * 0.6)
        )
        taken = metrics.horizontalAdvance(state)
        text_room = QRect(room)
        text_room.setWidth(room.width() - taken - (metrics.averageCharWidth() * 2 if taken else 0))
        text = metrics.elidedText(self.line.text, Qt.TextElideMode.ElideRight, text_room.width())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(ACCENT if self.underMouse() else INK))
        painter.drawText(text_room, middle | Qt.AlignmentFlag.AlignLeft, text)
        painter.setPen(QColor(MUTED))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, state)
        if self.hasFocus() and self._is_outlined:
            painter.setPen(QPen(QColor(ACCENT), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # To the mouse it would say nothing; what is come back to has it as it was.
        if event.reason() in (*_KEYS, Qt.FocusReason.MouseFocusReason):
            self._is_outlined = event.reason() in _KEYS
        super().focusInEvent(event)

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()


def label(text: str, role: str = "") -> QLabel:
    """Return a label that shows its text as it is."""
    made = QLabel(text, textFormat=Qt.TextFormat.PlainText)
    set_role(made, role)
    return made


def wrapped(text: str, role: str = "") -> QLabel:
    """Return such a label whose text goes on on the next line."""
    made = label(text, role)
    made.setWordWrap(True)
    return made
