"""This year's report as it stands on the page: what is saved, and what is typed since."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from ...facts.gather import Facts, gather
from ...kinds.own_wording import OwnWording
from ...kinds.passage_edit import PassageEdit
from ...kinds.report_settings import ReportSettings
from ...kinds.supplement import Supplement
from ...records.record import Record
from ...records.year import Entries, Year
from ...report.build import SUPPLEMENT, Report
from ...report.document import text_of
from ...report.editing import (
    base_key,
    choices,
    confirmed,
    kept_wording,
    superseded,
    turned,
    written,
)
from ...report.outline import Outline
from ...report.parts import Part
from ...report.passage import SPOKEN, Passage, paragraphs_of
from ...report.resolving import Resolver
from ...report.speech import speech_of
from ...report.style import StyleSheet, load_speech_style, load_style
from ...report.wording import load_wording
from ...report.written import outline_of, whole_report
from ..desk import Desk
from .gone import with_names
from .taking_back import are_taken_back

R = TypeVar("R", bound=Record)


class Working:
    """Holds what is typed until it is saved; everything else it asks of the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._typed: dict[str, Supplement | PassageEdit] = {}
        self._settings: ReportSettings | None = None
        self._gathered: tuple[Year, Facts] | None = None
        self._undone = False  # what was typed last was taken back to where it began
        self.spoken = False  # the report is told in its short forms

    def report(self) -> Report:
        """Return the report with what is typed; raises DeskError for an unknown outline."""
        if self.spoken or self._unsaved():
            return self._told(self.year())
        return self._desk.whole()

    def outline(self) -> Outline:
        """Return the outline by which it is told; raises DeskError for an unknown one."""
        return outline_of(self._desk.loaded(), self.settings())

    def facts(self) -> Facts:
        """Return the year's figures, gathered once while no entry changes."""
        year = self._desk.loaded()
        if self._gathered is None or self._gathered[0] is not year:
            self._gathered = (year, gather(year))
        return self._gathered[1]

    def resolver(self, passage: Passage | None = None) -> Resolver:
        """Return what knows the year's figures, for a passage."""
        return Resolver(self.facts(), self._desk.loaded(), passage.entry if passage else None)

    def settings(self) -> ReportSettings:
        """Return how the report is counted, addressed and signed."""
        return self._settings or self._desk.settings()

    def set_settings(self, settings: ReportSettings) -> None:
        """Take settings as typed."""
        self._settings = settings

    def text(self, section: str) -> str:
        """Return what is added to a section, as a template."""
        return "\n".join(entry.text for entry in self._of(section) if entry.text)

    def write(self, passage: Passage, text: str, *, undone: bool = False) -> None:
        """Take what is typed for a passage, or for a section under 补充/.

        With ``undone`` the user has come to this text by taking back all that he typed.
        """
        kind, _, section = passage.key.partition("/")
        self._undone = undone
        if kind == SUPPLEMENT:
            self._add(section, text)
        else:
            self._edit(passage, text)

    def passage(self, report: Report, key: str) -> Passage:
        """Return a passage of a report; of a section that nothing was added to, an empty one."""
        return with_names(report.passages.get(key) or Passage(key, ()), self._desk.store)

    def passages(self, report: Report, part: Part) -> list[Passage]:
        """Return the passages of a part, in order; at last what is added to its section."""
        keys = [getattr(report.document.blocks[n], "passage", "") for n in part.blocks]
        if part.section:
            added = self.added_key(part.section)
            # A supplement's short form is there only where there is a supplement.
            own = [added] if added in report.passages or not self.spoken else []
            keys = [*(key for key in keys if key != added), *own]
        return [self.passage(report, key) for key in dict.fromkeys(filter(None, keys))]

    def added_key(self, section: str) -> str:
        """Return the key of what is added to a section."""
        return f"{SPOKEN * self.spoken}{SUPPLEMENT}/{section}"

    def texts(self, passage: Passage) -> tuple[list[str], list[str]]:
        """Return a passage's paragraphs as the user has them, and as they would be generated."""
        resolver = self.resolver(passage)
        both = (passage.template, passage.generated)
        mine, theirs = ([text_of(r) for r in paragraphs_of(t, resolver)] for t in both)
        return mine, theirs

    def words(self, template: str) -> str:
        """Return a template as people read it."""
        return "\n".join(text_of(r) for r in paragraphs_of(template, self.resolver()))

    def style(self) -> StyleSheet:
        """Return how the pages are set."""
        return load_speech_style() if self.spoken else load_style()

    def answered(self, passage: Passage) -> PassageEdit:
        """Return the user's version kept, resting on what the records say now."""
        return confirmed(passage, self.resolver(passage))

    def reworded(self, passage: Passage) -> PassageEdit | None:
        """Return the choice of another wording; None where there is none."""
        return turned(passage, self.choices(passage), self._desk.year)

    def unwritten(self, passage: Passage, edit: PassageEdit) -> PassageEdit | None:
        """Return what is left of a version without its text: the wording that the user chose.

        None where it would be told in that wording anyway, by what there was when he began.
        """
        year = self.year()
        others = [each for each in year.counted(PassageEdit) if each.id != edit.id]
        own = [each for each in year.counted(OwnWording) if each.created <= edit.created]
        before: Entries = {**year.counted_entries, PassageEdit: others, OwnWording: own}
        usual = self._told(replace(year, counted_entries=before)).passages.get(edit.passage)
        is_chosen = bool(usual and edit.wording != usual.wording)
        if not is_chosen or edit.wording not in self.choices(passage):
            return None
        return replace(edit, text="", generated="", basis=())

    def choices(self, passage: Passage) -> list[str]:
        """Return the wordings that a passage may be told in; none of what the user added."""
        wording = load_wording().get(base_key(passage.key))
        return choices(passage, wording, self._desk.loaded()) if wording else []

    def has_wording(self, passage: Passage) -> bool:
        """Whether a passage is told in wordings, to which the user may add."""
        return base_key(passage.key) in load_wording()

    def wording_of(self, passage: Passage) -> Record:
        """Return a passage's text as a wording for the years to come."""
        return kept_wording(passage, passage.entry)

    def unused(self, report: Report) -> list[Supplement | PassageEdit]:
        """Return what was written for sections and passages that are not there.

        ``report`` is what the page shows; its other form is built only where an edit is for that.
        """
        sections = self.outline().keyed()
        added = [e for e in self._all(Supplement) if e.section not in sections and e.paragraphs()]
        written = [e for e in self._all(PassageEdit) if e.is_written]
        older = superseded(self._all(PassageEdit))
        edits = [e for e in written if e not in older and e.passage not in report.passages]
        other = [e for e in edits if e.passage.startswith(SPOKEN) != self.spoken]
        if other:
            told = whole_report(self.year(), self.settings(), spoken=not self.spoken).passages
            edits = [e for e in edits if e not in other or e.passage not in told]
        return [*added, *edits, *older]

    def save(self, visit: str) -> None:
        """Save what is typed as one step; raises DeskError, and keeps it then."""
        unsaved, typed, settings = self._unsaved(), dict(self._typed), self._settings
        self.forget()  # before the desk tells that it is saved: then it is read from there
        try:
            if unsaved and not (self._undone and are_taken_back(self._desk, unsaved)):
                self._desk.save(*unsaved, visit=visit)
        except BaseException:
            self._typed, self._settings = typed, settings
            raise

    def forget(self) -> None:
        """Let go of what is typed and not saved."""
        self._typed.clear()
        self._settings = None

    def year(self) -> Year:
        """Return the year with what is typed."""
        year = self._desk.loaded()
        written: Entries = {cls: self._all(cls) for cls in (Supplement, PassageEdit)}
        return replace(year, counted_entries={**year.counted_entries, **written})

    def _told(self, year: Year) -> Report:
        return (speech_of if self.spoken else whole_report)(year, self.settings())

    def _edit(self, passage: Passage, text: str) -> None:
        """Take the user's version; that he is back at the generated text is none of his own.

        ``passage`` may be older than what was typed into it since.
        """
        edit = self._version(passage, self._all(PassageEdit))
        edit = written(replace(passage, edit=edit), text, self._desk.year, self.resolver(passage))
        self._typed[edit.id] = edit
        saved = self._version(passage, self._desk.loaded().counted(PassageEdit))
        if text != passage.generated:
            return
        if saved and saved.is_written:
            self._typed[edit.id] = self.unwritten(passage, edit) or self._desk.store.deleted(edit)
        else:
            del self._typed[edit.id]

    def _version(self, passage: Passage, edits: Sequence[PassageEdit]) -> PassageEdit | None:
        return next((edit for edit in reversed(edits) if edit.passage == passage.key), None)

    def _add(self, section: str, text: str) -> None:
        """Take what is added to a section; where it has several entries they become one."""
        first, *others = self._of(section) or [Supplement(year=self._desk.year, section=section)]
        for entry, given in ((first, text), *((other, "") for other in others)):
            self._typed[entry.id] = replace(entry, text=given)

    def _of(self, section: str) -> list[Supplement]:
        return [entry for entry in self._all(Supplement) if entry.section == section]

    def _all(self, cls: type[R]) -> list[R]:
        saved = {entry.id: entry for entry in self._desk.loaded().counted(cls)}
        typed = {id: entry for id, entry in self._typed.items() if isinstance(entry, cls)}
        return [entry for entry in (saved | typed).values() if not entry.deleted]

    def _unsaved(self) -> list[Record]:
        saved = {e.id: e for c in (Supplement, PassageEdit) for e in self._desk.loaded().counted(c)}
        typed = [e for e in self._typed.values() if saved.get(e.id) != e and _says(e, saved)]
        changed = self._settings and self._settings != self._desk.settings()
        return [*typed, *([self._settings] if self._settings and changed else [])]


def _says(entry: Supplement | PassageEdit, saved: dict[str, Record]) -> bool:
    """Whether an entry is worth a row: a supplement that is new and empty is not."""
    return entry.id in saved or isinstance(entry, PassageEdit) or bool(entry.text)
