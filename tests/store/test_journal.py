"""Undo, redo and history: exactly the former state, across restarts."""

import hashlib
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from rounds import rounds
from store.makers import meeting

from secretary_desk.errors import DeskError
from secretary_desk.kinds import STORED, study_meeting
from secretary_desk.records.record import Ref, ref
from secretary_desk.store.journal import Change
from secretary_desk.store.store import Store


class Clock:
    """A clock that only the test moves."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 5, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def pass_minutes(self, minutes: int) -> None:
        self.time += timedelta(minutes=minutes)


@pytest.fixture
def clock() -> Clock:
    return Clock()


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
    clock.pass_minutes(11)
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


def test_a_visit_that_ends_where_it_began_leaves_no_step(store: Store):
    entry = meeting("一")
    store.save(entry)
    store.save(replace(entry, topic="二"), visit="form")
    store.save(replace(entry, topic="一"), visit="form")
    assert len(store.history()) == 1


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
    clock.pass_minutes(-60)
    store.save(meeting("二", "2026-04-01"))
    store.undo()
    assert topics(store) == ["一"]


@pytest.mark.parametrize("seed", range(rounds(10)))
def test_a_thousand_random_steps_undo_and_redo_to_exactly_the_former_state(
    tmp_path: Path, clock: Clock, seed: int
):
    walk = _Walk(Store.create(tmp_path / "b.sdesk", now=clock), clock, random.Random(seed))
    for _ in range(1000):
        walk.step()
    walk.store.close()


class _Walk:
    """Random commands, each checked against the states that were seen before."""

    def __init__(self, store: Store, clock: Clock, chance: random.Random) -> None:
        self.store, self.clock, self.chance = store, clock, chance
        self.before: dict[int, str] = {}
        self.after: dict[int, str] = {}
        self.done: list[int] = []
        self.undone: list[int] = []
        self.refs: list[Ref] = []
        self.state = self.seen()

    def seen(self) -> str:
        """Return a digest of every row of every kind as it is stored."""
        tables = [self.store._db.table(kind.name) for kind in STORED]
        rows = [list(table.rows_where(order_by="id")) for table in tables]
        return hashlib.sha256(repr(rows).encode()).hexdigest()

    def step(self) -> None:
        act = self.chance.choices(
            [self.write, self.edit, self.delete, self.undo, self.redo, self.take_one, self.reopen],
            [4, 6, 2, 6, 4, 3, 1],
        )[0]
        act()
        self.clock.pass_minutes(self.chance.choice([0, 0, 1, 11]))

    def write(self) -> None:
        new = [meeting(str(self.chance.random())) for _ in range(self.chance.randint(1, 3))]
        self.refs += [ref(entry) for entry in new]
        self.store.save(*new)
        self.recorded()

    def edit(self) -> None:
        if entry := self.some_entry():
            visit = self.chance.choice(["", "form", "other"])
            changed = replace(entry, topic=self.chance.choice("甲乙丙"), starred=not entry.starred)
            self.store.save(changed, visit=visit)
            self.recorded()

    def delete(self) -> None:
        if entry := self.some_entry():
            self.store.delete(ref(entry))
            self.recorded()

    def some_entry(self):
        living = [entry for r in self.refs[-30:] if (entry := self.store.get(r))]
        return self.chance.choice(living) if living else None

    def recorded(self) -> None:
        """Remember the state before and after a step, merged with the last one or new."""
        top = next((s.number for s in self.store.history(1)), 0)
        now = self.seen()
        if now == self.state:
            return
        if self.done and top < self.done[-1]:
            assert now == self.before[self.done.pop()], "a visit without net change"
        elif not self.done or top != self.done[-1]:
            self.done.append(top)
            self.before[top] = self.state
        if self.done:
            self.after[self.done[-1]] = now
        self.undone.clear()
        self.state = now

    def undo(self) -> None:
        assert (self.store.undo() is not None) == bool(self.done)
        if self.done:
            self.undone.append(self.done.pop())
            self.state = self.seen()
            assert self.state == self.before[self.undone[-1]]

    def redo(self) -> None:
        assert (self.store.redo() is not None) == bool(self.undone)
        if self.undone:
            self.done.append(self.undone.pop())
            self.state = self.seen()
            assert self.state == self.after[self.done[-1]]

    def take_one(self) -> None:
        """Take back any one of the latest steps, where nothing is in its way."""
        step = self.chance.choice(self.store.history(40) or [None])
        if step is None:
            return
        if self.store.hindrance(step.number):
            with pytest.raises(DeskError, match="没有撤销"):
                self.store.undo_step(step.number)
            assert self.seen() == self.state
            return
        done = self.store.changes(step.number)
        self.store.undo_step(step.number)
        for change in done:
            self.has_gone_back(change)
        self.recorded()

    def has_gone_back(self, change: Change) -> None:
        """Hold an entry against what it was before a step, in the fields that the step changed."""
        now = self.store._row(change.kind, change.entry)
        if change.before is None:
            assert now["deleted"]
        else:
            kept = change.before.keys() - {"changed", "starts", "ends"}
            assert {name: now[name] for name in kept} == {n: change.before[n] for n in kept}

    def reopen(self) -> None:
        self.store.close()
        self.store = Store.open(self.store.path, now=self.clock)
        assert self.seen() == self.state


def test_the_archive_says_what_undo_and_redo_would_do(store: Store):
    assert (store.undoable(), store.redoable()) == (None, None)
    store.save(meeting("一"))
    assert (store.undoable(), store.redoable()) == ("新增 三会一课 3月5日 支部委员会", None)
    store.undo()
    assert (store.undoable(), store.redoable()) == (None, "新增 三会一课 3月5日 支部委员会")
