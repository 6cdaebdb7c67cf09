"""最近改动: every step, the newest first, each a way to its entry; undoing and doing again."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from ..records.record import ref
from ..store.journal import Step
from .card import label
from .desk import Change, Desk
from .look import INK, MUTED, icon, set_role
from .moments import spoken
from .page import Page, Place
from .pages import ELSEWHERE, PAGES

_MORE = 100  # steps are read at a time
_BUTTON = 22  # characters of a step's words on a button
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class HistoryPage(Page):
    """The steps as a list, which grows as the user scrolls down."""

    title = "最近改动"
    help = "history"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._undo = self._button("undo-2", desk.undo)
        self._redo = self._button("redo-2", desk.redo)
        self._says = label(
            "还没有改动。以后每一次新增、修改和删除都会列在这里，也都可以撤销。", "muted"
        )
        self._steps = _Steps(desk)
        self._list = QListView(uniformItemSizes=True)
        self._list.setAccessibleName("最近改动")
        self._list.setModel(self._steps)
        self._list.setItemDelegate(_Painter(self))
        self._list.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._list.clicked.connect(self._on_chosen)
        self._list.activated.connect(self._on_chosen)
        buttons, layout = QHBoxLayout(), QVBoxLayout(self)
        buttons.addWidget(self._undo)
        buttons.addWidget(self._redo)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        layout.addWidget(self._says, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._list, 1)
        self.refresh(Change())

    def refresh(self, change: Change) -> None:
        self._steps.reload()
        self._list.setVisible(self._steps.rowCount() > 0)
        self._says.setVisible(self._steps.rowCount() == 0)
        store = self._desk.store
        self._tell(self._undo, "撤销", store.undoable())
        self._tell(self._redo, "重做", store.redoable())

    def _on_chosen(self, index: QModelIndex) -> None:
        """Lead to the entry that a step changed, to the report of its year if it is of that."""
        step = self._steps.step(index.row())
        refs = [each for each in step.refs if each.kind in PAGES or each.kind in ELSEWHERE]
        found = next(filter(None, map(self._desk.store.get, refs)), None)
        if found is None:
            self.noted.emit("这一步改动的内容现在不在档案里，没有可以打开的")
            return
        year = getattr(found, "year", None)
        if ref(found).kind in ELSEWHERE and year:
            self._desk.set_year(year)
        self.wanted.emit(Place(ref(found).kind, ref(found)))

    def _button(self, picture: str, run: Callable[[], object]) -> QPushButton:
        made = QPushButton(icon(picture), "", autoDefault=False)
        set_role(made, "plain")
        made.clicked.connect(lambda _=False: run())
        return made

    def _tell(self, button: QPushButton, verb: str, words: str | None) -> None:
        told = f"{verb}：{words}" if words else f"没有可以{verb}的"
        room = self.fontMetrics().horizontalAdvance("国") * _BUTTON
        short = self.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, room)
        button.setText(" " + short.replace("&", "&&"))
        button.setAccessibleName(told)
        button.setEnabled(bool(words))


class _Steps(QAbstractListModel):
    """The steps of the journal, so far as the list was scrolled down."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._steps, self._is_all = desk, list[Step](), False

    def reload(self) -> None:
        """Read the latest steps anew."""
        self.beginResetModel()
        self._steps = list(self._desk.store.history(_MORE))
        self._is_all = len(self._steps) < _MORE
        self.endResetModel()

    def step(self, row: int) -> Step:
        """Return the step of a row."""
        return self._steps[row]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        step = self._steps[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                state = "，已撤销" if step.undone else ""
                return f"{self._when(step)} {step.words}{state}"
            case Qt.ItemDataRole.UserRole:
                return self._when(step), step.words, step.undone
        return None

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._is_all

    def fetchMore(self, parent: _Index) -> None:
        known = len(self._steps)
        steps = self._desk.store.history(known + _MORE)
        self._is_all = len(steps) < known + _MORE
        if len(steps) > known:
            self.beginInsertRows(QModelIndex(), known, len(steps) - 1)
            self._steps = list(steps)
            self.endInsertRows()

    def _when(self, step: Step) -> str:
        return spoken(step.at, self._desk.now())


class _Painter(QStyledItemDelegate):
    """Paints a step: when, what, and whether it was taken back."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, round(option.fontMetrics.height() * 1.7))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        when, words, undone = index.data(Qt.ItemDataRole.UserRole)
        style, metrics = option.widget.style(), QFontMetrics(option.font)
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        room = option.rect.adjusted(12, 0, -12, 0)
        place = metrics.horizontalAdvance("2025年12月28日国")
        last = metrics.horizontalAdvance("已撤销国") if undone else 0
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        painter.save()
        painter.setFont(option.font)
        painter.setPen(QColor(MUTED))
        painter.drawText(room, middle, when)
        if undone:
            painter.drawText(room, middle | right, "已撤销")
        else:
            painter.setPen(QColor(INK))
        told = QRect(room).adjusted(place, 0, -last, 0)
        elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, told.width())
        painter.drawText(told, middle, elided)
        painter.restore()
