"""A field that others may not read over the user's shoulder: masked until he wants to see it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton

from ...records.day import Day
from ...records.masking import HIDDEN, masked
from ..look import MUTED, icon, set_role
from .buttons import tool
from .edits import ENTER
from .field import Field
from .scrolling import bring_into_view


class PrivateField(Field):
    """Lays a mask over another field, which holds the value and is never told of the mask.

    Empty, it is typed into straight away. What was typed or uncovered stays to be seen until the
    entry is left: by ``cover``, or for another page.
    """

    def __init__(self, within: Field) -> None:
        super().__init__(within.spec, within.context, within.name)
        self._within, self._mask = within, _Mask(within.spec.label)
        self._hide = tool("eye-off", "隐藏（离开这条记录时自动隐藏）")
        self._is_open = self._is_uncovered = False
        within.edited.connect(self._on_edited)
        self._mask.clicked.connect(self.uncover)
        self._hide.clicked.connect(self._on_hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 4)
        layout.addWidget(self._mask, 1)
        layout.addWidget(within, 1)
        layout.addWidget(self._hide, 0, Qt.AlignmentFlag.AlignTop)
        self._settle()

    def value(self) -> Any:
        return self._within.value()

    def set_value(self, value: Any) -> None:
        self._within.set_value(value)
        self._settle()

    def trouble(self) -> str:
        return self._within.trouble()

    def kept(self, before: Any) -> Any:
        return self._within.kept(before)

    def take_in(self) -> None:
        self._within.take_in()

    def set_day(self, day: Day | None) -> None:
        self._within.set_day(day)

    def cover(self) -> None:
        self._is_open = self._is_uncovered = False
        self._settle()

    def uncover(self) -> None:
        """Show what is masked, and let the user type there."""
        self._is_open = self._is_uncovered = True
        self._settle()
        self._within.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # back from another page, not from another program
            self.cover()

    def _on_edited(self) -> None:
        self._is_open = True
        self.edited.emit()

    def _on_hide(self) -> None:
        has_focus = self._within.isAncestorOf(QApplication.focusWidget() or self)
        self._within.take_in()
        self.cover()
        if has_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        """Show the mask or what is beneath it, which then has the keys."""
        shown = masked(self.spec, self._within.value())
        is_masked = bool(shown) and not self._is_open and not self._within.trouble()
        self._mask.say(shown)
        self.setFocusProxy(self._mask if is_masked else self._within)
        self._mask.setVisible(is_masked)
        self._within.setVisible(not is_masked)
        self._hide.setVisible(self._is_uncovered)


class _Mask(QPushButton):
    """Stands where the field would: a click or Space uncovers it, Enter goes on as in any box."""

    def __init__(self, label: str) -> None:
        super().__init__(icon("eye", MUTED), "")
        self._label = label
        set_role(self, "mask")
        self.setAutoDefault(False)
        self.setToolTip("点一下显示（或按空格键）")

    def say(self, shown: str) -> None:
        """Show a masked value."""
        self.setText(f" {shown}　点这里显示" if shown == HIDDEN else f" {shown}")
        self.setAccessibleName(f"{self._label} {shown} 已隐藏，按空格键显示")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)
