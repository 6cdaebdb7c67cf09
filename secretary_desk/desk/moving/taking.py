"""从这台电脑带走: whether the file is locked, and by which passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from ..buttons import small_button
from ..card import wrapped
from ..look import set_role
from .parts import Step
from .passphrase import LEAST, NewPassphrase

_ABOUT = "把档案、附件和窗口的设置装进一个文件。这台电脑上的档案不动，可以接着用。"
_LOCKED = (
    f"口令至少{LEAST}个字符，在新电脑上要输入同一个。口令忘了，谁也找不回来，"
    "这个文件就再也打不开了；请把口令另外记好，不要和优盘放在一起。"
)
_OPEN = "不加口令：捡到优盘的人都能看到里面的内容，包括党员的个人信息。"
_NONE = "请输入口令；不想加密的，去掉上面的勾"


class Taking(Step):
    """Asks for a passphrase. ``wanted`` is emitted once it is good, or none is wanted."""

    back = Signal()
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__("从这台电脑带走", _ABOUT)
        self._locked = QCheckBox("用口令加密（推荐）", checked=True)
        self._words, self._said = NewPassphrase(), wrapped(_LOCKED, "muted")
        for part in (self._locked, self._words, self._said):
            self.inside.addWidget(part)
        self.go = small_button("存到哪里…", self._on_wanted, "primary")
        self.put_below(small_button("返回", self.back.emit), None, self.go)
        self._locked.toggled.connect(self._on_locked)
        self._words.edited.connect(lambda: self.say_trouble(""))
        self._words.finished.connect(self._on_wanted)

    def begin(self) -> None:
        """Begin with nothing typed."""
        self._words.clear()
        self.say_trouble("")
        (self._words.boxes[0] if self._locked.isChecked() else self.go).setFocus()

    def passphrase(self) -> str | None:
        """Return the passphrase; None where the file is to be open to everybody."""
        return self._words.words() if self._locked.isChecked() else None

    def forget(self) -> None:
        """Forget what was typed."""
        self._words.clear()

    def _on_locked(self, locked: bool) -> None:
        self._words.setVisible(locked)
        self._said.setText(_LOCKED if locked else _OPEN)
        set_role(self._said, "muted" if locked else "trouble")
        self.say_trouble("")

    def _on_wanted(self) -> None:
        self._words.take_in()
        typed = bool(self._words.words())
        trouble = (self._words.trouble() if typed else _NONE) if self._locked.isChecked() else ""
        self.say_trouble(trouble)
        if trouble:
            self._words.boxes["一样" in trouble].setFocus()
        else:
            self.wanted.emit()
