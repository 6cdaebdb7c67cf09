"""Good backups side by side with what restoring each would change."""

import os
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...errors import DeskError
from ...store.backup import Backup
from ...store.offers import offer_of, offers_in
from ..archives import PATTERNS
from ..ask import Ask
from ..buttons import in_a_row, small_button
from ..card import label, wrapped
from ..look import set_role
from ..moments import spoken_local
from ..plain_table import PlainTable
from ..work import Work
from .comparing import SAME, Compared, compared, looked
from .model import OffersModel
from .situation import Situation, greeting

_WIDE, _HIGH = 62, 24  # Chinese characters and lines of text
_COLUMNS = (9, 6.5, 5)  # characters; the last column takes the rest


class BackupsDialog(QDialog):
    """Offers backups, and leaves what is done with one to others. It reads in threads."""

    restore_wanted = Signal(object)  # Backup
    copy_wanted = Signal(object)  # Backup: as an archive of another name
    again_wanted = Signal()
    other_wanted = Signal()
    new_wanted = Signal()

    def __init__(
        self, about: Situation, ask: Ask, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._about, self._ask, self._now = about, ask, now
        self._is_sound = False
        self._read: dict[Path, Compared] = {}
        self._model = OffersModel(about.archive, now)
        self._table = PlainTable(self._model, "好的备份", 1.7)
        self._said, self._changes = wrapped("", "muted"), wrapped("")
        self._head = label("", "h")
        self._restore = small_button("恢复这一份", self._on_restore, "primary")
        self._copy = small_button("另存为新档案再打开…", self._on_copy)
        self._lay_out()
        self._table.selectionModel().currentRowChanged.connect(lambda *_: self._on_row())
        self._on_row()
        # Nothing of Qt's goes to the thread: the last to know it would delete it there.
        self._begin(partial(looked, about.archive), self._on_looked)

    def _on_looked(self, told: tuple[bool, list[Backup]]) -> None:
        self._is_sound, found = told
        self._on_found(list(self._about.folders), found)

    def _on_found(self, left: list[Path], found: list[Backup]) -> None:
        """Show what was found, and look in the folders that are left: one may be long away."""
        known = [*self._model.offers(), *found]
        if found:
            self._show(known, self._chosen() or max(known, key=lambda one: one.at))
        nothing = "没有找到好的备份。优盘或别处有备份文件的，插好以后点“另选备份文件…”。"
        looking = "正在第二处查找备份……" if left else ""
        self._said.setText(looking or ("" if known else nothing))
        self._said.setVisible(bool(self._said.text()))
        if left:
            run = partial(offers_in, self._about.archive, left[0])
            self._begin(run, partial(self._on_found, left[1:]))

    def _show(self, known: list[Backup], chosen: Backup | None) -> None:
        known = sorted(known, key=lambda one: (one.at, one.number), reverse=True)
        self._model.show_offers(known)
        if chosen is not None:
            flags = QItemSelectionModel.SelectionFlag
            index = self._model.index(known.index(chosen), 0)
            self._table.selectionModel().setCurrentIndex(index, flags.SelectCurrent | flags.Rows)
            self._table.setFocus()

    def _chosen(self) -> Backup | None:
        row = self._table.currentIndex().row()
        return self._model.offer(row) if row >= 0 else None

    def _on_row(self) -> None:
        offer = self._chosen()
        self._copy.setEnabled(offer is not None)
        self._allow(offer)
        if offer is None:
            self._head.setText("恢复后会怎样")
            self._changes.setText("选一份备份，这里会列出恢复它要改动什么。")
            return
        made = spoken_local(offer.at, self._now)
        self._head.setText(f"恢复{made}这一份，会改动" if self._is_sound else f"{made}这一份里有")
        if offer.path in self._read:
            self._changes.setText(self._read[offer.path].words)
            return
        self._changes.setText("正在比较……")
        archive = self._about.archive if self._is_sound else None
        self._begin(partial(compared, archive, offer.path), partial(self._on_read, offer.path))

    def _on_read(self, backup: Path, found: Compared) -> None:
        self._read[backup] = found
        offer = self._chosen()
        if offer is not None and offer.path == backup:
            self._changes.setText(found.words)
            self._allow(offer)

    def _allow(self, offer: Backup | None) -> None:
        """Let a backup be restored, unless that would change nothing, or have no place."""
        same = offer is not None and self._read.get(offer.path, Compared("")).is_same
        # Where the folder is away with its stick, one made in its place would be another's.
        is_there = os.path.isdir(self._about.archive.parent)
        self._restore.setEnabled(offer is not None and is_there and not same)
        self._restore.setToolTip(SAME if same else "")

    def _on_other_file(self) -> None:
        file = self._ask.open_file("选一份备份", PATTERNS, self._about.files_in())
        if file is None:
            return
        if not self._about.trouble and _is_one(file, self._about.archive):
            self._ask.tell("这就是正在使用的档案，不是备份。请另选一份。")
            return
        try:
            offer = offer_of(file)
        except DeskError as error:
            self._ask.tell(str(error))
            return
        known = [one for one in self._model.offers() if one.path != file]
        self._show([offer, *known], offer)

    def _on_restore(self) -> None:
        if offer := self._chosen():
            self.restore_wanted.emit(offer)

    def _on_copy(self) -> None:
        if offer := self._chosen():
            self.copy_wanted.emit(offer)

    def _begin(self, run: Callable[[], object], then: Callable[[Any], object]) -> None:
        work = Work(run, self)

        def on_ended() -> None:
            work.deleteLater()
            then(work.result())

        work.ended.connect(on_ended)

    def _lay_out(self) -> None:
        about = self._about
        self.setWindowTitle("备份与恢复")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(10)
        for words, role in greeting(about):
            layout.addWidget(wrapped(words, role))
        if about.may_be_back:
            layout.addLayout(in_a_row(small_button("再试一次", self.again_wanted.emit), None))
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addLayout(_column(label("好的备份（都已核对过）", "h"), self._said, self._table), 3)
        beside.addLayout(_column(self._head, self._scrolled()), 2)
        layout.addLayout(beside, 1)
        self._said.setText("正在查找备份……")
        for place, width in enumerate(_COLUMNS):
            self._table.setColumnWidth(place, self._table.characters(width))
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.setTextElideMode(Qt.TextElideMode.ElideLeft)  # a folder's end tells more
        layout.addLayout(self._buttons())
        metrics = self.fontMetrics()
        self.resize(metrics.horizontalAdvance("国") * _WIDE, metrics.lineSpacing() * _HIGH)

    def _scrolled(self) -> QScrollArea:
        self._changes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._changes.setContentsMargins(10, 8, 10, 8)
        area = QScrollArea(widgetResizable=True)
        set_role(area, "framed")
        area.setWidget(self._changes)
        return area

    def _buttons(self) -> QHBoxLayout:
        alone = self._about.is_alone
        others = [
            small_button("打开别的档案…", self.other_wanted.emit),
            small_button("新建档案…", self.new_wanted.emit),
        ]
        return in_a_row(
            small_button("另选备份文件…", self._on_other_file),
            *(others if alone else []),
            None,
            small_button("退出" if alone else "取消", self.reject),
            self._copy,
            self._restore,
        )


def _is_one(file: Path, archive: Path) -> bool:
    one, other = (os.path.normcase(os.path.realpath(path)) for path in (file, archive))
    return one == other


def _column(*parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, QScrollArea | PlainTable) else 0)
    return column
