"""The sidebar: whose desk it is, and the ways to its pages."""

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .look import ACCENT, MUTED, icon, set_role
from .pages import SIDEBAR, Entrance

_WIDTH = 13  # characters
_LONGEST = 32  # characters of the branch's name


class Sidebar(QScrollArea):
    """Pages in four groups; arrow keys walk through them."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("国") * _WIDTH)
        self._buttons: dict[str, QPushButton] = {}
        self._pictures: dict[str, str] = {}
        self._together = QButtonGroup(self)
        self._branch = QLabel(wordWrap=True)
        self._branch.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._branch, "muted")
        self.setWidget(self._inside())

    def set_branch(self, name: str, *, is_sample: bool = False) -> None:
        """Show whose desk it is, and where it is nobody's."""
        self._sample.setVisible(is_sample)
        short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        # Zero-width blanks, so that Latin words break too.
        self._branch.setText("\u200b".join(short) or "支部名称未填写")
        self._branch.setToolTip(f"<p>{escape(name)}</p>" if short != name else "")

    def set_here(self, page: str) -> None:
        """Mark the page that is shown; none for a page without an entrance."""
        self._together.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == page)
            button.setIcon(icon(self._pictures[name], ACCENT if name == page else MUTED))
        self._together.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        buttons = list(self._buttons.values())
        focused = self.focusWidget()
        if event.key() in ways and focused in buttons:
            place = (buttons.index(focused) + ways[event.key()]) % len(buttons)
            buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _inside(self) -> QWidget:
        inside = QWidget()
        set_role(inside, "side")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 14, 0, 10)
        layout.setSpacing(0)
        brand = QLabel("书记案头")
        set_role(brand, "brand")
        self._sample = QLabel("示例（虚构），可以随意试", wordWrap=True)
        set_role(self._sample, "trouble")
        for label in (brand, self._branch, self._sample):
            label.setContentsMargins(16, 0, 12, 1)
            layout.addWidget(label)
        for group, entrances in SIDEBAR.items():
            heading = QLabel(group)
            set_role(heading, "group")
            heading.setContentsMargins(16, 9, 12, 2)
            layout.addWidget(heading)
            for entrance in entrances:
                layout.addWidget(self._button(entrance), 1)
        layout.addStretch(2)
        return inside

    def _button(self, entrance: Entrance) -> QPushButton:
        button = QPushButton(icon(entrance.picture), entrance.label, checkable=True)
        button.setIconSize(QSize(17, 17))
        set_role(button, "nav")
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        button.setMaximumHeight(round(self.fontMetrics().height() * 1.8))
        button.clicked.connect(lambda _: self.chosen.emit(entrance.page))
        self._together.addButton(button)
        self._buttons[entrance.page] = button
        self._pictures[entrance.page] = entrance.picture
        return button
