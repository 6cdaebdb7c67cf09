"""The three panes side by side; where the page is narrow, two, and the preview on demand."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ...report.template import Reference
from ..buttons import action, button
from ..desk import Desk
from ..look import icon, set_role
from .outline_pane import OutlinePane
from .passage_pane import PassagePane
from .preview_pane import PreviewPane
from .speech_bar import SpeechBar
from .standing import Standing
from .tabs import chain

_THREE = 86  # characters of width from which three panes have room
_SHARES, _NARROW_SHARES = (6, 8, 9), (5, 9, 9)


class Panes(QWidget):
    """Outline, passage and preview under one line that tells how the report stands."""

    previewed = Signal()  # the preview has come into view
    gap_wanted = Signal()  # the next place that lacks something
    drift_wanted = Signal()  # the next passage under which the records have changed

    def __init__(
        self, desk: Desk, describe: Callable[[str, Reference], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._memory = desk.memory
        self.outline, self.preview = OutlinePane(), PreviewPane()
        self.passage, self.speech = PassagePane(desk, describe, self), SpeechBar()
        self._pages, self._status, self.trouble = QLabel(), QLabel(), QLabel(wordWrap=True)
        self._gaps, self._drifted = _finder("到下一处待补充"), _finder("到下一段有变化的")
        self._gaps.clicked.connect(self.gap_wanted)
        self._drifted.clicked.connect(self.drift_wanted)
        labels = (self._pages, self._status, self.trouble)
        for label, role in zip(labels, ("muted", "muted", "trouble"), strict=True):
            label.setTextFormat(Qt.TextFormat.PlainText)
            set_role(label, role)
        self.trouble.hide()
        self._narrow: bool | None = None
        self._toggle = action(self, "看打印预览", "eye", None, self._on_toggled)
        self._toggle.setCheckable(True)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False)
        for pane, share in zip((self.outline, self.passage, self.preview), _SHARES, strict=True):
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(self._splitter.count() - 1, share)
        self._splitter.setHandleWidth(self.fontMetrics().averageCharWidth() * 2)
        self._lay_out()

    def say(self, standing: Standing) -> None:
        """Tell how long the report is, what it lacks and what has changed."""
        self._status.setText(f"{standing.length()} ·")
        set_role(self._status, "trouble" if standing.over else "muted")
        self._gaps.setText(f"待补充 {standing.gaps} 处" if standing.gaps else "没有待补充")
        self._gaps.setEnabled(bool(standing.gaps))
        self._drifted.setText(f"有变化 {standing.drifted} 段")
        self._drifted.setVisible(bool(standing.drifted))

    def say_pages(self, count: int, *, without: bool) -> None:
        """Tell how many pages there are, perhaps ``without`` the annexes."""
        self._pages.setText(f"共 {count} 页{'（不含附件）' * without} ·")

    def offer(self, tool: QAction) -> None:
        """Put a button for an action at the right of the line."""
        self._tools.addWidget(button(tool, "quiet"))

    def offer_more(self, tools: Sequence[QAction]) -> None:
        """Put a button for a menu at the right of the line."""
        more = QPushButton(" 更多", icon=icon("ellipsis"), autoDefault=False)
        set_role(more, "quiet")
        menu = QMenu(more, toolTipsVisible=True)
        menu.addActions(tools)
        more.setMenu(menu)
        self._tools.addWidget(more)

    def order_tabs(self) -> None:
        """Let Tab go over the page as it is read: its head, outline, passages, pages."""
        chain(self._head, self.speech, self.outline, *self.passage.areas(), self.preview)

    def say_trouble(self, text: str) -> None:
        """Say what went wrong; nothing when all is well."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def show_passage(self) -> None:
        """Show the passage where it has given way to the preview."""
        self._toggle.setChecked(False)
        self._arrange()

    def remember(self) -> None:
        """Keep how wide the panes are."""
        if self._narrow is not None:
            self._memory.keep_state(self._name(), self._splitter.saveState())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().horizontalAdvance("国") * _THREE
        if narrow != self._narrow:
            self.remember()
            self._narrow = narrow
            self._arrange()
            self._restore()
            self._show_place()

    def _arrange(self) -> None:
        """Show what there is room for."""
        previewed = self._toggle.isChecked()
        self._toggle.setVisible(bool(self._narrow))
        self._pages.setVisible(not self._narrow)
        self._toggle.setText("看本节内容" if previewed else "看打印预览")
        self.passage.setVisible(not (self._narrow and previewed))
        self.preview.setVisible(not self._narrow or previewed)

    def _on_toggled(self) -> None:
        self._arrange()
        self._show_place()

    def _show_place(self) -> None:
        self._splitter.refresh()  # at once: the preview is to know how wide it is
        if self.preview.isVisible():
            self.previewed.emit()

    def _restore(self) -> None:
        state = self._memory.state(self._name())
        if state.isEmpty() or not self._splitter.restoreState(state):
            shares = _NARROW_SHARES if self._narrow else _SHARES
            self._splitter.setSizes([self.width() * each // sum(shares) for each in shares])

    def _name(self) -> str:
        return "report-narrow" if self._narrow else "report"

    def _lay_out(self) -> None:
        self._head = QWidget(self)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        for told in (self._pages, self._status, self._gaps, self._drifted):
            head.addWidget(told)
        head.addStretch(1)
        self._tools = QHBoxLayout()
        head.addLayout(self._tools)
        self._tools.addWidget(button(self._toggle))  # more than a tool: the way to a pane
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._head)
        layout.addWidget(self.trouble)
        layout.addWidget(self.speech)
        layout.addWidget(self._splitter, 1)


def _finder(tip: str) -> QPushButton:
    """Return a count that leads to the next place that it counts."""
    made = QPushButton(autoDefault=False, toolTip=tip)
    set_role(made, "find")
    return made
