"""By which kind and tag entries come into a section, and which ones that are this year."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ....kinds import KINDS
from ....kinds.own_outline import Part
from ...card import label
from ...fields.combo_box import ComboBox
from ...fields.suggest import Offer, SuggestingEdit
from .material import Material

_ANY = "不按种类"
_NAMED = 3  # entries, before the rest is only counted
_HOW = "选了种类或标签，符合的记录就逐条写进这一节。"
_BARE = "这一节没有标题，不能按种类和标签取记录。先给它写上标题。"


class Feeding(QWidget):
    """记录种类 and 标签 of one section."""

    fed = Signal(str, str)  # a kind's label, a tag

    def __init__(self, material: Material) -> None:
        super().__init__()
        self._material, self._part = material, Part()
        self._kinds, self._tag = ComboBox(), SuggestingEdit(self._offers)
        self._said = label("", "muted")
        self._said.setWordWrap(True)
        self._kinds.addItems([_ANY, *material.kinds])
        self._kinds.setAccessibleName("记录种类")
        self._tag.setAccessibleName("标签")
        self._tag.setPlaceholderText("不按标签")
        self._kinds.activated.connect(self._tell)
        self._tag.editingFinished.connect(self._tell)
        self._tag.chosen.connect(self._tell)
        self._lay_out()

    def show_part(self, part: Part, *, is_headed: bool) -> None:
        """Show a section; one without a heading takes no entries in."""
        self._part = part
        self._show_kind(_label(part.kind))
        if self._tag.text() != part.tag:
            self._tag.put(part.tag)
        self.setVisible(not part.each)
        for box in (self._kinds, self._tag):
            box.setEnabled(is_headed)
        self._said.setText(self._reached() if is_headed else _BARE)

    def take_in(self) -> None:
        """Make a tag that is being typed the section's."""
        self._tag.take_in()
        self._tell()

    def _show_kind(self, kind: str) -> None:
        with QSignalBlocker(self._kinds):
            if kind and self._kinds.findText(kind) < 0:  # of a newer program
                self._kinds.addItem(kind)
            self._kinds.setCurrentText(kind or _ANY)

    def _chosen(self) -> tuple[str, str]:
        kind = self._kinds.currentText() if self._kinds.currentIndex() else ""
        return kind, self._tag.text().strip()

    def _tell(self) -> None:
        """Say what was chosen, where it is something else."""
        if self._chosen() != (_label(self._part.kind), self._part.tag):
            self.fed.emit(*self._chosen())

    def _reached(self) -> str:
        kind, tag = _label(self._part.kind), self._part.tag
        titles: Sequence[str] = self._material.reaching(kind, tag)
        if not kind and not tag:
            return _HOW
        shown = "；".join(titles[:_NAMED])
        more = "等" if len(titles) > _NAMED else ""
        return f"本年有{len(titles)}条：{shown}{more}" if titles else "本年还没有这样的记录"

    def _offers(self) -> list[Offer]:
        return [Offer(tag) for tag in self._material.tags]

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for column, (name, box) in enumerate((("记录种类", self._kinds), ("标签", self._tag))):
            of = QLabel(name)
            of.setBuddy(box)
            grid.addWidget(of, 0, 2 * column)
            grid.addWidget(box, 0, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
        grid.addWidget(self._said, 1, 0, 1, 4)


def _label(kind: str) -> str:
    """Return the label of a kind that is given by its name or its label."""
    return next((known.label for known in KINDS if known.name == kind), kind)
