"""One passage on the report page: its name, how it stands, its text, what has changed since."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from ...report.passage import Passage
from ...report.template import Reference
from ..look import set_role
from .editor.editor import PassageEditor
from .wrapping import yielding

_NAMED = 4  # changes that are told in the card
KEEP, TAKE, COMPARE = "保留我的", "采用自动文字", "对照"
_ANSWERS = {
    KEEP: "您写的话不动，其中带底色的数字照样是现在的数；这些变化不再提示",
    TAKE: "换成自动文字，改写的文字可用“撤销”取回",
    COMPARE: "并排看改写的文字和自动文字，再决定",
}


class PassageCard(QFrame):
    """Shows a passage to write in. ``answered`` gives what the user says to what has changed."""

    edited = Signal()
    answered = Signal(str)
    entered = Signal()  # the user has come to its text

    def __init__(self, name: str, hint: str, describe: Callable[[Reference], str]) -> None:
        super().__init__()
        set_role(self, "passage")
        self.editor = PassageEditor(describe)
        self.editor.setPlaceholderText(hint)
        self.editor.setAccessibleName(name)
        self.editor.edited.connect(self.edited)
        self.editor.installEventFilter(self)
        self._name, self._state, self._changes = QLabel(name), QLabel(), yielding(QLabel())
        for label, role in ((self._name, "group"), (self._state, "muted"), (self._changes, "")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            set_role(label, role)
        self._drift = QFrame()
        set_role(self._drift, "notice")
        self._lay_out()

    def show_passage(self, passage: Passage, shown: Callable[[Reference], str]) -> None:
        """Show a passage; what is being typed in the same words stays undisturbed."""
        is_own = bool(passage.edit and passage.edit.is_written)
        self._state.setText("已改写" if is_own else "")
        self.editor.set_pieces(passage.template, shown)
        told = [each.line() for each in passage.drift]
        more = [f"……共 {len(told)} 处"] if told[_NAMED:] else []
        self._changes.setText("\n".join(("改写之后有变化：", *told[:_NAMED], *more)))
        self._drift.setVisible(bool(told))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._name)
        head.addWidget(self._state)
        head.addStretch(1)
        answers = QHBoxLayout()
        for words, tip in _ANSWERS.items():
            button = QPushButton(words, autoDefault=False, toolTip=tip)
            set_role(button, "plain")
            button.clicked.connect(lambda _checked=False, said=words: self.answered.emit(said))
            answers.addWidget(button)
        answers.addStretch(1)
        below = QVBoxLayout(self._drift)
        below.addWidget(self._changes)
        below.addLayout(answers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._drift)
        layout.addWidget(self.editor)
