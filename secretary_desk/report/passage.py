"""Passages: what the report says under one key, as paragraphs of runs, and what it read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..facts.gather import Facts, first_names
from ..kinds.branch import Branch
from ..kinds.report_settings import ReportSettings
from ..kinds.reporter import reporter
from ..records.fact import Listing
from ..records.record import Record
from ..records.year import Year
from .document import Number, Quotation, Run, Runs, Wording
from .numbering import ordinal
from .telling import Missing, Telling, View, gap
from .views import EntryView, GroupView, ValueView
from .wording import PassageWording, render


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage; ``reads`` are the facts and fields it was made from, as shown, by key."""

    key: str
    paragraphs: tuple[Runs, ...]
    reads: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells passages of one year."""

    year: Year
    facts: Facts
    settings: ReportSettings
    wording: Mapping[str, PassageWording]

    def tell(self, key: str, entry: Record | None = None) -> Iterator[Passage]:
        """Yield a passage, or one per entry where its wording says ``each``.

        Without what it needs it is its gap; a passage that has no gap says nothing then.
        """
        wording = self.wording[key]
        if wording.unless and self._says(wording.unless):
            return
        if not self._has(wording.needs) or (wording.each and not self._has((wording.each,))):
            if wording.gap:
                yield Passage(key, ((Wording(gap(wording.gap) + wording.ending),),))
        elif not wording.each:
            yield self._told(wording, entry)
        else:
            entries = self.entries(wording.each)
            for place, record in enumerate(entries):
                yield self._told(wording, record, place, ordinal(place) if entries[1:] else "")

    def entries(self, listing: str) -> tuple[Record, ...]:
        """Return the entries of a listing; none where it is empty."""
        said = self.facts.said.get(listing)
        return said.records if isinstance(said, Listing) else ()

    def _says(self, label: str) -> bool:
        """Whether the branch's profile answers yes under a label."""
        branch = self.year.one(Branch)
        return bool(branch and EntryView(Telling(0), branch).pick(label))

    def _has(self, needs: tuple[str, ...]) -> bool:
        return all(any(k.strip() in self.facts.said for k in key.split("|")) for key in needs)

    def _told(
        self, wording: PassageWording, entry: Record | None, place: int = 0, number: str = ""
    ) -> Passage:
        telling = Telling(self.year.period.year, self.year.period.as_of, reporter(self.year))
        names = self._names(telling) | {"序": telling.mark(Number(number)) if number else ""}
        if entry is not None:
            names["条"] = EntryView(telling, entry)
        template = wording.template(self.year.period.year, place)
        text = render(wording, template, names) + wording.ending
        paragraphs = tuple(_mended(telling.runs(part)) for part in text.split("\n") if part)
        key = f"{wording.key}/{entry.id}" if entry else wording.key
        return Passage(key, paragraphs, telling.reads)

    def _names(self, telling: Telling) -> dict[str, Any]:
        branch = self.year.one(Branch)
        profile: View = EntryView(telling, branch, ValueView) if branch else Missing("支部概况")
        facts = {name: GroupView(telling, self.facts, f"{name}.") for name in first_names()}
        return {**facts, "支部": profile, "述职": EntryView(telling, self.settings, ValueView)}


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
