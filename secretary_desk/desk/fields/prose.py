"""Text of several lines, in a box that grows with it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ...records.specs import Spec
from .context import Context
from .edits import TextEdit
from .field import Field

LEAST, MOST = 3, 10  # lines


class ProseField(Field):
    """Plain text of several lines; Tab leaves it, and its undo is its own."""

    def __init__(self, spec: Spec, context: Context, name: str = "") -> None:
        super().__init__(spec, context, name)
        self._value = self._given = ""
        self._shown = ""
        self._edit = _GrowingEdit()
        self._edit.setPlaceholderText(spec.hint)
        self._edit.textChanged.connect(self._on_text)
        self._lay_out(self._edit)

    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        self._edit.put(value)
        self._value = self._given = value
        self._shown = self._edit.text()

    def _on_text(self) -> None:
        text = self._edit.text()
        value = self._given if text == self._shown else self.spec.read(text)
        if value != self._value:
            self._value = value
            self.edited.emit()


class _GrowingEdit(TextEdit):
    """As high as its text, between ``LEAST`` and ``MOST`` lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self.grow)

    def grow(self) -> None:
        """Take the height that the text now needs."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        lines = min(max(round(self.document().size().height()), LEAST), MOST)
        text = lines * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()
        # To Qt the last line is whole only when a pixel is left beneath it.
        return QSize(super().sizeHint().width(), round(text) + 1 + self._edges())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.grow()

    def _edges(self) -> int:
        """Return the height that frame and padding take."""
        return self.height() - self.viewport().height()
