"""A choice from a list, and a yes or no."""

import time
from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
)

from ...records.pinyin import begins
from ...records.specs import Choice, Spec
from .combo_box import ComboBox
from .context import Context
from .field import Field


class ChoiceField(Field):
    """One of a list, or nothing yet; letters choose by initials."""

    def __init__(self, spec: Choice, context: Context, name: str = "") -> None:
        super().__init__(spec, context, name)
        self._combo = _InitialsCombo()
        self._combo.addItem("")
        self._combo.addItems([option.value for option in spec.options])
        self._combo.setToolTip(spec.hint)
        self._combo.currentIndexChanged.connect(self.edited)
        self._lay_out(self._combo)

    def value(self) -> StrEnum | None:
        # Read from its words: what Qt keeps as an item's data comes back as a bare str.
        chosen: StrEnum | None = self.spec.load(self._combo.currentText() or None)
        return chosen

    def set_value(self, value: StrEnum | None) -> None:
        with QSignalBlocker(self._combo):
            self._combo.setCurrentIndex(self._combo.findText(self.spec.show(value)))


class YesField(Field):
    """A yes or no."""

    def __init__(self, spec: Spec, context: Context, name: str = "") -> None:
        super().__init__(spec, context, name)
        self._box = QCheckBox(spec.hint or "是")
        self._box.toggled.connect(self.edited)
        self._box.setMinimumHeight(QLineEdit().sizeHint().height())  # in line with its neighbours
        self._lay_out(self._box)

    def value(self) -> bool:
        return self._box.isChecked()

    def set_value(self, value: bool) -> None:
        with QSignalBlocker(self._box):
            self._box.setChecked(value)


class _InitialsCombo(ComboBox):
    """Finds its items by the letters that their pinyin begins with; its list shows them whole."""

    def __init__(self) -> None:
        super().__init__()
        self._letters, self._typed_at = "", 0.0
        self.setItemDelegate(QStyledItemDelegate(self))  # Qt's own heeds no style sheet
        self.setMaxVisibleItems(15)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def showPopup(self) -> None:
        scroll = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + scroll)
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().lower()
        is_command = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if is_command or not (letter.isascii() and letter.isalnum()):
            super().keyPressEvent(event)
            return
        now, pause = time.monotonic(), QApplication.keyboardInputInterval() / 1000
        self._letters = letter if now - self._typed_at > pause else self._letters + letter
        self._typed_at = now
        self._choose(self._letters)

    def _choose(self, letters: str) -> None:
        """Go to the next item from here on; one letter again goes on to the one after it."""
        count, here = self.count(), max(self.currentIndex(), 0)
        again = len(set(letters)) == 1
        wanted = letters[0] if again else letters
        order = [(here + step) % count for step in range(again, count + again)]
        hit = next((i for i in order if begins(wanted, self.itemText(i))), None)
        if hit is not None:
            self.setCurrentIndex(hit)
