"""A word above the form when its entry looks like one that is there already."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ...records.record import Record, ref
from ..buttons import small_button
from ..card import label
from ..desk import Desk
from ..look import set_role
from ..twins import keep_apart, named, twins


class AlikeNote(QFrame):
    """Says which entry it is, and leaves it at that: nothing waits for an answer."""

    open_wanted = Signal(object)  # Ref
    delete_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.hide()
        set_role(self, "notice")
        self._desk = desk
        self._entry: Record | None = None
        self._twins: list[Record] = []
        self._said = label("")
        self._said.setWordWrap(True)
        answers = QHBoxLayout()
        for words, run in (
            ("打开那一条", lambda: self.open_wanted.emit(ref(self._twins[0]))),
            ("不是重复", self._on_apart),
            ("删除这一条", self.delete_wanted.emit),
        ):
            answers.addWidget(small_button(words, run, "find"))
        answers.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 4)
        layout.setSpacing(2)
        layout.addWidget(self._said)
        layout.addLayout(answers)

    def look(self, entry: Record) -> None:
        """Speak of an entry that is kept, or be silent."""
        self._entry = entry
        self._twins = twins(self._desk, entry) if entry.created else []
        self._said.setText(self.sentence())
        self.setVisible(bool(self._twins))

    def sentence(self) -> str:
        """Return what is said; empty while the entry is like no other."""
        if not self._twins:
            return ""
        more = f"，另有{len(self._twins) - 1}条也像" if len(self._twins) > 1 else ""
        return f"与{named(self._twins[0])}很像{more}"

    def _on_apart(self) -> None:
        if self._entry is not None:
            keep_apart(self._desk, self._entry, self._twins[0])
