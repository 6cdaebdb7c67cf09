"""A year of work, read from the archive."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from ..kinds import CHECKING, KINDS, REPORTING, SETTINGS
from ..kinds.report_settings import ReportSettings
from ..records.kind import Kind, OneAYear, Yearly
from ..records.period import Period
from ..records.record import Record, is_complete
from ..records.year import Year
from ..store.store import Store

Fetch = Callable[[Kind[Any], Period], Iterable[Record]]


def load_year(store: Store, number: int) -> Year:
    """Return a year with the user's part in its report, and the years around it."""
    period, before = period_of(store, number), period_of(store, number - 1)
    following = year_of(store.entries, period.shifted(1), [k for k in KINDS if _is_yearly(k)])
    previous = year_of(store.entries, before, (*KINDS, SETTINGS))
    kinds = (*KINDS, SETTINGS, *REPORTING, *CHECKING)
    return year_of(store.entries, period, kinds, previous, following)


def period_of(store: Store, number: int) -> Period:
    """Return a year's span: its own, else the nearest configured year's moved, else the calendar's.

    A school that counts by 学年 does so in the years around it too, or entries fall between them.
    """
    configured: list[ReportSettings] = [s for s in store.entries(SETTINGS) if s.start or s.end]
    own = settings_of(store, number)
    if own.start or own.end or not configured:
        return own.period(number)
    nearest = min(configured, key=lambda s: abs((s.year or 0) - number))
    year = nearest.year or number
    moved = replace(nearest, as_of=None).period(year).shifted(number - year)
    as_of = min(own.as_of.last(), moved.end) if own.as_of else moved.end
    return replace(moved, label=own.label or moved.label, as_of=max(as_of, moved.start))


def settings_of(store: Store, number: int) -> ReportSettings:
    """Return a year's settings; the defaults where none are saved."""
    found = store.entries(SETTINGS, Period.calendar(number))
    own: list[ReportSettings] = [s for s in found if s.year == number]
    return own[-1] if own else ReportSettings(year=number)


def year_of(
    fetch: Fetch,
    period: Period,
    kinds: Iterable[Kind[Any]] = KINDS,
    previous: Year | None = None,
    following: Year | None = None,
) -> Year:
    """Return the entries that ``fetch`` gives, split into those that count and those aside."""
    counted: dict[type[Record], list[Record]] = {}
    aside: dict[type[Record], list[Record]] = {}
    for kind in kinds:
        for record in _candidates(fetch, kind, period):
            holds = kind.when.holds(record, period)
            if holds is not False:
                home = counted if holds and is_complete(record) else aside
                home.setdefault(kind.record, []).append(record)
    return Year(period, counted, aside, previous, following)


def _candidates(fetch: Fetch, kind: Kind[Any], period: Period) -> Iterable[Record]:
    found = fetch(kind, period)
    if not isinstance(kind.when, OneAYear):
        return found
    nearest = kind.when.nearest(found, period.year)
    return [nearest] if nearest else []


def _is_yearly(kind: Kind[Any]) -> bool:
    return isinstance(kind.when, Yearly)
