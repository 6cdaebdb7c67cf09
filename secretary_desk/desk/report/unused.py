"""Supplements whose section is not in the outline: kept, shown, and taken away only on demand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...kinds.supplement import Supplement
from ...records.record import ref
from ..look import set_role

_HINT = (
    "这些补充所在的部分，现在的提纲里没有。它们不写进报告，一直留在这里；"
    "提纲里又有这一部分时会自动写回。"
)


class Unused(QScrollArea):
    """A card for each supplement: its section, its text, 复制 and 删除."""

    deleted = Signal(object)  # Ref
    copied = Signal()

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)

    def show_entries(self, entries: Sequence[Supplement]) -> None:
        """Show other supplements."""
        inside = QWidget()
        set_role(inside, "page")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_label(_HINT, "muted"))
        for entry in entries:
            layout.addWidget(self._card(entry))
        layout.addStretch(1)
        self.setWidget(inside)

    def _card(self, entry: Supplement) -> QWidget:
        card = QFrame()
        set_role(card, "card")
        text = _label(entry.text, "")
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy, delete = _button("复制"), _button("删除")
        copy.clicked.connect(lambda: self._copy(entry.text))
        delete.clicked.connect(lambda: self.deleted.emit(ref(entry)))
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(copy)
        below.addWidget(delete)
        layout = QVBoxLayout(card)
        layout.addWidget(_label(entry.section.replace("/", " · "), "h"))
        layout.addWidget(text)
        layout.addLayout(below)
        return card

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit()


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        set_role(label, role)
    return label


def _button(text: str) -> QPushButton:
    made = QPushButton(text, autoDefault=False)
    set_role(made, "plain")
    return made
