"""The list to choose from that every form uses."""

from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox


class ComboBox(QComboBox):
    """Leaves the wheel to what scrolls, so that it never changes what is entered.

    Focused or not: nobody who scrolls a form looks for the focus first. An open list is another
    widget and scrolls. Pasting is left to the form too, which may take a picture.
    """

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()  # a list would look for an entry that begins so
        else:
            super().keyPressEvent(event)
