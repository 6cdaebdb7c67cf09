"""Names that people type, tied to the entries they mean."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from ..records.kind import Kind
from ..records.specs import Link, Linked

T = TypeVar("T")
Find = Callable[[str, str], list[str]]


def link(value: T, find: Find) -> T:
    """Return the record with every unlinked name tied to its entry where just one bears it.

    ``find(kind, name)`` returns the ids of the entries of a kind with that name.
    """
    changed: dict[str, Any] = {}
    for field in fields(value):  # type: ignore[arg-type]
        given, spec = getattr(value, field.name), field.metadata.get("spec")
        if isinstance(given, Link) and isinstance(spec, Linked) and given.id is None:
            ids = find(spec.kind, given.name)
            if len(ids) == 1:
                changed[field.name] = Link(ids[0], given.name)
        elif isinstance(given, tuple) and given and is_dataclass(given[0]):
            changed[field.name] = tuple(link(row, find) for row in given)
    return replace(value, **changed) if changed else value  # type: ignore[type-var]


def name_field(kind: Kind[Any]) -> str:
    """Return the field by which entries of a kind are referred to: its first required one."""
    return next(name for name, spec in kind.specs.items() if spec.required)
