"""试讲: the speech in large letters beside a clock that keeps how long each section took."""

from collections.abc import Callable, Sequence
from datetime import date
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ....kinds.rehearsal import Rehearsal
from ....report.document import Document
from ....report.speech import Target, about, length, timings
from ...ask import Ask
from .bars import ButtonBar, ClockBar
from .reading import USUAL, ReadingView
from .rehearsed import last_seconds, outcome, recorded
from .stopwatch import Stopwatch
from .times import TimesList

TICK = 200  # milliseconds between two looks at the clock
_ZOOM = 2  # points
Answer = TypeVar("Answer")


class RehearsalWindow(QWidget):
    """A window of its own. Keys: Space, ← →, PgUp PgDn as a presenter sends them, F11, Esc."""

    finished = Signal(object)  # Rehearsal, to be saved

    def __init__(
        self,
        speech: Document,
        target: Target,
        earlier: Sequence[Rehearsal] = (),
        *,
        today: Callable[[], date] = date.today,
        now: Callable[[], float] = monotonic,
        ask: Ask | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("试讲")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._year, self._target = speech.year, target
        self._today, self._ask = today, ask or Ask(self)
        self._timings = timings(speech, target.pace)
        self._watch = Stopwatch(len(self._timings), now)
        self._kept = True  # nothing is timed that is not saved
        self._clocks, self._text = ClockBar(), ReadingView(speech)
        self._times = TimesList(self._timings)
        self._times.show_last(last_seconds(earlier))
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self._show_times)
        self._bars = QStackedWidget()
        self._lay_out()
        self._show_section()

    def take_back(self, why: str) -> None:
        """Say that what was ``finished`` could not be saved; it may be kept again."""
        self._kept = False
        self._show_state()
        self._ask.tell(why)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            run = self._zooms().get(event.key())
        else:
            run = self._keys().get(event.key())
        if run is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() or event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            run()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before times are lost."""
        if not self._may_close():
            event.ignore()
            return
        self._watch.pause()
        self._tick.stop()
        super().closeEvent(event)

    def _keys(self) -> dict[int, Callable[[], object]]:
        key = Qt.Key
        return {
            key.Key_Space: self._on_space,
            key.Key_Right: self._on_next,
            key.Key_Return: self._on_enter,
            key.Key_Enter: self._on_enter,
            key.Key_Left: self._on_back,
            key.Key_PageDown: self._on_page_down,
            key.Key_PageUp: self._on_page_up,
            key.Key_Down: lambda: self._text.scroll_lines(1),
            key.Key_Up: lambda: self._text.scroll_lines(-1),
            key.Key_F11: self._on_full_screen,
            key.Key_Escape: self.close,
        }

    def _zooms(self) -> dict[int, Callable[[], object]]:
        key = Qt.Key
        return {
            key.Key_Plus: lambda: self._zoom(_ZOOM),
            key.Key_Equal: lambda: self._zoom(_ZOOM),
            key.Key_Minus: lambda: self._zoom(-_ZOOM),
            key.Key_0: lambda: self._text.set_size(USUAL),
        }

    def _lay_out(self) -> None:
        self._bars.addWidget(self._speaking_bar())
        self._bars.addWidget(self._ending_bar())
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 22, 0)
        middle.setSpacing(0)
        middle.addWidget(self._text, 1)
        middle.addWidget(self._times)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._clocks)
        layout.addLayout(middle, 1)
        layout.addWidget(self._bars)
        self._bars.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line = self.fontMetrics().lineSpacing()
        self.resize(line * 60, line * 34)

    def _speaking_bar(self) -> ButtonBar:
        bar = ButtonBar()
        self._go = bar.add("", self._on_space, "primary")
        bar.add("上一部分  ←", self._on_back)
        bar.add("下一部分  →", self._on_next)
        bar.add("从头再来", self._on_restart)
        bar.add_gap()
        self._add_view_buttons(bar)
        return bar

    def _ending_bar(self) -> ButtonBar:
        bar = ButtonBar()
        self._keep = bar.add("", self._on_keep, "primary")
        bar.add("再讲一遍", self._on_restart)
        self._result = bar.add_words()
        bar.add_gap()
        self._add_view_buttons(bar)
        return bar

    def _add_view_buttons(self, bar: ButtonBar) -> None:
        bar.add("字小一点  Ctrl -", lambda: self._zoom(-_ZOOM), "quiet")
        bar.add("字大一点  Ctrl +", lambda: self._zoom(_ZOOM), "quiet")
        bar.add("全屏  F11", self._on_full_screen, "quiet")
        bar.add("结束  Esc", self.close, "quiet")

    def _on_space(self) -> None:
        if self._watch.done:
            return
        if self._watch.running:
            self._watch.pause()
        else:
            self._watch.start()
            self._kept = False
        self._show_state()

    def _on_next(self) -> None:
        self._go_to(self._watch.section + 1)

    def _on_enter(self) -> None:
        """Keep what was timed, where the button says so; else go on."""
        if self._watch.done:
            self._on_keep()
        else:
            self._on_next()

    def _on_back(self) -> None:
        self._go_to(self._watch.section - 1)

    def _on_page_down(self) -> None:
        if self._watch.done or not self._text.scroll_pages(1):
            self._on_next()

    def _on_page_up(self) -> None:
        if self._watch.done or not self._text.scroll_pages(-1):
            self._on_back()

    def _on_restart(self) -> None:
        question = "从头再来，这次的用时就不算了。"
        if self._kept or self._paused_for(lambda: self._ask.confirm(question, "从头再来", "返回")):
            self._watch.restart()
            self._kept = True
            self._show_section()

    def _on_keep(self) -> None:
        if self._kept:
            return
        self._watch.pause()
        record = recorded(self._year, self._today(), self._timings, self._watch.times)
        self._kept = True
        self._times.show_last(last_seconds([record]))
        self._show_state()
        self.finished.emit(record)

    def _on_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _zoom(self, points: int) -> None:
        self._text.set_size(self._text.size_in_points + points)

    def _go_to(self, section: int) -> None:
        self._watch.go_to(section)
        self._show_section()

    def _paused_for(self, question: Callable[[], Answer]) -> Answer:
        """Return the answer to a question; the clock stands while it is asked."""
        was_running = self._watch.running
        self._watch.pause()
        self._show_state()
        answer = question()
        if was_running:
            self._watch.start()
            self._show_state()
        return answer

    def _may_close(self) -> bool:
        if self._kept:
            return True
        question = f"已经讲了{length(round(self._watch.total))}，这次用时还没有保存。"
        answers = ("保存用时，结束", "不保存，结束", "返回试讲")
        answer = self._paused_for(lambda: self._ask.choose(question, *answers, on_escape=2))
        if answer == 0:
            self._on_keep()
        return answer == 1 or self._kept

    def _show_section(self) -> None:
        """Show the section that the watch stands at; at the end the last stays in sight."""
        section = self._watch.section
        if not self._watch.done:
            self._text.show_section(section)
        self._times.show_section(section)
        wanted = "" if self._watch.done else f"约{about(self._timings[section].seconds)}"
        whole = f"稿子约{about(self._timings[-1].until)}，限时{self._target.minutes}分钟"
        self._clocks.show_targets(wanted, whole)
        self._show_state()

    def _show_state(self) -> None:
        running, done = self._watch.running, self._watch.done
        if running:
            self._tick.start()
        else:
            self._tick.stop()
        paused = "已暂停" if self._watch.total else "按空格开始计时"
        self._clocks.show_state("讲完了" if done else "正在计时" if running else paused)
        self._go.setText(f"{'暂停' if running else '继续' if self._watch.total else '开始'}  空格")
        self._keep.setEnabled(not self._kept)
        self._keep.setText("已保存" if self._kept and self._watch.total else "保存这次用时  Enter")
        self._result.setText(outcome(self._watch.total, self._target))
        self._bars.setCurrentIndex(int(done))
        self._show_times()

    def _show_times(self) -> None:
        section = None if self._watch.done else self._watch.seconds(self._watch.section)
        self._clocks.show_times(section, self._watch.total)
        self._times.show_times(self._watch.times)
