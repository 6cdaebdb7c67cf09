"""按记录: the entries that were changed, and all that was ever changed in the one chosen."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QListView,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ...kinds import KINDS
from ...records.record import Ref
from ...store.journal import Step
from ..card import label
from ..desk import Desk
from ..moments import spoken
from .steps_model import excerpt
from .steps_view import StepsView, called

_SHARES = (4, 7)  # of the entries and the steps
_HEIGHT = 1.7  # of an entry, in lines of text
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TITLED = {kind.name for kind in KINDS}


class EntriesView(QWidget):
    """Entries on the left, that changed last first; its steps, field by field, on the right."""

    wanted = Signal(object)  # Place
    noted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._of = desk, Ref("", "")
        self._entries = _Entries(desk)
        self._list = QListView(uniformItemSizes=True)
        self._list.setAccessibleName("改动过的记录")
        self._list.setModel(self._entries)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setItemDelegate(_Airy(self._list))
        self._title = label("", "h")
        self._steps = StepsView(desk, "这条记录的改动", "还没有改动。", by_day=False)
        self._steps.wanted.connect(self.wanted)
        self._steps.noted.connect(self.noted)
        self._list.selectionModel().currentChanged.connect(lambda now, _: self._on_chosen(now))
        self._lay_out()
        self.setFocusProxy(self._list)

    @property
    def entry(self) -> Ref | None:
        """The entry whose steps are shown."""
        return self._of if self._of.id else None

    def reload(self) -> None:
        """Read entries and steps anew; the chosen entry stays chosen."""
        chosen = self.entry
        self._entries.reload()
        self.show_entry(chosen or self._entries.entry(0))

    def show_entry(self, entry: Ref | None) -> None:
        """Show the steps of an entry, also of one that is not in the list."""
        place = self._entries.place(entry) if entry else None
        self._of = entry or Ref("", "")
        self._list.setCurrentIndex(QModelIndex() if place is None else self._entries.index(place))
        self._show()

    def _on_chosen(self, now: QModelIndex) -> None:
        entry = self._entries.entry(now.row())
        if entry and entry != self._of:
            self._of = entry
            self._show()

    def _show(self) -> None:
        told = (self._entries.title(self._of), excerpt(self._desk, self._of)) if self.entry else ()
        self._title.setText("　".join(filter(None, told)))
        self._title.setVisible(bool(self._title.text()))
        self._steps.reload(self._of)

    def _lay_out(self) -> None:
        right = QWidget()
        steps, layout = QVBoxLayout(right), QVBoxLayout(self)
        for each in (steps, layout):
            each.setContentsMargins(0, 0, 0, 0)
        steps.setContentsMargins(8, 0, 0, 0)
        steps.addWidget(self._title)
        steps.addWidget(self._steps, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        for part, share in zip((self._list, right), _SHARES, strict=True):
            splitter.addWidget(part)
            splitter.setStretchFactor(splitter.count() - 1, share)
        splitter.setSizes([share * 100 for share in _SHARES])
        layout.addWidget(splitter)


class _Airy(QStyledItemDelegate):
    """Gives rows the height that they have in other lists."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.rect.adjust(8, 0, -8, 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, round(option.fontMetrics.height() * _HEIGHT))


class _Entries(QAbstractListModel):
    """Every entry that was ever changed; a row is told when it is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._last = desk, list[Step]()

    def reload(self) -> None:
        """Read anew which entries were changed."""
        self.beginResetModel()
        self._last = list(self._desk.store.touched())
        self.endResetModel()

    def entry(self, row: int) -> Ref | None:
        """Return the entry of a row, None where there is no row."""
        return self._last[row].refs[0] if 0 <= row < len(self._last) else None

    def place(self, entry: Ref) -> int | None:
        """Return the row of an entry."""
        return next((r for r, step in enumerate(self._last) if step.refs[0] == entry), None)

    def title(self, entry: Ref) -> str:
        """Return what people call an entry; of one that is gone, what became of it last."""
        row = self.place(entry)
        return called(self._desk, entry) or ("" if row is None else self._last[row].words)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._last)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        step = self._last[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                is_titled = step.refs[0].kind in _TITLED
                title = (is_titled and called(self._desk, step.refs[0])) or step.words
                return f"{title}　{excerpt(self._desk, step.refs[0])}".rstrip()
            case Qt.ItemDataRole.ToolTipRole:
                return f"最近一次改动：{spoken(step.at, self._desk.now())}"
        return None
