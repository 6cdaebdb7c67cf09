"""The line that says that the speech is shown, with what there is to do with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from ..buttons import button
from ..look import set_role
from .wrapping import yielding

_SAID = "现场稿：念着讲的短稿。在这里改的不动书面报告；书面报告里的“补充”，这里也讲。"


class SpeechBar(QFrame):
    """Stands over the panes while they show the speech."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "notice")
        said = yielding(QLabel(_SAID))
        said.setTextFormat(Qt.TextFormat.PlainText)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(10, 4, 6, 4)
        self._layout.addWidget(said, 1)
        self.hide()

    def offer(self, tools: Sequence[QAction]) -> None:
        """Put buttons for actions at the right."""
        for tool in tools:
            self._layout.addWidget(button(tool, "quiet"))
