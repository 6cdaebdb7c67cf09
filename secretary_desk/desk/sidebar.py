"""The sidebar: whose desk it is, and the ways to its pages."""

from collections.abc import Collection, Iterable, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from .look import set_role
from .nav_button import SidebarButton
from .pages import SIDEBAR
from .sidebar_group import SidebarGroup

_WIDTH = 13  # characters
_LONGEST = 32  # characters of the branch's name
_LINE = 1  # pixel over what scrolls, as in the style sheet
_LOW, _HIGH = 1.2, 1.7  # lines that a way is high


class Sidebar(QWidget):
    """Pages in groups, the first of which stays while the others scroll; arrow keys walk all."""

    chosen = Signal(str)
    pinned = Signal(list)  # the pages that are to stand there from now on

    def __init__(self, pins: Iterable[str] = ()) -> None:
        super().__init__()
        set_role(self, "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("国") * _WIDTH)
        self._pins, self._used, self._here = list(pins), set[str](), ""
        self._groups = [SidebarGroup(name, entrances) for name, entrances in SIDEBAR.items()]
        self._ways = {way.entrance.page: way for group in self._groups for way in group.ways}
        self._branch, self._sample = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._top, self._rest, self._scroll = QWidget(), QWidget(), QScrollArea()
        self._lay_out()
        self._connect()
        self._show()

    def set_branch(self, name: str, *, is_sample: bool = False) -> None:
        """Show whose desk it is, and where it is nobody's."""
        self._sample.setVisible(is_sample)
        short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        # Zero-width blanks, so that Latin words break too.
        self._branch.setText("\u200b".join(short) or "支部名称未填写")
        self._branch.setToolTip(f"<p>{escape(name)}</p>" if short != name else "")
        self._share_room()

    def set_here(self, page: str) -> None:
        """Mark the page that is shown; none for a page without an entrance."""
        self._here = page
        for name, way in self._ways.items():
            way.set_here(here=name == page)
        self._show()

    def set_used(self, pages: Collection[str]) -> None:
        """Show the ways to pages that have entries this year."""
        self._used = set(pages)
        self._show()

    def buttons(self) -> Sequence[SidebarButton]:
        """Return the buttons that are shown, in order."""
        return [button for group in self._groups for button in group.buttons()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _show(self) -> None:
        """Show the ways that are pinned or used, and the one gone."""
        for group in self._groups:
            group.want({*self._pins, *self._used, self._here})
        for name, way in self._ways.items():
            way.set_pinned(pinned=name in self._pins)
        self._share_room()

    def _share_room(self) -> None:
        """Make the ways as high as there is room for; below the least, they scroll."""
        buttons, line = self.buttons(), self.fontMetrics().height()
        low, high = round(line * _LOW), round(line * _HIGH)
        for button in buttons:
            button.setFixedHeight(low)
        for group in self._groups:
            group.updateGeometry()  # else what holds it goes by its former height
        taken = self._top.heightForWidth(self.width() - 1) + self._rest.sizeHint().height()
        taken += _LINE
        # Room is kept for one way more, that no line is lower on a page that has none here.
        spare = self._here not in self._ways or not self._is_passing(self._here)
        each = low + (self.height() - taken - low * spare) // (len(buttons) + spare)
        for button in buttons:
            button.setFixedHeight(max(low, min(each, high)))

    def _is_passing(self, page: str) -> bool:
        """Whether a way stands there only because its page is shown."""
        stays = page in self._pins or page in self._used
        return self._ways[page].entrance.folds and not stays

    def _on_walked(self, start: SidebarButton, steps: int) -> None:
        buttons = self.buttons()
        goal = buttons[(buttons.index(start) + steps) % len(buttons)]
        goal.setFocus(Qt.FocusReason.TabFocusReason)
        if self._rest.isAncestorOf(goal):
            self._scroll.ensureWidgetVisible(goal, 0, 0)

    def _on_pin_wanted(self, page: str, pinned: bool) -> None:
        self._pins = [other for other in self._pins if other != page] + [page] * pinned
        self._show()
        self.pinned.emit(self._pins)

    def _on_scrolled(self, by: int) -> None:
        """Draw a line where ways have gone under the first group, one perhaps by half."""
        set_role(self._scroll, "under" if by else "whole")

    def _connect(self) -> None:
        self._scroll.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        for group in self._groups:
            group.folded.connect(self._share_room)
            for button in (*group.ways, group.more):
                button.walked.connect(partial(self._on_walked, button))
        for page, way in self._ways.items():
            way.clicked.connect(lambda _=False, page=page: self.chosen.emit(page))
            way.pin_wanted.connect(lambda wanted, page=page: self._on_pin_wanted(page, wanted))

    def _lay_out(self) -> None:
        brand = QLabel("书记案头")
        set_role(brand, "brand")
        self._branch.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._branch, "muted")
        self._sample.setText("示例（虚构），可以随意试")
        set_role(self._sample, "trouble")
        for label in (brand, self._branch, self._sample):
            label.setContentsMargins(16, 0, 12, 1)
        top = _stack(self._top, (brand, self._branch, self._sample, self._groups[0]))
        top.setContentsMargins(0, 14, 0, 0)
        rest = _stack(self._rest, self._groups[1:])
        rest.setContentsMargins(0, 0, 0, 10)
        rest.addStretch(1)
        set_role(self._rest, "ways")
        set_role(self._scroll, "whole")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._rest)
        layout = _stack(self, (self._top, self._scroll))
        layout.setContentsMargins(0, 0, 1, 0)  # the line at the right
        layout.setStretch(1, 1)


def _stack(holder: QWidget, widgets: Sequence[QWidget]) -> QVBoxLayout:
    """Put widgets one under the other, without gaps."""
    layout = QVBoxLayout(holder)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    return layout
