"""The status bar: when it was last saved, what was done, what can be undone."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStatusBar

from .buttons import button

_WHILE = 8000  # milliseconds that a note stands


class Status(QStatusBar):
    """Speaks at the window's foot."""

    def __init__(self, undo: QAction, redo: QAction) -> None:
        super().__init__(sizeGripEnabled=False)
        self.setContentsMargins(8, 0, 8, 0)
        self._saved, self._note = QLabel(), QLabel()
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._timer = QTimer(self, singleShot=True, interval=_WHILE)
        self._timer.timeout.connect(self._note.clear)
        self.addWidget(self._saved)
        self.addWidget(self._note, 1)
        for step in (undo, redo):
            self.addPermanentWidget(button(step, "status"))

    def say_saved(self, at: datetime) -> None:
        """Say when the last change was written."""
        self._saved.setText(f"已保存 {at:%H:%M}")

    def say(self, note: str) -> None:
        """Say something for a while."""
        self._note.setText(note)
        self._timer.start()
