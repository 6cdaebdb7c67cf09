"""The report page: outline, passages to write in, and the pages as they will print."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...errors import DeskError
from ...records.record import Ref
from ...render.pages import Pages
from ...report.build import Report
from ...report.document import Document, Table
from ...report.parts import HEAD, Part
from ...report.passage import Passage
from ...report.style import StyleSheet
from ...report.template import Reference
from ..desk import Change, Desk
from ..page import Page, Place
from .around import Around
from .contents import Contents
from .doing import done
from .entries import told_gaps, told_reference
from .exits import Exits
from .gaps import gaps_of
from .going import Going
from .outline_pane import PROOF
from .panes import Panes
from .pointing import Pointing
from .proofing.reading import Proofing
from .saving import Saving
from .standing import Standing
from .tools import Tools
from .working import Working

PAUSE = 300  # milliseconds after the last change until the pages follow
_HINT = (
    "带底色的是数据，下有点线的是引文，都随记录变化；下有红虚线的是手填的数。"
    "点一下看来自哪些记录，双击打开；文字可以直接改写。"
)


class ReportPage(Page):
    """One year's report. What is typed shows at once, and is saved after a pause and on leaving."""

    title, help = "述职报告", "report"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._working = desk, Working(desk)
        self._exits = Exits(desk, self, self._whole)
        self._contents = Contents(Report(Document("", "", 0, ()), {}))
        self._here, self._year = "", desk.year
        self._broken = False  # what is shown is not this report: it cannot be built
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._rebuild)
        self._saving = Saving(self._working, self)
        self._panes = Panes(desk, self._described, self)
        self._outline, self._passage = self._panes.outline, self._panes.passage
        self._preview = self._panes.preview
        self._tools = Tools(desk, self, self._working, self._passage, self._told, self._settled)
        self._around = Around(desk, self, self._working, self._exits, self._panes)
        self._panes.order_tabs()
        self._proofing = Proofing(desk, self._working, self._passage)
        self._pointing = Pointing(desk, self._working, self._passage, self._told)
        self._going = Going(
            self._working,
            self._panes,
            self._pointing,
            contents=lambda: self._contents,
            enter=self._enter_part,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._panes)
        self._connect()
        self.refresh(Change())

    def actions_on_top(self) -> Sequence[QAction]:
        return self._exits.on_top()

    def show_place(self, place: Place) -> None:
        """Show the part of what the user wrote, or of the settings, where the place names it."""
        self._going.to_entry(self._desk.store.get(place.entry) if place.entry else None)

    def refresh(self, change: Change) -> None:
        if self._year != self._desk.year:
            self._year = self._desk.year
            self._working.forget()
        self._rebuild(told_anew=True)

    def leave(self) -> bool:
        """Take in and save what is typed; ask where something cannot be read or saved."""
        self._passage.take_in()
        saved, troubles = self._saving.save(), self._passage.form.troubles()
        self._panes.remember()
        if self._pause.isActive():  # what was typed is taken back: nothing is saved, nothing told
            self._rebuild()
        if saved and not troubles:
            return True
        said = "\n".join(troubles) or self._saving.why
        question = f"{said}\n\n这一处还没有保存，别的内容都已保存。"
        answers = ("返回修改", "放弃这一处")
        if not saved:
            question = f"{said}\n\n上次保存以后写的内容还没有保存。"
            answers = ("留在这里", "放弃这些内容")
        if self._desk.ask.choose(question, *answers, on_escape=0) != 1:
            return False
        self._saving.give_up()
        self._working.forget()
        self._passage.form.reset(self._working.settings())
        self._rebuild()
        return True

    def _connect(self) -> None:
        self._passage.edited.connect(self._on_edited)
        self._passage.left.connect(self._saving.part)
        self._passage.form.edited.connect(self._on_settings)
        self._going.led_away.connect(self.wanted)
        self._saving.troubled.connect(self._panes.say_trouble)
        self._passage.unused.deleted.connect(self._on_deleted)
        self._passage.unused.copied.connect(lambda: self.noted.emit("已复制这段文字"))
        for each in (self._saving, self._passage, self._tools, self._exits, self._around):
            each.noted.connect(self.noted)
        self._around.turned.connect(lambda: self._rebuild(told_anew=True))
        self._proofing.wanted.connect(self._going.to_finding)
        self._proofing.entry_wanted.connect(self.wanted)
        for teller in (self._outline.count_findings, self._around.count_findings):
            self._proofing.counted.connect(teller)
        self._preview.annexes_wanted.connect(self._show_pages)

    def _rebuild(self, *, told_anew: bool = False) -> None:
        """Build the report anew, and show what has changed."""
        self._pause.stop()
        try:
            report, outline = self._working.report(), self._working.outline()
        except DeskError as error:
            self._broken = True
            self._panes.say_trouble(self._saving.told or str(error))
            return
        if self._broken:
            self._broken = False
            self._panes.say_trouble(self._saving.told)
        self._passage.form.set_settings(self._working.settings())
        same = report.document == self._document
        self._contents = Contents.of(report, outline, self._working.passages)
        with QSignalBlocker(self._outline):
            parts, unused = list(self._parts.values()), len(self._working.unused(report))
            self._outline.show_parts(parts, self._contents.drifted(), unused)
        self._show_part(told_anew=told_anew or self._here != self._outline.key())
        if not same:
            self._show_pages()
        settings, spoken = self._working.settings(), self._working.spoken
        self._panes.say(Standing.of(report, settings, spoken=spoken))
        self._proofing.follow(report)

    @property
    def _report(self) -> Report:
        return self._contents.report

    @property
    def _document(self) -> Document:
        return self._contents.document

    @property
    def _parts(self) -> Mapping[str, Part]:
        return self._contents.parts

    def _show_part(self, *, told_anew: bool) -> None:
        """Show the part that the outline stands on, and what it lacks."""
        self._here = self._outline.key()
        part = self._parts.get(self._here)
        if self._here == PROOF:
            self._passage.show_proof(PROOF)
            self._proofing.show(self._report)
            return
        if part is None:
            unused = self._working.unused(self._report)
            self._passage.show_unused(unused, self._working.words, self._here)
            return
        self._passage.show_part(part, self._contents.told(part), self._tools.shown_in)
        self._tools.tidy()
        if told_anew:
            gaps = gaps_of(self._document, part, self._desk.loaded())
            self._passage.behind.tell(told_gaps(gaps), "" if part.key == HEAD.key else _HINT)

    def _show_pages(self) -> None:
        style, document = self._working.style(), self._document
        pages = Pages(document, style, annexes=self._preview.annexes)
        annexes = any(isinstance(block, Table) for block in document.blocks)
        self._preview.show_pages(pages, self._contents.marked(self._here), has_annexes=annexes)
        self._panes.say_pages(pages.count, without=annexes and not self._preview.annexes)

    def _told(self, key: str) -> Passage:
        return self._working.passage(self._report, key)

    def _settled(self, key: str) -> Passage | None:
        """Return a passage as it is told with all that is typed, saved; None where it cannot be."""
        self._passage.take_in()
        if not self._saving.save():
            return None
        self._rebuild()
        return self._told(key)

    def _enter_part(self) -> None:
        """Save the part that is left, then show the one that the outline stands on."""
        self._passage.take_in()
        self._saving.save()
        self._saving.begin_visit()
        self._show_part(told_anew=True)
        self._passage.to_top()
        self._preview.view.mark(self._contents.marked(self._here))

    def _on_edited(self, key: str) -> None:
        editor, text = self._passage.editor(key), self._passage.templates()[key]
        undone = editor is not None and not editor.document().isUndoAvailable()
        told = self._told(key)
        self._working.write(told, text, undone=undone)
        self._saving.take_text(key, told.template, text)
        self._pause.start()

    def _on_settings(self) -> None:
        self._working.set_settings(self._passage.form.settings())
        self._pause.start()
        self._saving.take_note()

    def _described(self, key: str, reference: Reference) -> str:
        resolver = self._working.resolver(self._told(key))
        told = told_reference(self._desk, resolver, reference)
        return f"{told.heading}\n双击打开" if told else ""

    def _on_deleted(self, entry: Ref) -> None:
        if done(self._desk.ask, lambda: self._desk.delete(entry)):
            self.noted.emit("已删除一段没有用上的文字（可撤销）")

    def _whole(self) -> tuple[Report, StyleSheet] | None:
        """Return the report with all that is typed, saved; None when the user wants to stay."""
        if not self.leave():
            return None
        self._rebuild()
        return None if self._broken else (self._report, self._working.style())
