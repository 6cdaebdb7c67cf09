"""搬到这台电脑: which file, what opens it, and what is in it, before anything is written."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout

from ...records.text import file_name, told_size
from ...store.manifest import SUFFIX, Manifest
from ...store.settling import place_for
from ..buttons import small_button
from ..card import label, wrapped
from ..look import set_role
from .parts import Step, breakable
from .passphrase import GivenPassphrase

_ABOUT = (
    f"选旧电脑上装好的那个文件，名称以 {SUFFIX} 结尾，一般在优盘里。"
    "这台电脑上已有的档案不会被改动。"
)
_NONE = "还没有选文件"
_LOCKED = "这个文件加了口令，请输入在旧电脑上设的那一个。"


class Bringing(Step):
    """Leads from a file to what is in it; ``checked`` asks to look, ``wanted`` to bring it in."""

    back = Signal()
    file_wanted = Signal()
    checked = Signal()
    wanted = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__("搬到这台电脑", _ABOUT)
        self._folder, self._held = folder, False
        self._file = wrapped(_NONE)
        self._locked = wrapped(_LOCKED, "muted")
        self._words = GivenPassphrase(self._on_go)
        self._card, self._told = QFrame(), QGridLayout()
        self.choose = small_button("选择文件…", self.file_wanted.emit)
        self.go = small_button("搬到这台电脑", self._on_go, "primary")
        self.return_ = small_button("返回", self.back.emit)
        self._words.edited.connect(lambda: self.say_trouble(""))
        self._lay_out()
        self.show_file(None, locked=False)

    def show_file(self, file: Path | None, *, locked: bool) -> None:
        """Show which file was chosen, and ask for its passphrase where it has one."""
        self._held = False
        self._file.setText(breakable(file) if file else _NONE)
        self._words.clear()
        for part in (self._locked, self._words):
            part.setVisible(locked)
        self._card.hide()
        self.say_trouble("")
        self.go.setEnabled(file is not None)
        self.go.setAutoDefault(False)  # Enter belongs to the passphrase
        self.go.setText("看看里面有什么" if locked or file is None else "搬到这台电脑")
        (self._words.boxes[0] if locked else self.choose).setFocus()

    def show_held(self, held: Manifest) -> None:
        """Show what is in the file, and where it would come to lie."""
        self._held = True
        self._words.take_in()
        for part in (self._locked, self._words):
            part.hide()
        while (item := self._told.takeAt(0)) and (old := item.widget()):
            old.deleteLater()
        for row, (name, words) in enumerate(self._lines(held)):
            self._told.addWidget(label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._told.addWidget(wrapped(words), row, 1)
        self._card.show()
        self.say_trouble("")
        self.go.setText("搬到这台电脑")
        self.go.setAutoDefault(True)  # Enter presses it
        self.go.setFocus()

    def say_refused(self, sentence: str) -> None:
        """Say why the file was not opened; a passphrase may be typed again."""
        self.say_trouble(sentence)
        if self._words.isVisibleTo(self):
            self._words.again()
        else:
            self.go.setEnabled(False)

    def passphrase(self) -> str | None:
        """Return what was typed; None for a file that has no passphrase."""
        return self._words.words() or None

    def forget(self) -> None:
        """Forget what was typed."""
        self._words.clear()

    def _lines(self, held: Manifest) -> list[tuple[str, str]]:
        name, place = file_name(held.name, "支部"), place_for(self._folder, held.name)
        lines = [
            ("档案", breakable(name)),
            ("里面有", f"{held.entries}条记录，{held.attachments}个附件，共{told_size(held.size)}"),
            ("装好的日期", _day(held.made)),
            ("放到", breakable(place)),
        ]
        if place.stem != name:
            lines.append(("", f"这里已有同名的档案，不会动它；搬来的叫“{breakable(place.stem)}”。"))
        return [(name, words) for name, words in lines if words]

    def _on_go(self) -> None:
        self._words.take_in()
        if self._held:
            self.wanted.emit()
        elif self._words.isVisibleTo(self) and not self._words.words():
            self.say_refused("请输入口令")
        else:
            self.checked.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._file, 1)
        row.addWidget(self.choose)
        self.inside.addLayout(row)
        self.inside.addWidget(self._locked)
        self.inside.addWidget(self._words)
        set_role(self._card, "card")
        self._told.setContentsMargins(16, 12, 16, 12)
        self._told.setHorizontalSpacing(14)
        self._told.setColumnStretch(1, 1)
        self._card.setLayout(self._told)
        self.inside.addWidget(self._card)
        self.put_below(self.return_, None, self.go)


def _day(iso: str) -> str:
    year, _, rest = iso.partition("-")
    month, _, day = rest.partition("-")
    return f"{year}年{int(month)}月{int(day)}日" if iso else ""
