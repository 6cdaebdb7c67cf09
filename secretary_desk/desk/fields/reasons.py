"""Why absentees did not come: a box for each, below their names."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from ...records.fields import specs_of
from ...records.record import Attendance
from .context import Context
from .field import Field
from .leaves import make_leaf
from .roster import Attendee

_REASON = specs_of(Attendance)["reason"]


class Reasons(QWidget):
    """Boxes that come and go with the absentees; the room they had stays until it is hidden.

    So a form that is scrolled to its end does not move the names while they are ticked.
    """

    edited = Signal(int, str)  # the absentee's line in the roster, the reason

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context, self._name = context, f"{name}.reason"
        self._fields: dict[int, Field] = {}
        self._lines = QFormLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._lines.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)

    def show_for(self, absent: Mapping[int, Attendee]) -> None:
        """Have a box for each absentee, by his line in the roster, with his reason."""
        for number in self._fields.keys() - absent.keys():
            self._drop(number)
        for line, (number, attendee) in enumerate(absent.items()):
            if number not in self._fields:
                self._insert(line, number)
            field = self._fields[number]
            label = self._lines.labelForField(field)
            if isinstance(label, QLabel):
                label.setText(f"{attendee.name} {_REASON.label}")
            if field.value() != attendee.reason:
                field.set_value(attendee.reason)
        self.setMinimumHeight(max(self.minimumHeight(), self._lines.sizeHint().height()))

    def boxes(self) -> list[QWidget]:
        """Return the boxes to type in, in order."""
        fields = (self._fields[number] for number in sorted(self._fields))
        return [box for field in fields if (box := field.focusProxy())]

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.setMinimumHeight(0)

    def _insert(self, line: int, number: int) -> None:
        field = self._fields[number] = make_leaf(_REASON, self._context, self._name)
        field.edited.connect(lambda: self.edited.emit(number, field.value()))
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._lines.insertRow(line, label, field)
        label.show()  # at once, for the room that they need
        field.show()

    def _drop(self, number: int) -> None:
        row = self._lines.takeRow(self._fields.pop(number))
        for item in (row.labelItem, row.fieldItem):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
