"""Random work on an archive, each step of it held against what was seen before."""

import random
from dataclasses import replace

import pytest
from clock import Clock
from store.makers import meeting

from secretary_desk.errors import DeskError
from secretary_desk.kinds import STORED
from secretary_desk.records.record import Ref, ref
from secretary_desk.store.journal import Change
from secretary_desk.store.store import Store

State = dict[str, int]


class Walk:
    """Random commands, each checked against the states that were seen before."""

    def __init__(self, store: Store, clock: Clock, chance: random.Random) -> None:
        self.store, self.clock, self.chance = store, clock, chance
        self.before: dict[int, State] = {}
        self.after: dict[int, State] = {}
        self.done: list[int] = []
        self.undone: list[int] = []
        self.refs: list[Ref] = []
        self.state = self.seen()

    def seen(self) -> State:
        """Return a digest of every row of every kind as it is stored, by the entries' ids."""
        tables = (self.store._db.table(kind.name) for kind in STORED)
        rows = (row for table in tables for row in table.rows)
        return {row["id"]: hash(repr(row)) for row in rows}

    def step(self) -> None:
        act = self.chance.choices(
            [
                self.write, self.edit, self.delete, self.undo, self.redo, self.take_one,
                self.put_back, self.erase, self.empty_bin, self.reopen,
            ],
            [24, 36, 14, 36, 24, 18, 6, 4, 1, 6],
        )[0]  # fmt: skip
        act()
        self.clock.go(minutes=self.chance.choice([0, 0, 1, 11]))

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

    def put_back(self) -> None:
        if binned := self.store.binned():
            self.store.put_back(self.chance.choice(binned).ref)
            self.recorded()

    def erase(self) -> None:
        """Delete one entry for good: the steps that were of it alone are none any more."""
        if binned := self.store.binned():
            gone = self.chance.choice(binned).ref
            self.store.erase(gone)
            self.forget({gone.id})

    def empty_bin(self) -> None:
        self.store.empty_bin()
        now = {r.id for r in self.refs if self.store.get(r)}
        self.forget({r.id for r in self.refs} - now)

    def forget(self, gone: set[str]) -> None:
        """Take entries out of all that was seen before."""
        for states in (self.before, self.after):
            for number, state in states.items():
                states[number] = {id: row for id, row in state.items() if id not in gone}
        self.done = [n for n in self.done if self.before[n] != self.after[n]]
        self.undone = [n for n in self.undone if self.before[n] != self.after[n]]
        self.state = {id: row for id, row in self.state.items() if id not in gone}
        assert self.seen() == self.state

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
