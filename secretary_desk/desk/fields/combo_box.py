"""The list to choose from that every form uses."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class ComboBox(QComboBox):
    """Leaves the wheel to what scrolls, so that it never changes what is entered.

    Focused or not: nobody who scrolls a form looks for the focus first. An open list is another
    widget and scrolls.
    """

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
