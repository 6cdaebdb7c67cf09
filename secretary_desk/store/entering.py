"""Entering records: names tied to the roster, years opened, days carried, all as one step."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from ..kinds import branch, kind_of
from ..kinds.branch import Branch
from ..kinds.development import Development, carried
from ..kinds.linking import link
from ..kinds.person import Person
from ..records.record import Record, Ref, new_id
from .store import Store

_EMPTY = (None, "", (), False)


def enter(store: Store, records: Sequence[Record], year: int, *, visit: str = "") -> list[Record]:
    """Save records as one step and return them as they were saved.

    ``year`` is the year switch: entries without a date of their own are filed under it.
    """
    find = lru_cache(maxsize=None)(store.ids_named)
    ready = [_merged(store, _filed(link(record, find), year)) for record in records]
    profiles = _opened(store, ready, year)
    store.save(*profiles, *ready, *_carried(store, ready), visit=visit)
    return ready


def _filed(record: Record, year: int) -> Record:
    if record.filed_under is not None:
        return record
    starts, _ = kind_of(record).when.bounds(record)
    return replace(record, filed_under=int(starts[:4]) if starts[:4].isdigit() else year)


def _merged(store: Store, record: Record) -> Record:
    """Return the record laid over the entry that it can only mean: the year's own profile, or
    the roster's bare name (a new archive has its secretary by name alone)."""
    match record:
        case Branch():
            meant = [p for p in store.entries(branch.KIND) if p.filed_under == record.filed_under]
        case Person():
            named = [store.get(Ref("person", id)) for id in store.ids_named("person", record.name)]
            meant = [
                person for person in named if _filled(person).keys() <= {"name", "filed_under"}
            ]
        case _:
            return record
    return replace(meant[0], **_filled(record)) if meant else record


def _filled(record: Record) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in kind_of(record).specs}
    return {name: value for name, value in values.items() if value not in _EMPTY}


def _opened(store: Store, records: Sequence[Record], year: int) -> Iterable[Branch]:
    """Yield the branch's profile copied forward into a year that has none of its own."""
    profiles = [*store.entries(branch.KIND), *(r for r in records if isinstance(r, Branch))]
    years = {profile.filed_under or 0: profile for profile in profiles}
    earlier = [filed for filed in years if filed < year]
    if earlier and year not in years:
        yield replace(years[max(earlier)], id=new_id(), filed_under=year)


def _carried(store: Store, records: Sequence[Record]) -> Iterable[Record]:
    """Yield roster entries that gain the days of a development's steps."""
    for record in records:
        if isinstance(record, Development) and record.who and record.who.id:
            member = store.get(Ref("person", record.who.id))
            if member and (grown := carried(record, member)) != member:
                yield grown
