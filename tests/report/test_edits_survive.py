"""Random edits, entries, undo, redo and reopening: no edit is ever lost or changed."""

from dataclasses import replace
from random import Random

import pytest
from rounds import rounds
from sample import sample_archive

from secretary_desk.facts.gather import gather
from secretary_desk.facts.load import load_year
from secretary_desk.kinds import EDIT, study_meeting, theme_day
from secretary_desk.kinds.passage_edit import PassageEdit
from secretary_desk.kinds.report_settings import ReportSettings
from secretary_desk.records.day import Day
from secretary_desk.records.record import ref
from secretary_desk.report.document import Figure, Own, Quotation, Value
from secretary_desk.report.editing import written
from secretary_desk.report.passage import Passage
from secretary_desk.report.resolving import Resolver
from secretary_desk.report.template import Reference, read, write
from secretary_desk.report.written import whole_report
from secretary_desk.store.entering import enter
from secretary_desk.store.store import Store

YEAR = 2026
WORDS = ("我带头。", "全年", "{{", "\\", "12次", "𠮷", "\n", "。", "“抓实”", "}} ")
MEETINGS = (study_meeting.KIND, theme_day.KIND)


class Person:
    """Somebody who edits, enters, deletes, takes back and closes the program at random.

    ``states`` are the texts of all edits after each step, ``here`` the step that stands.
    """

    def __init__(self, path, seed: int) -> None:
        self.path, self.random = path, Random(seed)
        self.store = Store.open(path)
        self.states, self.here = [self.saved()], 0

    def saved(self) -> dict[str, str]:
        return {e.passage: e.text for e in self.store.entries(EDIT) if e.is_written}

    def step(self) -> None:
        deeds = (self.edit, self.edit, self.edit, self.enter, self.remove, self.undo, self.redo)
        self.random.choice((*deeds, self.reset, self.reopen))()
        assert self.saved() == self.states[self.here]

    def edit(self) -> None:
        year = load_year(self.store, YEAR)
        told = whole_report(year, ReportSettings(year=YEAR)).passages
        passage = told[self.random.choice([key for key, p in told.items() if p.generated])]
        text = self.changed(passage)
        if text == passage.template:
            return
        known = Resolver(gather(year), year, passage.entry)
        edit = written(passage, text, YEAR, known)
        enter(self.store, [edit], YEAR)
        self.does({**self.states[self.here], passage.key: self.store.get(ref(edit)).text})

    def changed(self, passage: Passage) -> str:
        """Cut, insert and move pieces of the text, figures among them."""
        pieces = [part for piece in read(passage.template) for part in _parts(piece)]
        for _ in range(self.random.randint(1, 4)):
            at = self.random.randint(0, len(pieces))
            if pieces and self.random.random() < 0.3:
                del pieces[at - 1]
            else:
                pieces.insert(at, self.random.choice((*WORDS, *pieces[:3])))
        return write(pieces).strip()

    def enter(self) -> None:
        kind = self.random.choice(MEETINGS)
        pattern = self.random.choice(self.store.entries(kind) or [None])
        if pattern is None:
            return
        on = Day(f"{YEAR}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}")
        new = replace(pattern, id=type(pattern)().id, created="", changed="", held_on=on)
        enter(self.store, [self.random.choice((new, replace(pattern, held_on=on)))], YEAR)
        self.does(self.states[self.here])

    def remove(self) -> None:
        entries = self.store.entries(self.random.choice(MEETINGS))
        if len(entries) > 5:
            self.store.delete(ref(self.random.choice(entries)))
            self.does(self.states[self.here])

    def reset(self) -> None:
        edits: list[PassageEdit] = self.store.entries(EDIT)
        if edits and self.random.random() < 0.3:
            gone = self.random.choice(edits)
            self.store.delete(ref(gone))
            now = self.states[self.here]
            self.does({key: text for key, text in now.items() if key != gone.passage})

    def undo(self) -> None:
        if self.here:
            assert self.store.undo()
            self.here -= 1

    def redo(self) -> None:
        assert bool(self.store.redo()) == (self.here + 1 < len(self.states))
        self.here = min(self.here + 1, len(self.states) - 1)

    def reopen(self) -> None:
        self.store.close()
        self.store = Store.open(self.path)

    def does(self, state: dict[str, str]) -> None:
        self.states[self.here + 1 :] = [state]
        self.here += 1

    def report_has_every_edit(self) -> None:
        """Hold the printed text against the edits: all but figures is word for word the user's."""
        year = load_year(self.store, YEAR)
        told = whole_report(year, ReportSettings(year=YEAR)).passages
        for key, text in self.states[self.here].items():
            if key in told:
                assert told[key].template == text
                lines = [line.strip() for line in text.split("\n") if line.strip()]
                for line, runs in zip(lines, told[key].paragraphs, strict=True):
                    said = [run.text for run in runs if isinstance(run, Own | Quotation | Value)]
                    kept = [p if isinstance(p, str) else p.text for p in read(line) if _stays(p)]
                    assert "".join(said) == "".join(kept)
                    assert all(isinstance(run, Own | Quotation | Value | Figure) or run.text
                               for run in runs)  # fmt: skip


def _parts(piece):
    """Return a piece cut in two where it is words, so that changes fall inside them too."""
    if isinstance(piece, Reference) or len(piece) < 4:
        return [piece]
    return [piece[: len(piece) // 2], piece[len(piece) // 2 :]]


def _stays(piece) -> bool:
    return isinstance(piece, str) or piece.text is not None


@pytest.mark.timeout(1800)  # its 10,000 steps take some minutes when run whole
def test_no_edit_is_lost_or_changed_but_in_its_figures(tmp_path):
    person = Person(sample_archive(tmp_path), seed=4)
    for step in range(rounds(10_000)):
        person.step()
        if step % 25 == 0:
            person.report_has_every_edit()
    person.report_has_every_edit()
    assert len(person.states[person.here]) > 3
