"""A user at the window: keys, composed Chinese and the mouse, and nothing else."""

import re

from desk.fields.forms import press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from typing_chinese import compose

from secretary_desk.desk.development.steps_field import StepsField
from secretary_desk.kinds.development import Step
from secretary_desk.records.fields import People, Rows, specs_of
from secretary_desk.records.specs import Choice, Yes

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
_TABS = 80  # more than any form has


class Typist:
    """Types into whatever has the focus, and goes from field to field with Tab."""

    def __init__(self, window) -> None:
        self.window = window
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)

    def press(self, key, modifier=NONE):
        """Press a key where the focus is."""
        press(self.window, key, modifier=modifier)

    def type(self, text):
        """Type ASCII with keys, and compose what is Chinese."""
        for piece in re.findall(r"[\x20-\x7e]+|[^\x20-\x7e]+", text):
            if piece.isascii():
                for letter in piece:
                    self.press(letter)
            else:
                compose(QApplication.focusWidget(), piece)

    def click(self, words):
        """Click the button of the window that begins with these words; an open list closes."""
        if popup := QApplication.activePopupWidget():
            popup.close()
        buttons = self.window.findChildren(QPushButton)
        shown = (b for b in buttons if b.isVisible() and b.text().strip().startswith(words))
        QTest.mouseClick(next(shown), Qt.MouseButton.LeftButton)

    def tab_to(self, field):
        """Press Tab until the focus is in a field."""
        for _ in range(_TABS):
            focused = QApplication.focusWidget()
            if focused is not None and (focused is field or field.isAncestorOf(focused)):
                return
            self.press(KEY.Key_Tab)
        raise AssertionError(f"Tab does not lead to {field.spec.label}")

    def enter(self, kind, **values):
        """Write down an entry: on its page, from Ctrl+N to Ctrl+Enter."""
        self.click(kind.label)
        if kind.name != "branch":
            self.press(KEY.Key_N, CTRL)
        form = self.window.page._editor._form
        for name in (name for name in kind.specs if name in values):
            self.tab_to(form.field(name))
            if isinstance(form.field(name), StepsField):
                self._give_steps(values[name])
            else:
                self.give(kind.specs[name], values[name])
        if kind.name != "branch":
            self.press(KEY.Key_Return, CTRL)
        assert self.window.leave()

    def give(self, spec, value):
        """Give a value to the field that has the focus."""
        match spec:
            case People():
                self.press(KEY.Key_Space)
                self.click(value)
            case Rows():
                self.press(KEY.Key_Space)
                for place, row in enumerate(value):
                    self._give_row(spec, row, last=place == len(value) - 1)
            case Choice():
                for _ in range(list(spec.options).index(value) + 1):
                    self.press(KEY.Key_Down)
            case Yes():
                self.press(KEY.Key_Space)
            case _:
                self.type(value)

    def _give_steps(self, rows):
        """Type the days of steps: from the way's card to its first step, and down from there."""
        while not isinstance(QApplication.focusWidget(), QLineEdit):
            self.press(KEY.Key_Tab)
        place = 0
        for row in rows:
            for _ in range(list(Step).index(row["step"]) - place):
                self.press(KEY.Key_Down)
            place = list(Step).index(row["step"])
            self.type(row["on"])

    def _give_row(self, spec, row, *, last):
        cells = specs_of(spec.row)
        for place, (name, cell) in enumerate(cells.items()):
            if name in row:
                self.give(cell, row[name])
            if not last or place < len(cells) - 1:
                self.press(KEY.Key_Tab)
