"""The buttons of a rehearsal and its keys, while the speech is told and when it is at its end."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from ....report.speech import Target
from .bars import ButtonBar
from .rehearsed import outcome
from .stopwatch import Stopwatch


class Controls(QStackedWidget):
    """Two rows of buttons, of which one is shown; each signal is what was pressed.

    Keys are for whoever has them to give: the buttons take none.
    """

    turned_on_or_off = Signal()  # the clock
    gone_back = Signal()
    gone_on = Signal()
    entered = Signal()
    paged = Signal(int)  # pages, as a presenter sends them
    scrolled = Signal(int)  # lines
    begun_again = Signal()
    kept = Signal()
    listed = Signal()  # the earlier rehearsals are to be shown
    zoomed = Signal(int)  # steps, none for the usual size
    filled = Signal()  # the screen
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.addWidget(self._speaking_bar())
        self.addWidget(self._ending_bar())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_state(self, watch: Stopwatch, target: Target, *, kept: bool) -> None:
        """Offer what can be done now; ``kept`` where nothing is timed that is not saved."""
        words = "暂停" if watch.running else "继续" if watch.total else "开始"
        self._go.setText(f"{words}  空格")
        self._keep.setEnabled(not kept)
        self._keep.setText("已保存" if kept and watch.total else "保存这次用时  Enter")
        self._result.setText(outcome(watch.total, target))
        self.setCurrentIndex(int(watch.done))

    def heed(self, event: QKeyEvent) -> bool:
        """Whether a key is one of these; held down, only the arrows that scroll count again."""
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        told = (self._zooms() if has_control else self._keys()).get(event.key())
        if told and (not event.isAutoRepeat() or event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)):
            told()
        return bool(told)

    def _keys(self) -> dict[int, Callable[[], None]]:
        key = Qt.Key
        return {
            key.Key_Space: self.turned_on_or_off.emit,
            key.Key_Right: self.gone_on.emit,
            key.Key_Return: self.entered.emit,
            key.Key_Enter: self.entered.emit,
            key.Key_Left: self.gone_back.emit,
            key.Key_PageDown: partial(self.paged.emit, 1),
            key.Key_PageUp: partial(self.paged.emit, -1),
            key.Key_Down: partial(self.scrolled.emit, 1),
            key.Key_Up: partial(self.scrolled.emit, -1),
            key.Key_F11: self.filled.emit,
            key.Key_Escape: self.ended.emit,
        }

    def _zooms(self) -> dict[int, Callable[[], None]]:
        key = Qt.Key
        return {
            key.Key_Plus: partial(self.zoomed.emit, 1),
            key.Key_Equal: partial(self.zoomed.emit, 1),
            key.Key_Minus: partial(self.zoomed.emit, -1),
            key.Key_0: partial(self.zoomed.emit, 0),
        }

    def _speaking_bar(self) -> ButtonBar:
        bar = ButtonBar()
        self._go = bar.add("", self.turned_on_or_off.emit, "primary")
        bar.add("上一部分  ←", self.gone_back.emit)
        bar.add("下一部分  →", self.gone_on.emit)
        bar.add("从头再来", self.begun_again.emit)
        self._add_view_buttons(bar)
        return bar

    def _ending_bar(self) -> ButtonBar:
        bar = ButtonBar()
        self._keep = bar.add("", self.kept.emit, "primary")
        bar.add("再讲一遍", self.begun_again.emit)
        self._result = bar.add_words()
        self._add_view_buttons(bar)
        return bar

    def _add_view_buttons(self, bar: ButtonBar) -> None:
        bar.add_gap()
        bar.add("历次用时", self.listed.emit, "quiet")
        bar.add("字小一点", partial(self.zoomed.emit, -1), "quiet").setToolTip("Ctrl+-")
        bar.add("字大一点", partial(self.zoomed.emit, 1), "quiet").setToolTip("Ctrl++")
        bar.add("全屏  F11", self.filled.emit, "quiet")
        bar.add("结束  Esc", self.ended.emit, "quiet")
