"""The numbers and days that rules go by: resources/rules, and what the user set in their place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from ..errors import Unreadable
from ..kinds.rule_value import RuleValue, originals
from ..records.day import Day
from ..records.specs import Amount, Count, Yes
from ..records.text import trimmed

Plain = int | Decimal | bool | date
MOST = 1200  # of people, hours, days, months or years: dates reckoned with it stay in the calendar


@dataclass(frozen=True, slots=True)
class Value:
    """One value with its unit, and where it is written."""

    key: str
    label: str
    value: Plain
    unit: str
    source: str

    def read(self, text: str) -> Plain:
        """Return the value of this sort that a text means; raises Unreadable."""
        match self.value:
            case bool():
                return bool(Yes(label=self.label).read(text))
            case int():
                return int(Count(label=self.label, most=MOST).read(text))
            case Decimal():
                return Decimal(Amount(label=self.label).read(text))
            case date():
                return Day.read(text).first()

    def show(self, value: Plain | None = None) -> str:
        """Return the value, or another in its place, as people read it."""
        match self.value if value is None else value:
            case bool() as said:
                return "是" if said else "否"
            case date() as day:
                return Day(day.isoformat()).show()
            case int() as number:
                return f"{number}{self.unit}"
            case Decimal() as amount:
                return f"{trimmed(amount)}{self.unit}"


class Values:
    """The values by key, the user's first."""

    def __init__(self, own: Iterable[RuleValue] = ()) -> None:
        self._own = {row.key: read for row in own if (read := _read(row)) is not None}

    def number(self, key: str) -> int:
        """Return a whole number."""
        return int(self.get(key))  # type: ignore[arg-type]

    def amount(self, key: str) -> Decimal:
        """Return a decimal."""
        return Decimal(self.get(key))  # type: ignore[arg-type]

    def day(self, key: str) -> date:
        """Return a day."""
        found = self.get(key)
        assert isinstance(found, date)
        return found

    def yes(self, key: str) -> bool:
        """Return a yes or no."""
        return bool(self.get(key))

    def get(self, key: str) -> Plain:
        """Return a value of whatever sort."""
        return self._own.get(key, defaults()[key].value)


def _read(row: RuleValue) -> Plain | None:
    """Return the value a user set; None where it means no value of ours or cannot be read."""
    default = defaults().get(row.key)
    try:
        return default.read(row.value) if default else None
    except Unreadable:
        return None


@cache
def defaults() -> Mapping[str, Value]:
    """Return the values of resources/rules by key, in the order of the files."""
    return {
        key: Value(key, given["label"], given["value"], given.get("unit", ""), given["source"])
        for key, given in originals().items()
    }
