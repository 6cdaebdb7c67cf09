"""The entries behind what was clicked, or what is still missing: a card of lines that lead on."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)

from ..card import label
from ..fields.edits import ENTER
from ..look import set_role
from ..page import Place
from .entries import Line, Told
from .lines import LineDelegate, Role
from .wrapping import yielding

_LEAST, _MOST = 2, 6  # lines in view
_RESTORED = "换成记录里的数，以后随记录变化；按“撤销”可以取回手填的数"
_CHOICE = "来自{}条记录，打开哪一条：点一下，或按↑↓选、按 Enter。"
_NO_CHOICE = "没有这样的记录可以打开。"


class Behind(QFrame):
    """Shows a heading and its lines; ``wanted`` gives the place of the line clicked."""

    wanted = Signal(object)  # Place
    restored = Signal()  # the figure is to stand in place of the number typed over it
    doubled = Signal()  # a second click has met it, a line or not

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "card")
        self._heading = yielding(QLabel())
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._choice = label("", "muted")
        self._choice.setWordWrap(True)
        self._list = LineList()
        self._list.opened.connect(lambda line: self.wanted.emit(line.place))
        self._restore = QPushButton("改回记录里的数", autoDefault=False, toolTip=_RESTORED)
        set_role(self._restore, "plain")
        self._restore.clicked.connect(self.restored)
        restore = QHBoxLayout()
        restore.addWidget(self._restore)
        restore.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self._heading)
        layout.addWidget(self._choice)
        layout.addLayout(restore)
        layout.addWidget(self._list)

    def tell(self, told: Told | None, hint: str) -> None:
        """Show what is told; a hint where nothing is."""
        set_role(self._heading, "h" if told else "muted")
        self._heading.setText(told.heading if told else hint)
        self._heading.setVisible(bool(told or hint))
        self._list.show_lines(told.lines if told else ())
        self._list.setVisible(bool(told and told.lines))
        self._restore.setVisible(bool(told and told.figure))
        self._choice.hide()
        self.setVisible(bool(told or hint))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.doubled.emit()

    def places(self) -> list[Place]:
        """Return where the lines lead."""
        return [line.place for line in self._list.lines()]

    def focus_list(self) -> None:
        """Let the user choose a line, and say how; where there is none, say that."""
        count = len(self._list.lines())
        self._choice.setText(_CHOICE.format(count) if count else _NO_CHOICE)
        self._choice.show()
        if not count:
            return
        self._list.setFocus()
        if not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._list.model().index(0, 0))


class LineList(QListView):
    """Lines to open by a click or with Enter; as high as they are, up to a few."""

    opened = Signal(object)  # Line

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Line] = ()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(LineDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        set_role(self, "lines")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_opened)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self._lines = lines
        self._model.clear()
        for line in lines:
            item = QStandardItem(line.text)
            item.setData(line.beside, Role.BESIDE)
            item.setData(f"{line.text}，{line.beside}", Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        self.scrollToTop()
        self.updateGeometry()

    def lines(self) -> Sequence[Line]:
        """Return the lines that are shown."""
        return self._lines

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self._on_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.ignore()  # one click has opened a line already

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height(_MOST))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height(_LEAST))

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self._lines[index.row()])

    def _height(self, most: int) -> int:
        row = self.sizeHintForRow(0) if self._lines else self.fontMetrics().lineSpacing()
        return row * max(min(len(self._lines), most), 1) + 2 * self.frameWidth()
