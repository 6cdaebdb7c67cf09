"""Undo, redo and history: exactly the former state, across restarts."""

import random
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from clock import Clock
from rounds import rounds
from store.makers import meeting
from store.walking import Walk

from secretary_desk.kinds import study_meeting
from secretary_desk.records.record import ref
from secretary_desk.store.store import Store


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 3, 5, 9, tzinfo=UTC))


@pytest.fixture
def store(tmp_path: Path, clock: Clock):
    with Store.create(tmp_path / "a.sdesk", now=clock) as opened:
        yield opened


def topics(store: Store) -> list[str]:
    return [entry.topic for entry in store.entries(study_meeting.KIND)]


def test_saves_within_one_visit_of_a_form_are_one_step(store: Store):
    entry = meeting("一")
    store.save(entry, visit="form")
    store.save(replace(entry, topic="二"), visit="form")
    store.save(replace(entry, topic="三"), visit="form")
    assert [step.words for step in store.history()] == ["新增 三会一课 3月5日 支部委员会"]
    store.undo()
    assert topics(store) == []
    store.redo()
    assert topics(store) == ["三"]


def test_a_visit_ends_after_ten_minutes(store: Store, clock: Clock):
    entry = meeting("一")
    store.save(entry)
    store.save(replace(entry, topic="二"), visit="form")
    clock.go(minutes=11)
    store.save(replace(entry, topic="三"), visit="form")
    store.undo()
    assert topics(store) == ["二"]


def test_a_visit_ends_with_another_command(store: Store):
    entry = meeting("一")
    store.save(entry)
    store.save(replace(entry, topic="二"), visit="form")
    store.save(meeting("别的", "2026-04-01"))
    store.save(replace(entry, topic="三"), visit="form")
    store.undo()
    assert topics(store) == ["二", "别的"]


def test_a_visit_that_ends_where_it_began_leaves_no_step(store: Store, clock: Clock):
    entry = meeting("一")
    store.save(entry)
    before = store.get(ref(entry))
    clock.go(minutes=1)
    store.save(replace(entry, topic="二"), visit="form")
    store.save(replace(entry, topic="一"), visit="form")
    assert len(store.history()) == 1
    assert store.get(ref(entry)) == before


def test_a_new_change_clears_redo(store: Store):
    store.save(meeting("一"))
    store.undo()
    store.save(meeting("二"))
    assert store.redo() is None
    store.undo()
    assert store.redo() == "新增 三会一课 3月5日 支部委员会"
    assert topics(store) == ["二"]


def test_undo_and_redo_go_on_after_a_restart(store: Store):
    store.save(meeting("一"))
    store.save(meeting("二", "2026-04-01"))
    store.undo()
    with Store.open(store.path) as again:
        assert topics(again) == ["一"]
        assert again.redo() == "新增 三会一课 4月1日 支部委员会"
        again.undo()
        again.undo()
        assert topics(again) == []
        assert again.undo() is None


def test_undo_stops_at_a_migration(store: Store):
    store.save(meeting("一"))
    store._db.execute("update journal set version = version - 1")
    assert store.undo() is None
    assert [step.words for step in store.history()] == ["新增 三会一课 3月5日 支部委员会"]


def test_history_tells_undo_in_words(store: Store):
    store.save(meeting())
    store.undo()
    words = [step.words for step in store.history()]
    assert words == ["撤销：新增 三会一课 3月5日 支部委员会", "新增 三会一课 3月5日 支部委员会"]
    assert [step.undone for step in store.history()] == [False, True]
    store.redo()
    assert [step.undone for step in store.history()] == [False, False, False]


def test_a_clock_set_back_does_not_confuse_the_order(store: Store, clock: Clock):
    store.save(meeting("一"))
    clock.go(minutes=-60)
    store.save(meeting("二", "2026-04-01"))
    store.undo()
    assert topics(store) == ["一"]


@pytest.mark.parametrize("seed", range(rounds(10)))
def test_a_thousand_random_steps_undo_and_redo_to_exactly_the_former_state(
    tmp_path: Path, clock: Clock, seed: int
):
    walk = Walk(Store.create(tmp_path / "b.sdesk", now=clock), clock, random.Random(seed))
    for _ in range(1000):
        walk.step()
    walk.store.close()


def test_the_archive_says_what_undo_and_redo_would_do(store: Store):
    assert (store.undoable(), store.redoable()) == (None, None)
    store.save(meeting("一"))
    assert (store.undoable(), store.redoable()) == ("新增 三会一课 3月5日 支部委员会", None)
    store.undo()
    assert (store.undoable(), store.redoable()) == (None, "新增 三会一课 3月5日 支部委员会")
