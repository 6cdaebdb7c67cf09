"""Fields together: those of a record, and those of the rows inside one of its lists."""

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, ClassVar, cast

from ..errors import Unreadable
from .specs import Plain, Spec, Yes


class Row:
    """Base of the small frozen dataclasses that stand inside a record's lists."""

    __slots__ = ()


@dataclass(frozen=True, kw_only=True)
class Rows(Spec):
    """A list of rows, kept as one value. Texts given in place of rows fill their first field."""

    row: type[Row]
    empty: ClassVar[Any] = ()

    def _read(self, raw: Any) -> tuple[Row, ...]:
        if isinstance(raw, str):
            raw = [part for part in re.split(r"[\n;；]", raw) if part.strip()]
        if not isinstance(raw, (list, tuple)):
            raise self._unreadable(raw, "一列内容")
        return tuple(self._row(item) for item in raw)

    def _row(self, item: Any) -> Row:
        if isinstance(item, Row):
            return item
        specs = specs_of(self.row)
        if not isinstance(item, Mapping):
            item = {next(iter(specs)): item}
        return self.row(**read_fields(specs, item, self.label))

    def show(self, value: tuple[Row, ...]) -> str:
        return "；".join(show_row(row) for row in value)

    def plain(self, value: tuple[Row, ...]) -> Plain:
        return [plain_fields(row) for row in value]

    def load(self, plain: list[dict[str, Any]] | None) -> tuple[Row, ...]:
        specs = specs_of(self.row)
        return tuple(self.row(**load_fields(specs, row)) for row in plain or ())


class People(Rows):
    """Attendance: who was there, who was not and why. A bare name was there."""

    def _read(self, raw: Any) -> tuple[Row, ...]:
        if isinstance(raw, str):
            raw = [name for name in re.split(r"[\n、;；,，]", raw) if name.strip()]
        return super()._read(raw)

    def _row(self, item: Any) -> Row:
        return super()._row({"who": item, "present": True} if isinstance(item, str) else item)


def specs_of(cls: type) -> dict[str, Spec]:
    """Return the specs of a record or row class by field name, in order of declaration."""
    return _specs_of(cast(Hashable, cls))


@cache
def _specs_of(cls: Any) -> dict[str, Spec]:
    return {f.name: f.metadata["spec"] for f in fields(cls) if "spec" in f.metadata}


def read_fields(specs: Mapping[str, Spec], raw: Mapping[str, object], where: str) -> dict[str, Any]:
    """Return values for fields keyed by name or label; raises Unreadable for unknown keys."""
    names = {header: name for name, spec in specs.items() for header in spec.headers}
    names |= {spec.label: name for name, spec in specs.items()}
    values: dict[str, Any] = {}
    for key, given in raw.items():
        name = key if key in specs else names.get(key)
        if name is None:
            labels = "、".join(spec.label for spec in specs.values())
            raise Unreadable(f"“{where}”没有“{key}”这一项；有：{labels}")
        if name in values:
            raise Unreadable(f"“{specs[name].label}”写了两次")
        values[name] = specs[name].read(given)
    return values


def plain_fields(record: object) -> dict[str, Plain]:
    """Return a record's or row's spec'd fields as JSON values by field name."""
    return {name: s.plain(getattr(record, name)) for name, s in specs_of(type(record)).items()}


def load_fields(specs: Mapping[str, Spec], plain: Mapping[str, Any]) -> dict[str, Any]:
    """Return values from what ``plain_fields`` gave; fields that it lacks stay at default."""
    return {name: spec.load(plain[name]) for name, spec in specs.items() if name in plain}


def show_row(row: Row) -> str:
    """Return a row's filled cells on one line."""
    shown = [(s, s.show(getattr(row, name))) for name, s in specs_of(type(row)).items()]
    return " ".join(text for spec, text in shown if text and not isinstance(spec, Yes))
