"""JSON values that the command line prints; resources/cli.schema.json describes them."""

import json
from decimal import Decimal
from typing import Any

from ..records.fact import Fact
from ..records.fields import Rows, plain_fields, specs_of
from ..records.kind import Kind
from ..records.record import Record, is_complete, problems
from ..records.specs import Choice, Spec
from ..store.journal import Step


def print_json(value: Any) -> None:
    """Print a value as JSON for people and programs."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def record(kind: Kind[Any], entry: Record) -> dict[str, Any]:
    """Return an entry: its id and name, whether it is complete, and its fields by name."""
    return {
        "id": entry.id,
        "kind": kind.name,
        "title": kind.title(entry),
        "complete": is_complete(entry),
        "problems": [{"field": p.field, "text": p.text} for p in problems(entry)],
        "fields": plain_fields(entry),
    }


def fact(said: Fact) -> dict[str, Any]:
    """Return a figure with the entries behind it; decimals as strings."""
    return {
        "key": said.key,
        "label": said.label,
        "value": str(said.value) if isinstance(said.value, Decimal) else said.value,
        "unit": said.unit,
        "type": said.nature.value,
        "entries": [{"kind": entry.kind, "id": entry.id} for entry in said.entries],
    }


def step(done: Step) -> dict[str, Any]:
    """Return one step of the history."""
    return {"number": done.number, "at": done.at, "words": done.words, "entries": done.entries}


def kind(declared: Kind[Any]) -> dict[str, Any]:
    """Return a kind with its fields and the keys of what may be said of it."""
    return {
        "name": declared.name,
        "label": declared.label,
        "fields": [_field(name, spec) for name, spec in declared.specs.items()],
        "facts": [measure.key for measure in declared.measures],
    }


def _field(name: str, spec: Spec) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": name,
        "label": spec.label,
        "type": type(spec).__name__.lower(),
        "required": spec.required,
        "private": spec.private,
    }
    if isinstance(spec, Choice):
        field["options"] = list(spec.options)
    if isinstance(spec, Rows):
        field["fields"] = [_field(n, s) for n, s in specs_of(spec.row).items()]
    return field
