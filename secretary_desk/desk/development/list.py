"""The list of 发展党员: as a table of entries, or as everyone's progress."""

from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout

from ...records.kind import Kind
from ...records.record import Record
from ..desk import Change, Desk
from ..look import set_role
from ..record.table import RecordList
from .overview import Overview

_MEMORY, _PROGRESS = "development", b"progress"


class DevelopmentList(RecordList):
    """Two views of the same entries; one entry is marked in both."""

    def __init__(self, desk: Desk, kind: Kind[Any]) -> None:
        super().__init__(desk, kind)
        self._overview = Overview(desk)
        self._shown: Record | None = None
        self._overview.chosen.connect(self.chosen)
        self._overview.hide()
        self._as_list, self._as_progress = _choice("名单"), _choice("进度")
        self._as_list.setChecked(True)
        self._choices = QButtonGroup(self)
        line = QHBoxLayout()
        for choice in (self._as_list, self._as_progress):
            self._choices.addButton(choice)
            line.addWidget(choice)
        line.addStretch(1)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(0, line)
        layout.addWidget(self._overview, 1)
        self._as_progress.toggled.connect(self._on_toggled)
        self._as_progress.setChecked(desk.memory.state(_MEMORY) == _PROGRESS)

    def refresh(self, change: Change) -> None:
        super().refresh(change)
        if not self._overview.isHidden() and change.touches(self._kind.name, "rule_value"):
            self._load_overview()

    def select(self, record: Record) -> None:
        super().select(record)
        self._shown = record
        self._overview.select(record)

    def unselect(self) -> None:
        super().unselect()
        self._shown = None
        self._overview.select(None)

    def _load_overview(self) -> None:
        self._overview.load()
        self._overview.select(self._shown)

    def _on_toggled(self, progress: bool) -> None:
        self._view.setVisible(not progress)
        self._narrowing.setVisible(not progress)
        self._overview.setVisible(progress)
        self.setFocusProxy(self._overview if progress else self._view)
        self._desk.memory.keep_state(_MEMORY, QByteArray(_PROGRESS if progress else b"list"))
        if progress:
            self._load_overview()


def _choice(words: str) -> QPushButton:
    made = QPushButton(words, checkable=True, autoDefault=False)
    set_role(made, "quiet")
    return made
