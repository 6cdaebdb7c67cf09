"""The first step: out of this computer, or into it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from ..buttons import small_button
from ..card import label, wrapped
from ..look import set_role
from .parts import Step

_ABOUT = "一个文件带走全部：档案、附件和窗口的设置。不联网，用优盘拷过去就行。"
_OUT = (
    "在旧电脑上做。装成一个文件，存到优盘；设了口令就是加密的。"
    "平时也可以用它做一份加密备份，要用时按“搬到这台电脑”取出来。"
)
_IN = "在新电脑上做。选优盘里的那个文件，取出来接着用；这台电脑上已有的档案不会被改动。"


class Choice(Step):
    """Two ways, in plain words."""

    def __init__(
        self,
        out: Callable[[], object],
        inwards: Callable[[], object],
        close: Callable[[], object],
    ) -> None:
        super().__init__("更换电脑", _ABOUT)
        self.out = small_button("从这台电脑带走", out, "primary")
        self.inwards = small_button("搬到这台电脑", inwards, "primary")
        for button, words in ((self.out, _OUT), (self.inwards, _IN)):
            self.inside.addWidget(_card(button, words))
        self.put_below(None, small_button("关闭", close))


def _card(button: QPushButton, words: str) -> QFrame:
    card, row, column = QFrame(), QHBoxLayout(), QVBoxLayout()
    set_role(card, "card")
    button.setText(button.text() + "…")
    column.setSpacing(4)
    column.addStretch(1)
    column.addWidget(label(button.text().rstrip("…"), "h"))
    column.addWidget(wrapped(words, "muted"))
    column.addStretch(1)
    row.addLayout(column, 1)
    row.addWidget(button)
    row.setContentsMargins(16, 12, 16, 12)
    row.setSpacing(18)
    card.setLayout(row)
    return card
