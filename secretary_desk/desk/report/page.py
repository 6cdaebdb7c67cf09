"""The report page: outline, passages, and the pages as they will print."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout

from ...errors import DeskError
from ...kinds.report_settings import ReportSettings
from ...kinds.supplement import Supplement
from ...records.record import Ref
from ...render.pages import Pages, Spot
from ...report.document import Document, Enclosures, Quotation, Table, runs_of
from ...report.parts import ANNEXES, HEAD, Part, parts_of
from ...report.style import load_style
from ...report.written import counted
from ..autosave import Autosave
from ..buttons import action
from ..desk import Change, Desk
from ..page import Page, Place
from .entries import told_gaps, told_run
from .export import Exporter
from .gaps import gaps_of
from .outline_pane import UNUSED
from .panes import Panes
from .run_text import Stop
from .working import Working

PAUSE = 300  # milliseconds after the last change until the pages follow
_HINT = "点文中的数字或引文，看它来自哪些记录。"


class ReportPage(Page):
    """One year's report. What is typed shows at once, and is saved after a pause and on leaving."""

    title, help = "述职报告", "report"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._working = desk, Working(desk)
        self._exporter = Exporter(desk, self)
        self._document = Document("", "", 0, ())
        self._parts: dict[str, Part] = {}
        self._here, self._visit, self._year = "", str(uuid.uuid4()), desk.year
        self._broken = False  # what is shown is not this report: it cannot be built
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._rebuild)
        self._autosave = Autosave(self)
        self._autosave.due.connect(self._save)
        self._make_actions()
        self._panes = Panes(desk)
        self._outline, self._passage = self._panes.outline, self._panes.passage
        self._preview = self._panes.preview
        self._panes.offer(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._panes)
        self._connect()
        self.refresh(Change())

    def actions_on_top(self) -> Sequence[QAction]:
        return self._print, self._pdf, self._word

    def show_place(self, place: Place) -> None:
        """Show the part of a supplement, or of the settings, where the place names an entry."""
        match self._desk.store.get(place.entry) if place.entry else None:
            case Supplement(section=section):
                self._outline.select(section if section in self._parts else UNUSED)
            case ReportSettings():
                self._outline.select(HEAD.key)
        self._outline.setFocus()

    def refresh(self, change: Change) -> None:
        if self._year != self._desk.year:
            self._year = self._desk.year
            self._working.forget()
        self._rebuild(told_anew=True)

    def leave(self) -> bool:
        """Take in and save what is typed; ask where something cannot be read or saved."""
        self._passage.take_in()
        saved, troubles = self._save(), self._passage.form.troubles()
        self._panes.remember()
        if saved and not troubles:
            return True
        said = "\n".join(troubles) or self._panes.trouble.text()
        question = f"{said}\n\n这一处还没有保存，别的内容都已保存。"
        if (
            self._desk.ask.choose(
                question, "返回修改" if troubles else "留在这里", "放弃这一处", on_escape=0
            )
            != 1
        ):
            return False
        self._working.forget()
        self._passage.form.reset(self._working.settings())
        self._rebuild()
        return True

    def _connect(self) -> None:
        self._outline.chosen.connect(self._on_chosen)
        self._passage.added.connect(self._on_added)
        self._passage.form.edited.connect(self._on_settings)
        self._passage.text.chosen.connect(self._on_stop)
        self._passage.noted.connect(self.noted)
        self._passage.behind.wanted.connect(self._on_wanted)
        self._passage.unused.deleted.connect(self._on_deleted)
        self._passage.unused.copied.connect(lambda: self.noted.emit("已复制这段补充"))
        self._panes.previewed.connect(self._show_on_page)
        self._preview.view.clicked.connect(self._on_spot)
        self._preview.annexes_wanted.connect(self._show_pages)

    def _make_actions(self) -> None:
        self._copy = action(self, "复制全文", "clipboard-copy", None, self._on_copy)
        self._print = action(self, "打印", "printer", "Ctrl+P", self._on_print)
        self._pdf = action(self, "导出 PDF", "file-down", None, self._on_pdf)
        self._word = action(self, "生成 Word 文档", "file-text", None, self._on_word)

    def _rebuild(self, *, told_anew: bool = False) -> None:
        """Build the report anew, and show what has changed."""
        self._pause.stop()
        try:
            document, outline = self._working.document(), self._working.outline()
        except DeskError as error:
            self._broken = True
            self._panes.say_trouble(str(error))
            return
        if self._broken:
            self._broken = False
            self._panes.say_trouble("")
        self._passage.form.set_settings(self._working.settings())
        same, self._document = document == self._document, document
        self._parts = {part.key: part for part in parts_of(document, outline)}
        with QSignalBlocker(self._outline):
            self._outline.show_parts(list(self._parts.values()), len(self._working.unused()))
        self._show_part(told_anew=told_anew or self._here != self._outline.key())
        if not same:
            self._show_pages()

    def _show_part(self, *, told_anew: bool) -> None:
        """Show the part that the outline stands on, and what it lacks."""
        self._here = self._outline.key()
        part = self._parts.get(self._here)
        if part is None:
            self._passage.show_unused(self._working.unused(), self._here)
            return
        self._passage.show_part(self._document, part, self._working.text(part.section))
        if told_anew:
            gaps = gaps_of(self._document, part, self._desk.loaded())
            self._passage.behind.tell(told_gaps(gaps), "" if part.key == HEAD.key else _HINT)

    def _show_pages(self) -> None:
        pages = Pages(self._document, load_style(), annexes=self._preview.annexes)
        annexes = any(isinstance(block, Table) for block in self._document.blocks)
        self._preview.show_pages(pages, self._marked(), has_annexes=annexes)
        without = "（不含附件）" if annexes and not self._preview.annexes else ""
        characters, gaps = counted(self._document)
        self._panes.say(f"共 {pages.count} 页{without} · 正文 {characters:,} 字", gaps)

    def _marked(self) -> Sequence[int]:
        part = self._parts.get(self._here)
        return part.blocks if part and self._here not in (HEAD.key, ANNEXES.key) else ()

    def _on_chosen(self) -> None:
        """Save the part that is left, then show the one chosen, its page beside it."""
        self._go_to_part()
        self._preview.set_annexes(shown=self._preview.annexes or self._here == ANNEXES.key)
        self._show_on_page()

    def _show_on_page(self) -> None:
        part = self._parts.get(self._here)
        for number in part.blocks if part else ():
            # The annexes begin under the text, where they are only named.
            if not isinstance(self._document.blocks[number], Enclosures):
                self._preview.view.go_to(number)
                return

    def _go_to_part(self) -> None:
        self._passage.take_in()
        self._save()
        self._visit = str(uuid.uuid4())
        self._show_part(told_anew=True)
        self._passage.text.to_top()
        self._preview.view.mark(self._marked())

    def _on_added(self, text: str) -> None:
        self._working.write(self._parts[self._here].section, text)
        self._changed()

    def _on_settings(self) -> None:
        self._working.set_settings(self._passage.form.settings())
        self._changed()

    def _changed(self) -> None:
        self._pause.start()
        self._autosave.start()

    def _on_stop(self, stop: Stop) -> None:
        gaps = gaps_of(self._document, self._parts[self._here], self._desk.loaded())
        for gap in gaps if stop.gap else ():
            if (gap.block, gap.text) == (stop.block, stop.gap):
                self._on_wanted(gap.place)
                return
        self._tell_run(stop.block, stop.run)

    def _on_spot(self, spot: Spot) -> None:
        """Go to the passage of a place on the page, without turning the page away."""
        key = next(key for key, part in self._parts.items() if spot.block in part.blocks)
        with QSignalBlocker(self._outline):
            self._outline.select(key)
        if key != self._here:
            self._go_to_part()
        self._panes.show_passage()
        self._passage.text.go_to(spot.block, spot.run)
        if spot.run is not None:
            self._tell_run(spot.block, spot.run)

    def _tell_run(self, block: int, place: int) -> None:
        """Show what is behind a run; the user's own paragraph is where he typed it."""
        run = list(runs_of(self._document.blocks[block]))[place]
        if isinstance(run, Quotation) and run.entry.kind == "supplement":
            self._passage.focus_field()
        elif told := told_run(self._desk, run):
            self._passage.behind.tell(told, "")

    def _on_wanted(self, place: Place) -> None:
        if place.page == "report":
            self._outline.select(HEAD.key)
            self._passage.form.focus_first()
        else:
            self.wanted.emit(place)

    def _on_deleted(self, entry: Ref) -> None:
        self._desk.delete(entry)
        self.noted.emit("已删除一段未使用的补充（可撤销）")

    def _save(self) -> bool:
        """Write what has changed; False, with a sentence on the page, when it cannot be."""
        self._autosave.stop()
        try:
            self._working.save(self._visit)
        except DeskError as error:
            self._panes.say_trouble(str(error))
            return False
        self._panes.say_trouble("")
        return True

    def _whole(self) -> Document | None:
        """Return the report with all that is typed, saved; None when the user wants to stay."""
        if not self.leave():
            return None
        self._rebuild()
        return None if self._broken else self._document

    def _on_copy(self) -> None:
        if document := self._whole():
            self.noted.emit(self._exporter.text(document))

    def _on_print(self) -> None:
        if document := self._whole():
            self._exporter.paper(document)

    def _on_pdf(self) -> None:
        if document := self._whole():
            self._exporter.pdf(document)

    def _on_word(self) -> None:
        if document := self._whole():
            self._exporter.word(document)
