"""对照: the user's version of a passage beside the generated one, with what has changed since."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ....report.drift import Drift
from ...card import label
from ...look import set_role
from .differences import Spans, differences

KEEP, TAKE = "keep", "take"
_TINT = "#FAE8C6"
_WIDE, _HIGH, _CHANGES = 44, 24, 5  # the window in characters and rows, the rows of changes seen
_MARKED = "标了底色的是两边不同的地方。"
_HINT = "保留我的：您写的话不动，其中随记录变化的数字是现在的数。采用自动文字：以后还可以撤销。"


class SideBySide(QDialog):
    """Shows both versions to read; ``answer`` tells which of them the user wants."""

    def __init__(
        self,
        mine: Sequence[str],
        generated: Sequence[str],
        drift: Sequence[Drift],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("对照我的文字和自动文字")
        self._answer = ""
        one, other = "\n".join(mine), "\n".join(generated)
        spans, other_spans = differences(one, other) if one and other else ([], [])
        self._mine = _text("我的文字", one, spans, "这一段改成了空白")
        self._generated = _text("自动文字", other, other_spans, "现在没有自动文字")
        hint = _MARKED + _HINT if spans or other_spans else _HINT
        self._lay_out([each.line() for each in drift], hint)

    def answer(self) -> str:
        """Return ``keep`` or ``take``; empty where the user has only looked."""
        return self._answer

    def _on_answered(self, answer: str) -> None:
        self._answer = answer
        self.accept()

    def _lay_out(self, changes: Sequence[str], hint: str) -> None:
        sides = QHBoxLayout()
        for text in (self._mine, self._generated):
            side = QVBoxLayout()
            side.addWidget(label(text.accessibleName(), "h"))
            side.addWidget(text, 1)
            sides.addLayout(side, 1)
        layout = QVBoxLayout(self)
        if changes:
            layout.addWidget(label("改写之后有变化", "h"))
            layout.addWidget(_Changes(changes))
        layout.addLayout(sides, 1)
        layout.addWidget(_wrapped(hint, "muted"))
        layout.addLayout(self._buttons())
        metrics = self.fontMetrics()
        self.resize(metrics.height() * _WIDE, metrics.lineSpacing() * _HIGH)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, answer in (("保留我的", KEEP), ("采用自动文字", TAKE)):
            button = _button(words)
            button.clicked.connect(lambda _checked=False, said=answer: self._on_answered(said))
            row.addWidget(button)
        row.addStretch()
        close = _button("关闭  Esc")
        close.clicked.connect(self.reject)
        row.addWidget(close)
        return row


class _Changes(QScrollArea):
    """What has changed, a line each; many are scrolled through."""

    def __init__(self, changes: Sequence[str]) -> None:
        super().__init__(widgetResizable=True)
        self.setAccessibleName("改写之后的变化")
        told = _wrapped("\n".join(changes), "")
        told.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_role(told, "page")
        self.setWidget(told)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rows = min(len(changes), _CHANGES)
        self.setFixedHeight(
            self.fontMetrics().lineSpacing() * rows + self.fontMetrics().height() // 2
        )


def _text(name: str, text: str, spans: Spans, nothing: str) -> QTextEdit:
    """Return a box to read a text in, with a tint under some spans of it."""
    box = QTextEdit(readOnly=True, tabChangesFocus=True)
    set_role(box, "read")
    box.setAccessibleName(name)
    box.setPlaceholderText(nothing)
    font = box.font()
    font.setPointSizeF(font.pointSizeF() + 1)  # read at length, unlike forms
    box.setFont(font)
    box.setPlainText(text)
    cursor, shape, tint = QTextCursor(box.document()), QTextBlockFormat(), QTextCharFormat()
    shape.setTextIndent(2 * box.fontMetrics().horizontalAdvance("国"))
    shape.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(shape)
    tint.setBackground(QColor(_TINT))
    for start, end in spans:
        cursor.setPosition(_units(text[:start]))
        cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(tint)
    return box


def _wrapped(text: str, role: str) -> QLabel:
    made = label(text, role)
    made.setWordWrap(True)
    return made


def _button(text: str) -> QPushButton:
    made = QPushButton(text, autoDefault=False)  # Enter while reading answers nothing
    set_role(made, "plain")
    return made


def _units(text: str) -> int:
    """Return how long a text is for Qt, which counts rare characters twice."""
    return len(text.encode("utf-16-le")) // 2
