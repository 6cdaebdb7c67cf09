"""A box that offers what was entered before; it never writes without being asked to."""

from collections.abc import Callable, Sequence
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView

from ...records.pinyin import matches
from .edits import ENTER, LineEdit

AT_MOST = 50
# Left to the open list; the box itself would take Enter for the form's.
_KEYS_OF_THE_LIST = (*ENTER, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape)


class Offer(NamedTuple):
    """What may be chosen: its text, what tells it from others of that text, what it stands for."""

    text: str
    note: str = ""
    value: object = None

    def shown(self) -> str:
        """Return the line of the list."""
        return f"{self.text}（{self.note}）" if self.note else self.text


class SuggestingEdit(LineEdit):
    """Offers by words, pinyin and initials once something is committed, on ↓ with the first chosen.

    ``fetch`` is asked for the offers on each focus. ``chosen`` comes after the text has changed.
    """

    chosen = Signal(object)  # Offer

    def __init__(self, fetch: Callable[[], Sequence[Offer]]) -> None:
        super().__init__()
        self._fetch = fetch
        self._offers: Sequence[Offer] = ()
        self._found: list[Offer] = []
        self._silent = False
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(10)
        # Not QLineEdit.setCompleter: that writes each line into the box on the way through.
        self._completer.setWidget(self)
        self._list = QListView()
        self._list.setProperty("role", "popup")
        self._completer.setPopup(self._list)
        self._completer.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]
        self.textEdited.connect(self._on_typed)

    def offers_list(self) -> QListView:
        """Return the list that opens below the box."""
        return self._list

    def offered(self) -> list[str]:
        """Return the lines of the open list; none when it is closed."""
        return [offer.shown() for offer in self._found] if self._is_open() else []

    def take_in(self) -> None:
        self._silent = True
        super().take_in()
        self._silent = False

    def put(self, text: str) -> None:
        super().put(text)
        self._list.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._offers = list(self._fetch())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_open() and event.key() in _KEYS_OF_THE_LIST:
            self._leave_to_list(event)
        elif event.key() == Qt.Key.Key_Down and not self._composed:
            self._offer()
            self._list.setCurrentIndex(self._model.index(0, 0))  # asked for: Enter takes it
        else:
            super().keyPressEvent(event)

    def _leave_to_list(self, event: QKeyEvent) -> None:
        """Let the list have a key, but for Enter while none of its lines is chosen.

        Letters alone are meant for what they spell: then Enter takes the first line.
        """
        is_vain = event.key() in ENTER and not self._list.selectionModel().hasSelection()
        event.setAccepted(is_vain)
        if is_vain:
            self._list.hide()
            start, end = self._part()
            if _is_pinyin(self.text()[start:end].strip()):
                self._on_activated(self._model.index(0, 0))

    def _part(self) -> tuple[int, int]:
        """Return where the words stand that an offer replaces."""
        return 0, len(self.text())

    def _on_typed(self) -> None:
        start, end = self._part()
        if self._silent:
            return
        if end > start:
            self._offer()
        else:
            self._list.hide()

    def _offer(self) -> None:
        start, end = self._part()
        typed = self.text()[start:end].strip()
        self._found = found(typed, self._offers)
        self._model.clear()
        for offer in self._found:
            self._model.appendRow(QStandardItem(offer.shown()))
        if self._found and [offer.shown() for offer in self._found] != [typed]:
            self._completer.complete()
        else:
            self._list.hide()

    def _on_activated(self, index: QModelIndex) -> None:
        offer = self._found[index.row()]
        self.take_in()
        start, end = self._part()
        self._silent = True
        self.setSelection(start, end - start)
        self.insert(offer.text)
        self._silent = False
        self.chosen.emit(offer)

    def _is_open(self) -> bool:
        return self._list.isVisible()


def _is_pinyin(typed: str) -> bool:
    return typed.isascii() and typed.isalpha() and typed.islower()


def found(typed: str, offers: Sequence[Offer]) -> list[Offer]:
    """Return the offers that match, those that begin with it first, at most ``AT_MOST``."""
    hits = (offer for offer in offers if matches(typed, offer.text))
    return sorted(islice(hits, AT_MOST), key=lambda offer: not offer.text.startswith(typed))
