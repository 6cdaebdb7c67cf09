"""What can be done with the passage that the user is in, and with its figures."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ...kinds.passage_edit import PassageEdit
from ...records.record import Record, ref
from ...report.passage import Passage
from ...report.resolving import Resolver
from ..buttons import action, button
from ..desk import Desk
from .doing import done
from .editor.text import Shown
from .passage_card import COMPARE, KEEP, TAKE
from .passage_pane import PassagePane
from .working import Working

_NOT_IN = "先点一段文字"
_OWN = "这一段是您改写的文字；要换说法，先“恢复自动”"
_ONE_WORDING = "这一段没有别的说法可换"
_NO_WORDING = "这一段由您自己写，没有自动文字，不能存为常用说法"
_UNCHANGED = "这一段没有改写过"


class Tools(QObject):
    """Actions on the current passage.

    ``settled`` saves what is typed and returns a passage as it is told now, by its key; None
    where it cannot be saved.
    """

    noted = Signal(str)

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        working: Working,
        pane: PassagePane,
        told: Callable[[str], Passage],
        settled: Callable[[str], Passage | None],
    ) -> None:
        super().__init__(page)
        self._desk, self._working, self._pane, self._told = desk, working, pane, told
        self._page, self._settled = page, settled
        self._insert = action(page, "插入数据", "plus", "Ctrl+I", self._on_insert)
        self._reword = action(page, "换说法", "redo-2", None, self._on_reword)
        self._keep = action(page, "存为常用", "bookmark", None, self._on_keep)
        self._reset = action(page, "恢复自动", "undo-2", None, self._on_reset)
        for each in (self._insert, self._reword, self._keep, self._reset):
            pane.tools.addWidget(button(each, "quiet"))
        pane.tools.addStretch(1)
        pane.entered.connect(lambda _key: self.tidy())
        pane.answered.connect(self._on_answered)

    def shown_in(self, passage: Passage) -> Shown:
        """Return what tells how a figure in a passage reads now."""
        resolver = self._working.resolver(passage)
        return lambda reference: resolver.run(reference).text

    def tidy(self) -> None:
        """Offer only what can be done with the passage that the user is in."""
        key = self._pane.key()
        passage = self._told(key) if key else Passage("", ())
        self._insert.setEnabled(bool(key))
        whys = self._whys(passage) if self._pane.entered_key() else (_NOT_IN,) * 3
        for tool, why in zip((self._reword, self._keep, self._reset), whys, strict=True):
            tool.setEnabled(not why)
            tool.setWhatsThis(why)

    def _whys(self, passage: Passage) -> tuple[str, str, str]:
        """Return of each of the three tools why it cannot be used now; empty where it can."""
        has_wording = self._working.has_wording(passage)
        if passage.edit and passage.edit.is_written:
            return _OWN, "" if has_wording else _NO_WORDING, ""
        reword = "" if len(self._working.choices(passage)) > 1 else _ONE_WORDING
        return reword, _UNCHANGED if has_wording else _NO_WORDING, _UNCHANGED

    def _resolver(self) -> Resolver:
        key = self._pane.key()
        return self._working.resolver(self._told(key) if key else None)

    def _on_insert(self) -> None:
        from .figures.picker import FigurePicker

        key = self._pane.key()
        if (editor := self._pane.editor(key)) is None:
            return
        self._settled(key)  # so that the figure is a step of its own
        resolver = self._resolver()
        picker = FigurePicker(self._working.facts(), resolver, self._page)
        if picker.exec() and (picked := picker.reference()):
            editor.insert_figure(picked, resolver.run(picked).text)
        editor.setFocus()

    def _on_reword(self) -> None:
        passage = self._settled(self._pane.key())
        if passage and (turned := self._working.reworded(passage)):
            known = self._working.choices(passage)
            place = known.index(turned.wording) + 1
            self._save(turned, f"换成第 {place} 种说法，共 {len(known)} 种（可撤销）")

    def _on_keep(self) -> None:
        if passage := self._settled(self._pane.key()):
            note = "已存为常用说法：以后年度这一段先用它。在“更多”的“常用说法”里可以查看、删除"
            self._save(self._working.wording_of(passage), note)

    def _on_reset(self) -> None:
        """Drop the user's text; it is the only way, and can be undone."""
        passage = self._settled(self._pane.key())
        if passage and passage.edit:
            self._drop(passage, passage.edit, "已恢复自动文字")

    def _on_answered(self, key: str, said: str) -> None:
        if (passage := self._settled(key)) is None:
            return
        if said == COMPARE:
            said = self._compared(passage)
        if said == KEEP and passage.edit:
            self._save(self._working.answered(passage), "已保留改写的文字，其中的数据已是现在的")
        elif said == TAKE and passage.edit:
            self._drop(passage, passage.edit, "已采用自动文字")

    def _save(self, record: Record, note: str) -> None:
        if done(self._desk.ask, lambda: self._desk.save(record)):
            self.noted.emit(note)

    def _drop(self, passage: Passage, edit: PassageEdit, note: str) -> None:
        """Let go of the text of a version; the wording that the user chose for it stays."""
        back = "改写的文字可用“撤销”取回"
        if rest := self._working.unwritten(passage, edit):
            place = self._working.choices(passage).index(rest.wording) + 1
            self._save(rest, f"{note}（仍用您选的第 {place} 种说法），{back}")
        elif done(self._desk.ask, lambda: self._desk.delete(ref(edit))):
            self.noted.emit(f"{note}，{back}")

    def _compared(self, passage: Passage) -> str:
        from .comparing.side_by_side import SideBySide

        mine, theirs = self._working.texts(passage)
        dialog = SideBySide(mine, theirs, passage.drift, self._page)
        dialog.exec()
        return {"keep": KEEP, "take": TAKE}.get(dialog.answer(), "")
