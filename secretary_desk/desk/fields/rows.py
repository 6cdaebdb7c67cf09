"""A list of rows, edited cell by cell from the keyboard."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ...records.fields import Row, Rows
from .buttons import Button
from .context import Context
from .list_field import ListField
from .row_card import RowCard
from .scrolling import bring_into_view

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RowsField(ListField):
    """Rows of fields. Tab goes through the cells and, after the last one, begins a new row.

    Ctrl+Delete removes a row, Ctrl+↑ and Ctrl+↓ move it. Empty rows are no part of the value.
    """

    def __init__(self, spec: Rows, context: Context, name: str = "") -> None:
        super().__init__(spec, context, name, Button(f"添加{spec.label}", "quiet", "plus"))
        self._row = spec.row
        self._cards: list[RowCard] = []
        self._add.clicked.connect(self.add_row)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> tuple[Row, ...]:
        return tuple(row for card in self._cards if (row := card.value()) is not None)

    def kept(self, before: tuple[Row, ...]) -> tuple[Row, ...]:
        # A cell that cannot be read keeps none of the others back.
        return tuple(row for card in self._cards if (row := card.kept()) is not None)

    def set_value(self, value: tuple[Row, ...]) -> None:
        while len(self._cards) > len(value):
            self._drop(self._cards[-1])
        while len(self._cards) < len(value):
            self._append()
        for card, row in zip(self._cards, value, strict=True):
            card.set_value(row)
        self._settle()

    def trouble(self) -> str:
        said = ((number, card.trouble()) for number, card in enumerate(self._cards, 1))
        return next((f"第{number}行：{text}" for number, text in said if text), "")

    def add_row(self) -> None:
        """Add an empty row and let the user type into it."""
        self._append()
        self._settle()
        self._cards[-1].boxes()[0].setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(self._cards[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def focusNextPrevChild(self, forward: bool) -> bool:
        last = self._cards[-1] if self._cards else None
        here = QApplication.focusWidget()
        if forward and last and here is last.boxes()[-1] and (last.value() or last.trouble()):
            self.add_row()
            return True
        return super().focusNextPrevChild(forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            card = next((c for c in self._cards if watched in c.boxes()), None)
            if card and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                return self._obeys(card, event.key())
        return False

    def _obeys(self, card: RowCard, key: int) -> bool:
        match key:
            case Qt.Key.Key_Delete:
                self._remove(card)
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._move(card, _MOVES[Qt.Key(key)])
            case _:
                return False
        return True

    def _append(self) -> None:
        card = RowCard(self._row, self.context, self.name)
        card.edited.connect(self.edited)
        card.removed.connect(self._remove)
        card.moved.connect(self._move)
        for box in card.boxes():
            box.installEventFilter(self)
        self._column.insertWidget(len(self._cards), card)
        card.show()  # at once, or it could not take the focus
        self._cards.append(card)

    def _drop(self, card: RowCard) -> None:
        self._cards.remove(card)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _remove(self, card: RowCard) -> None:
        before, at = self.value(), self._cards.index(card)
        self._drop(card)
        self._settle()
        near: QWidget = self._cards[min(at, len(self._cards) - 1)] if self._cards else self._add
        (near.boxes()[0] if isinstance(near, RowCard) else near).setFocus()
        self._tell(before)

    def _move(self, card: RowCard, by: int) -> None:
        before, at = self.value(), self._cards.index(card)
        if not 0 <= at + by < len(self._cards):
            return
        self._cards.insert(at + by, self._cards.pop(at))
        self._column.insertWidget(at + by, card)
        self._settle()
        self._tell(before)

    def _tell(self, before: Any) -> None:
        if self.value() != before:
            self.edited.emit()

    def _settle(self) -> None:
        """Put widths, captions and the order of Tab right after rows came, went or moved."""
        self._arrange()
        self._chain()

    def _arrange(self) -> None:
        for number, card in enumerate(self._cards, 1):
            card.arrange(self.width(), number)

    def _boxes(self) -> list[QWidget]:
        return [box for card in self._cards for box in card.boxes()]

    def _entrance(self) -> QWidget:
        return next(iter(self._boxes()), self._add)
