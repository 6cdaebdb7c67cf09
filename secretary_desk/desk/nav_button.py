"""The lines of the sidebar: ways to pages, which the user may pin there."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton

from .look import ACCENT, MUTED, icon, set_role
from .pages import Entrance

_PICTURE = QSize(17, 17)
_PIN, _UNPIN = "固定在侧栏", "不再固定"


class SidebarButton(QPushButton):
    """A line of the sidebar, from which the arrow keys walk to the others."""

    walked = Signal(int)  # so many lines down

    def __init__(self, text: str = "", *, checkable: bool = False) -> None:
        super().__init__(text, checkable=checkable, autoDefault=False)
        self.setIconSize(_PICTURE)
        set_role(self, "nav")

    def nextCheckState(self) -> None:
        """Stay as it is: the page that is shown says which one is checked."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.walked.emit(steps[event.key()])
        else:
            super().keyPressEvent(event)


class NavButton(SidebarButton):
    """Stands in the sidebar always, or only while it is of use; then it can be pinned there."""

    pin_wanted = Signal(bool)

    def __init__(self, entrance: Entrance) -> None:
        super().__init__(entrance.label, checkable=True)
        self.entrance = entrance
        self._is_pinned = False
        self._pin = QToolButton()
        self._pin.setIconSize(QSize(13, 13))
        self._pin.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys come by the context menu
        set_role(self._pin, "tight")
        self._pin.clicked.connect(lambda _=False: self.pin_wanted.emit(not self._is_pinned))
        self._pin.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.addWidget(self._pin, 0, Qt.AlignmentFlag.AlignRight)
        self.set_here(here=False)
        self.set_pinned(pinned=False)

    def set_here(self, *, here: bool) -> None:
        """Show whether its page is the one that is shown."""
        self.setChecked(here)
        self.setIcon(icon(self.entrance.picture, ACCENT if here else MUTED))

    def set_pinned(self, *, pinned: bool) -> None:
        """Show whether it is pinned."""
        self._is_pinned = pinned
        self._pin.setIcon(icon("pin", ACCENT if pinned else MUTED))
        self._pin.setToolTip(_UNPIN if pinned else _PIN)
        self._pin.setAccessibleName(f"{_UNPIN if pinned else _PIN}：{self.entrance.label}")

    def offer_pin(self, *, offered: bool) -> None:
        """Show the pin itself, or leave it to the context menu."""
        self._pin.setVisible(offered and self.entrance.folds)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to pin it, also to the keyboard's menu key."""
        if not self.entrance.folds:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wanted = not self._is_pinned
        words = _PIN if wanted else _UNPIN
        menu.addAction(icon("pin"), words, lambda: self.pin_wanted.emit(wanted))
        menu.popup(event.globalPos())
