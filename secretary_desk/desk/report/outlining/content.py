"""The right side of the outline's dialog: what the current section tells."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....kinds.own_outline import OwnOutline, Part
from ....report.own_outline import fed, passages_unplaced, placed, taken_out, telling
from ....report.sections import passages_of
from ...card import label
from .feeding import Feeding
from .material import Material
from .passages import PassageList
from .rows import is_empty, is_headed, named
from .sections import UNPLACED
from .tools import bar, own_action

_REPEATED = "这一行按记录逐条写，每条一节，标题取自记录。不要它，就在左边删除这一行。"


_EMPTY = "这一节还没有内容，印出来是【待补充】。"
_NONE = "这一节的标题下面没有段落。"
_FED = "这一节没有现成的段落，按下面选的种类和标签取记录。"
_PUT = f"可以把下面“{UNPLACED}”里的段落放进来，"
_TAKE = "所有段落都在别的节里：到那一节按“取出”，再放到这里；"
_ELSE = "也可以在下面选记录种类、标签，或者在报告页这一节的“补充”里自己写。"


class Content(QWidget):
    """Shows one section. ``changed`` gives another outline, and the row that the user is in then.

    ``first`` is called before anything is done: it takes in what is being typed.
    """

    changed = Signal(object, int)  # OwnOutline, row

    def __init__(self, material: Material, first: Callable[[], None]) -> None:
        super().__init__()
        self._material, self._first = material, first
        self._own, self._at = OwnOutline(), 0
        self._heading, self._unplaced = label("", "h"), label("", "h")
        self._repeated = label(_REPEATED, "muted")
        self._repeated.setWordWrap(True)
        self._told = PassageList("这一节的段落")
        self._others = PassageList(UNPLACED, "全部内容都在提纲里。")
        self._feeding = Feeding(material)
        self._feeding.fed.connect(self._on_fed)
        self._make_actions()
        for each in (self._told, self._others):
            each.chosen.connect(self._tell_actions)
        self._others.doubleClicked.connect(self._put.trigger)
        self._lay_out()

    def show_section(self, own: OwnOutline, at: int) -> None:
        """Show a section of an outline."""
        self._own, self._at = own, at
        part, unplaced = own.parts[at], passages_unplaced(own, self._material.passages)
        self._heading.setText(f"“{named(part)}”写什么")
        self._repeated.setVisible(bool(part.each))
        self._told.nothing = _nothing(
            part,
            is_empty=is_empty(own.parts, at, self._material),
            can_put=bool(unplaced),
        )
        self._told.show_passages(passages_of(part), self._material)
        self._others.show_passages(unplaced, self._material)
        self._unplaced.setText(f"{UNPLACED}（{len(unplaced)}段）")
        self._feeding.show_part(part, is_headed=is_headed(part))
        self._tell_actions()

    def take_in(self) -> None:
        """Make a tag that is being typed the section's."""
        self._feeding.take_in()

    def _make_actions(self) -> None:
        told, others = self._told, self._others
        self._up = self._made(told, "上移", "chevron-up", ("Alt+Up",), lambda: self._move(-1))
        self._down = self._made(told, "下移", "chevron-down", ("Alt+Down",), lambda: self._move(1))
        self._out = self._made(told, "取出", "x", ("Delete",), self._on_out)
        self._put = self._made(others, "放入这一节", "plus", ("Return", "Enter"), self._on_put)
        self._up.setToolTip("这一段先说（Alt+↑）")
        self._down.setToolTip("这一段后说（Alt+↓）")
        self._out.setToolTip(f"这一段不写在这里，列到“{UNPLACED}”（Delete）")
        self._put.setToolTip("写进左边选中的一节（Enter，也可以双击）")

    def _made(
        self,
        owner: QWidget,
        text: str,
        picture: str,
        keys: Sequence[str],
        run: Callable[[], object],
    ):
        return own_action(owner, text, picture, keys, lambda: (self._first(), run()))

    def _tell_actions(self) -> None:
        at, can_change = self._told.at(), not self._own.parts[self._at].each
        self._up.setEnabled(can_change and at > 0)
        self._down.setEnabled(can_change and 0 <= at < self._told.count() - 1)
        self._out.setEnabled(can_change and at >= 0)
        key = self._others.key()
        self._put.setEnabled(bool(key) and placed(self._own, self._at, key) != self._own)

    def _move(self, by: int) -> None:
        passages, at = list(passages_of(self._own.parts[self._at])), self._told.at()
        passages.insert(at + by, passages.pop(at))
        self._told.choose(at + by)
        self.changed.emit(telling(self._own, self._at, passages), self._at)

    def _on_out(self) -> None:
        after = taken_out(self._own, self._at, self._told.key())
        self.changed.emit(after, min(self._at, len(after.parts) - 1))

    def _on_put(self) -> None:
        self.changed.emit(placed(self._own, self._at, self._others.key()), self._at)

    def _on_fed(self, kind: str, tag: str) -> None:
        self.changed.emit(fed(self._own, self._at, kind, tag), self._at)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in (
            (self._heading, 0), (self._repeated, 0), (self._told, 3),
            (bar(self._up, self._down, self._out), 0), (self._feeding, 0),
            (self._unplaced, 0), (self._others, 2), (bar(self._put), 0),
        ):  # fmt: skip
            layout.addWidget(widget, stretch)


def _nothing(part: Part, *, is_empty: bool, can_put: bool) -> str:
    """Return what is said in the place of passages, where a section has none."""
    if part.kind or part.tag:
        return _FED
    return f"{_EMPTY if is_empty else _NONE}{_PUT if can_put else _TAKE}{_ELSE}"
