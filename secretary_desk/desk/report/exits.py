"""The ways out of the report page: each takes the whole report, what is typed saved."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ...report.build import Report
from ...report.style import StyleSheet
from ..buttons import action
from ..desk import Desk
from .export import Exporter

_NO_PROOF = "现场稿不出核对稿：数字和书面报告是同一个数，来源在书面报告的核对稿里查。"
Whole = Callable[[], tuple[Report, StyleSheet] | None]


class Exits(QObject):
    """Actions that hand the report out. ``whole`` gives it, None when the user wants to stay."""

    noted = Signal(str)  # a sentence for the status bar

    def __init__(self, desk: Desk, page: QWidget, whole: Whole) -> None:
        super().__init__(page)
        self.exporter, self.whole = Exporter(desk, page), whole
        self.copy = action(page, "复制全文", "clipboard-copy", None, self._on_copy)
        self.print = action(page, "打印", "printer", "Ctrl+P", self._run(self.exporter.paper))
        self.pdf = action(page, "导出 PDF", "file-down", None, self._run(self.exporter.pdf))
        self.word = action(page, "生成 Word 文档", "file-text", None, self._run(self.exporter.word))
        self.proof = action(page, "生成核对稿", "list-checks", None, self._run(self.exporter.proof))

    def on_top(self) -> Sequence[QAction]:
        """Return what the page's head offers, the primary one last."""
        return self.print, self.pdf, self.word

    def offer_proof(self, *, none_of_speech: bool) -> None:
        """Offer a proof copy, or say that there is none of a speech."""
        self.proof.setEnabled(not none_of_speech)
        self.proof.setText("生成核对稿（先回到书面报告）" if none_of_speech else "生成核对稿")
        self.proof.setToolTip(_NO_PROOF if none_of_speech else "")

    def _run(self, way: Callable[[Report, StyleSheet], object]) -> Callable[[], None]:
        def run() -> None:
            if found := self.whole():
                way(*found)

        return run

    def _on_copy(self) -> None:
        if found := self.whole():
            self.noted.emit(self.exporter.text(found[0]))
