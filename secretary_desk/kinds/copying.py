"""A new entry after the pattern of another: what recurs is copied, what happened is not."""

from dataclasses import replace
from typing import TypeVar

from ..records.fields import Rows
from ..records.record import META, Record, new_id
from ..records.specs import Count, Day, Prose
from . import kind_of

R = TypeVar("R", bound=Record)

# A date, a number of people, minutes or measures are told anew each time, or they become fiction.
_TOLD_ANEW = (Day, Count, Prose, Rows)


def copied(record: R) -> R:
    """Return a new entry with the names, words and choices of another."""
    anew = {
        name: spec.empty
        for name, spec in kind_of(record).specs.items()
        if isinstance(spec, _TOLD_ANEW) or name in META
    }
    meta = {"created": "", "changed": "", "deleted": ""}
    return replace(record, **{**anew, **meta, "id": new_id(), "tags": record.tags})
