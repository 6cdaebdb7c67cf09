"""What the current line says in full: the rule with its source, the ways on, the user's reason."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...rules.checking import Finding
from ...rules.rule import Rule
from ...rules.standing import stand
from ..buttons import small_button
from ..card import label
from ..fields.edits import TextEdit
from ..look import set_role
from .lines import AreaLine, FoundLine, Line, RuleLine

_LEAST = 16  # characters of a line
_ROWS = 4  # of the reason in view
_HINT = "为什么是这样、已经怎样处理，写在这里；打印自查表时一起印出来。"
_AREA = "选一条要求，看它的依据；选一条发现，可以直接去登记，也可以写明原因。"


class Detail(QScrollArea):
    """Shows one line; over a finding the user may write a reason, change it or take it back."""

    entries_wanted = Signal(object, object)  # Finding, the button
    draft_wanted = Signal(object)  # Finding
    answered = Signal(object, str)  # Finding, reason; an empty one takes the answer back
    left = Signal()  # back to the list

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._finding: Finding | None = None
        self._rule, self._source = _words("h"), _words("muted")
        self._source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._found, self._failure = _words(), _words("trouble")
        self._failure.hide()
        self._begin = small_button("去登记", self._on_begin)
        self._open = small_button("打开记录", self._on_open)
        self._reason = _ReasonEdit()
        self._keep = small_button("记下说明", self.keep)
        self._withdraw = small_button("撤回说明", self._on_withdrawn, "quiet")
        self._of_finding = QWidget()
        self._lay_out()
        self._reason.textChanged.connect(self._show_buttons)
        self._reason.left.connect(self.left)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            done = QShortcut(QKeySequence(keys), self._reason, self._on_done)
            done.setContext(Qt.ShortcutContext.WidgetShortcut)

    def show_line(self, line: Line | None) -> None:
        """Show another line; a reason being typed stays while it is of the same finding."""
        match line:
            case FoundLine(finding):
                self._say(
                    finding.rule.text, _source(finding.rule), f"{finding.found.state}：{line.text}"
                )
                self._take(finding)
            case RuleLine(outcome):
                self._say(outcome.rule.text, _source(outcome.rule), stand(outcome))
                self._take(None)
            case AreaLine(text, note):
                self._say(text, _AREA, note)
                self._take(None)
            case None:
                self._say("", "", "")
                self._take(None)

    def keep(self) -> None:
        """Take in what is typed, and have it saved where it says something new."""
        self._reason.take_in()
        typed = self._reason.text().strip()
        if self._finding is not None and typed != _given(self._finding):
            self.answered.emit(self._finding, typed)

    def give_up(self) -> None:
        """Let go of what is typed and could not be saved."""
        self._reason.put(_given(self._finding))
        self._show_buttons()
        self.say_failure("")

    def say_failure(self, sentence: str) -> None:
        """Say below the reason why it was not saved; nothing once it is."""
        self._failure.setText(sentence)
        self._failure.setVisible(bool(sentence))

    def key(self) -> tuple[str, ...]:
        """Return the line that is shown; empty where it is not a finding's."""
        return FoundLine(self._finding).key if self._finding else ()

    def is_about(self, line: Line | None) -> bool:
        """Whether a line is of the finding that is shown."""
        return isinstance(line, FoundLine) and line.key == self.key()

    def write(self) -> None:
        """Let the user write a reason."""
        if self._finding is not None:
            self._reason.setFocus()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("国") * _LEAST, 0)

    def _take(self, finding: Finding | None) -> None:
        old, self._finding = self._finding, finding
        self._of_finding.setVisible(finding is not None)
        same = old is not None and finding is not None and _about(old) == _about(finding)
        if not same:
            self.say_failure("")
        if finding is None:
            self._reason.put("")
            return
        if not (same and self._reason.text().strip() != _given(old)):
            self._reason.put(_given(finding))
        count = len(finding.found.entries)
        self._open.setText(f"打开记录（{count}条）" if count > 1 else "打开记录")
        self._open.setVisible(count > 0)
        self._begin.setVisible(finding.found.draft is not None)
        self._show_buttons()

    def _say(self, rule: str, source: str, found: str) -> None:
        for widget, text in ((self._rule, rule), (self._source, source), (self._found, found)):
            widget.setText(text)
            widget.setVisible(bool(text))

    def _show_buttons(self) -> None:
        given = _given(self._finding)
        self._keep.setEnabled(self._reason.text().strip() not in ("", given))
        self._withdraw.setVisible(bool(given))

    def _on_begin(self) -> None:
        self.draft_wanted.emit(self._finding)

    def _on_open(self) -> None:
        self.entries_wanted.emit(self._finding, self._open)

    def _on_done(self) -> None:
        self.keep()
        self.left.emit()

    def _on_withdrawn(self) -> None:
        self._reason.put("")
        self.answered.emit(self._finding, "")
        self._reason.setFocus()

    def _lay_out(self) -> None:
        name = QLabel("说明(&S)")
        name.setBuddy(self._reason)
        ways, answers = QHBoxLayout(), QHBoxLayout()
        for row, buttons in (
            (ways, (self._begin, self._open)),
            (answers, (self._keep, self._withdraw)),
        ):
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
        below = QVBoxLayout(self._of_finding)
        below.setContentsMargins(0, 0, 0, 0)
        below.addLayout(ways)
        below.addSpacing(self.fontMetrics().height())
        below.addWidget(name)
        below.addWidget(self._reason)
        below.addWidget(self._failure)
        below.addLayout(answers)
        content = QWidget()
        set_role(content, "page")
        layout = QVBoxLayout(content)
        layout.setContentsMargins(12, 4, 4, 4)
        for widget in (self._rule, self._source, self._found, self._of_finding):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(content)


class _ReasonEdit(TextEdit):
    """The reason; Esc goes back to the list."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_HINT)
        self.setAccessibleName("说明")
        self.setAccessibleDescription(_HINT)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape), self, self.left.emit,
            context=Qt.ShortcutContext.WidgetShortcut,
        )  # fmt: skip

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * (_ROWS + 1))


def _source(rule: Rule) -> str:
    return f"{rule.weight} · {rule.source}"


def _given(finding: Finding | None) -> str:
    return finding.answer.reason if finding and finding.answer else ""


def _about(finding: Finding) -> tuple[str, str]:
    return finding.rule.name, finding.found.about


def _words(role: str = "") -> QLabel:
    made = label("", role)
    made.setWordWrap(True)
    return made
