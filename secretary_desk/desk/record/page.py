"""The page of a kind: a table of the year's entries beside the form of one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ...errors import DeskError
from ...kinds.copying import begun, copied
from ...kinds.person import KIND as PERSON
from ...records.kind import Kind
from ...records.record import Record, Ref, missing, ref
from ..buttons import action, button
from ..desk import Change, Desk
from ..page import Page, Place
from .editor import Editor
from .empty import Empty
from .making import make_list

_STARRED = "报告从几条里举例、排先后时先用它；写哪几条、各项数字都不变"
_LEFT_OUT = "报告不再写到这一条，数字和台账里仍有它"
_SHARES = (5, 6)  # of the table and the form


class RecordPage(Page):
    """Table beside form; without an entry, what belongs on the page."""

    def __init__(self, desk: Desk, kind: Kind[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.help = kind.label, kind.name
        self._desk, self._kind = desk, kind
        self._make_actions()
        # From outside in: Qt goes through all that is on a widget when that finds its place.
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False)
        self._right = QWidget(self._splitter)
        self._empty, self._side = Empty(kind), QWidget(self._right)
        self._list, self._editor = make_list(desk, kind), Editor(desk, kind, self._side)
        self._back = QTimer(self, singleShot=True, interval=0)
        self._back.timeout.connect(lambda: self._list.select(self._editor.base))
        self._lay_out()
        self._editor.noted.connect(self.noted)
        self._editor.saved.connect(self._on_saved)
        self._editor.alike.open_wanted.connect(self._open)
        self._editor.alike.delete_wanted.connect(self._on_deleted)
        self._list.chosen.connect(self._on_chosen)
        self._empty.begun.connect(self.begin)
        self._list.offer(self._past)
        self.setFocusProxy(self._list)
        self._list.refresh(Change())
        self._show(None)

    def actions_on_top(self) -> Sequence[QAction]:
        return (self._attendance, self._new) if self._kind is PERSON else (self._new,)

    def show_place(self, place: Place) -> None:
        """Begin the draft, or show the entry, that the place names; leave the page be otherwise."""
        if place.draft is not None:
            self.begin(place.draft)
        elif place.entry is not None:
            self._open(place.entry)

    def here(self, place: Place) -> Place:
        kept = self._is_shown() and bool(self._editor.base.created)
        return replace(place, entry=ref(self._editor.base)) if kept else place

    def refresh(self, change: Change) -> None:
        self._list.refresh(change)
        if self._is_shown() and not self._editor.refresh(change):
            self._show(None)
        self._tidy()

    def leave(self) -> bool:
        return not self._is_shown() or self._editor.leave()

    def begin(self, draft: Record | None = None) -> None:
        """Begin a new entry, today's for want of another day; it is written with the first edit."""
        if self.leave():
            self._list.unselect()
            self._show(draft or begun(self._kind, self._desk.today(), self._desk.period()))
            self._editor.focus_first(at_top=draft is None)

    def _open(self, entry: Ref) -> None:
        record = self._desk.store.get(entry)
        if record is None:
            self.noted.emit("这条记录已经删除；可在“最近改动”的回收站里恢复")
        elif self._is_shown() and entry.id == self._editor.base.id:
            self._list.select(record)  # what is typed, and where, stays as it is
        elif self.leave():
            self._show(record)
            self._list.select(record)

    def _show(self, record: Record | None) -> None:
        self._editor.show_record(record or self._kind.record())
        self._side.setVisible(record is not None)
        self._empty.setVisible(record is None)
        self._tidy()

    def _is_shown(self) -> bool:
        return not self._side.isHidden()

    def _tidy(self) -> None:
        """Offer only what can be done with what is shown."""
        base = self._editor.base
        kept = self._is_shown() and bool(base.created)
        self._delete.setEnabled(kept)
        self._past.setEnabled(kept)
        self._star.setEnabled(kept)
        self._star.setChecked(kept and base.starred)
        self._star.setText("已加星" if self._star.isChecked() else "加星")
        self._star.setData("star-filled" if self._star.isChecked() else "star")
        self._omit.setEnabled(kept)
        self._omit.setChecked(kept and base.left_out)
        self._copy.setEnabled(self._is_shown() or bool(self._list.count()))
        self._finish.setEnabled(self._is_shown())
        self._empty.say(has_entries=bool(self._list.count()))

    def _on_saved(self, is_new: bool) -> None:
        base = self._editor.base
        if base.created:
            self._list.select(base)
            if is_new and not self._list.holds(base):
                self.noted.emit(f"已保存，但不在{self._desk.year}年度：换到它的年度可以看到")
        self._tidy()

    def _on_chosen(self, entry: Ref) -> None:
        if self._is_shown() and entry.id == self._editor.base.id:
            return
        if self._back.isActive():  # a key press marks its row twice
            return
        if not self.leave():
            self._back.start()
            return
        record = self._desk.store.get(entry)
        self._show(record)
        if record is not None:
            self._list.select(record)

    def _on_finished(self) -> None:
        if self.leave():
            base = self._editor.base
            lacking = "、".join(self._kind.specs[name].label for name in missing(base))
            told = f"还缺{lacking}，填上才计数" if lacking else self._editor.alike.sentence()
            if base.created and told:
                title = self._kind.title(base) or self._kind.label
                self.noted.emit(f"已记下“{title}”，{told}")
            self.begin()

    def _on_copied(self) -> None:
        if not self.leave():
            return
        pattern = self._editor.base if self._editor.base.created else self._list.last()
        if pattern is not None:
            self.begin(copied(pattern))

    def _on_starred(self) -> None:
        if self.leave():
            base = self._editor.base
            self._desk.save(replace(base, starred=not base.starred))
            if self._editor.base.starred:
                self.noted.emit(f"已加星：{_STARRED}")
        self._tidy()

    def _on_omitted(self) -> None:
        if self.leave():
            base = self._editor.base
            self._desk.save(replace(base, left_out=not base.left_out))
            told = f"{_LEFT_OUT}{self._still_told()}" if self._editor.base.left_out else ""
            self.noted.emit(told or "报告里可以写到这一条")
        self._tidy()

    def _still_told(self) -> str:
        """Return which passages of the user's own go on telling of the entry, as a sentence."""
        from ...report.editing import still_told  # takes long to load

        try:
            passages = self._desk.whole().passages
        except DeskError:  # there is no report by an unknown outline; its page says so
            return ""
        names = "".join(f"“{name}”" for name in still_told(passages, self._editor.base.id))
        return f"；改写过的{names}仍写到它，要到述职报告里自己改" if names else ""

    def _on_deleted(self) -> None:
        if not self.leave():  # what was typed last comes back with the entry
            return
        base = self._editor.base
        self._desk.delete(ref(base))
        # Nothing in its place: a second click would delete that.
        self._show(None)
        self._list.setFocus()
        title = f"{self._kind.label} {self._kind.title(base)}"
        self.noted.emit(f"已删除：{title}（可撤销，也可到“最近改动”的回收站里恢复）")

    def _make_actions(self) -> None:
        new = QKeySequence.StandardKey.New
        self._new = action(self, "新增", "plus", new, lambda: self.begin())
        self._attendance = action(
            self, "到会情况", "users", None, lambda: self.wanted.emit(Place("attendance"))
        )
        self._copy = action(self, "照此新增", "copy", "Ctrl+D", self._on_copied)
        self._finish = action(self, "完成，记下一条", "check", None, self._on_finished)
        self._finish.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._delete = action(self, "删除", "trash-2", None, self._on_deleted)
        self._past = action(
            self, "查看改动", "history", None,
            lambda: self.wanted.emit(Place("history", ref(self._editor.base))),
        )  # fmt: skip
        self._star = action(self, "加星", "star", None, self._on_starred)
        self._star.setCheckable(True)
        self._star.setWhatsThis(_STARRED)
        self._omit = action(self, "不写进报告", "eye", None, self._on_omitted)
        self._omit.setCheckable(True)
        self._omit.setWhatsThis(_LEFT_OUT)
        self._omit.setVisible(bool(self._kind.shelves))  # else it is told of in no list

    def _lay_out(self) -> None:
        self._editor.head.addWidget(button(self._omit, "quiet"))
        self._editor.head.addWidget(button(self._star, "quiet"))
        below = QHBoxLayout()
        below.addWidget(button(self._copy))
        below.addWidget(button(self._delete))
        below.addWidget(button(self._past, "icon"))
        below.addStretch(1)
        below.addWidget(button(self._finish, "primary"))
        QVBoxLayout(self).addWidget(self._splitter)
        for widget, share in zip((self._list, self._right), _SHARES, strict=True):
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(self._splitter.count() - 1, share)
        self._splitter.setSizes([share * 100 for share in _SHARES])
        stack = QVBoxLayout(self._right)
        stack.setContentsMargins(12, 0, 0, 0)
        stack.addWidget(self._empty)
        stack.addWidget(self._side)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self._editor, 1)
        side.addLayout(below)
