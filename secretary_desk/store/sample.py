"""The sample archive: a fictional branch's year, read from resources/sample."""

import json

from ..kinds import KINDS, SETTINGS, SUPPLEMENT
from ..paths import resources
from ..records.record import Record, read_record
from .entering import enter
from .journal import FOUNDING
from .store import Store

YEAR = 2026


def enter_sample(store: Store) -> int:
    """Enter the sample year into an archive and return the number of entries.

    None of it is a step that the user could take back: he has not done it.
    """
    return sum(len(enter(store, records, YEAR, visit=FOUNDING)) for records in sample_records())


def sample_records() -> list[list[Record]]:
    """Return the sample's records, a list per kind, in the order in which they are entered."""
    lists = []
    for kind in (*KINDS, SETTINGS, SUPPLEMENT):
        text = (resources() / "sample" / f"{kind.name}.json").read_text("utf-8")
        lists.append([read_record(kind.record, item, kind.label) for item in json.loads(text)])
    return lists
