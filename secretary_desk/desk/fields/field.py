"""What every field of a form is."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ...records.day import Day
from ...records.specs import Spec
from .context import Context
from .edits import Composing


class Field(QWidget):
    """One field of an entry, or one cell of a list, with its label told to screen readers.

    ``edited`` is emitted on each change that the user makes, and by no ``set_value``.
    """

    edited = Signal()

    def __init__(self, spec: Spec, context: Context, name: str = "") -> None:
        super().__init__()
        self.spec, self.context, self.name = spec, context, name

    def value(self) -> Any:
        """Return what is entered; while it cannot be read, what was last read."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def trouble(self) -> str:
        """Return why what stands in the field cannot be read; empty when it can."""
        return ""

    def kept(self, before: Any) -> Any:
        """Return what is to be saved; what cannot be read is as it was before."""
        return before if self.trouble() else self.value()

    def take_in(self) -> None:
        """Make text that is being composed part of the value: before saving, leaving, closing."""
        for child in self.findChildren(QWidget):
            if isinstance(child, Composing):
                child.take_in()

    def set_day(self, day: Day | None) -> None:
        """Tell the field the day of its entry, on which a roster depends."""

    def cover(self) -> None:
        """Mask again what is private: the entry is left, or another one is shown."""

    def _lay_out(self, focus: QWidget, *others: QWidget, below: bool = False) -> None:
        """Put the widget to type in and others beside it on one line, or below it."""
        focus.setAccessibleName(self.spec.label)
        focus.setAccessibleDescription(self.spec.hint)
        self.setFocusProxy(focus)
        direction = QBoxLayout.Direction
        layout = QBoxLayout(direction.TopToBottom if below else direction.LeftToRight, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 4)
        layout.addWidget(focus, 1)
        for widget in others:
            layout.addWidget(widget)
