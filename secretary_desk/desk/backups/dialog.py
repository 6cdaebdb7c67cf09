"""Good backups side by side with what restoring each would change."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...errors import DeskError
from ...store.backup import Backup
from ...store.offers import Difference, difference, offer_of, offers
from ...store.recovery import damage
from ..archives import SUFFIX
from ..ask import Ask
from ..buttons import small_button
from ..card import label
from ..look import set_role
from ..plain_table import PlainTable
from .model import OffersModel, when
from .work import Work

_PATTERNS = (f"书记案头档案 (*{SUFFIX})",)
_WIDE, _HIGH = 62, 24  # Chinese characters and lines of text
_COLUMNS = (9, 6.5, 5)  # characters; the last column takes the rest


@dataclass(frozen=True, slots=True)
class Situation:
    """What is to be mended: an archive that is open, or one that cannot be, and why."""

    archive: Path
    folders: tuple[Path, ...] = ()  # where backups may lie besides those made on leaving
    trouble: str = ""
    may_be_back: bool = False  # a stick may be plugged in again
    is_alone: bool = False  # no window is open behind


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
        self._read: dict[Path, str] = {}
        self._model = OffersModel(about.archive, now)
        self._table = PlainTable(self._model, "好的备份", 1.7)
        self._said, self._changes = label("", "muted"), label("")
        self._head = label("", "h")
        self._restore = small_button("恢复这一份", self._on_restore, "primary")
        self._copy = small_button("另存为新档案再打开…", self._on_copy)
        self._lay_out()
        self._table.selectionModel().currentRowChanged.connect(lambda *_: self._on_row())
        self._on_row()
        # Nothing of Qt's goes to the thread: the last to know it would delete it there.
        self._begin(partial(_looked, about.archive, about.folders), self._on_found)

    def _on_found(self, found: tuple[bool, list[Backup]]) -> None:
        self._is_sound, known = found
        self._show(known, known[0] if known else None)
        nothing = "没有找到好的备份。优盘或别处有备份文件的，插好以后点“另选备份文件…”。"
        self._said.setText("" if known else nothing)
        self._said.setVisible(not known)

    def _show(self, known: list[Backup], chosen: Backup | None) -> None:
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
        # Where the folder is away with its stick, one made in its place would be another's.
        self._restore.setEnabled(offer is not None and self._about.archive.parent.is_dir())
        if offer is None:
            self._head.setText("恢复后会怎样")
            self._changes.setText("选一份备份，这里会列出恢复它要改动什么。")
            return
        made = when(offer.at, self._now)
        self._head.setText(f"恢复{made}这一份，会改动" if self._is_sound else f"{made}这一份里有")
        if offer.path in self._read:
            self._changes.setText(self._read[offer.path])
            return
        self._changes.setText("正在比较……")
        archive = self._about.archive if self._is_sound else None
        self._begin(partial(_compared, archive, offer.path), partial(self._on_read, offer.path))

    def _on_read(self, backup: Path, words: str) -> None:
        self._read[backup] = words
        offer = self._chosen()
        if offer is not None and offer.path == backup:
            self._changes.setText(words)

    def _on_other_file(self) -> None:
        file = self._ask.open_file("选一份备份", _PATTERNS, self._about.archive.parent)
        if file is None:
            return
        try:
            offer = offer_of(file)
        except DeskError as error:
            self._ask.tell(str(error))
            return
        known = [one for one in self._model.offers() if one.path != file]
        self._said.hide()
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
        for words, role in _greeting(about):
            said = label(words, role)
            said.setWordWrap(True)
            layout.addWidget(said)
        if about.may_be_back:
            layout.addLayout(_row(small_button("再试一次", self.again_wanted.emit), None))
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addLayout(_column(label("好的备份（都已核对过）", "h"), self._said, self._table), 3)
        beside.addLayout(_column(self._head, self._scrolled()), 2)
        layout.addLayout(beside, 1)
        self._said.setText("正在查找备份……")
        self._said.setWordWrap(True)
        for place, width in enumerate(_COLUMNS):
            self._table.setColumnWidth(place, self._table.characters(width))
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.setTextElideMode(Qt.TextElideMode.ElideLeft)  # a folder's end tells more
        layout.addLayout(self._buttons())
        metrics = self.fontMetrics()
        self.resize(metrics.horizontalAdvance("国") * _WIDE, metrics.lineSpacing() * _HIGH)

    def _scrolled(self) -> QScrollArea:
        self._changes.setWordWrap(True)
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
        return _row(
            small_button("另选备份文件…", self._on_other_file),
            *(others if alone else []),
            None,
            small_button("退出" if alone else "取消", self.reject),
            self._copy,
            self._restore,
        )


def _greeting(about: Situation) -> list[tuple[str, str]]:
    """Return what is said on top: sentences with their parts in the style sheet."""
    if not about.trouble:
        kept = "恢复以前会先把现在的档案备份一份（列在“恢复前”），随时可以再换回来。"
        return [("备份与恢复", "title"), (kept, "muted")]
    if about.may_be_back:
        instead = "恢复" if about.archive.parent.is_dir() else "另存一份新档案"
        was = (
            f"它原来在：{about.archive.parent}\n"
            f"可能是优盘没有插上，也可能被移走、改了名。插好后点“再试一次”；也可以从备份{instead}。"
        )
        return [(about.trouble, "title"), (was, "muted")]
    kept = "恢复时，坏的文件原样留在同一个文件夹里，名称后面加上“-损坏-日期”。"
    return [(about.trouble, "title"), (kept, "muted")]


def _looked(archive: Path, folders: tuple[Path, ...]) -> tuple[bool, list[Backup]]:
    """Return whether an archive is sound, and its good backups."""
    return not damage(archive), offers(archive, *folders)


def _compared(archive: Path | None, backup: Path) -> str:
    """Return what restoring would change, a line a kind; what there is when nothing is known."""
    try:
        found = difference(archive, backup)
    except DeskError as error:
        return str(error)
    if archive is None:
        return "\n".join(f"{one.label}：{one.back}条" for one in found) or "还没有记录"
    return _changed(found)


def _changed(found: list[Difference]) -> str:
    lines = [one.words for one in found]
    if any(one.gone for one in found):
        lines += ["", "“去掉”的是这份备份以后才记的，恢复前的那一份备份里还有。"]
    return "\n".join(lines) or "没有改动：内容和现在的档案一样。"


def _column(*parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, QScrollArea | PlainTable) else 0)
    return column


def _row(*parts: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in parts:
        row.addWidget(part) if part else row.addStretch(1)
    return row
