"""A passphrase: chosen once and typed twice, or given to open what is locked by it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from ..fields.edits import LineEdit

LEAST = 8  # characters
_DIFFERENT = 4  # characters
_DIGITS = 12  # of a passphrase of nothing but digits: birthdays and telephone numbers are shorter


def weakness(words: str) -> str:
    """Return why a passphrase is too easy to guess, in a sentence; empty for a good one."""
    if len(words) < LEAST:
        return f"口令至少{LEAST}个字符，现在是{len(words)}个"
    if len(set(words)) < _DIFFERENT:
        return "口令里不同的字符太少，容易被猜到"
    if words.isdecimal() and len(words) < _DIGITS:
        return "口令只有数字，像生日、电话，容易被猜到；请加上几个汉字或字母"
    return ""


class _Boxes(QWidget):
    """Boxes whose text is hidden until the user wants to see it, as he must to type Chinese."""

    edited = Signal()
    finished = Signal()  # Enter in the last box

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.boxes = [LineEdit() for _ in names]
        self._show = QCheckBox("显示口令（要打汉字时先勾上）")
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(14)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, box in zip(names, self.boxes, strict=True):
            box.setAccessibleName(name)
            box.textChanged.connect(lambda _text: self.edited.emit())
            form.addRow(name, box)
        for box, then in zip(self.boxes, [*self.boxes[1:], None], strict=True):
            box.returnPressed.connect(then.setFocus if then else self.finished.emit)
        form.addRow("", self._show)
        self._show.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def take_in(self) -> None:
        """Take in what is still being composed."""
        for box in self.boxes:
            box.take_in()

    def clear(self) -> None:
        """Forget what was typed."""
        for box in self.boxes:
            box.clear()

    def _on_toggled(self, shown: bool) -> None:
        self.take_in()
        modes = QLineEdit.EchoMode
        for box in self.boxes:
            box.setEchoMode(modes.Normal if shown else modes.Password)


class NewPassphrase(_Boxes):
    """Typed twice, so that nobody locks himself out by a slip."""

    def __init__(self) -> None:
        super().__init__("口令", "再输一遍")

    def words(self) -> str:
        """Return what was typed."""
        return self.boxes[0].text()

    def trouble(self) -> str:
        """Return why it cannot be used, in a sentence."""
        first, second = (box.text() for box in self.boxes)
        return weakness(first) or ("" if first == second else "两次输入的口令不一样，请再输一遍")


class GivenPassphrase(_Boxes):
    """Typed once, to open what is locked by it."""

    def __init__(self, finished: Callable[[], object]) -> None:
        super().__init__("口令")
        self.finished.connect(finished)

    def words(self) -> str:
        """Return what was typed."""
        return self.boxes[0].text()

    def again(self) -> None:
        """Have it typed once more."""
        self.boxes[0].setFocus()
        self.boxes[0].selectAll()
