"""The outline: every part with its length and what it lacks."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListView, QWidget

from ...report.parts import Part, with_inner
from ..look import set_role
from .lines import LineDelegate, Role

UNUSED, PROOF = "未使用的改动", "校核"
GAPS, CHANGES = "◦", "△"  # what stands before the count of either
_NUMBERS = (f"{GAPS}待补充 · 字数", f"{GAPS}待补充 {CHANGES}有变化 · 字数")
_LEGEND = f"{GAPS} 后面是待补充的处数，{CHANGES} 后面是改写之后记录有变化的段数，右边是字数"


class OutlinePane(QListView):
    """A list of parts to walk with the arrow keys. ``chosen`` gives the key of the current one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("提纲")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(LineDelegate(self, rows=2))
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._head, self._numbers = _head(self)
        self._found = (0, 0)

    def show_parts(self, parts: Sequence[Part], drifted: Mapping[str, int], unused: int) -> None:
        """Show a report's parts with what is ``drifted`` in each, and how many texts have none."""
        lines: list[tuple[str, str, int, int, int, int]] = [
            (p.key, p.heading, p.level, *with_inner(p, parts), drifted.get(p.key, 0)) for p in parts
        ]
        lines += [(UNUSED, UNUSED, 1, 0, 0, unused)] if unused else []
        lines += [(PROOF, PROOF, 1, 0, 0, 0)]
        here = self.key()
        if [line[0] for line in lines] != self._keys():
            self._model.clear()
            self._model.appendColumn([_item(key) for key, *_ in lines])
        for row, (_, heading, level, characters, gaps, changes) in enumerate(lines):
            _tell(self._model.item(row), heading, level, characters, gaps, changes)
        self._numbers.setText(_NUMBERS[any(drifted.values())])
        self._tell_found()
        self.select(here if here in self._keys() else lines[0][0])

    def count_findings(self, grave: int, hints: int) -> None:
        """Tell how many places the proof reading finds to be mended, and to be looked at."""
        self._found = (grave, hints)
        self._tell_found()

    def key(self) -> str:
        """Return the key of the current part; empty where there is none."""
        return str(self.currentIndex().data(Qt.ItemDataRole.UserRole) or "")

    def select(self, key: str) -> None:
        """Make a part the current one."""
        if key in self._keys() and key != self.key():
            self.setCurrentIndex(self._model.index(self._keys().index(key), 0))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self.key())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = self._head.sizeHint().height()
        self.setViewportMargins(0, height, 0, 0)
        seen = self.viewport().geometry()
        self._head.setGeometry(seen.left(), seen.top() - height, seen.width(), height)
        self.scheduleDelayedItemsLayout()  # Qt's own does so only for another height

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("国") * 18, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("国") * 12, 0)

    def _tell_found(self) -> None:
        """Tell of findings at the last line: in red only where something is to be mended."""
        grave, hints = self._found
        item, total = self._model.item(self._model.rowCount() - 1), grave + hints
        said = [f"{weight}{n}处" for weight, n in (("应改", grave), ("提示", hints)) if n]
        item.setData(f"{total} 处" if total and not grave else "", Role.BESIDE)
        item.setData(f"{total} 处" if grave else "", Role.MARK)
        item.setData("，".join((PROOF, *said)), Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip("，".join(said) or "把全文读一遍，看有没有对不上的地方")

    def _keys(self) -> list[str]:
        rows = range(self._model.rowCount())
        return [self._model.item(row).data(Qt.ItemDataRole.UserRole) for row in rows]


def _head(view: QListView) -> tuple[QWidget, QLabel]:
    """Return the line over a list that says what its columns are, and its words on numbers."""
    head, metrics = QWidget(view), view.fontMetrics()
    side, air = metrics.averageCharWidth(), metrics.height() // 4
    layout = QHBoxLayout(head)
    layout.setContentsMargins(side, air, side, air)
    parts, numbers = QLabel("部分", objectName="parts"), QLabel(_NUMBERS[0], objectName="numbers")
    for label in (parts, numbers):
        set_role(label, "group")
        layout.addWidget(label)
    layout.insertStretch(1, 1)
    head.setToolTip(_LEGEND)
    return head, numbers


def _item(key: str) -> QStandardItem:
    item = QStandardItem()
    item.setData(key, Qt.ItemDataRole.UserRole)
    return item


def _tell(
    item: QStandardItem, heading: str, level: int, characters: int, gaps: int, drifted: int
) -> None:
    counts = ("字", characters), ("待补充处", gaps), ("有变化段", drifted)
    said = [heading, *(f"{words[:-1]}{n}{words[-1]}" for words, n in counts if n)]
    item.setText(heading)
    item.setData(str(characters) if characters else "", Role.BESIDE)
    marks = [f"{GAPS}{gaps}" if gaps else "", f"{CHANGES}{drifted}" if drifted else ""]
    item.setData(" ".join(filter(None, marks)), Role.MARK)
    item.setData(level, Role.LEVEL)
    item.setData("，".join(filter(None, said)), Qt.ItemDataRole.AccessibleTextRole)
    told = [heading, f"{characters} 字" if characters else "",
            f"{GAPS} 待补充 {gaps} 处" if gaps else "",
            f"{CHANGES} 改写之后记录有变化 {drifted} 段" if drifted else ""]  # fmt: skip
    item.setToolTip(f"<qt>{'<br>'.join(map(escape, filter(None, told)))}</qt>")
