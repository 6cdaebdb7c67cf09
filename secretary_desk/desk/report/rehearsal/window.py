"""试讲: the speech in large letters beside a clock that keeps how long each section took."""

from collections.abc import Callable, Sequence
from datetime import date
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ....kinds.rehearsal import Rehearsal
from ....report.document import Document
from ....report.speech import Target, about, length, timings
from ...ask import Ask
from .bars import ClockBar
from .controls import Controls
from .reading import USUAL, ReadingView
from .rehearsed import last_seconds, recorded
from .stopwatch import Stopwatch
from .times import TimesList

TICK = 200  # milliseconds between two looks at the clock
_ZOOM = 2  # points
_WIDE, _HIGH = 60, 34  # in lines
Answer = TypeVar("Answer")


class RehearsalWindow(QWidget):
    """A window of its own. Keys: Space, ← →, PgUp PgDn as a presenter sends them, F11, Esc."""

    finished = Signal(object)  # Rehearsal, to be saved
    earlier_wanted = Signal()  # the rehearsals that were saved are to be shown

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
        self.show_earlier(earlier)
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self._show_times)
        self._controls = Controls()
        self._connect()
        self._lay_out()
        self._show_section()

    def show_earlier(self, earlier: Sequence[Rehearsal]) -> None:
        """Show what the latest of the saved rehearsals took beside this one."""
        self._times.show_last(last_seconds(earlier))

    def take_back(self, why: str) -> None:
        """Say that what was ``finished`` could not be saved; it may be kept again."""
        self._kept = False
        self._show_state()
        self._ask.tell(why)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._controls.heed(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before times are lost."""
        if not self._may_close():
            event.ignore()
            return
        self._watch.pause()
        self._tick.stop()
        super().closeEvent(event)

    def _connect(self) -> None:
        controls = self._controls
        controls.turned_on_or_off.connect(self._on_space)
        controls.gone_back.connect(self._on_back)
        controls.gone_on.connect(self._on_next)
        controls.begun_again.connect(self._on_restart)
        controls.kept.connect(self._on_keep)
        controls.listed.connect(self._on_listed)
        controls.entered.connect(self._on_enter)
        controls.paged.connect(self._on_paged)
        controls.scrolled.connect(self._text.scroll_lines)
        controls.zoomed.connect(self._on_zoomed)
        controls.filled.connect(self._on_full_screen)
        controls.ended.connect(self.close)

    def _lay_out(self) -> None:
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
        layout.addWidget(self._controls)
        line = self.fontMetrics().lineSpacing()
        # Not every desktop heeds that a window is to fill the screen.
        self.resize(QSize(line * _WIDE, line * _HIGH).boundedTo(self.screen().availableSize()))

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

    def _on_paged(self, pages: int) -> None:
        if self._watch.done or not self._text.scroll_pages(pages):
            self._go_to(self._watch.section + pages)

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
        self._show_state()
        self.finished.emit(record)

    def _on_listed(self) -> None:
        self._watch.pause()
        self._show_state()
        self.earlier_wanted.emit()

    def _on_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _on_zoomed(self, steps: int) -> None:
        """Show the letters larger by steps; as they usually are for none."""
        size = self._text.size_in_points + steps * _ZOOM if steps else USUAL
        self._text.set_size(size)

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
        whole = f"稿子约{about(self._timings[-1].until)}，{self._target.said}"
        self._clocks.show_targets(wanted, whole)
        self._show_state()

    def _show_state(self) -> None:
        if self._watch.running:
            self._tick.start()
        else:
            self._tick.stop()
        self._clocks.show_state(self._state())
        self._controls.show_state(self._watch, self._target, kept=self._kept)
        self._show_times()

    def _state(self) -> str:
        """Return how the clock stands, for people."""
        watch = self._watch
        if watch.done:
            return "讲完了，用时已保存" if self._kept and watch.total else "讲完了"
        if watch.running:
            return "正在计时"
        return "已暂停" if watch.total else "按空格开始计时"

    def _show_times(self) -> None:
        section = None if self._watch.done else self._watch.seconds(self._watch.section)
        self._clocks.show_times(section, self._watch.total)
        self._times.show_times(self._watch.times)
