"""Over the calendar: which view is shown, which months, and where else to go."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ..buttons import button, segment
from ..card import label


class ViewBar(QWidget):
    """The views side by side; between what turns back and forth, the months shown; other ways."""

    def __init__(
        self, views: Sequence[QAction], turns: Sequence[QAction], ways: Sequence[QAction]
    ) -> None:
        super().__init__()
        self._title = label("", "h")
        self._title.setMinimumWidth(self.fontMetrics().horizontalAdvance("2026年第四季度"))
        back, forth, *others = turns
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for view in views:
            layout.addWidget(segment(view))
        layout.addSpacing(18)
        layout.addWidget(button(back, "icon"))
        layout.addWidget(self._title)
        layout.addWidget(button(forth, "icon"))
        for each in others:
            layout.addWidget(button(each, "quiet"))
        layout.addStretch(1)
        for each in ways:
            layout.addWidget(button(each, "quiet"))

    def say(self, title: str) -> None:
        """Say which months are shown."""
        self._title.setText(title)
