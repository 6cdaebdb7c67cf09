"""Entries that an edited passage rested on and that are in the recycle bin, called by name."""

from dataclasses import replace

from ...kinds import KINDS, kind_of
from ...report.drift import Drift
from ...report.passage import Passage
from ...store.store import Store


def with_names(passage: Passage, store: Store) -> Passage:
    """Return a passage whose changes say which entry was deleted, where the archive knows it."""
    if not any(each.gone for each in passage.drift):
        return passage
    named = dict.fromkeys(_named(each, store) for each in passage.drift)
    return replace(passage, drift=tuple(named))


def _named(drift: Drift, store: Store) -> Drift:
    if not drift.gone:
        return drift
    for kind in KINDS:
        for entry in store.entries_where(kind, "id = ?", [drift.gone]):
            return replace(drift, label=kind_of(entry).title(entry) or kind.label)
    return drift
