"""查找: what was found, kind by kind."""

import re
from dataclasses import replace
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout

from ..kinds import KINDS, find_kind
from ..kinds.person import KIND as PERSON
from ..store.search import LIMIT, Hit, search
from ..store.store import Store
from .card import label
from .desk import Change, Desk
from .page import Page, Place
from .search_painter import Group, SearchPainter, told

_TEACHING = (
    "在上面输入要找的词，查找全部年度的记录。\n"
    "两个字就能找；用空格隔开几个词，要同时出现才算找到；人名可以用拼音或拼音首字母，写到他的记录一起列出。"
)
_LETTERS = re.compile("[A-Za-z']{2,}")
_NAMESAKES = 3  # more people than that are not meant
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class SearchPage(Page):
    """The hits as a list. A click, or Enter, leads to the entry."""

    title = "查找"
    help = "search"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._words = desk, ""
        self._says = label("", "muted")
        self._says.setWordWrap(True)
        self._found = _Found()
        self._list = QListView()
        self._list.setAccessibleName("找到的记录")
        self._list.setModel(self._found)
        self._list.setItemDelegate(SearchPainter(self))
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.clicked.connect(self._on_chosen)
        self._list.activated.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.addWidget(self._says)
        layout.addWidget(self._list, 1)
        layout.addStretch(0)
        self.refresh(Change())

    def show_place(self, place: Place) -> None:
        if place.find.strip() != self._words:  # else the hit come back to stays the current one
            self._words = place.find.strip()
            self.refresh(Change())

    def here(self, place: Place) -> Place:
        return replace(place, find=self._words)

    def enter(self) -> None:
        self._on_chosen(self._list.currentIndex())

    def refresh(self, change: Change) -> None:
        hits = _hits(self._desk.store, self._words)
        self._found.show_hits(hits)
        self._says.setText(self._told(hits))
        self._list.setVisible(bool(hits))
        if hits:
            self._list.setCurrentIndex(self._found.index(1))
            self._list.scrollToTop()

    def _told(self, hits: list[Hit]) -> str:
        if not self._words:
            return _TEACHING
        if not hits:
            return f"没有找到“{self._words}”。可以换一个短一些的词，或者只写其中两个字。"
        return f"找到{len(hits)}条记录"

    def _on_chosen(self, index: QModelIndex) -> None:
        match index.data(Qt.ItemDataRole.UserRole):
            case Hit() as hit:
                self.wanted.emit(Place(hit.ref.kind, entry=hit.ref))


def _hits(store: Store, words: str) -> list[Hit]:
    """Return what the words find; where they spell someone's name, what names him as well."""
    hits = search(store, words)
    people = [hit for hit in hits if hit.ref.kind == PERSON.name]
    if not _LETTERS.fullmatch(words) or len(people) > _NAMESAKES:
        return hits
    found = {hit.ref: hit for hit in hits}
    for one in people:
        for hit in search(store, getattr(store.get(one.ref), "name", "")):
            found.setdefault(hit.ref, hit)
    order = [kind.name for kind in KINDS]
    return sorted(found.values(), key=lambda hit: order.index(hit.ref.kind))


class _Found(QAbstractListModel):
    """Headings and hits. A heading can be neither chosen nor come to by keys."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Group | Hit] = []

    def show_hits(self, hits: list[Hit]) -> None:
        """Show these hits and no others."""
        self.beginResetModel()
        self._rows = []
        for kind, found in groupby(hits, key=lambda hit: hit.ref.kind):
            same = list(found)
            note = f"只列出最近{LIMIT}条" if len(same) >= LIMIT else f"{len(same)}条"
            self._rows += [Group(find_kind(kind).label, note), *same]
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(row) if isinstance(row, Group) else f"{row.title} {told(row).text}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
