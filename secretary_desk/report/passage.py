"""Passages: what the report says under one key, as paragraphs of runs, and what it read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..facts.gather import Facts, first_names
from ..kinds import passage_edit
from ..kinds.branch import Branch
from ..kinds.own_wording import OwnWording
from ..kinds.passage_edit import PassageEdit
from ..kinds.report_settings import ReportSettings
from ..kinds.reporter import reporter
from ..records.fact import Listing
from ..records.record import Record
from ..records.year import Year
from .document import Number, Quotation, Run, Runs, Wording
from .drift import Drift, drift_of
from .numbering import ordinal
from .resolving import Resolver
from .telling import Missing, Telling, View, gap
from .template import Reference, read
from .views import EntryView, GroupView, ValueView
from .wording import PassageWording, render

SPOKEN = passage_edit.SPOKEN


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as it is printed: the user's version where he has one, else as generated.

    ``reads`` are the facts and fields that its wording read, as shown, by key. ``template`` is
    what is printed, ``generated`` what would be without the user's version, both as templates;
    ``drift`` is what has changed since he wrote it. ``wording`` is the one it is generated in:
    the place of a built-in one, the id of one of the user's. ``entry`` is what it is about.
    """

    key: str
    paragraphs: tuple[Runs, ...]
    reads: Mapping[str, str | None] = field(default_factory=dict)
    template: str = ""
    generated: str = ""
    edit: PassageEdit | None = None
    drift: tuple[Drift, ...] = ()
    wording: str = ""
    entry: Record | None = None


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells passages of one year; what it has told is in ``told``, in order."""

    year: Year
    facts: Facts
    settings: ReportSettings
    wording: Mapping[str, PassageWording]
    spoken: bool = False
    told: dict[str, Passage] = field(default_factory=dict)

    def tell(self, key: str, entry: Record | None = None) -> Iterator[Passage]:
        """Yield a passage, or one per entry where its wording says ``each``.

        Without what it needs it is its gap; a passage that has no gap says nothing then.
        """
        wording = self.wording[key]
        if wording.unless and self._says(wording.unless):
            return
        if not self._has(wording.needs) or (wording.each and not self._has((wording.each,))):
            if wording.gap:
                said = Wording(gap(wording.gap) + wording.ending)
                yield self.printed(Passage(self.key(key), ((said,),)), None)
        elif not wording.each:
            yield self._told(wording, entry)
        else:
            entries = self.entries(wording.each)
            for place, record in enumerate(entries):
                yield self._told(wording, record, place, ordinal(place) if entries[1:] else "")

    def key(self, passage: str) -> str:
        """Return the key of a passage as it is told here."""
        return f"{SPOKEN}{passage}" if self.spoken else passage

    def printed(self, passage: Passage, entry: Record | None, number: str = "") -> Passage:
        """Return a generated passage as it is printed, and remember it as told."""
        resolver = self.resolver(entry, number)
        generated = "\n".join(map(resolver.template, passage.paragraphs))
        passage = replace(passage, template=generated, generated=generated, entry=entry)
        edit = self.edit(passage.key)
        if edit and edit.is_written:
            passage = replace(
                passage,
                edit=edit,
                template=edit.text,
                paragraphs=paragraphs_of(edit.text, resolver),
                drift=tuple(drift_of(edit, passage.reads, generated, resolver)),
            )
        elif edit:
            passage = replace(passage, edit=edit)
        self.told[passage.key] = passage
        return passage

    def added(self, key: str, text: str) -> Passage:
        """Return what the user adds of his own as a passage, and remember it as told.

        For speaking he may have a short form of it.
        """
        passage = _said_in(text, key, self.resolver())
        passage = self.printed(passage, None) if self.spoken else replace(passage, template=text)
        self.told[key] = passage
        return passage

    def resolver(self, entry: Record | None = None, number: str = "") -> Resolver:
        """Return what knows the year's figures, for a passage about an entry."""
        return Resolver(self.facts, self.year, entry, number)

    def edit(self, key: str) -> PassageEdit | None:
        """Return the user's version of a passage, the latest where there are several."""
        found = [edit for edit in self.year.counted(PassageEdit) if edit.passage == key]
        return found[-1] if found else None

    def entries(self, listing: str) -> tuple[Record, ...]:
        """Return the entries of a listing that are told; none where it is empty."""
        said = self.facts.said.get(listing)
        return said.told() if isinstance(said, Listing) else ()

    def ledger(self, listing: str) -> tuple[Record, ...]:
        """Return all entries of a listing, with those that are left out of the text."""
        said = self.facts.said.get(listing)
        return said.records if isinstance(said, Listing) else ()

    def _says(self, label: str) -> bool:
        """Whether the branch's profile answers yes under a label."""
        branch = self.year.one(Branch)
        return bool(branch and EntryView(Telling(0), branch).pick(label))

    def _has(self, needs: tuple[str, ...]) -> bool:
        return all(any(map(self._is_there, key.split("|"))) for key in needs)

    def _is_there(self, key: str) -> bool:
        said = self.facts.said.get(key.strip())
        return bool(said.told()) if isinstance(said, Listing) else said is not None

    def _told(
        self, wording: PassageWording, entry: Record | None, place: int = 0, number: str = ""
    ) -> Passage:
        key = self.key(f"{wording.key}/{entry.id}" if entry else wording.key)
        if own := self._own_wording(wording, key, entry):
            said = _said_in(own.text, key, self.resolver(entry, number))
            return self.printed(replace(said, wording=own.id), entry, number)
        telling = Telling(self.year.period.year, self.year.period.as_of, reporter(self.year))
        names = self._names(telling) | {"序": telling.mark(Number(number)) if number else ""}
        if entry is not None:
            names["条"] = EntryView(telling, entry)
        chosen = self._chosen(wording, key, place)
        template = wording.forms(spoken=self.spoken)[chosen]
        text = render(wording, template, names) + wording.ending
        paragraphs = tuple(_mended(telling.runs(part)) for part in text.split("\n") if part)
        passage = Passage(key, paragraphs, telling.reads, wording=str(chosen))
        return self.printed(passage, entry, number)

    def _chosen(self, wording: PassageWording, key: str, place: int) -> int:
        """Return which built-in wording the user chose, else the year's."""
        edit = self.edit(key)
        if edit and edit.wording.isdigit():
            return int(edit.wording) % len(wording.forms(spoken=self.spoken))
        return wording.turn(self.year.period.year, place, spoken=self.spoken)

    def _own_wording(
        self, wording: PassageWording, key: str, entry: Record | None
    ) -> OwnWording | None:
        """Return a wording of the user's own: that chosen, else his latest that can be said.

        Where he chose a built-in one, or none of his has all its figures, there is none.
        """
        edit, name = self.edit(key), self.key(wording.key)
        own = [each for each in self.year.counted(OwnWording) if each.passage == name]
        if not own or (edit and edit.wording.isdigit()):
            return None
        chosen = [each for each in own if edit and each.id == edit.wording]
        whole = [each for each in own if _is_whole(each.text, self.resolver(entry))]
        return next(iter((*chosen, *reversed(whole))), None)

    def _names(self, telling: Telling) -> dict[str, Any]:
        branch = self.year.one(Branch)
        profile: View = EntryView(telling, branch, ValueView) if branch else Missing("支部概况")
        facts = {name: GroupView(telling, self.facts, f"{name}.") for name in first_names()}
        return {**facts, "支部": profile, "述职": EntryView(telling, self.settings, ValueView)}


def paragraphs_of(text: str, resolver: Resolver) -> tuple[Runs, ...]:
    """Return the paragraphs of a template, empty lines left out."""
    return tuple(resolver.runs(line.strip()) for line in text.split("\n") if line.strip())


def _is_whole(text: str, resolver: Resolver) -> bool:
    runs = (run for paragraph in paragraphs_of(text, resolver) for run in paragraph)
    return not any(isinstance(run, Wording) for run in runs)


def _said_in(text: str, key: str, resolver: Resolver) -> Passage:
    """Return a passage told in a wording of the user's own."""
    reads = {str(p): resolver.shown(str(p)) for p in read(text) if isinstance(p, Reference)}
    return Passage(key, paragraphs_of(text, resolver), reads)


def _mended(runs: Runs) -> Runs:
    """Return runs without a full stop after words of the user's that end a sentence already."""
    mended: list[Run] = []
    for run in runs:
        last = mended[-1] if mended else None
        if isinstance(run, Wording) and isinstance(last, Quotation):
            text = run.text.removeprefix("。") if last.text[-1:] in "！？…!?" else run.text
            run = Wording(text)
        if run.text:
            mended.append(run)
    return tuple(mended)
