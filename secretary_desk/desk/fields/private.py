"""A field that others may not read over the user's shoulder: masked until he wants to see it."""

from typing import Any, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenuBar, QWidget

from ...records.day import Day
from ...records.masking import masked
from .buttons import tool
from .field import Field
from .masks import Mask, Shown
from .scrolling import bring_into_view

_PRESSED = 50  # milliseconds after which it is asked again whether the mouse is let go


class PrivateField(Field):
    """Lays a mask over another field, which holds the value and is never told of the mask.

    Uncovered, it is read; only what asks for it once more can change it. Empty, it is typed into
    straight away. It is masked again when another field, another entry or page is gone to.
    """

    def __init__(self, within: Field) -> None:
        super().__init__(within.spec, within.context, within.name)
        self._within, self._mask = within, Mask(within.spec.label)
        self._shown = Shown(within.spec.label)
        self._hide = tool("eye-off", "隐藏（到别的栏去时自动隐藏）")
        self._is_open = self._is_uncovered = False
        self._left = QTimer(self, singleShot=True)
        self._left.timeout.connect(self._on_left)
        application = cast(QApplication, QApplication.instance())
        application.focusChanged.connect(self._on_focus_changed)
        within.edited.connect(self._on_edited)
        self._mask.clicked.connect(self.uncover)
        self._shown.wanted.connect(self.edit)
        self._hide.clicked.connect(self._on_hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 4)
        layout.addWidget(self._mask, 1)
        layout.addWidget(self._shown, 1)
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
        """Show what is masked, to be read; what is empty, to be typed in."""
        self._is_uncovered = True
        self._settle()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self)

    def edit(self) -> None:
        """Let the user type."""
        self._is_open = self._is_uncovered = True
        self._settle()
        self._within.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # back from another page, not from another program
            self.cover()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if (self._is_open or self._is_uncovered) and self._is_elsewhere(new):
            self._left.start(0)  # a row that goes takes the focus away for a moment

    def _on_left(self) -> None:
        """Mask it where the focus has gone to another field, with no button held: what is clicked
        there would be somewhere else when it is let go."""
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._left.start(_PRESSED)
        elif self._is_elsewhere(QApplication.focusWidget()):
            self.cover()

    def _is_elsewhere(self, focus: QWidget | None) -> bool:
        """Whether the focus is in this window, but not here: lists, dialogs, other programs and
        menus give it back."""
        if focus is None or focus.window() is not self.window() or isinstance(focus, QMenuBar):
            return False
        return not self.isAncestorOf(focus)

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
        """Show the mask, what it hides or the field beneath, which then has the keys."""
        value = self._within.value()
        told = masked(self.spec, value)
        is_closed = bool(told) and not self._is_open and not self._within.trouble()
        is_read = is_closed and self._is_uncovered
        self._mask.say(told)
        self._shown.say(self.spec.show(value) if is_read else "")
        front = (self._shown if is_read else self._mask) if is_closed else self._within
        self.setFocusProxy(front)
        for part in (self._mask, self._shown, self._within):
            part.setVisible(part is front)
        self._hide.setVisible(self._is_uncovered)
