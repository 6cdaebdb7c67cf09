"""The first window: three questions, and then the work begins."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ..kinds.branch import UnitType
from .archives import free_place
from .ask import Ask
from .buttons import in_a_row, small_button
from .card import wrapped
from .fields.combo_box import ComboBox
from .fields.edits import LineEdit
from .growing import GrowingDialog
from .places import place_warning

_GREETING = (
    "平时花半分钟记一笔，年底得到一份格式合规、每个数字都有出处的述职报告。\n"
    "先回答三个问题，其余的以后都可以补。"
)
_ROOM = 6  # lines kept free for sentences about what is wrong


@dataclass(frozen=True, slots=True)
class Founding:
    """What the user answered: the archive to be made."""

    path: Path
    branch: str
    secretary: str
    unit_type: UnitType | None


class FirstStart(GrowingDialog):
    """Asks three questions. It stays open until told otherwise, so that nothing typed is lost."""

    founding_wanted = Signal(object)  # Founding
    open_wanted = Signal()
    moving_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, ask: Ask, folder: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QVBoxLayout(self)
        self.setWindowTitle("书记案头")
        self._ask, self._folder = ask, folder
        self._branch, self._secretary, self._unit_type = LineEdit(), LineEdit(), ComboBox()
        self._branch.setPlaceholderText("如：第三项目部党支部")
        self._unit_type.setPlaceholderText("请选择")
        self._unit_type.addItems([str(unit) for unit in UnitType])
        self._unit_type.setCurrentIndex(-1)
        self._troubles = {field: _label("trouble") for field in (self._branch, self._secretary)}
        self._trouble = _label("trouble")
        self._place, self._warning = _label("muted"), _label("trouble")
        self._lay_out()
        self._branch.textChanged.connect(self._show_place)
        self._show_place()
        self._branch.setFocus()

    def tell_trouble(self, sentence: str) -> None:
        """Say why it did not work, below the questions; what was typed stays."""
        _say(self._trouble, sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = self._branch.text() or self._secretary.text()
        if not (typed and event.key() == Qt.Key.Key_Escape):  # nothing typed is thrown away
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        page = self._page
        page.setContentsMargins(36, 28, 36, 24)
        page.setSpacing(14)
        page.addWidget(_label("title", "欢迎使用书记案头"))
        greeting = _label("muted", _GREETING)
        wide = greeting.fontMetrics().horizontalAdvance(max(_GREETING.split("\n"), key=len))
        greeting.setMinimumWidth(wide * 5 // 4)
        page.addWidget(greeting)
        page.addLayout(self._form())
        page.addWidget(self._trouble)
        page.addStretch()
        page.addLayout(self._buttons())
        room = greeting.fontMetrics().lineSpacing() * _ROOM
        self.resize(self.sizeHint().width(), self.sizeHint().height() + room)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(14)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow("支部名称", self._with_trouble(self._branch))
        form.addRow("书记姓名", self._with_trouble(self._secretary))
        form.addRow("单位类型", self._unit_type)
        place = in_a_row(self._place, small_button("更改位置…", self._on_move))
        place.setStretch(0, 1)
        form.addRow("档案位置", _column(place, self._warning))
        return form

    def _with_trouble(self, field: LineEdit) -> QVBoxLayout:
        field.textEdited.connect(lambda: _say(self._troubles[field], ""))
        return _column(field, self._troubles[field])

    def _buttons(self) -> QHBoxLayout:
        start = small_button("开始使用", self._on_start, "primary")
        start.setDefault(True)
        return in_a_row(
            small_button("打开已有档案…", self.open_wanted.emit),
            small_button("从旧电脑搬来…", self.moving_wanted.emit),
            small_button("先看看示例", self.sample_wanted.emit),
            None,
            start,
        )

    def _show_place(self) -> None:
        place = free_place(self._branch.text(), self._folder)
        # A path has no blanks to break at: zero-width ones let a long one wrap.
        self._place.setText(str(place).replace("\\", "\\\u200b").replace("/", "/\u200b"))
        _say(self._warning, place_warning(place))

    def _on_move(self) -> None:
        start = free_place(self._branch.text(), self._folder).parent
        if folder := self._ask.folder("把档案放在哪个文件夹", start):
            self._folder = folder
            self._show_place()

    def _on_start(self) -> None:
        for field in self._troubles:
            field.take_in()
        branch, secretary = self._branch.text().strip(), self._secretary.text().strip()
        self.tell_trouble("")
        _say(self._troubles[self._branch], "" if branch else "请填写支部名称")
        _say(self._troubles[self._secretary], "" if secretary else "请填写书记姓名")
        if not branch or not secretary:
            (self._secretary if branch else self._branch).setFocus()
            return
        chosen = self._unit_type.currentText()
        place = free_place(branch, self._folder)
        self.founding_wanted.emit(
            Founding(place, branch, secretary, UnitType(chosen) if chosen else None)
        )


def _label(role: str, text: str = "") -> QLabel:
    made = wrapped(text, role)
    if not text and role != "muted":
        made.hide()
    return made


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _column(*parts: QWidget | QHBoxLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    for part in parts:
        column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)
    return column
