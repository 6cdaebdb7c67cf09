"""Numbers, typed in full width or with their measure word as well as plain."""

from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ...errors import Unreadable
from ...records.day import quoted
from ...records.specs import Amount, Count
from .context import Context
from .text import TextField


class CountField(TextField):
    """A whole number with its unit beside it; no steps, so that nothing changes by accident."""

    def __init__(self, spec: Count | Amount, context: Context, name: str = "") -> None:
        super().__init__(spec, context, name)
        self._lay_out(self._edit, *_beside(spec))

    def _read(self, text: str) -> Any:
        try:
            return super()._read(text)
        except Unreadable:
            said = f"请填{self._wanted()}"
            if not any(map(str.isdigit, text)):
                said = f"读不懂{quoted(text)}，请填数字"
            raise Unreadable(f"“{self.spec.label}”{said}，如 {self._example()}") from None

    def _wanted(self) -> str:
        """Return which numbers are taken."""
        match self.spec:
            case Count(most=Count.most, least=least):
                return f"不小于{least}的整数"
            case Count(least=least, most=most):
                return f"{least}到{most}的整数"
            case Amount(signed=False):
                return "不小于0的数字"
        return "数字"

    def _example(self) -> str:
        match self.spec:
            case Count(least=least, most=most) if not least <= 20 <= most:
                return str(min(max(self.context.year, least), most))
            case Count(unit=unit):
                return f"20{unit}"
            case Amount(unit=unit):
                return f"1.5{unit}"
        return ""


class AmountField(CountField):
    """A decimal; all its digits are shown, for they are what is stored."""

    def _show(self, value: Decimal | None) -> str:
        text = "" if value is None else f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text


def _beside(spec: Count | Amount) -> tuple[QLabel, ...]:
    """Return the unit as a label; none where the caption says it already, as over 月."""
    if spec.unit in ("", spec.label):
        return ()
    unit = QLabel(spec.unit)
    unit.setTextFormat(Qt.TextFormat.PlainText)
    unit.setProperty("role", "muted")
    return (unit,)
