"""提纲: the sections of one year's report, put in order by the user."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ....kinds.own_outline import Numbering, OwnOutline
from ....report.outline import Outline
from ....report.own_outline import numbered
from ...ask import Ask
from ...buttons import button
from ...card import label
from ...fields.combo_box import ComboBox
from ..outline_pane import UNUSED
from .content import Content
from .material import Material
from .sections import Sections
from .steps import Steps, based_on, is_own, lean, preset_of, whole
from .tools import keyed_action, tool

_KEPT = (
    "写过的补充和改动不会丢：新提纲里有它们的位置，就还写在那里；"
    f"没有的，列在“{UNUSED}”里。换了以后也可以撤销。"
)
_WIDE, _HIGH = 80, 38  # in characters and lines


class OutlineDialog(QDialog):
    """Changes a copy of an outline, with every step to go back; ``own`` is what became of it."""

    def __init__(
        self,
        own: OwnOutline,
        presets: Sequence[Outline],
        material: Material,
        ask: Ask,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("调整提纲")
        self._given, self._presets, self._ask = own, presets, ask
        self._steps = Steps(whole(own, presets))
        self._sections = Sections(material, ask, self._take_in)
        self._content = Content(material, self._take_in)
        self._preset, self._numbering = ComboBox(), ComboBox()
        self._state, self._note = label("", "muted"), label("", "muted")
        self._note.setWordWrap(True)
        self._make_actions()
        self._fill()
        self._sections.changed.connect(self._on_changed)
        self._sections.chosen.connect(self._on_chosen)
        self._sections.said.connect(self._note.setText)
        self._content.changed.connect(self._on_changed)
        self._lay_out()
        self._show(0)
        self._sections.setFocus()

    def own(self) -> OwnOutline:
        """Return the outline as it stands; what is as in its preset is left to the preset.

        Where nothing was changed it is the one that was given.
        """
        return lean(self._steps.now, self._presets) if self._steps.has_changed else self._given

    def accept(self) -> None:
        self._take_in()
        super().accept()

    def reject(self) -> None:
        self._take_in()
        if not self._steps.has_changed or self._may_leave():
            super().reject()

    def _may_leave(self) -> bool:
        question = "提纲改动过，还没有用到报告里。"
        return self._ask.choose(question, "继续改提纲", "放弃改动", on_escape=0) == 1

    def _take_in(self) -> None:
        """Make what is being typed part of the outline."""
        self._sections.take_in()
        self._content.take_in()

    def _on_changed(self, own: OwnOutline, at: int) -> None:
        if own != self._steps.now:
            self._steps.take(own, left=self._sections.at(), at=at)
        self._show(at)

    def _on_chosen(self) -> None:
        self._content.show_section(self._steps.now, self._sections.at())

    def _on_numbering(self, place: int) -> None:
        self._take_in()
        chosen = list(Numbering)[place]
        self._on_changed(numbered(self._steps.now, chosen), self._sections.at())

    def _on_preset(self, place: int) -> None:
        self._take_in()
        preset, now = self._presets[place], self._steps.now
        question = f"要把提纲换成“{preset.name}”吗？现在的提纲改动过，这些改动会被换掉。"
        if not is_own(now, self._presets) or self._ask.confirm(question, "换掉", detail=_KEPT):
            self._base_on(preset, keeps_numbering=preset_of(now, self._presets) is not preset)
        else:
            self._show(self._sections.at())

    def _base_on(self, preset: Outline, *, keeps_numbering: bool) -> None:
        """Take a preset's sections, and its numbering unless the user has chosen another."""
        now, after = self._steps.now, based_on(self._steps.now, preset)
        is_chosen = now.numbering is not preset_of(now, self._presets).numbering
        if is_chosen and keeps_numbering and now.numbering:
            after = numbered(after, now.numbering)
            said = f"编号还是您选的“{now.numbering}”"
        else:
            said = f"编号是它的“{preset.numbering}”"
        self._on_changed(after, 0)
        done, kept = "已换成" if keeps_numbering else "已恢复", "写过的补充和改动都留着"
        self._note.setText(f"{done}“{preset.name}”，{said}，{kept}（Ctrl+Z 撤销）")

    def _on_restore(self) -> None:
        self._on_preset(self._presets.index(preset_of(self._steps.now, self._presets)))

    def _go(self, by: int) -> None:
        self._take_in()
        if self._steps.can_go(by):
            self._show(self._steps.go(by).at)

    def _show(self, at: int) -> None:
        """Show the outline as it stands, and a row as the current one."""
        now = self._steps.now
        preset = preset_of(now, self._presets)
        self._note.setText("")
        self._sections.show_outline(now, at)
        self._content.show_section(now, at)
        self._preset.setCurrentIndex(self._presets.index(preset))
        self._numbering.setCurrentIndex(list(Numbering).index(now.numbering or Numbering.STANDARD))
        own = is_own(now, self._presets)
        self._state.setText("在它上面改动过" if own else "")
        self._restore.setEnabled(own or now.numbering is not preset.numbering)
        self._undo.setEnabled(self._steps.can_go(-1))
        self._redo.setEnabled(self._steps.can_go(1))

    def _make_actions(self) -> None:
        redo, take = ("Ctrl+Y", "Ctrl+Shift+Z"), ("Ctrl+Return", "Ctrl+Enter")
        self._undo = keyed_action(self, "撤销", "undo-2", ("Ctrl+Z",), lambda: self._go(-1))
        self._redo = keyed_action(self, "重做", "redo-2", redo, lambda: self._go(1))
        self._restore = keyed_action(self, "恢复预设", "history", (), self._on_restore)
        self._leave = keyed_action(self, "取消", "x", (), self.reject)
        self._take = keyed_action(self, "确定", "check", take, self.accept)

    def _fill(self) -> None:
        for combo, names, chosen in (
            (self._preset, [preset.name for preset in self._presets], self._on_preset),
            (self._numbering, [str(each) for each in Numbering], self._on_numbering),
        ):
            combo.addItems(names)
            combo.setMaxVisibleItems(20)
            combo.activated.connect(chosen)
        self._preset.setToolTip(f"换一套标题和次序。{_KEPT}")
        self._numbering.setToolTip("各级标题怎么编号")

    def _lay_out(self) -> None:
        top, sides, below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for words, combo in (("预设(&P)", self._preset), ("编号(&N)", self._numbering)):
            name = QLabel(words)
            name.setBuddy(combo)
            top.addWidget(name)
            top.addWidget(combo)
            if combo is self._preset:
                top.addWidget(self._state)
            top.addSpacing(12)
        top.addStretch()
        top.addWidget(tool(self._undo))
        top.addWidget(tool(self._redo))
        sides.setSpacing(20)
        sides.addWidget(self._sections, 1)
        sides.addWidget(self._content, 1)
        below.addWidget(button(self._restore))
        below.addWidget(self._note, 1)
        below.addWidget(button(self._leave))
        below.addWidget(button(self._take, "primary"))
        page = QVBoxLayout(self)
        for row, stretch in ((top, 0), (sides, 1), (below, 0)):
            page.addLayout(row, stretch)
        metrics, screen = self.fontMetrics(), self.screen().availableSize() * 0.9
        wanted = QSize(metrics.horizontalAdvance("国") * _WIDE, metrics.lineSpacing() * _HIGH)
        self.resize(wanted.boundedTo(screen))
