"""One place in a form: a label, its field, and what is wrong with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...records.fields import Rows
from ...records.specs import Line, Prose, Spec, Tags
from ..fields.field import Field
from ..look import set_role


class Cell:
    """A field's label, and its body: the field with what is wrong beneath."""

    def __init__(self, spec: Spec, field: Field) -> None:
        self.is_wide = isinstance(spec, (Prose, Rows, Tags)) or (
            spec.required and type(spec) is Line
        )
        self.label = QLabel(spec.label)
        self.label.setContentsMargins(0, 6, 0, 0)
        self.label.setBuddy(field)
        set_role(self.label, "required" if spec.required else "muted")
        self.body = QWidget()
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self._said = QLabel(wordWrap=True, visible=False)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._said, "trouble")
        layout.addWidget(field)
        layout.addWidget(self._said)
        layout.addStretch(1)

    def say(self, sentences: list[str]) -> None:
        """Show what is wrong; nothing when nothing is."""
        self._said.setText("；".join(sentences))
        self._said.setVisible(bool(sentences))
