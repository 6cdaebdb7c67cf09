"""Numbers, typed in full width or with their measure word as well as plain."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ...records.specs import Amount, Count
from .context import Context
from .text import TextField


class CountField(TextField):
    """A whole number with its unit beside it; no steps, so that nothing changes by accident."""

    def __init__(self, spec: Count | Amount, context: Context, name: str = "") -> None:
        super().__init__(spec, context, name)
        unit = QLabel(spec.unit)
        unit.setTextFormat(Qt.TextFormat.PlainText)
        unit.setProperty("role", "muted")
        self._lay_out(self._edit, *([unit] if spec.unit else ()))


class AmountField(CountField):
    """A decimal; all its digits are shown, for they are what is stored."""

    def _show(self, value: Decimal | None) -> str:
        text = "" if value is None else f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
