"""The head of the window: the page's title, the year, the search field, the page's actions."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from .buttons import button
from .fields.combo_box import ComboBox
from .fields.edits import LineEdit
from .look import MUTED, icon, set_role

_HINT, _SHORT_HINT = "查找全部记录", "查找"
_AROUND = 5  # characters that the pictures in the search field take
_PAUSE = 150  # milliseconds after the last letter


class _SearchBox(LineEdit):
    """Says what it is for in as many words as there is room for."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self.fontMetrics().horizontalAdvance("国" * (len(_HINT) + _AROUND))
        self.setPlaceholderText(_HINT if self.width() >= needed else _SHORT_HINT)


class Head(QWidget):
    """Stands over every page; its last action is the primary one."""

    searched = Signal(str)
    entered = Signal(str)  # what was typed is to be opened, not only shown
    year_chosen = Signal(int)

    def __init__(self, back: QAction) -> None:
        super().__init__()
        set_role(self, "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = QLabel()
        set_role(self._title, "title")
        self._years = ComboBox()
        self._years.setAccessibleName("年度")
        self._years.activated.connect(lambda _: self.year_chosen.emit(self._years.currentData()))
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(lambda: self.searched.emit(self._words.text().strip()))
        self._words = self._search_field()
        self._actions = QHBoxLayout()
        self._buttons: list[QPushButton] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 9, 22, 9)
        layout.addWidget(button(back, "quiet", only_enabled=True, yields=True))
        layout.addWidget(self._title)
        layout.addSpacing(8)
        layout.addWidget(self._years)
        layout.addStretch(1)
        layout.addWidget(self._words, 2)
        layout.addLayout(self._actions)

    def set_page(self, title: str, actions: Sequence[QAction]) -> None:
        """Show a page's title and what it offers."""
        self._title.setText(title)
        for old in self._buttons:
            self._actions.removeWidget(old)
            old.hide()
            old.deleteLater()
        roles = ["plain"] * (len(actions) - 1) + ["primary"] * bool(actions)
        self._buttons = [button(a, role) for a, role in zip(actions, roles, strict=True)]
        for made in self._buttons:
            self._actions.addWidget(made)
            made.show()
        for before, after in pairwise((self._words, *self._buttons)):
            self.setTabOrder(before, after)

    def set_years(self, years: Sequence[int], year: int) -> None:
        """Offer years, one of them chosen."""
        if [self._years.itemData(place) for place in range(self._years.count())] != list(years):
            self._years.clear()
            for number in years:
                self._years.addItem(f"{number} 年度", number)
        self._years.setCurrentIndex(list(years).index(year))

    def search(self) -> None:
        """Let the user type words to search for."""
        self._words.setFocus()
        self._words.selectAll()

    def show_words(self, words: str) -> None:
        """Show what is searched for, where it is not what was typed."""
        if words != self._words.text().strip():
            self._words.setText(words)
            self._timer.stop()

    def clear_words(self) -> None:
        """Forget what was searched for."""
        self._words.clear()  # with its signals: else the field's × would stay
        self._timer.stop()

    def _search_field(self) -> LineEdit:
        words = _SearchBox()
        words.setAccessibleName(_HINT)
        words.setToolTip(_HINT)
        words.setClearButtonEnabled(True)
        words.addAction(icon("search", MUTED), LineEdit.ActionPosition.LeadingPosition)
        words.setMinimumWidth(self.fontMetrics().horizontalAdvance("国") * 7)
        words.setMaximumWidth(self.fontMetrics().horizontalAdvance("国") * 22)
        words.textChanged.connect(lambda _: self._timer.start())
        words.returnPressed.connect(self._on_entered)
        return words

    def _on_entered(self) -> None:
        self._timer.stop()
        if words := self._words.text().strip():
            self.entered.emit(words)
