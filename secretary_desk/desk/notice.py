"""A quiet bar over the pages: a sentence, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from .buttons import small_button
from .card import wrapped
from .look import set_role


class Notice(QWidget):
    """Says a sentence, or is not there; it takes the keyboard from nobody."""

    def __init__(self) -> None:
        super().__init__()
        frame = QFrame()
        set_role(frame, "notice")
        self._said = wrapped("")
        around, self._inside = QHBoxLayout(self), QHBoxLayout(frame)
        around.setContentsMargins(22, 8, 22, 0)
        around.addWidget(frame)
        self._inside.setContentsMargins(12, 5, 8, 5)
        self._inside.addWidget(self._said, 1)

    def offer(self, words: str, run: Callable[[], object], role: str = "plain") -> QPushButton:
        """Return a button that is put behind the sentence."""
        made = small_button(words, run, role)
        self._inside.addWidget(made)
        return made

    def tell(self, sentence: str) -> None:
        """Say a sentence; without one the bar goes away."""
        self._said.setText(sentence)
        if not sentence:
            self.hide()
        elif self.parentWidget():  # without one it would be shown as a window of its own
            self.show()
