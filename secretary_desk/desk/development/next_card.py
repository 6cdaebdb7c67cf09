"""What comes next on someone's way: from when, by when, and a day that suits."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from ...records.day import Day
from ...rules.bounds import Bound, Side
from ...rules.path import Path, PathStep
from ..buttons import button
from ..look import set_role

_WEEKDAYS = "一二三四五六日"


class NextCard(QFrame):
    """The next step with its times and articles; ``taken`` says that its suggested day shall be
    filled in."""

    taken = Signal(object, object)  # Step, Day
    looked_for = Signal(object)  # Step

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "note")
        self._step: PathStep | None = None
        self._title, self._times, self._passed = _label("h"), _label(""), _label("trouble")
        self._sources, self._suggested = _label("muted"), _label("muted")
        self._take = QAction("填上这一天", self)
        self._take.setData("check")
        self._take.setShortcut(QKeySequence("Ctrl+J"))
        self._take.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._take.triggered.connect(self._on_taken)
        self._find = QAction("转到这一步", self)
        self._find.setData("arrow-down")
        self._find.triggered.connect(self._on_looked_for)
        self.addAction(self._take)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in self._said():
            words.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addLayout(words, 1)
        buttons = QVBoxLayout()
        buttons.addWidget(button(self._find, "quiet"), 0, Qt.AlignmentFlag.AlignRight)
        buttons.addStretch(1)
        buttons.addWidget(button(self._take), 0, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(buttons)

    def say(self, path: Path, today: date) -> None:
        """Show what comes next, and which time for it has passed; a sentence where nothing does."""
        step = self._step = path.next
        can_take = step is not None and step.on is None
        self._take.setVisible(can_take)
        self._take.setEnabled(can_take)
        self._find.setVisible(step is not None)
        if step is None:
            is_over = bool(path.way.stopped_on)
            self._title.setText("已停止，不再办理" if is_over else "25步都已完成")
            for label in self._said()[1:]:
                label.setVisible(False)
            return
        self._title.setText(f"下一步：{step.number}　{step.step}")
        passed = [b for b in step.bounds if step.on is None and _is_passed(b, today)]
        open_ = [bound for bound in step.bounds if bound not in passed]
        self._put(self._times, [f"{bound.side}　{bound.show()}" for bound in open_])
        self._put(self._passed, [f"{bound.side}　{bound.show()}，已超过" for bound in passed])
        self._put(self._sources, dict.fromkeys(map(_source, step.bounds)))
        self._put(self._suggested, [_suggestion(step)])

    def _said(self) -> tuple[QLabel, ...]:
        return self._title, self._times, self._passed, self._sources, self._suggested

    def _put(self, label: QLabel, lines: "list[str] | dict[str, None]") -> None:
        label.setText("\n".join(filter(None, lines)))
        label.setVisible(bool(label.text()))

    def _on_looked_for(self) -> None:
        if self._step is not None:
            self.looked_for.emit(self._step.step)

    def _on_taken(self) -> None:
        if self._step is not None and self._step.suggested is not None:
            self.taken.emit(self._step.step, Day(self._step.suggested.isoformat()))


def _is_passed(bound: Bound, today: date) -> bool:
    return bound.side is Side.LATEST and bound.last < today


def _source(bound: Bound) -> str:
    return f"依据：{bound.source}，{bound.weight}"


def _suggestion(step: PathStep) -> str:
    if step.on is not None:
        return f"已定在{step.on.show()}"
    if step.suggested is None:
        return ""
    sure = "；节假日安排未定，暂按周一至周五算" if step.provisional else ""
    return f"建议　{_told(step.suggested)}{sure}"


def _told(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日（星期{_WEEKDAYS[day.weekday()]}）"


def _label(role: str) -> QLabel:
    made = QLabel(wordWrap=True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    set_role(made, role)
    return made
