"""What the steps of a move are made of."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ..buttons import in_a_row
from ..card import label, wrapped


class Step(QWidget):
    """One step: a title and what it is about above, what went wrong and the buttons below."""

    def __init__(self, title: str, about: str) -> None:
        super().__init__()
        self.inside = QVBoxLayout()
        self.inside.setSpacing(10)
        self.trouble = wrapped("", "trouble")
        self.trouble.hide()
        # Its room is kept: what is pressed must not move away from the mouse.
        kept = self.trouble.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.trouble.setSizePolicy(kept)
        self.trouble.setMinimumHeight(self.trouble.fontMetrics().lineSpacing())
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(title, "title"))
        if about:
            layout.addWidget(wrapped(about, "muted"))
        layout.addLayout(self.inside)
        layout.addWidget(self.trouble)
        layout.addStretch(1)

    def say_trouble(self, sentence: str) -> None:
        """Say what went wrong; nothing when all is well."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def put_below(self, *buttons: QPushButton | None) -> None:
        """Put the buttons in a row; None for the room between them."""
        self._layout.addLayout(in_a_row(*buttons))

    def end_with(self, *buttons: QPushButton | None) -> None:
        """Put the buttons in a row, of which Enter presses the last."""
        self.put_below(*buttons)
        if last := buttons[-1]:
            last.setAutoDefault(True)
            self.setFocusProxy(last)


def breakable(text: Path | str) -> str:
    """Return a path or a name that a label can wrap anywhere: zero-width blanks in it."""
    return "\u200b".join(str(text))
