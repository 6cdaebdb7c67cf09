"""What fields that hold a growing list have in common: a button that adds, and Tab in order."""

from itertools import pairwise

from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ...records.fields import Rows
from .buttons import Button
from .context import Context
from .field import Field


class ListField(Field):
    """Leads Tab through its boxes to the button that adds, wherever in the form it stands."""

    def __init__(self, spec: Rows, context: Context, name: str, add: Button) -> None:
        super().__init__(spec, context, name)
        self._add = add

    def focusInEvent(self, event: QFocusEvent) -> None:
        # No focus proxy: Tab comes upon the field behind its boxes, and would go back to them.
        self._entrance().setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._chain()  # while the field was a window of its own, Qt kept no order of Tab

    def _boxes(self) -> list[QWidget]:
        """Return what takes the focus in the list, in order."""
        raise NotImplementedError

    def _entrance(self) -> QWidget:
        return self._add

    def _chain(self) -> None:
        # The button keeps the field's place in the form's order; the boxes go behind it, then it.
        boxes = self._boxes()
        for one, other in pairwise((self._add, *boxes, self._add) if boxes else ()):
            QWidget.setTabOrder(one, other)
