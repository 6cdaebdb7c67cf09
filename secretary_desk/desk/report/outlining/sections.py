"""The left side of the outline's dialog: its sections, and what can be done with one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....errors import DeskError
from ....kinds.own_outline import OwnOutline, Part
from ....report.own_outline import added, moved, nested, removed, renamed
from ....report.sections import end_of, level_of, passages_of
from ...ask import Ask
from ..outline_pane import UNUSED
from .material import Material
from .rows import named, rows_of
from .rows_list import OutlineList
from .tools import bar, own_action

UNPLACED = "未放入提纲的内容"


class Sections(QWidget):
    """Shows an outline. ``changed`` gives another one, and the row that the user is in then.

    ``first`` is called before anything is done: it takes in what is being typed.
    """

    changed = Signal(object, int)  # OwnOutline, row
    chosen = Signal()
    said = Signal(str)

    def __init__(self, material: Material, ask: Ask, first: Callable[[], None]) -> None:
        super().__init__()
        self._material, self._ask, self._first = material, ask, first
        self._own, self._at = OwnOutline(), 0
        self._list = OutlineList()
        self._list.chosen.connect(self._on_chosen)
        self._list.named.connect(self._on_named)
        self._list.added.connect(self._on_added)
        self._make_actions()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list, 1)
        done = (self._add, self._name, self._remove, self._up, self._down, self._out, self._in)
        layout.addWidget(bar(*done))
        self.setFocusProxy(self._list)

    def show_outline(self, own: OwnOutline, at: int) -> None:
        """Show an outline, and one of its rows as the current one."""
        self._own, self._at = own, at
        self._list.show_rows(rows_of(own, self._material), at)
        self._tell_actions()

    def at(self) -> int:
        """Return the current row."""
        return self._at

    def take_in(self) -> None:
        """Be done with a heading that is being written."""
        self._list.take_in()

    def _make_actions(self) -> None:
        self._add = self._made("添加", "plus", "Insert", self._on_add)
        self._name = self._made("改标题", "pencil", "F2", self._list.begin_naming)
        self._remove = self._made("删除", "trash-2", "Delete", self._on_remove)
        self._up = self._made("上移", "chevron-up", "Alt+Up", lambda: self._move(-1))
        self._down = self._made("下移", "chevron-down", "Alt+Down", lambda: self._move(1))
        self._out = self._made("升一级", "chevron-left", "Alt+Left", lambda: self._nest(-1))
        self._in = self._made("降一级", "chevron-right", "Alt+Right", lambda: self._nest(1))
        self._add.setToolTip("在这一节后面加一节（Insert）")
        self._name.setToolTip("改这一节的标题（F2，也可以双击）")
        self._remove.setToolTip("从提纲里删除这一节和它下面的各节（Delete）")
        self._up.setToolTip("和前面同级的一节对调（Alt+↑）")
        self._down.setToolTip("和后面同级的一节对调（Alt+↓）")
        self._out.setToolTip("标题高一级（Alt+←）")
        self._in.setToolTip("标题低一级，归到前面的一节里（Alt+→）")

    def _made(self, text: str, picture: str, keys: str, run: Callable[[], object]) -> QAction:
        return own_action(self._list, text, picture, (keys,), lambda: (self._first(), run()))

    def _tell_actions(self) -> None:
        own, at = self._own, self._at
        self._name.setEnabled(not own.parts[at].each)
        self._remove.setEnabled(end_of(own.parts, at) - at < len(own.parts))
        self._up.setEnabled(moved(own, at, -1) != own)
        self._down.setEnabled(moved(own, at, 1) != own)
        self._out.setEnabled(nested(own, at, -1) != own)
        self._in.setEnabled(nested(own, at, 1) != own)

    def _on_chosen(self) -> None:
        self._at = self._list.at()
        self._tell_actions()
        self.chosen.emit()

    def _on_add(self) -> None:
        parts, at = self._own.parts, self._at
        self._list.begin_adding(end_of(parts, at), level_of(parts[at]))

    def _on_added(self, words: str) -> None:
        if words.strip():
            self.changed.emit(added(self._own, self._at, words), end_of(self._own.parts, self._at))
        else:
            self.show_outline(self._own, self._at)

    def _on_named(self, words: str) -> None:
        if not words.strip() and not self._own.parts[self._at].heading:
            return
        try:
            self.changed.emit(renamed(self._own, self._at, words), self._at)
        except DeskError as error:
            self.said.emit(str(error))

    def _on_remove(self) -> None:
        own, at = self._own, self._at
        gone = removed(own, at)
        if self._may_remove(own.parts[at : end_of(own.parts, at)], gone.passages):
            self.changed.emit(gone.own, min(at, len(gone.own.parts) - 1))
            count = len(gone.passages)
            listed = f"，里面的{count}段列在“{UNPLACED}”里" if count else ""
            self.said.emit(f"已删除“{named(own.parts[at])}”{listed}（Ctrl+Z 撤销）")

    def _may_remove(self, parts: Sequence[Part], fallen: Sequence[str]) -> bool:
        """Ask where more than a heading would go."""
        said = [
            f"它下面的{len(parts) - 1}节也一起删除。" if parts[1:] else "",
            f"这些段落不再写进报告：{'、'.join(fallen)}。"
            f"它们列在“{UNPLACED}”里，可以再放回来。" if fallen else "",
            f"写在这里的补充不会丢，列在“{UNUSED}”里。" if self._has_supplements(parts) else "",
        ]  # fmt: skip
        detail = "\n".join(filter(None, said))
        question = f"要从提纲里删除“{named(parts[0])}”吗？"
        holds = any(map(passages_of, parts))
        return not (detail or holds) or self._ask.confirm(question, "删除", detail=detail)

    def _has_supplements(self, parts: Sequence[Part]) -> bool:
        return any(part.key in self._material.supplemented for part in parts)

    def _move(self, step: int) -> None:
        after = moved(self._own, self._at, step)
        self.changed.emit(after, after.parts.index(self._own.parts[self._at]))

    def _nest(self, step: int) -> None:
        self.changed.emit(nested(self._own, self._at, step), self._at)
