"""Entering records: names tied to the roster, years opened, days carried, all as one step."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from ..kinds import branch, kind_of
from ..kinds.branch import Branch
from ..kinds.development import Development, carried
from ..kinds.linking import link
from ..kinds.person import Person
from ..records.record import Record, Ref, new_id, ref
from .store import Store

_EMPTY = (None, "", (), False)


def enter(
    store: Store, records: Sequence[Record], year: int, *, visit: str = "", typing: bool = False
) -> list[Record]:
    """Save records as one step and return them as they were saved.

    ``year`` is the year switch: entries without a date of their own are filed under it. While
    ``typing`` goes on no person's entry is touched but the one typed in: a name or a date may be
    half of itself. Raises DeskError, and then nothing is saved.
    """
    with store.at_work():  # entries are read on the way
        return _entered(store, records, year, visit, typing)


def _entered(
    store: Store, records: Sequence[Record], year: int, visit: str, typing: bool
) -> list[Record]:
    find = lru_cache(maxsize=None)(store.ids_named)
    linked = [_filed(link(record, find), year) for record in records]
    whole = [not (typing and isinstance(record, Person)) for record in linked]
    ready = [_merged(store, r) if w else r for r, w in zip(linked, whole, strict=True)]
    drafts = [old for old, new in zip(linked, ready, strict=True) if old.id != new.id]
    gone = [store.deleted(draft) for draft in drafts if store.get(ref(draft))]
    opened, grown = _opened(store, ready, year), () if typing else _carried(store, ready)
    store.save(*opened, *ready, *grown, *gone, visit=visit)
    return ready


def _filed(record: Record, year: int) -> Record:
    if record.filed_under is not None:
        return record
    starts, _ = kind_of(record).when.bounds(record)
    return replace(record, filed_under=int(starts[:4]) if starts[:4].isdigit() else year)


def _merged(store: Store, record: Record) -> Record:
    """Return the record laid over the entry that it can only mean: the year's own profile, or
    the roster's bare name (a new archive has its secretary by name alone). Itself it may mean
    too: then what it has is all, and what was cleared stays so, unless it was only begun."""
    meant = list(_meant(store, record))
    others = [entry for entry in meant if entry.id != record.id]
    if not others or (record.created and len(others) < len(meant)):
        return record
    return replace(others[0], **_filled(record))


def _meant(store: Store, record: Record) -> Iterator[Record]:
    match record:
        case Branch():
            profiles: list[Branch] = store.entries(branch.KIND)
            yield from (p for p in profiles if p.filed_under == record.filed_under)
        case Person():
            named = (store.get(Ref("person", id)) for id in store.ids_named("person", record.name))
            yield from (p for p in named if _filled(p).keys() <= {"name", "filed_under"})


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
