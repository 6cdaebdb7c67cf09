"""The three panes side by side; where the page is narrow, two, and the preview on demand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from ..buttons import action, button
from ..desk import Desk
from ..look import set_role
from .outline_pane import OutlinePane
from .passage_pane import PassagePane
from .preview_pane import PreviewPane

_THREE = 86  # characters of width from which three panes have room
_SHARES, _NARROW_SHARES = (6, 8, 9), (5, 9, 9)


class Panes(QWidget):
    """Outline, passage and preview under one line that tells how the report stands."""

    previewed = Signal()  # the preview has come into view

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._memory = desk.memory
        self.outline, self.passage, self.preview = OutlinePane(), PassagePane(desk), PreviewPane()
        self._status, self._gaps, self.trouble = QLabel(), QLabel(), QLabel(wordWrap=True)
        for label, role in ((self._status, "muted"), (self._gaps, ""), (self.trouble, "trouble")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            set_role(label, role)
        self.trouble.hide()
        self._narrow: bool | None = None
        self._toggle = action(self, "看打印预览", "eye", None, self._on_toggled)
        self._toggle.setCheckable(True)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        for pane, share in zip((self.outline, self.passage, self.preview), _SHARES, strict=True):
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(self._splitter.count() - 1, share)
        self._splitter.setHandleWidth(self.fontMetrics().averageCharWidth() * 2)
        self._lay_out()

    def say(self, status: str, gaps: int) -> None:
        """Tell how long the report is, and how many gaps it has."""
        self._status.setText(f"{status} ·")
        self._gaps.setText(f"待补充 {gaps} 处" if gaps else "没有待补充")
        set_role(self._gaps, "trouble" if gaps else "muted")

    def offer(self, tool: QAction) -> None:
        """Put a button for an action at the right of the line."""
        self._tools.insertWidget(0, button(tool, "quiet"))

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
        head = QHBoxLayout()
        head.addWidget(self._status)
        head.addWidget(self._gaps)
        head.addStretch(1)
        self._tools = QHBoxLayout()
        head.addLayout(self._tools)
        self.offer(self._toggle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.trouble)
        layout.addWidget(self._splitter, 1)
