"""更换电脑: the dialog that leads out of one computer, or into another, step by step."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ... import paths
from ...errors import DeskError
from ...store.manifest import SUFFIX, Manifest
from ...store.pack import Packed, pack
from ...store.unpack import Unpacked, check_package, needs_passphrase, unpack
from ..ask import Ask
from ..growing import GrowingDialog
from ..memory import Memory
from .bringing import Bringing
from .choice import Choice
from .job import Job
from .outcome import Brought, Taken
from .parts import Step
from .running import Running
from .taking import Taking

PATTERNS = (f"书记案头搬家文件 (*{SUFFIX})",)
_STOPPED = "已经停下，什么也没有留下，什么也没有改动。"
_WIDE = 42  # Chinese characters


class MovingDialog(GrowingDialog):
    """Packs ``archive``, or takes one in. ``arrived`` gives an archive that came in, on closing.

    Without an archive there is only the way in.
    """

    arrived = Signal(object)  # Path

    def __init__(
        self,
        ask: Ask,
        memory: Memory,
        archive: Path | None,
        folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("更换电脑" if archive else "从旧电脑搬来")
        self._ask, self._memory, self._archive = ask, memory, archive
        self._folder = folder or paths.archives()
        self._package, self._held = Path(), Manifest("", 0, {})
        self._job: Job | None = None
        self._came: Path | None = None
        self._taking, self._bringing = Taking(), Bringing(self._folder)
        self._running = Running()
        self._choice = Choice(self.show_taking, self.show_bringing, self.reject)
        self._steps = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show(self._choice if archive else self._bringing)

    def show_taking(self) -> None:
        """Lead out of this computer."""
        self._show(self._taking)
        self._taking.begin()

    def show_bringing(self) -> None:
        """Lead into this computer."""
        self._show(self._bringing)
        self._bringing.choose.setFocus()

    def show_package(self, package: Path) -> None:
        """Lead into this computer with a file that is chosen already."""
        self._package = package
        self._show(self._bringing)
        try:
            locked = needs_passphrase(package)
        except DeskError as error:
            self._bringing.show_file(None, locked=False)
            self._bringing.say_trouble(str(error))
            return
        self._bringing.show_file(package, locked=locked)
        if not locked:
            self._check()

    def reject(self) -> None:
        if self._job is not None:
            self._running.stop()  # and then there is something to go back to
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._forget()
        came, self._came = self._came, None
        if came is not None:
            self.arrived.emit(came)  # first: without a window Qt ends the program
        super().done(result)

    def _take(self) -> None:
        assert self._archive is not None
        name = f"{self._archive.stem}-更换电脑-{date.today():%Y%m%d}{SUFFIX}"
        suggested = self._memory.folder("moving") / name
        target = self._ask.save_file("存到哪里（如优盘）", suggested, PATTERNS)
        if target is None:
            return
        self._memory.keep_folder(target.parent, "moving")
        passphrase, settings = self._taking.passphrase(), self._memory.travelling()
        archive = self._archive
        self._start(
            lambda progress: pack(archive, target, passphrase, settings, progress=progress),
            partial(self._on_taken, passphrase is not None),
            self._taking,
            self._taking.say_trouble,
        )

    def _on_taken(self, locked: bool, packed: Packed) -> None:
        self._forget()
        self._show_last(Taken(packed, locked=locked, close=self.accept))

    def _on_back(self) -> None:
        self._show(self._choice) if self._archive else self.reject()

    def _choose(self) -> None:
        folder = self._memory.folder("moving")
        found = self._ask.open_file("选从旧电脑带来的文件", PATTERNS, folder)
        if found is not None:
            self._memory.keep_folder(found.parent, "moving")
            self.show_package(found)

    def _check(self) -> None:
        package, passphrase = self._package, self._bringing.passphrase()
        folder = self._folder
        self._start(
            lambda progress: check_package(package, passphrase, folder, progress=progress),
            self._on_checked,
            self._bringing,
            self._bringing.say_refused,
        )

    def _on_checked(self, held: Manifest) -> None:
        self._held = held
        self._show(self._bringing)
        self._bringing.show_held(held)

    def _bring(self) -> None:
        package, passphrase = self._package, self._bringing.passphrase()
        folder = self._folder
        self._start(
            lambda progress: unpack(package, folder, passphrase, progress=progress),
            self._on_brought,
            self._bringing,
            self._bringing.say_trouble,
        )

    def _on_brought(self, out: Unpacked) -> None:
        self._forget()
        self._memory.take_over(out.settings)
        self._came = out.archive
        self._show_last(Brought(out.archive, self._held, self.accept))

    def _start(
        self,
        run: Callable[..., Any],
        then: Callable[[Any], object],
        back: Step,
        say: Callable[[str], None],
    ) -> None:
        """Run something while the way is shown, and go back with a sentence if it fails."""

        def ended(step: Callable[..., object], *given: Any) -> None:
            self._job = None
            self._show(back)
            step(*given)

        back.say_trouble("")
        self._job = job = Job(run, self)
        self._running.begin()
        self._show(self._running)
        job.went.connect(self._running.show_way)
        job.done.connect(partial(ended, then))
        job.failed.connect(partial(ended, say))
        job.stopped.connect(partial(ended, say, _STOPPED))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _forget(self) -> None:
        """Keep no passphrase longer than it is needed."""
        self._taking.forget()
        self._bringing.forget()

    def _show(self, step: Step) -> None:
        self._steps.setCurrentWidget(step)

    def _show_last(self, step: Step) -> None:
        self._steps.addWidget(step)
        self._show(step)
        step.setFocus()

    def _connect(self) -> None:
        self._taking.back.connect(lambda: self._show(self._choice))
        self._taking.wanted.connect(self._take)
        self._bringing.back.connect(self._on_back)
        self._bringing.file_wanted.connect(self._choose)
        self._bringing.checked.connect(self._check)
        self._bringing.wanted.connect(self._bring)
        self._running.stop_wanted.connect(self._stop)

    def _lay_out(self) -> None:
        for step in (self._choice, self._taking, self._bringing, self._running):
            self._steps.addWidget(step)
        if self._archive is None:
            self._bringing.return_.setText("取消")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(30, 24, 30, 20)
        layout.addWidget(self._steps)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("国") * _WIDE)
        self.resize(self.sizeHint())
