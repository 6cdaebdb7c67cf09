"""The roster, unfolded: found by name, ticked by Space, with reasons, and with others who came."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...kinds.person import Person
from ...records.record import Attendance
from ...records.specs import Tags
from .buttons import Button
from .context import Context
from .edits import ENTER, LineEdit
from .names_list import NamesList
from .reasons import Reasons
from .roster import Roster, State
from .suggest import Offer
from .text import WordsEdit

_NAMES = Tags(label="名册外到会的人")
_HINT = "单击姓名或按空格：✓ 到会 → ✗ 缺席 → 未列入；Ctrl+A 全到。名册外的人可点 × 或按 Delete 移去"
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class RollCall(QFrame):
    """Asks of everyone on the roster whether he came, and of absentees why they did not."""

    edited = Signal()

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self._roster = Roster()
        self._roster.dataChanged.connect(self._on_changed)
        self._roster.rowsInserted.connect(self._on_changed)
        self._roster.rowsRemoved.connect(self._on_changed)
        self._names = NamesList(self._roster)
        self._names.setAccessibleName("名册")
        self._names.pressed_on.connect(self._on_pressed_on)
        self._names.removed.connect(self._roster.remove)
        self._names.all_wanted.connect(self._on_everyone)
        self._find = _FindBox()
        self._find.setPlaceholderText("找人：姓名、拼音、党小组")
        self._find.setAccessibleName("在名册中找人")
        self._find.textChanged.connect(self._show_found)
        self._find.entered.connect(self._on_found)
        self._said = QLabel()
        self._said.setProperty("role", "muted")
        self._others = WordsEdit(self._offers)
        self._others.setPlaceholderText(f"{_NAMES.label}，用顿号隔开，按回车加入")
        self._others.setAccessibleName(_NAMES.label)
        self._others.editingFinished.connect(self.take_in_names)
        self._reasons = Reasons(context, name)
        self._reasons.edited.connect(self._roster.set_reason)
        self._lay_out()
        self.setFocusProxy(self._names)

    def load(self, expected: Sequence[Person], rows: Iterable[Attendance]) -> None:
        """Show the people expected, with what an entry says of them and of others."""
        self._find.put("")  # else 全到 would tick those found in the entry before
        self._say("")
        self._roster.load(expected, rows)
        self._show_reasons()
        self._show_found()

    def names(self) -> QWidget:
        """Return the list of the names, which is not to move while it is ticked."""
        return self._names

    def rows(self) -> tuple[Attendance, ...]:
        """Return what is said of everyone who is listed."""
        return self._roster.rows()

    def take_in_names(self) -> None:
        """Count the people typed beside the roster among those who came."""
        names = _NAMES.read(self._others.text())
        self._others.put("")
        for name in names:
            self._roster.add(name)

    def _lay_out(self) -> None:
        everyone, nobody = Button("全到", "plain"), Button("清空", "quiet")
        everyone.setToolTip("把名册上的人都记为到会；正在找人时，只记找到的人（Ctrl+A）")
        nobody.setToolTip("把名册上的人都改回未列入；正在找人时，只改找到的人")
        everyone.clicked.connect(self._on_everyone)
        nobody.clicked.connect(self._on_nobody)
        top = QHBoxLayout()
        top.addWidget(self._find, 1)
        top.addWidget(everyone)
        top.addWidget(nobody)
        hint = QLabel(_HINT)
        hint.setWordWrap(True)
        hint.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self._names)
        column.addWidget(self._said)
        column.addWidget(hint)
        column.addWidget(self._reasons)
        column.addWidget(self._others)

    def _offers(self) -> list[Offer]:
        return [Offer(str(getattr(p, "name", ""))) for p in self._context.entries("person")]

    def _on_everyone(self) -> None:
        self._roster.set_state(self._names.shown(), State.PRESENT)
        self._say("记为到会")

    def _on_nobody(self) -> None:
        self._roster.set_state(self._names.shown(), State.UNSAID)
        self._say("改回未列入")

    def _say(self, done: str) -> None:
        """Say how many of the roster something was done to, where it was not done to all."""
        count, every = len(self._names.shown()), self._roster.rowCount()
        is_part = bool(done) and count < every
        self._said.setText(f"只把找到的{count}人{done}，名册共{every}人" if is_part else "")
        self._said.setVisible(is_part)

    def _on_found(self) -> None:
        """Tick the one person found, and let the next be typed; of several, go to choose."""
        found = self._names.shown()
        if len(found) == 1:
            self._roster.set_state(found, State.PRESENT)
            self._find.selectAll()
        elif found:
            self._names.setFocus()

    def _on_pressed_on(self, number: int) -> None:
        self._roster.set_state([number], self._roster.attendee(number).state.following())

    def _on_changed(self) -> None:
        self._show_reasons()
        self._show_found()
        self.edited.emit()

    def _show_found(self) -> None:
        self._say("")
        self._names.show_only(self._roster.found(self._find.text()))

    def _show_reasons(self) -> None:
        absent = {number: self._roster.attendee(number) for number in self._roster.absent()}
        self._reasons.show_for(absent)
        for one, other in pairwise((self._names, *self._reasons.boxes(), self._others)):
            QWidget.setTabOrder(one, other)


class _FindBox(LineEdit):
    """Takes Enter for whom it has found; empty, it leaves Enter to the form."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in ENTER and not self._belongs_to_composing(event)
        if is_enter and not event.modifiers() & ~_KEYPAD and self.text().strip():
            self.entered.emit()
        else:
            super().keyPressEvent(event)
