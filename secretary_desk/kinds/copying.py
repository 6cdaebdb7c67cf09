"""New entries: begun today, or after another's pattern: what recurs is copied, no more."""

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from ..records.day import Day as DayValue
from ..records.fields import Rows
from ..records.kind import Kind, Point, Standing, Yearly
from ..records.period import Period
from ..records.record import META, Record, new_id
from ..records.specs import Count, Day, Prose
from . import kind_of
from .linking import name_field

R = TypeVar("R", bound=Record)

# A date, a number of people, minutes or measures are told anew each time, or they become fiction.
_TOLD_ANEW = (Day, Count, Prose, Rows)


def begun(kind: Kind[R], today: date, period: Period) -> R:
    """Return a new entry of a kind; one of a single day is today's, where that is in the period,
    one of a whole year the period's."""
    known: dict[str, Any] = {}
    match kind.when:
        case Point(on) if period.start <= today <= period.end:
            known[on] = DayValue(today.isoformat())
        case Yearly(year, current=True):
            known[year] = period.year
    return kind.record(**known)


def copied(record: R) -> R:
    """Return a new entry with the names, words and choices of another.

    Who someone is recurs with nobody else: neither a person's name nor a private number.
    """
    kind = kind_of(record)
    own = {name_field(kind)} if isinstance(kind.when, Standing) else set()
    anew = {
        name: spec.empty
        for name, spec in kind.specs.items()
        if isinstance(spec, _TOLD_ANEW) or spec.private or name in {*META, *own}
    }
    if isinstance(kind.when, Yearly) and kind.when.current:
        del anew[kind.when.year]
    meta = {"created": "", "changed": "", "deleted": ""}
    return replace(record, **{**anew, **meta, "id": new_id(), "tags": record.tags})
