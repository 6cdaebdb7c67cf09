"""What the steps of a move are made of."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..card import label

_MB = 1024 * 1024


class Step(QWidget):
    """One step: a title and what it is about above, what went wrong and the buttons below."""

    def __init__(self, title: str, about: str) -> None:
        super().__init__()
        self.inside = QVBoxLayout()
        self.inside.setSpacing(10)
        self.trouble = wrapped("", "trouble")
        self.trouble.hide()
        self.below = QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(title, "title"))
        if about:
            layout.addWidget(wrapped(about, "muted"))
        layout.addLayout(self.inside)
        layout.addWidget(self.trouble)
        layout.addStretch(1)
        layout.addLayout(self.below)

    def say_trouble(self, sentence: str) -> None:
        """Say what went wrong; nothing when all is well."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def put_below(self, *buttons: QPushButton | None) -> None:
        """Put the buttons in a row; None for the room between them."""
        for button in buttons:
            self.below.addWidget(button) if button else self.below.addStretch(1)

    def end_with(self, *buttons: QPushButton | None) -> None:
        """Put the buttons in a row, of which Enter presses the last."""
        self.put_below(*buttons)
        if last := buttons[-1]:
            last.setAutoDefault(True)
            self.setFocusProxy(last)


def wrapped(text: str, role: str = "") -> QLabel:
    """Return a label that wraps."""
    made = label(text, role)
    made.setWordWrap(True)
    return made


def breakable(text: Path | str) -> str:
    """Return a path or a name that a label can wrap anywhere: zero-width blanks in it."""
    return "\u200b".join(str(text))


def size_of(size: int) -> str:
    """Return a size in bytes as a user reads it."""
    return f"{size / _MB:.1f}MB" if size >= _MB else f"{max(size // 1024, 1)}KB"
