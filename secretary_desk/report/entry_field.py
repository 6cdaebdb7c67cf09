"""An entry's field, or one in a row of it, as references name it: ``亮点工作.成效@id``."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..records.fact import Fact, Nature
from ..records.fields import Row, Rows, specs_of
from ..records.record import Record, ref
from ..records.specs import Amount, Count, Spec
from ..records.text import key_part

_ROW = re.compile(r"(?P<rows>[^.\[]+)\[(?P<row>.+)\]\.(?P<field>[^.]+)")


class EntryField(NamedTuple):
    """A field: what has it, an entry or a row of it; its value, and its spec."""

    holder: Any
    value: Any
    spec: Spec

    def fact(self, key: str, entry: Record) -> Fact | None:
        """Return the figure that it is; None where it is none."""
        match self.spec:
            case Amount(unit_field=name) if name:
                unit = getattr(self.holder, name)
            case Amount(unit=unit) | Count(unit=unit):
                pass
            case _:
                return None
        label = self.spec.label
        return (
            Fact(key, label, self.value, unit, Nature.FLOW, (ref(entry),)) if self.value else None
        )


def field_key(kind: str, path: str, id: str) -> str:
    """Return the key of an entry's field, also of one in a row: ``亮点工作.数据[用时].数@id``."""
    return f"{kind}.{path}@{id}"


def field_of(record: Record, path: str) -> EntryField | None:
    """Return a field by its label, also one in a row; what is private is not there for any text."""
    if not (found := _ROW.fullmatch(path)):
        return _labelled(record, path)
    rows = _labelled(record, found["rows"])
    if rows is None or not isinstance(rows.spec, Rows):
        return None
    row = _rows_by_name(rows.value).get(found["row"])
    return _labelled(row, found["field"]) if row else None


def row_names(rows: Sequence[Row]) -> list[str]:
    """Return how references name each row: by its first cell, whatever rows come before it.

    Rows that have none, or the same as others, are named by their place.
    """
    names = [key_part(first_cell(row)) for row in rows]
    return [
        str(place) if not name or name.isdigit() or names.count(name) > 1 else name
        for place, name in enumerate(names)
    ]


def first_cell(row: Row) -> str:
    """Return what a row is: its first cell, as people read it."""
    name, spec = next(iter(specs_of(type(row)).items()))
    return spec.show(getattr(row, name))


def row_name(path: str) -> str:
    """Return the name of the row that a path goes through; empty where it has none."""
    found = _ROW.fullmatch(path)
    return found["row"] if found and not found["row"].isdigit() else ""


def _rows_by_name(rows: Sequence[Row]) -> Mapping[str, Row]:
    by_place = {str(place): row for place, row in enumerate(rows)}
    return by_place | dict(zip(row_names(rows), rows, strict=True))


def _labelled(holder: Record | Row, label: str) -> EntryField | None:
    for name, spec in specs_of(type(holder)).items():
        if spec.label == label and not spec.private:
            return EntryField(holder, getattr(holder, name), spec)
    return None
