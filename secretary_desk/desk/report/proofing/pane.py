"""校核: what the proof reading found, each with a way to its place and an answer to it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ....records.finding import Finding
from ....report.document import Document
from ....report.proof.shape import EMPTY
from ....report.telling import GAP
from ....report.written import counted
from ...buttons import small_button
from ...card import label
from ...look import icon
from .excerpt import excerpt_of
from .findings_list import ProofList
from .forms import PhraseForm, ReasonForm
from .painter import Group, Told

_WEIGHTS = {"应改": "和记录、前后文或规范写法对不上", "提示": "不一定是错，请看一看"}
_NOTHING, _ALL_ANSWERED = "没有发现问题", "没有新的问题"
_CHECKED = """校核读的是报告里印出来的文字，看这些：
· 手填的数字、引用原话里的数字和记录对不对得上，一句话里的合计、占比算得对不对
· 问题有没有措施，措施有没有问题；上年的点评和打算有没有交代
· 有没有和往年报告一样的句子，“显著”一类的说法有没有数字
· 标点、引号、括号和序号，粘贴时带进来的拼音和乱码
· 固定表述有没有写错，标题下面有没有内容
· 是不是在说“我”做了什么，字数和问题部分的占比合不合要求

文字或记录一改就重新校核。事情本身对不对它看不出来，定稿前请再通读一遍。"""


class ProofPane(QWidget):
    """Lists findings, the grave ones first; what was answered is folded away below."""

    wanted = Signal(object)  # Finding: go to its place
    dismissed = Signal(object, str)  # Finding, reason
    entries_wanted = Signal(object)  # Finding
    restored = Signal(object)  # Finding
    phrase_added = Signal(str, str)  # right, wrong

    def __init__(self) -> None:
        super().__init__()
        self._list, self._answered = ProofList("校核发现的问题"), ProofList("已答复的问题")
        self._reason, self._phrase = ReasonForm(), PhraseForm()
        self._heading, self._empty = label("正在校核……", "h"), _empty()
        self._gaps = label("", "muted")
        self._gaps.setWordWrap(True)
        self._go = small_button("去修改", self._on_go)
        self._leave = small_button("不用改…", self._on_leave)
        self._see = small_button("看记录", self._on_see)
        self._restore = small_button("重新提示", self._on_restore)
        self._fold = small_button("", self._show_fold, "quiet")
        self._fold.setCheckable(True)
        self._add = small_button("添加固定表述…", self._on_add, "quiet")
        self._add.setIcon(icon("plus"))
        self._buttons, self._below = QWidget(), QWidget()
        self._connect()
        self._lay_out()
        for widget in (self._list, self._gaps, self._buttons, self._fold, self._below):
            widget.hide()

    def show_findings(
        self,
        findings: Sequence[Finding],
        answered: Sequence[tuple[Finding, str]],
        document: Document,
    ) -> None:
        """Show what was found in a document, and what the user has answered with which reason."""
        rows: list[Group | Told] = []
        for weight, note in _WEIGHTS.items():
            group = [Told(f, excerpt_of(f, document)) for f in findings if f.weight == weight]
            rows += [Group(f"{weight} {len(group)} 处", note), *group] if group else []
        self._list.show_rows(rows)
        self._answered.show_rows([Told(f, excerpt_of(f, document), why) for f, why in answered])
        self._list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._heading.setVisible(not rows)
        self._heading.setText(_ALL_ANSWERED if answered else _NOTHING)
        gaps = counted(document)[1] - _held((*findings, *(found for found, _ in answered)))
        self._gaps.setText(f"另有 {gaps} 处待补充，这里不再列：点最上面的“待补充”逐处去填。")
        self._gaps.setVisible(gaps > 0)
        self._fold.setText(f" 已答复 {len(answered)} 条")
        self._fold.setVisible(bool(answered))
        self._show_fold()
        self._show_buttons()

    def take_back(self, right: str, wrong: str, why: str) -> None:
        """Show again a fixed phrase that could not be added, and why."""
        self._phrase.take_back(right, wrong, why)

    def _connect(self) -> None:
        self._list.opened.connect(self.wanted)
        self._answered.opened.connect(self.wanted)
        self._list.walked.connect(self._on_walked)
        self._reason.given.connect(self.dismissed)
        self._reason.closed.connect(self._on_reason_closed)
        self._phrase.added.connect(self.phrase_added)
        self._phrase.closed.connect(self._on_phrase_closed)

    def _on_go(self) -> None:
        if finding := self._list.finding():
            self.wanted.emit(finding)

    def _on_see(self) -> None:
        if finding := self._list.finding():
            self.entries_wanted.emit(finding)

    def _on_walked(self) -> None:
        self._reason.follow(self._list.finding())
        self._show_buttons()

    def _on_leave(self) -> None:
        if finding := self._list.finding():
            self._buttons.hide()
            self._reason.ask(finding)

    def _on_reason_closed(self, focused: bool) -> None:
        self._show_buttons()
        if focused:  # else the user is typing elsewhere
            self._list.setFocus()

    def _on_restore(self) -> None:
        if finding := self._answered.finding():
            self.restored.emit(finding)

    def _on_add(self) -> None:
        self._add.hide()
        self._phrase.ask()

    def _on_phrase_closed(self) -> None:
        self._add.show()
        self._add.setFocus()

    def _show_buttons(self) -> None:
        finding = self._list.finding()
        self._buttons.setVisible(finding is not None and self._reason.isHidden())
        self._see.setVisible(bool(finding and finding.entries))

    def _show_fold(self) -> None:
        opened = self._fold.isChecked() and not self._fold.isHidden()
        self._below.setVisible(opened)
        self._fold.setIcon(icon("chevron-down" if opened else "chevron-right"))

    def _lay_out(self) -> None:
        buttons = _row(self._buttons)
        for button in (self._go, self._leave, self._see):
            buttons.addWidget(button)
        buttons.addStretch()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._answered, 1)
        below.addWidget(self._restore, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._heading)
        layout.addWidget(self._gaps)
        layout.addWidget(self._empty, 3)
        layout.addWidget(self._list, 3)
        layout.addWidget(self._buttons)
        layout.addWidget(self._reason)
        layout.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._below, 2)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._phrase)


def _held(findings: Iterable[Finding]) -> int:
    """Return how many gaps are listed as findings: each is told of once."""
    return sum(found.check == EMPTY and GAP in found.sentence for found in findings)


def _empty() -> QScrollArea:
    told = label(_CHECKED, "muted")
    told.setWordWrap(True)
    told.setAlignment(Qt.AlignmentFlag.AlignTop)
    area = QScrollArea(widgetResizable=True)
    area.setWidget(told)
    return area


def _row(widget: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    return layout
