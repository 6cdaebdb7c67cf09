"""One group of the sidebar: its heading, its ways, and 更多 for those that are not in use."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from .look import icon, set_role
from .nav_button import NavButton, SidebarButton
from .pages import Entrance


class SidebarGroup(QWidget):
    """Shows the ways that stand always or are wanted; 更多 unfolds the rest, and folds it again."""

    folded = Signal()  # or unfolded

    def __init__(self, heading: str, entrances: Sequence[Entrance]) -> None:
        super().__init__()
        self.ways = [NavButton(entrance) for entrance in entrances]
        self._wanted: Collection[str] = ()
        self._is_unfolded = False
        self.more = SidebarButton()
        self.more.clicked.connect(self._on_more)
        head = QLabel(heading)
        set_role(head, "group")
        head.setContentsMargins(16, 9, 12, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (head, *self.ways, self.more):
            layout.addWidget(widget)
        self._show()

    def want(self, pages: Collection[str]) -> None:
        """Show the ways to these pages without being unfolded."""
        self._wanted = pages
        self._show()

    def buttons(self) -> list[SidebarButton]:
        """Return the buttons that are shown, in order."""
        return [button for button in (*self.ways, self.more) if not button.isHidden()]

    def _show(self) -> None:
        folded = [way for way in self.ways if self._folds(way)]
        for way in self.ways:
            way.setVisible(self._is_unfolded or way not in folded)
            way.offer_pin(offered=self._is_unfolded)
        self.more.setVisible(bool(folded))
        self.more.setText("收起" if self._is_unfolded else f"更多（{len(folded)}）")
        self.more.setIcon(icon("chevron-up" if self._is_unfolded else "chevron-down"))
        self.more.setAccessibleName("收起" if self._is_unfolded else f"更多，{len(folded)}项")

    def _folds(self, way: NavButton) -> bool:
        return way.entrance.folds and way.entrance.page not in self._wanted

    def _on_more(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._show()
        self.folded.emit()
