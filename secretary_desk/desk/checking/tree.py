"""The tree of the self-check: areas, rules, findings; walked, folded and opened by keys."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from ...rules.checking import Outcome
from ..fields.edits import ENTER
from .lines import AreaLine, FoundLine, Line, RuleLine, areas
from .painter import LINE_ROLE, CheckPainter

_LEAST = 5  # rows of text in view
_WIDE = 26  # characters of a line, at least as wished
Key = tuple[str, ...]


class CheckTree(QTreeView):
    """Shows lines; → and ← unfold and fold. ``walked`` says that another line is current."""

    walked = Signal()
    opened = Signal(object)  # Finding

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[Key, QStandardItem] = {}
        self.setAccessibleName("自查项目和发现")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(CheckPainter(self))
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.selectionModel().currentChanged.connect(lambda *_: self.walked.emit())
        self.doubleClicked.connect(self._on_opened)

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Show other outcomes; the current line stays so, and what was folded stays folded."""
        lines = list(_every(outcomes))
        if [line.key for line in lines] == list(self._items):
            for line in lines:
                _fill(self._items[line.key], line)
            self.scheduleDelayedItemsLayout()
            return
        folded = {key: self.isExpanded(item.index()) for key, item in self._items.items()}
        old, known = self._key(), list(self._items)
        seen = self.verticalScrollBar().value()
        self._rebuild(lines)
        for key, item in self._items.items():
            self.setExpanded(item.index(), folded.get(key, _unfolds(item.data(LINE_ROLE))))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(seen)
        self._choose(old, known)
        self.walked.emit()

    def line(self) -> Line | None:
        """Return the current line."""
        found: Line | None = self.currentIndex().data(LINE_ROLE)
        return found

    def choose(self, key: Key) -> bool:
        """Make a line the current one, unfolded into view; False where there is none such."""
        item = self._items.get(key)
        if item is None:
            return False
        self.setCurrentIndex(item.index())
        self.scrollTo(item.index())
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._on_opened(self.currentIndex())
            self._turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # rows are as high as the width lets them

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("国") * _WIDE, metrics.lineSpacing() * _LEAST)

    def _on_opened(self, index: QModelIndex) -> None:
        if isinstance(line := index.data(LINE_ROLE), FoundLine):
            self.opened.emit(line.finding)

    def _turn(self, index: QModelIndex) -> None:
        """Unfold a line that has others under it, or fold it."""
        if self._model.hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))

    def _key(self) -> Key | None:
        line = self.line()
        return line.key if line else None

    def _rebuild(self, lines: Sequence[Line]) -> None:
        self._items = {}
        areas = []
        for line in lines:
            item = self._items[line.key] = QStandardItem()
            _fill(item, line)
            if above := self._items.get(line.key[:-1]):
                above.appendRow(item)
            else:
                areas.append(item)
        self._model.clear()
        self._model.appendColumn(areas)

    def _choose(self, old: Key | None, known: Sequence[Key]) -> None:
        """Make the line that was current so again, else what has come in its place."""
        if not self._items:
            return
        after = known[known.index(old) :] if old in known else []
        place = next((key for key in after if key in self._items), None)
        self.choose(place or next(iter(self._items)))


def _every(outcomes: Sequence[Outcome]) -> Iterator[Line]:
    for area, group in areas(outcomes):
        yield area
        for outcome in group:
            yield RuleLine(outcome)
            yield from map(FoundLine, outcome.findings)


def _unfolds(line: Line) -> bool:
    return isinstance(line, AreaLine) or (isinstance(line, RuleLine) and not line.folds)


def _fill(item: QStandardItem, line: Line) -> None:
    item.setData(line, LINE_ROLE)
    item.setData(line.words(), Qt.ItemDataRole.AccessibleTextRole)
