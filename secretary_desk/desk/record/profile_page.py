"""The branch's profile: one form, a year its own."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...kinds.branch import KIND, Branch
from ...records.kind import OneAYear
from ...records.record import new_id, ref
from ..buttons import action, button
from ..desk import Change, Desk
from ..page import Page, Place
from .editor import Editor, label


class ProfilePage(Page):
    """Shows the year's profile; a year without one begins with the nearest year's."""

    title, help = KIND.label, KIND.name

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._note = label("muted")
        self._editor = Editor(desk, KIND, self)
        self._editor.noted.connect(self.noted)
        self._editor.saved.connect(self._say_whose)
        self._past = action(self, "查看改动", "history", None, self._on_past)
        self._editor.head.addWidget(button(self._past, "icon"))
        layout = QVBoxLayout(self)
        layout.addWidget(self._note)
        layout.addWidget(self._editor, 1)
        self.setFocusProxy(self._editor)
        self.refresh(Change())

    def refresh(self, change: Change) -> None:
        if change.refs is None or not self._editor.refresh(change):
            self._editor.show_record(self._profile())
            self._say_whose()

    def leave(self) -> bool:
        return self._editor.leave()

    def _profile(self) -> Branch:
        year = self._desk.year
        nearest = OneAYear().nearest(self._desk.store.entries(KIND), year)
        if nearest is None:
            return Branch(filed_under=year)
        if nearest.filed_under == year:
            return nearest
        return replace(nearest, id=new_id(), created="", filed_under=year)

    def _on_past(self) -> None:
        self.wanted.emit(Place("history", ref(self._editor.base)))

    def _say_whose(self) -> None:
        own = bool(self._editor.base.created)
        self._past.setEnabled(own)
        year = self._desk.year
        note = (
            ""
            if own
            else f"{year} 年度还没有自己的概况，下面沿用相近年度的；改动后存为 {year} 年度的。"
        )
        self._note.setText(note)
        self._note.setVisible(bool(note))
