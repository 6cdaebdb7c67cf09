"""Which kinds of record are in use in the year that is shown."""

from collections.abc import Iterable

from ..kinds import find_kind
from .desk import Desk


def in_use(desk: Desk, names: Iterable[str]) -> set[str]:
    """Return those of the named kinds that have an entry in the desk's year."""
    return {name for name in names if _has_entry(desk, name)}


def _has_entry(desk: Desk, name: str) -> bool:
    kind, period = find_kind(name), desk.period()
    entries = desk.store.entries(kind, period)
    return any(kind.when.holds(entry, period) is not False for entry in entries)
