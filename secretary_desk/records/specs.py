"""What a field is: its label, how it is read from people, shown to them, and stored.

A spec knows no widget and no database. ``read``/``show`` speak with people and are lenient;
``plain``/``load`` are an exact pair over JSON values, used by the archive and the command line.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, ClassVar

from ..errors import Unreadable
from .day import Day as DayValue
from .text import clean, halfwidth, one_line, trimmed

Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]

_NUMBER = re.compile(r"[约共计]?\s*([-+]?\d+(?:\.\d+)?)\s*[^\d\s.,]*")


@dataclass(frozen=True, slots=True)
class Link:
    """A person or an entry that is referred to, with its name as it was written then."""

    id: str | None
    name: str

    def same(self, other: "Link | None") -> bool:
        """Whether both mean one identity: by id where both have one, else by name."""
        if other is None:
            return False
        if self.id and other.id:
            return self.id == other.id
        return self.name == other.name


@dataclass(frozen=True, kw_only=True)
class Spec:
    """What every field says of itself."""

    label: str
    hint: str = ""
    headers: tuple[str, ...] = ()
    required: bool = False
    private: bool = False
    column: ClassVar[str] = "TEXT"
    empty: ClassVar[Any] = None

    def read(self, raw: object) -> Any:
        """Return the value that raw means; raises Unreadable."""
        if raw is None or (isinstance(raw, str) and not raw.strip()):
            return self.empty
        return self._read(raw)

    def _read(self, raw: Any) -> Any:
        raise NotImplementedError

    def show(self, value: Any) -> str:
        """Return the value as people read it; empty values give an empty text."""
        return "" if value is None else str(value)

    def plain(self, value: Any) -> Plain:
        """Return the value as a JSON value that ``load`` turns back exactly."""
        plain: Plain = value
        return plain

    def load(self, plain: Any) -> Any:
        """Return the value that ``plain`` gave."""
        return plain

    def _unreadable(self, raw: object, wanted: str) -> Unreadable:
        return Unreadable(f"“{self.label}”应填{wanted}，读不懂“{str(raw)[:40]}”")


class Line(Spec):
    """One line of text."""

    empty = ""

    def _read(self, raw: Any) -> str:
        if isinstance(raw, (list, tuple, Mapping, bool)):
            raise self._unreadable(raw, "文字")
        return one_line(str(raw))


class Prose(Line):
    """Text of several lines."""

    def _read(self, raw: Any) -> str:
        if isinstance(raw, (list, tuple, Mapping, bool)):
            raise self._unreadable(raw, "文字")
        return clean(str(raw))


class Day(Spec):
    """A date as precise as known."""

    def _read(self, raw: Any) -> DayValue:
        if not isinstance(raw, (str, int)) or isinstance(raw, bool):
            raise self._unreadable(raw, "日期")
        try:
            return DayValue.read(str(raw))
        except Unreadable as error:
            raise Unreadable(f"“{self.label}”：{error}") from None

    def show(self, value: DayValue | None) -> str:
        return value.show() if value else ""

    def plain(self, value: DayValue | None) -> Plain:
        return str(value) if value else None

    def load(self, plain: str | None) -> DayValue | None:
        return DayValue(plain) if plain else None


@dataclass(frozen=True, kw_only=True)
class Count(Spec):
    """A whole number with its measure word; ``20人`` and full-width digits are understood."""

    unit: str = ""
    least: int = 0
    most: int = 2**53 - 1
    column: ClassVar[str] = "INTEGER"

    def _read(self, raw: Any) -> int:
        whole = int(raw) if isinstance(raw, float) and raw.is_integer() else raw
        found = _NUMBER.fullmatch(halfwidth(str(whole)))
        if isinstance(raw, bool) or not found or "." in found[1]:
            raise self._unreadable(raw, "整数")
        if (number := int(found[1])) < 0 <= self.least:
            raise Unreadable(f"“{self.label}”不能是负数：{number}")
        if not self.least <= number <= self.most:
            raise self._unreadable(raw, "合理的整数")
        return number


@dataclass(frozen=True, kw_only=True)
class Amount(Spec):
    """A decimal with its unit, or with the unit that another field of the row names."""

    unit: str = ""
    unit_field: str = ""
    signed: bool = False

    def _read(self, raw: Any) -> Decimal:
        found = _NUMBER.fullmatch(halfwidth(str(raw)))
        try:
            if isinstance(raw, bool) or not found:
                raise InvalidOperation
            number = Decimal(found[1])
        except InvalidOperation:
            raise self._unreadable(raw, "数") from None
        if len(number.as_tuple().digits) > 20:
            raise self._unreadable(raw, "合理的数")
        if number < 0 and not self.signed:
            raise Unreadable(f"“{self.label}”不能是负数：{number}")
        return number

    def show(self, value: Decimal | None) -> str:
        return "" if value is None else trimmed(value)

    def plain(self, value: Decimal | None) -> Plain:
        return None if value is None else str(value)

    def load(self, plain: str | None) -> Decimal | None:
        value = None if plain is None else Decimal(plain)
        if value is not None and not (value.is_finite() and abs(value.adjusted()) < 25):
            raise ValueError(plain)
        return value


@dataclass(frozen=True, kw_only=True)
class Choice(Spec):
    """One of a list; ``synonyms`` are other words that ledgers use for a choice."""

    options: type[StrEnum]
    synonyms: Mapping[str, str] = field(default_factory=dict, hash=False)

    def _read(self, raw: Any) -> StrEnum:
        text = one_line(str(raw))
        try:
            return self.options(self.synonyms.get(text, text))
        except ValueError:
            raise self._unreadable(raw, "、".join(self.options) + "之一") from None

    def plain(self, value: StrEnum | None) -> Plain:
        return None if value is None else value.value

    def load(self, plain: str | None) -> StrEnum | None:
        return None if plain is None else self.options(plain)


class Yes(Spec):
    """Yes or no; no is the default."""

    column = "INTEGER"
    empty = False

    def _read(self, raw: Any) -> bool:
        text = one_line(str(raw)).lower()
        if text in {"是", "有", "√", "✓", "1", "true", "y", "yes"}:
            return True
        if text in {"否", "无", "×", "0", "false", "n", "no"}:
            return False
        raise self._unreadable(raw, "是或否")

    def show(self, value: bool) -> str:
        return "是" if value else "否"

    def load(self, plain: int | bool | None) -> bool:
        return bool(plain)


@dataclass(frozen=True, kw_only=True)
class Linked(Spec):
    """A reference to an entry of a kind, by name, and by id where it is known."""

    kind: str = "person"

    def _read(self, raw: Any) -> Link | None:
        if isinstance(raw, Link):
            return raw
        if isinstance(raw, Mapping):
            name = one_line(str(raw.get("name", raw.get("姓名", "")) or ""))
            return Link(one_line(str(raw.get("id") or "")) or None, name) if name else None
        if isinstance(raw, (list, tuple)):
            raise self._unreadable(raw, "一个名称")
        name = one_line(str(raw))
        return Link(None, name) if name else None

    def show(self, value: Link | None) -> str:
        return value.name if value else ""

    def plain(self, value: Link | None) -> Plain:
        return {"id": value.id, "name": value.name} if value else None

    def load(self, plain: dict[str, Any] | None) -> Link | None:
        return Link(plain["id"], plain["name"]) if plain else None


class Tags(Spec):
    """Words that group entries across kinds."""

    empty = ()

    def _read(self, raw: Any) -> tuple[str, ...]:
        if not isinstance(raw, (str, list, tuple)):
            raise self._unreadable(raw, "词语")
        words = re.split(r"[、,，;；\s]+", raw) if isinstance(raw, str) else raw
        return tuple(dict.fromkeys(word for word in (one_line(str(w)) for w in words) if word))

    def show(self, value: tuple[str, ...]) -> str:
        return "、".join(value)

    def plain(self, value: tuple[str, ...]) -> Plain:
        return list(value)

    def load(self, plain: list[str] | None) -> tuple[str, ...]:
        return tuple(plain or ())
