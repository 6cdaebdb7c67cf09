"""What a change did to an entry, field by field, in the words in which fields are shown."""

from typing import Any, NamedTuple

from ..errors import DeskError
from ..kinds import KINDS, find_kind
from ..records.fields import Rows, specs_of
from ..records.kind import Kind
from ..records.masking import masked
from ..records.record import META, Attachment
from ..records.specs import Spec, Yes
from ..records.text import one_line
from .journal import SPOILT, UNSOUND, Change, State
from .rows import loaded

# Of what is no record of work the rest is keys, ids and marks.
_TEXTS = {"text", "reason", "value", "note", "right", "wrong"}
_OF_ALL = {*META, "filed_under"} - {"files", "tags", "starred", "left_out"}


class Told(NamedTuple):
    """A field that changed: its label, and what it said before and after; empty for nothing.

    Of a list that was there before only the rows are told that went and that came.
    """

    label: str
    before: str
    after: str
    is_list: bool = False


def told(change: Change) -> list[Told]:
    """Return the fields of which a change says something, private ones masked; raises DeskError."""
    kind = find_kind(change.kind)
    names = {*(change.before or ()), *(change.after or ())} - _OF_ALL
    if kind not in KINDS:
        names &= _TEXTS
    specs = {name: spec for name, spec in kind.specs.items() if name in names}
    try:
        found = [_told(change, name, spec) for name, spec in specs.items()]
    except UNSOUND:
        raise DeskError(SPOILT) from None
    return [said for said in found if said.before or said.after]


def filled(kind: Kind[Any], record: Any) -> list[Told]:
    """Return what is filled in of an entry, private fields masked."""
    names = kind.specs.keys() - _OF_ALL if kind in KINDS else kind.specs.keys() & _TEXTS
    given = {name: getattr(record, name) for name in kind.specs if name in names}
    said = (
        Told(kind.specs[name].label, "", _shown(kind.specs[name], value))
        for name, value in given.items()
        if value != kind.specs[name].empty
    )
    return [each for each in said if each.after]


def _told(change: Change, name: str, spec: Spec) -> Told:
    before, after = (_value(change, state, name) for state in (change.before, change.after))
    if isinstance(spec, Rows) and not spec.private and before and after:
        gone, come = ([row for row in one if row not in other] for one, other in
                      ((before, after), (after, before)))  # fmt: skip
        return Told(spec.label, _shown(spec, gone), _shown(spec, come), is_list=True)
    if change.before is None or change.after is None:  # what is empty need not be told
        before, after = (None if value == spec.empty else value for value in (before, after))
    return Told(spec.label, _shown(spec, before), _shown(spec, after))


def _value(change: Change, state: State, name: str) -> Any:
    return None if state is None or name not in state else _loaded(change.kind, name, state[name])


def _loaded(kind: str, name: str, column: Any) -> Any:
    """Return a field's value out of a column, which may be an empty one."""
    spec = find_kind(kind).specs[name]
    return spec.empty if column in (None, "", "[]") else loaded(find_kind(kind), name, column)


def _shown(spec: Spec, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(spec, Rows) and not spec.private:
        return "；".join(map(_row, value))
    return one_line(masked(spec, value))


def _row(row: Any) -> str:
    if isinstance(row, Attachment):
        return row.name
    cells = ((spec, getattr(row, name)) for name, spec in specs_of(type(row)).items())
    shown = (
        spec.label * value if isinstance(spec, Yes) else spec.show(value) for spec, value in cells
    )
    return " ".join(filter(None, shown))
