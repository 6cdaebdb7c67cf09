"""The year's figures to choose from, kind by kind, and the box in which they are looked for."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from ....facts.gather import LAST_YEAR
from ....records.fact import Fact
from ....records.pinyin import matches
from ....report.template import Reference, reference
from ...fields.edits import LineEdit
from ...look import MUTED

_KEY, _TEXT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_TOTALS = ("合计", "总数")  # how the keys of sums end
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Table(QTreeWidget):
    """Lines of what it is and what it says; headings among them cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def add_line(self, key: str, text: str, said: str) -> QTreeWidgetItem:
        """Add a line that stands for a key."""
        item = QTreeWidgetItem([text, said])
        item.setData(0, _KEY, key)
        item.setSizeHint(0, self._room())
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.addTopLevelItem(item)
        return item

    def add_heading(self, text: str) -> QTreeWidgetItem:
        """Add a heading."""
        item = QTreeWidgetItem([text])
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(0, self._room())
        item.setForeground(0, QBrush(QColor(MUTED)))
        self.addTopLevelItem(item)
        item.setFirstColumnSpanned(True)
        return item

    def lines(self) -> list[QTreeWidgetItem]:
        """Return the lines that are shown and can be chosen."""
        items = map(self.topLevelItem, range(self.topLevelItemCount()))
        return [i for i in items if i and i.data(0, _KEY) is not None and not i.isHidden()]

    def key(self) -> str | None:
        """Return the key of the chosen line."""
        item = self.currentItem()
        return item.data(0, _KEY) if item and not item.isHidden() else None

    def choose(self, key: str | None) -> None:
        """Choose the line of a key, else the first one, and bring it into sight."""
        shown = self.lines()
        found = [item for item in shown if item.data(0, _KEY) == key] or shown
        if found:
            self.setCurrentItem(found[0])
            self.scrollToItem(found[0])

    def _room(self) -> QSize:
        return QSize(0, round(self.fontMetrics().height() * 1.4))


class FigureList(Table):
    """The figures under the labels of their kinds. ``taken`` comes with a double click on one."""

    taken = Signal()

    def __init__(self, figures: Iterable[Fact]) -> None:
        super().__init__()
        self.setAccessibleName("本年的数")
        # Walked from the search box, so that a letter typed always looks for a figure.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        grouped: dict[str, list[Fact]] = {}
        for fact in figures:
            grouped.setdefault(group_of(fact), []).append(fact)
        for group, facts in grouped.items():
            heading = self.add_heading(group)
            self._groups.append((heading, [self._line(group, fact) for fact in facts]))
        self.itemDoubleClicked.connect(self._on_double_click)
        self.choose(None)

    def find(self, typed: str) -> bool:
        """Show the figures that match every word; whether there are any."""
        words, kept = typed.split(), self.key()
        for heading, lines in self._groups:
            for line in lines:
                line.setHidden(not all(_is_in(word, line.data(0, _TEXT)) for word in words))
            heading.setHidden(all(line.isHidden() for line in lines))
        self.choose(kept)
        return bool(self.lines())

    def walk(self, event: QKeyEvent) -> None:
        """Go where a key leads."""
        self.keyPressEvent(event)

    def _line(self, group: str, fact: Fact) -> QTreeWidgetItem:
        line = self.add_line(fact.key, f"　{fact.label}", fact.show())
        line.setData(0, _TEXT, [group, fact.label, fact.show()])
        return line

    def _on_double_click(self, item: QTreeWidgetItem) -> None:
        if item.data(0, _KEY) is not None:
            self.taken.emit()


class SearchBox(LineEdit):
    """Looks for a figure; the keys that walk a list walk this one's."""

    def __init__(self, figures: FigureList) -> None:
        super().__init__()
        self._figures = figures
        self.setPlaceholderText("找一个数：写几个字，或拼音首字母")
        self.setAccessibleName("找一个数")
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _WALKING and not self._composed:
            self._figures.walk(event)
        else:
            super().keyPressEvent(event)


def insertable(figures: Sequence[Fact]) -> list[Fact]:
    """Return the figures whose keys a template can hold, each total before its categories.

    Those that a template cannot hold are the user's, who names some as he likes.
    """
    first: dict[str, int] = {}
    for place, fact in enumerate(figures):
        first.setdefault(_owner(fact), place)
    found = [fact for fact in figures if _is_holdable(fact.key)]
    return sorted(found, key=lambda fact: (first[_owner(fact)], not _is_total(fact)))


def group_of(fact: Fact) -> str:
    """Return the label of the kind that a figure belongs to."""
    if fact.key.startswith(LAST_YEAR):
        return f"上年 {fact.key.removeprefix(LAST_YEAR).partition('.')[0]}"
    return fact.key.partition(".")[0]


def _is_in(word: str, texts: Sequence[str]) -> bool:
    """Whether one of these texts has a word; initials of several together mean none of them."""
    return any(matches(word, text) for text in texts)


def _owner(fact: Fact) -> str:
    return fact.key.rpartition(".")[0]


def _is_total(fact: Fact) -> bool:
    return fact.key.rpartition(".")[2] in _TOTALS


def _is_holdable(key: str) -> bool:
    try:
        return reference(key) == Reference(key)
    except ValueError:
        return False
