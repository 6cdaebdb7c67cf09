"""The two small forms of the proof reading: why a place stays as it is, and a fixed phrase."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ....records.finding import Finding
from ...buttons import small_button
from ...card import label
from ...fields.edits import LineEdit
from .excerpt import about


class _Form(QWidget):
    """Boxes to fill in; Esc gives up. ``closed`` says whether the focus was in it."""

    closed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.hide()

    def close_form(self) -> None:
        """Hide it."""
        inside = QApplication.focusWidget()
        focused = inside is not None and self.isAncestorOf(inside)
        self.hide()
        self.closed.emit(focused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)


class ReasonForm(_Form):
    """Asks in one line why a finding needs no change; the line may stay empty."""

    given = Signal(object, str)  # Finding, reason

    def __init__(self) -> None:
        super().__init__()
        self._finding: Finding | None = None
        self._typed: dict[tuple[str, str], str] = {}
        self._hint, self._reason = label("", "muted"), LineEdit()
        self._hint.setWordWrap(True)
        self._reason.setPlaceholderText("为什么不用改（可以不写）")
        self._reason.setAccessibleName("不用改的理由")
        self._reason.returnPressed.connect(self._on_given)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._hint)
        line = QHBoxLayout()
        line.addWidget(self._reason, 1)
        line.addWidget(_button("记下", self._on_given))
        line.addWidget(_button("取消", self.close_form))
        layout.addLayout(line)

    def ask(self, finding: Finding) -> None:
        """Ask about a finding; what was typed for it before is there again."""
        self._finding = finding
        self._reason.put(self._typed.get(about(finding), ""))
        self._hint.setText(f"这一处不再提示“{finding.check}”，直到这里的文字有改动。")
        self.show()
        self._reason.setFocus()

    def follow(self, finding: Finding | None) -> None:
        """Give up where the user has gone on to another finding; what he has typed is kept."""
        if self._finding is None or (finding and about(finding) == about(self._finding)):
            return
        self.close_form()

    def close_form(self) -> None:
        if self._finding is not None:
            self._reason.take_in()
            self._typed[about(self._finding)] = self._reason.text()
            self._finding = None
        super().close_form()

    def _on_given(self) -> None:
        self._reason.take_in()
        finding, reason = self._finding, self._reason.text().strip()
        self.close_form()
        self.given.emit(finding, reason)


class PhraseForm(_Form):
    """Takes how a phrase is to be written, and how it is often written wrongly."""

    added = Signal(str, str)  # right, wrong

    def __init__(self) -> None:
        super().__init__()
        self._right, self._wrong = LineEdit(), LineEdit()
        self._said = label("", "muted")
        self._said.setWordWrap(True)
        self._said.hide()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for row, (words, box) in enumerate((("规范写法", self._right), ("常见错写", self._wrong))):
            name = label(words)
            name.setBuddy(box)
            box.setAccessibleName(words)
            box.returnPressed.connect(self._on_added)
            layout.addWidget(name, row, 0)
            layout.addWidget(box, row, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._said, 1)
        buttons.addStretch()
        buttons.addWidget(_button("添加", self._on_added))
        buttons.addWidget(_button("关闭", self.close_form))
        layout.addLayout(buttons, 2, 0, 1, 2)

    def ask(self) -> None:
        """Open with what was typed before and not added."""
        self._say("")
        self.show()
        (self._wrong if self._right.text() and not self._wrong.text() else self._right).setFocus()

    def take_back(self, right: str, wrong: str, why: str) -> None:
        """Show again what could not be added, and why."""
        self._right.put(right)
        self._wrong.put(wrong)
        self._say(why)

    def _on_added(self) -> None:
        for box in (self._right, self._wrong):
            box.take_in()
        right, wrong = self._right.text().strip(), self._wrong.text().strip()
        for box, typed in ((self._right, right), (self._wrong, wrong)):
            if not typed:
                self._say(f"请填写{box.accessibleName()}")
                box.setFocus()
                return
        if right == wrong:
            self._say("两处写法相同，请改其中一处")
            return
        for box in (self._right, self._wrong):
            box.put("")
        self._right.setFocus()
        self._say(f"已添加：{right}")
        self.added.emit(right, wrong)

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))


def _button(text: str, run: Callable[[], object]) -> QPushButton:
    made = small_button(text, run)
    # A press leaves the focus where it is, and what is composed there out of the answer.
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
