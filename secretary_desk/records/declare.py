"""How a record's fields are declared: ``topic: str = line("主题", required=True)``."""

from dataclasses import field
from enum import StrEnum
from typing import Any

from .fields import Row, Rows
from .specs import Amount, Choice, Count, Day, Line, Linked, Prose, Spec, Tags, Yes


def _declared(spec: Spec) -> Any:
    return field(default=spec.empty, metadata={"spec": spec})


def line(label: str, **options: Any) -> Any:
    """Declare one line of text."""
    return _declared(Line(label=label, **options))


def prose(label: str, **options: Any) -> Any:
    """Declare text of several lines."""
    return _declared(Prose(label=label, **options))


def day(label: str, **options: Any) -> Any:
    """Declare a date, partial dates allowed."""
    return _declared(Day(label=label, **options))


def count(label: str, unit: str = "", **options: Any) -> Any:
    """Declare a whole number with its measure word."""
    return _declared(Count(label=label, unit=unit, **options))


def amount(label: str, unit: str = "", **options: Any) -> Any:
    """Declare a decimal with its unit."""
    return _declared(Amount(label=label, unit=unit, **options))


def choice(label: str, options: type[StrEnum], **more: Any) -> Any:
    """Declare a choice from a list."""
    return _declared(Choice(label=label, options=options, **more))


def yes(label: str, **options: Any) -> Any:
    """Declare a yes or no."""
    return _declared(Yes(label=label, **options))


def person(label: str, **options: Any) -> Any:
    """Declare a reference to someone on the roster."""
    return _declared(Linked(label=label, **options))


def linked(label: str, kind: str, **options: Any) -> Any:
    """Declare a reference to an entry of another kind."""
    return _declared(Linked(label=label, kind=kind, **options))


def tags(label: str, **options: Any) -> Any:
    """Declare a list of words."""
    return _declared(Tags(label=label, **options))


def rows(label: str, row: type[Row], **options: Any) -> Any:
    """Declare a list of rows."""
    return _declared(Rows(label=label, row=row, **options))
