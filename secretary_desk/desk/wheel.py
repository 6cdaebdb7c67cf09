"""The wheel scrolls; it never changes what is entered."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox


class WheelGuard(QObject):
    """Installed on the application: hands the wheel over a field on to what scrolls.

    Focused or not: nobody who scrolls a form looks for the focus first. An open list of a combo
    box is another widget and scrolls.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel:
            return False
        if not isinstance(watched, (QComboBox, QAbstractSpinBox)):
            return False
        event.ignore()
        return True
