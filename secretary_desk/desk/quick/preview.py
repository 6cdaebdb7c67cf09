"""What is made of the lines: one draft field by field, several one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...kinds.quick.reading import Jotted
from ...records.record import missing
from ...records.specs import Amount, Count
from ..card import label
from ..look import set_role

_TOP = Qt.AlignmentFlag.AlignTop


class Preview(QStackedWidget):
    """Shows drafts; those of several can be unticked."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._one, self._many = QScrollArea(widgetResizable=True), QListWidget()
        self._read = _Read()
        self._one.setWidget(self._read)
        self._one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._one.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._many.setAccessibleName("要记下的各条")
        self._many.setWordWrap(True)
        self._many.itemChanged.connect(lambda _item: self.ticked.emit())
        for part in (self._one, self._many):
            self.addWidget(part)
        self.show_drafts((), 0, {})

    def show_drafts(self, drafts: Sequence[Jotted], year: int, beside: dict[int, str]) -> None:
        """Show what was read; ``beside`` says more of a draft by its place."""
        if len(drafts) < 2:
            self._read.show_fields(_fields(drafts[0], year) if drafts else ())
            self.setCurrentWidget(self._one)
            return
        unticked = {self._many.item(n).data(Qt.ItemDataRole.UserRole) for n in self._unticked()}
        self._many.blockSignals(True)
        self._many.clear()
        for place, jotted in enumerate(drafts):
            said = filter(None, (_in_short(jotted, year), beside.get(place, "")))
            item = QListWidgetItem("　".join(said), self._many)
            item.setData(Qt.ItemDataRole.UserRole, jotted.line)
            state = Qt.CheckState.Unchecked if jotted.line in unticked else Qt.CheckState.Checked
            item.setCheckState(state)
        self._many.blockSignals(False)
        self.setCurrentWidget(self._many)

    def chosen(self, count: int) -> list[int]:
        """Return the places of the drafts that are to be kept, of so many."""
        unticked = self._unticked() if count > 1 else ()
        return [place for place in range(count) if place not in unticked]

    def _unticked(self) -> list[int]:
        ticked = Qt.CheckState.Checked
        rows = range(self._many.count())
        return [row for row in rows if self._many.item(row).checkState() != ticked]


class _Read(QWidget):
    """A table of what was understood, or the hint; made once, as it changes with every key."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "page")
        self._hint, self._rows = _hint(), list[tuple[QLabel, QLabel]]()
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(self._hint)
        layout.addLayout(self._grid)
        layout.addStretch(1)

    def show_fields(self, fields: Sequence[tuple[str, str]]) -> None:
        """Show pairs of a field's label and text; the hint where there are none."""
        while len(self._rows) < len(fields):
            self._add_row()
        self._hint.setVisible(not fields)
        for row, pair in enumerate(self._rows):
            for place, shown in enumerate(pair):
                if row < len(fields):
                    shown.setText(fields[row][place])
                shown.setVisible(row < len(fields))

    def _add_row(self) -> None:
        name, text = label("", "muted"), label("")
        text.setWordWrap(True)
        row = len(self._rows)
        self._grid.addWidget(name, row, 0, _TOP)
        self._grid.addWidget(text, row, 1)
        self._rows.append((name, text))


def _fields(jotted: Jotted, year: int) -> Sequence[tuple[str, str]]:
    """Return labels and texts of what was understood, the kind first."""
    return (("记入", jotted.kind.label), *jotted.told(year))


def _hint() -> QLabel:
    hint = label(
        "写一行，Enter 记下。日期、哪一种、应到实到、名册上的人名写在哪里都行；地点写“在……”，"
        "以前用过的直接写；别的词都进主题。\n\n"
        "昨天 主题党日 参观纪念馆 23/25\n与张三谈话 工作压力\n7.1 荣获市级先进基层党组织\n\n"
        "从别处粘贴几行，就是几条。",
        "muted",
    )
    hint.setWordWrap(True)
    hint.setAlignment(_TOP)
    return hint


def _in_short(jotted: Jotted, year: int) -> str:
    known = jotted.kind.by_label
    told = "，".join(
        f"{name}{text}" if isinstance(known[name][1], (Count, Amount)) else text
        for name, text in jotted.told(year)
    )
    lacking = "、".join(jotted.kind.specs[name].label for name in missing(jotted.draft))
    return f"{jotted.kind.label}：{told}" + (f"（缺{lacking}）" if lacking else "")
