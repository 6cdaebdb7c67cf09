"""A Document to JSON and back, with a version: packages carry it, closed years keep it."""

import types
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from ..errors import DeskError
from ..records.record import Ref
from ..records.text import snake
from . import document
from .document import Block, Column, Document, Run

VERSION = 2  # 2: Own, Aside, a heading's section
_BY_NAME = {snake(cls.__name__): cls for cls in (*get_args(Run), *get_args(Block), Column)}


def to_json(doc: Document) -> dict[str, Any]:
    """Return the document as a JSON value; shapes stand in the command line's schema."""
    meta = {"branch": doc.branch, "secretary": doc.secretary, "year": doc.year}
    return {"version": VERSION, **meta, "blocks": _plain(doc.blocks)}


def from_json(value: Any) -> Document:
    """Return the document that ``to_json`` gave; raises DeskError on anything else."""
    if not isinstance(value, dict) or not isinstance(value.get("version"), int):
        raise DeskError("这不是书记案头的文稿")
    if value["version"] > VERSION:
        raise DeskError("这份文稿由更新版本的书记案头写成，请先升级程序")
    try:
        given = {key: value[key] for key in value if key != "version"}
        doc: Document = _built(Document, given)
        return doc
    except (KeyError, TypeError, ValueError):
        raise DeskError("这份文稿已损坏，读不出来") from None


def _plain(value: Any) -> Any:
    if isinstance(value, Ref):
        return {"kind": value.kind, "id": value.id}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        own = {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
        return {"type": snake(type(value).__name__), **own}
    return value


def _built(cls: Any, given: dict[str, Any]) -> Any:
    """Return a value from its fields; what a class has gained since has its default."""
    hints, there = _hints(cls), set(given) - {"type"}
    needed = {field.name for field in fields(cls) if field.default is MISSING}
    if not needed <= there <= set(hints):
        raise TypeError(f"fields of {cls.__name__}")
    return cls(**{name: _value(hints[name], given[name]) for name in there})


def _value(hint: Any, given: Any) -> Any:
    if hint is Ref:
        return Ref(_value(str, given["kind"]), _value(str, given["id"]))
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], item) for item in _value(list, given))
    if isinstance(hint, types.UnionType):
        cls = _BY_NAME[given["type"]]
        if cls not in get_args(hint):
            raise TypeError(f"{cls.__name__} has no place here")
        return _built(cls, given)
    if hint is Column:
        return _built(Column, given)
    if hint is float and isinstance(given, int) and not isinstance(given, bool):
        return float(given)
    if type(given) is not hint:
        raise TypeError(f"{hint} wanted")
    return given


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls, vars(document))
