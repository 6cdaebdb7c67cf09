"""One entry in its form: kept as it is typed, left only when nothing would be lost."""

import uuid
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...errors import DeskError
from ...records.kind import Kind
from ...records.record import Record, missing, ref
from ..autosave import CAUGHT_UP, RETRY, Autosave
from ..desk import Change, Desk
from ..look import set_role
from .alike_note import AlikeNote
from .context import FormContext
from .making import make_form

_AGAIN = f"刚填的还没有保存，都留在这张表单里；每{RETRY}秒自动再存一次，不用重填。"


class Editor(QWidget):
    """The row is the draft: it is written soon after the first edit, and again and again."""

    noted = Signal(str)  # a sentence for the status bar
    saved = Signal(bool)  # all is in the archive; True when there was something to write

    def __init__(self, desk: Desk, kind: Kind[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._kind, self._visit, self._why = desk, kind, "", ""
        self._is_begun = self._is_unsettled = self._is_writing = False
        self._autosave = Autosave(self)
        self._autosave.due.connect(self.save)
        self._form = make_form(kind, desk.today)
        self._form.setParent(self)  # before it has fields: Qt goes through all that is taken in
        self._form.build(FormContext(desk, kind, self._form.record))
        self._form.edited.connect(self._autosave.start)
        self._form.noted.connect(self.noted)
        self._heading, self._unfinished = label("h"), label("trouble")
        self._failure = label("trouble")
        self._failure.setWordWrap(True)
        self.alike = AlikeNote(desk)
        self.head = QHBoxLayout()
        self.head.addWidget(self._heading, 1)
        self.head.addWidget(self._unfinished)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self.head)
        layout.addWidget(self._failure)
        layout.addWidget(self.alike)
        layout.addWidget(self._form, 1)
        self.setFocusProxy(self._form)

    @property
    def base(self) -> Record:
        """The entry as it was last saved; its ``created`` is empty while it never was."""
        return self._form.base

    def show_record(self, record: Record) -> None:
        """Show an entry, or a draft that is not yet one; a new visit begins."""
        self._autosave.stop()
        self._visit = str(uuid.uuid4())
        self._is_begun, self._is_unsettled = not record.created, False
        self._say_failure("")
        self._form.set_record(record)
        self._tidy()

    def focus_first(self, *, at_top: bool = False) -> None:
        """Let the user type: at the top, or where something is wanting."""
        self._form.focus_first(at_top=at_top)

    def save(self) -> bool:
        """Write what has changed; False, with a sentence on the page, when it cannot be."""
        return self._save(typing=True)

    def leave(self) -> bool:
        """Take in and save what is typed; False when the user goes back to mend it."""
        self._form.take_in()
        if self._save(typing=False) and not self._form.troubles():
            return True
        if self._desk.ask.choose(*self._question(), on_escape=0) != 1:
            self._form.focus_trouble()
            return False
        self.show_record(self.base)
        return True

    def refresh(self, change: Change) -> bool:
        """Show what a change elsewhere left of the entry; False when it is gone."""
        base = self.base
        if self._is_writing:  # it may go on as another entry
            return True
        if change.touches("rule_value"):  # a form may tell of days that go by it
            self._form.rebase(base)
        if change.touches(self._kind.name, "not_duplicate"):
            self.alike.look(base)
        if not base.created or (change.refs is not None and ref(base) not in change.refs):
            return True
        now = self._desk.store.get(ref(base))
        if now is not None and now != base:
            self._form.rebase(now)
            self._tidy()
        return now is not None

    def _question(self) -> tuple[str, str, str]:
        """Return what is asked on leaving, and its answers; a failed save puts all at stake."""
        said = "\n".join(filter(None, (*self._form.troubles(), self._why)))
        if self._why:
            return f"{said}\n\n最近的改动还没有保存。", "返回修改", "放弃这些改动"
        return f"{said}\n\n这一处还没有保存，别的内容都已保存。", "返回修改", "放弃这一处"

    def _save(self, *, typing: bool) -> bool:
        self._autosave.stop()
        record = self._form.record()
        is_new = record != self.base or (self._is_unsettled and not typing)
        if is_new:
            try:
                self._write(record, typing)
            except DeskError as error:
                self._autosave.try_again()
                self._say_failure(str(error))
                return False
        if self._why:
            self.noted.emit(CAUGHT_UP)
        self._say_failure("")
        self._tidy()
        self.saved.emit(is_new)
        return True

    def _write(self, record: Record, typing: bool) -> None:
        now = self._desk.store.get(ref(self.base)) if self.base.created else None
        if now is not None and now != self.base:  # by another program: what is not typed stays its
            self._form.rebase(now)
            record = self._form.record()
        if self._is_begun:  # in this visit: it may turn out to be an entry that is there already
            record = replace(record, created="")
        self._is_writing = True
        try:
            (saved, *_) = self._desk.save(record, visit=self._visit, typing=typing)
        finally:
            self._is_writing = False
        self._form.rebase(self._desk.store.get(ref(saved)) or saved)
        self._is_unsettled = typing
        self._is_begun = self._is_begun and typing

    def _tidy(self) -> None:
        base = self.base
        title = self._kind.title(base) if base.created else ""
        self._heading.setText(title or f"新的{self._kind.label}")
        lacking = "、".join(self._kind.specs[name].label for name in missing(base))
        said = f"未填完，还不计数：缺{lacking}" if lacking and base.created else ""
        self._unfinished.setText(said)
        self.alike.look(base)

    def _say_failure(self, sentence: str) -> None:
        self._why = sentence
        self._failure.setText(f"{sentence}。{_AGAIN}" if sentence else "")
        self._failure.setVisible(bool(sentence))


def label(role: str) -> QLabel:
    """Return a label for plain text."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    set_role(made, role)
    return made
