"""The pages with their tools: how many, how large, which fonts stand in, with annexes or not."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...render.pages import Pages
from ..buttons import action, button
from ..look import set_role
from .preview import STEP, Preview

_NAMED = 2  # fonts


class PreviewPane(QWidget):
    """The preview under its status line. ``annexes_wanted`` comes when they are to be shown."""

    annexes_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = Preview()
        self._page, self._note = QLabel(), QLabel(wordWrap=True)
        for label in (self._page, self._note):
            label.setTextFormat(Qt.TextFormat.PlainText)
            set_role(label, "muted")
        self._annexes = QCheckBox("附件也显示")
        self._annexes.toggled.connect(lambda _: self.annexes_wanted.emit())
        self.view.turned.connect(self._on_turned)
        self._lay_out()

    @property
    def annexes(self) -> bool:
        """Whether the annexes are to be shown."""
        return self._annexes.isChecked()

    def set_annexes(self, *, shown: bool) -> None:
        """Show the annexes, or leave them out."""
        self._annexes.setChecked(shown)

    def show_pages(self, pages: Pages, marked: Collection[int], *, has_annexes: bool) -> None:
        """Show other pages, some blocks marked."""
        self._annexes.setVisible(has_annexes)
        self.view.show_pages(pages, marked)
        stand_ins = pages.stand_ins()
        self._note.setText(stand_in_note(stand_ins))
        whole = "\n".join(f"{font} → {used}" for font, used in stand_ins)
        self._note.setToolTip(whole)

    def _on_turned(self) -> None:
        self._page.setText(f"第 {self.view.page + 1} / {self.view.count} 页")

    def _tools(self) -> QHBoxLayout:
        view = self.view
        smaller = action(self, "缩小", "zoom-out", None, lambda: view.zoom(1 / STEP))
        larger = action(self, "放大", "zoom-in", None, lambda: view.zoom(STEP))
        fit = action(self, "适合宽度", "file-text", "Ctrl+0", lambda: view.zoom(0))
        before = action(self, "上一页", "chevron-up", None, lambda: view.turn_to(view.page - 1))
        after = action(self, "下一页", "chevron-down", None, lambda: view.turn_to(view.page + 1))
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for each in (smaller, larger, fit, before, after):
            tools.addWidget(button(each, "icon"))
        tools.addSpacing(self.fontMetrics().averageCharWidth())
        tools.addWidget(self._page)
        tools.addStretch(1)
        tools.addWidget(self._annexes)
        return tools

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._tools())
        layout.addWidget(self.view, 1)
        layout.addWidget(self._note)


def stand_in_note(stand_ins: Sequence[tuple[str, str]]) -> str:
    """Return what is to be known of the pages: fonts that this machine lacks, whose word counts."""
    final = "换行、分页以 Word 打印为准"
    if not stand_ins:
        return final
    missing, used = _named([font for font, _ in stand_ins]), _named([used for _, used in stand_ins])
    return f"本机没有{missing}，预览和 PDF 用{used}代替；Word 文档仍写原字体，{final}"


def _named(fonts: Sequence[str]) -> str:
    """Return the first fonts by name, and how many there are where that is not all."""
    different = list(dict.fromkeys(fonts))
    named = "".join(f"“{font}”" for font in different[:_NAMED])
    return f"{named}等 {len(different)} 种字体" if different[_NAMED:] else named
