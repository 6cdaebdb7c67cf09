"""What was read once is read again only after it was written, here or elsewhere."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from store.makers import meeting

from secretary_desk.errors import DeskError
from secretary_desk.kinds.study_meeting import KIND
from secretary_desk.records.record import ref
from secretary_desk.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "支部.sdesk") as store:
        yield store


def topics(store: Store) -> list[str]:
    return [entry.topic for entry in store.entries(KIND)]


def test_a_saved_a_deleted_and_a_restored_entry_are_seen_at_once(store: Store):
    assert topics(store) == []
    entry = meeting("研究发展对象")
    store.save(entry)
    assert topics(store) == ["研究发展对象"]
    store.delete(ref(entry))
    assert topics(store) == []
    store.undo()
    assert topics(store) == ["研究发展对象"]
    store.undo()
    assert topics(store) == []


def test_what_another_program_wrote_is_seen(store: Store):
    assert topics(store) == []
    with Store.open(store.path) as other:
        other.save(meeting("研究转正"))
    assert topics(store) == ["研究转正"]


def test_what_could_not_be_saved_is_not_seen(store: Store):
    entry = meeting("研究发展对象")
    store.save(entry)
    assert topics(store) == ["研究发展对象"]
    keeps_busy = sqlite3.connect(store.path, timeout=0)
    keeps_busy.execute("begin immediate")
    with pytest.raises(DeskError):
        store.save(meeting("研究转正"))
    keeps_busy.close()
    assert topics(store) == ["研究发展对象"]


def test_a_list_that_was_handed_out_may_be_changed(store: Store):
    store.save(meeting("研究发展对象"))
    store.entries(KIND).clear()
    assert topics(store) == ["研究发展对象"]
