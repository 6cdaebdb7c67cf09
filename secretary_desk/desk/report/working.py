"""This year's report as it stands on the page: what is saved, and what is typed since."""

from dataclasses import replace

from ...kinds.report_settings import ReportSettings
from ...kinds.supplement import Supplement
from ...records.record import Record
from ...records.year import Year
from ...report.document import Document
from ...report.outline import Outline
from ...report.written import outline_of, report_of
from ..desk import Desk


class Working:
    """Holds what is typed until it is saved; everything else it asks of the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._typed: dict[str, Supplement] = {}
        self._settings: ReportSettings | None = None

    def document(self) -> Document:
        """Return the report with what is typed; raises DeskError for an unknown outline."""
        if not self._unsaved():
            return self._desk.report()
        return report_of(self._year(), self.settings())

    def outline(self) -> Outline:
        """Return the outline by which it is told; raises DeskError for an unknown one."""
        return outline_of(self._desk.loaded(), self.settings())

    def settings(self) -> ReportSettings:
        """Return how the report is counted, addressed and signed."""
        return self._settings or self._desk.settings()

    def set_settings(self, settings: ReportSettings) -> None:
        """Take settings as typed."""
        self._settings = settings

    def text(self, section: str) -> str:
        """Return what is added to a section."""
        return "\n".join(entry.text for entry in self._of(section) if entry.text)

    def write(self, section: str, text: str) -> None:
        """Take what is typed for a section; where it has several entries they become one."""
        first, *others = self._of(section) or [Supplement(year=self._desk.year, section=section)]
        for entry, given in ((first, text), *((other, "") for other in others)):
            self._typed[entry.id] = replace(entry, text=given)

    def unused(self) -> list[Supplement]:
        """Return what was added to sections that this outline does not have."""
        known = self.outline().keyed()
        return [e for e in self._supplements() if e.section not in known and e.paragraphs()]

    def save(self, visit: str) -> None:
        """Save what is typed as one step; raises DeskError, and keeps it then."""
        if unsaved := self._unsaved():
            self._desk.save(*unsaved, visit=visit)
        self.forget()

    def forget(self) -> None:
        """Let go of what is typed and not saved."""
        self._typed.clear()
        self._settings = None

    def _of(self, section: str) -> list[Supplement]:
        return [entry for entry in self._supplements() if entry.section == section]

    def _supplements(self) -> list[Supplement]:
        saved = {entry.id: entry for entry in self._desk.loaded().counted(Supplement)}
        return list((saved | self._typed).values())

    def _unsaved(self) -> list[Record]:
        saved = {entry.id: entry.text for entry in self._desk.loaded().counted(Supplement)}
        typed = [e for e in self._typed.values() if saved.get(e.id, "") != e.text]
        changed = self._settings and self._settings != self._desk.settings()
        return [*typed, *([self._settings] if self._settings and changed else [])]

    def _year(self) -> Year:
        year = self._desk.loaded()
        entries = {**year.counted_entries, Supplement: self._supplements()}
        return replace(year, counted_entries=entries)
