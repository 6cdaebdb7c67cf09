"""What the self-check is asked: as of which day, and what of it is to be listed."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...kinds.check_answer import KIND, CheckAnswer
from ...records import specs
from ...records.day import Day
from ...rules.checking import Outcome
from ...rules.standing import summary
from ..card import label
from ..desk import Desk
from ..fields.make import make_field
from ..look import set_role
from ..record.context import FormContext

_PAUSE = 250  # milliseconds after the last letter
_LEGEND = "未登记：没有查到记录　待核：记录不全或对不上，请核对　提示：供参考，不是缺项"
_SPEC = specs.Day(label="检查日期")


class Asking(QWidget):
    """The day, the filters, and how it all stands, over the list."""

    day_changed = Signal()
    narrowed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._year = desk, 0
        self._day = make_field(_SPEC, FormContext(desk, KIND, CheckAnswer), "")
        self._found, self._strict = QCheckBox("只看有发现的(&F)"), QCheckBox("只看必须、一般(&J)")
        self._said, self._trouble = label(""), label("", "trouble")
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._on_day)
        self._day.edited.connect(self._timer.start)
        for box in (self._found, self._strict):
            box.toggled.connect(lambda _: self.narrowed.emit())
        self._lay_out()
        self.follow_year()
        self._trouble.hide()

    def day(self) -> date:
        """Return the day as of which the year is looked at: no later than the year's end."""
        given: Day | None = self._day.value()
        end = self._desk.loaded().period.end
        return min(given.last() if given else self._desk.today(), end)

    def follow_year(self) -> None:
        """Begin with today, or the year's last day, where another year is shown."""
        if self._year != self._desk.year:
            self._year = self._desk.year
            end = self._desk.loaded().period.end
            self._day.set_value(Day(min(self._desk.today(), end).isoformat()))

    def wishes(self) -> tuple[bool, bool]:
        """Return whether only what was found, and only what a statute lays down, is to be seen."""
        return self._found.isChecked(), self._strict.isChecked()

    def widen(self) -> None:
        """Ask for everything."""
        self._found.setChecked(False)
        self._strict.setChecked(False)

    def say(self, outcomes: Sequence[Outcome]) -> None:
        """Say how it stands in words."""
        self._said.setText(f"截至{Day(self.day().isoformat()).show()}：{summary(outcomes)}。")

    def _on_day(self) -> None:
        text = self._day.trouble()
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))
        if not text:
            self.day_changed.emit()

    def _lay_out(self) -> None:
        name = QLabel("检查日期(&D)")
        name.setBuddy(self._day)
        self._day.setMaximumWidth(self.fontMetrics().horizontalAdvance("国") * 14)
        self._said.setWordWrap(True)
        set_role(self._said, "muted")
        row = QHBoxLayout()
        row.addWidget(name)
        row.addWidget(self._day, 1)
        row.addSpacing(12)
        row.addWidget(self._found)
        row.addWidget(self._strict)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._trouble)
        layout.addWidget(self._said)
        layout.addWidget(label(_LEGEND, "group"))
