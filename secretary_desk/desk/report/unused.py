"""What was written for parts that are not there: kept, shown, and taken away only on demand."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...kinds.passage_edit import PassageEdit, passage_name
from ...kinds.supplement import Supplement, section_name
from ...records.record import ref
from ..look import set_role
from .wrapping import yielding

_HINT = (
    "这些文字所在的部分，现在的报告里没有（提纲里没有这一节，原来的记录已经删除或者不写进报告，"
    "或者同一段有更新的改写）。它们不写进报告，一直留在这里；那一部分又有了，会自动写回。"
)
Written = Supplement | PassageEdit


class Unused(QScrollArea):
    """A card for each text: where it belonged, its words, 复制 and 删除."""

    deleted = Signal(object)  # Ref
    copied = Signal()

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)

    def show_entries(self, entries: Sequence[Written], words: Callable[[str], str]) -> None:
        """Show other texts; ``words`` returns a template as people read it."""
        place, is_entered = self._place(), self.isAncestorOf(QApplication.focusWidget() or self)
        if (old := self.takeWidget()) is not None:
            old.deleteLater()  # not at once: it may be one of its buttons that was pressed
        inside = QWidget()
        set_role(inside, "page")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_label(_HINT, "muted"))
        for entry in entries:
            layout.addWidget(self._card(entry, words(entry.text)))
        layout.addStretch(1)
        self.setWidget(inside)
        if is_entered and (buttons := self._buttons()):
            buttons[min(place, len(buttons) - 1)].setFocus()

    def _buttons(self) -> list[QPushButton]:
        inside = self.widget()
        return inside.findChildren(QPushButton) if inside else []

    def _place(self) -> int:
        """Return which of the buttons has the keyboard, the first where none has."""
        found = (n for n, button in enumerate(self._buttons()) if button.hasFocus())
        return next(found, 0)

    def _card(self, entry: Written, words: str) -> QWidget:
        card = QFrame()
        set_role(card, "card")
        text = _label(words, "")
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy, delete = _button("复制"), _button("删除")
        copy.clicked.connect(lambda: self._copy(words))
        delete.clicked.connect(lambda: self.deleted.emit(ref(entry)))
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(copy)
        below.addWidget(delete)
        layout = QVBoxLayout(card)
        layout.addWidget(_label(_belonged(entry), "h"))
        layout.addWidget(text)
        layout.addLayout(below)
        return card

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit()


def _belonged(entry: Written) -> str:
    """Return where a text belonged, for people."""
    if isinstance(entry, Supplement):
        return f"补充：{section_name(entry.section)}"
    return f"改写：{entry.name or passage_name(entry.passage)}"


def _label(text: str, role: str) -> QLabel:
    label = yielding(QLabel(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        set_role(label, role)
    return label


def _button(text: str) -> QPushButton:
    made = QPushButton(text, autoDefault=False)
    set_role(made, "plain")
    return made
