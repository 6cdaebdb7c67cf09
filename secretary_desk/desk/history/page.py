"""最近改动: every step by day or by entry, any of which may be taken back, and the recycle bin."""

from dataclasses import replace
from enum import StrEnum
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from ...records.record import Ref
from ..buttons import action, segment
from ..desk import Change, Desk
from ..page import Page, Place
from .bin_view import BinView
from .entries_view import EntriesView
from .steps_view import StepsView

_NOTHING = "还没有改动。以后每一次新增、修改和删除都会列在这里，也都可以撤销。"


class View(StrEnum):
    """What of the history is shown."""

    DAYS = "按日"
    ENTRIES = "按记录"
    BIN = "回收站"


class HistoryPage(Page):
    """Three views of what was done; the one chosen last stays while the window is open."""

    title = "最近改动"
    help = "history"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._view = desk, View.DAYS
        self._days = StepsView(desk, "最近改动", _NOTHING, by_day=True)
        self._entries, self._bin = EntriesView(desk), BinView(desk)
        self._parts: dict[View, StepsView | EntriesView | BinView] = {
            View.DAYS: self._days,
            View.ENTRIES: self._entries,
            View.BIN: self._bin,
        }
        self._stack = QStackedWidget()
        for part in self._parts.values():
            self._stack.addWidget(part)
            part.noted.connect(self.noted)
        for part in (self._days, self._entries):
            part.wanted.connect(self.wanted)
        self._days.history_wanted.connect(self._show_entry)
        self._make_actions()
        self._lay_out()
        self._show(View.DAYS)

    def show_place(self, place: Place) -> None:
        if place.entry is not None:
            self._show_entry(place.entry)

    def here(self, place: Place) -> Place:
        shown = self._entries.entry if self._view is View.ENTRIES else None
        return replace(place, entry=shown)

    def refresh(self, change: Change) -> None:
        self._parts[self._view].reload()

    def _show_entry(self, entry: Ref) -> None:
        self._show(View.ENTRIES)
        self._entries.show_entry(entry)

    def _on_chosen(self, view: View) -> None:
        self._show(view)
        self.setFocus()

    def _show(self, view: View) -> None:
        self._view = view
        for each, way in self._ways.items():
            way.setChecked(each is view)
        part = self._parts[view]
        part.reload()
        self._stack.setCurrentWidget(part)
        self.setFocusProxy(part)

    def _make_actions(self) -> None:
        self._ways = {
            view: action(self, view, "history", f"Ctrl+{place}", partial(self._on_chosen, view))
            for place, view in enumerate(View, 1)
        }
        for way in self._ways.values():
            way.setCheckable(True)

    def _lay_out(self) -> None:
        bar, layout = QHBoxLayout(), QVBoxLayout(self)
        bar.setSpacing(2)
        for way in self._ways.values():
            bar.addWidget(segment(way))
        bar.addStretch(1)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
