"""The status bar: when it was last saved, what was done, what can be undone."""

from datetime import datetime
from html import escape

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar

from .buttons import button
from .card import label

_WHILE = 8000  # milliseconds that a note stands
_LONGEST = 24  # characters of the last step's words


class Status(QStatusBar):
    """Speaks at the window's foot."""

    def __init__(self, undo: QAction, redo: QAction) -> None:
        super().__init__(sizeGripEnabled=False)
        self.setContentsMargins(8, 0, 8, 0)
        self._saved, self._note, self._last = QLabel(), label(""), label("", "muted")
        self._timer = QTimer(self, singleShot=True, interval=_WHILE)
        self._timer.timeout.connect(self._note.clear)
        self.addWidget(self._saved)
        self.addWidget(self._note, 1)
        self.addPermanentWidget(self._last)
        for step in (undo, redo):
            self.addPermanentWidget(_in_its_place(button(step, "step", only_enabled=True)))

    def say_saved(self, at: datetime) -> None:
        """Say when the last change was written."""
        self._saved.setText(f"已保存 {at:%H:%M}")

    def say_last(self, words: str) -> None:
        """Say what the step was that can be undone; nothing where there is none."""
        room = self.fontMetrics().horizontalAdvance("国") * _LONGEST
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self._last.setText(f"上一步：{short}" if words else "")
        self._last.setToolTip(f"<qt>{escape(words)}</qt>" if words else "")

    def say(self, note: str) -> None:
        """Say something for a while."""
        self._note.setText(note)
        self._timer.start()


def _in_its_place(step: QPushButton) -> QPushButton:
    """Keep a button's room while it is hidden: pressed again and again, it stays one button."""
    policy = step.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    step.setSizePolicy(policy)
    return step
