"""One step of the timeline: its name, day, papers and note."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ...kinds.development import Step, StepRow
from ...records.fields import specs_of
from ...records.specs import Spec
from ...rules.path import PathStep, State
from ...rules.steps import NUMBER, PAPERS, SHORT, STEPS
from ..fields.choice import YesField
from ..fields.context import Context
from ..fields.day import DayField
from ..fields.field import Field
from ..fields.text import TextField
from ..look import set_role
from .mark import StepMark

_ROLES = {State.NEXT: "now", State.DONE: "", State.PLANNED: ""}
_HINTS = {"on": "日期", "papers": "材料齐全", "note": "备注"}
_TIPS = {(Step.PROBATION, "note"): "延长预备期的，写“延长6个月”或“延长一年”"}
_LONGEST = "2026年12月30日"
_BUTTON = 2.5  # heights of the font that a day's button and frame take
_ROOM = 3  # pixels above and below a field


class _NoteField(TextField):
    """A line without earlier words: 25 lists of them would take long to make."""

    def __init__(self, spec: Spec, context: Context, name: str = "") -> None:
        super().__init__(spec, context, name)
        self._lay_out(self._edit)


_LEAVES = {"on": DayField, "papers": YesField, "note": _NoteField}


class StepLine(QObject):
    """The widgets of one step, which its list lays out."""

    edited = Signal()

    def __init__(self, step: Step, context: Context, name: str) -> None:
        super().__init__()
        self.step = step
        self._is_short = self._is_missed = False
        self.mark = StepMark(NUMBER[step], first=step is STEPS[0], last=step is STEPS[-1])
        self.name, self.told = _label(str(step)), _label("")
        self.name.setToolTip(f"常见材料：{PAPERS[step]}")
        set_role(self.told, "muted")
        self.told.setVisible(False)
        self.told.setContentsMargins(0, 0, 0, 2 * _ROOM)
        specs = specs_of(StepRow)
        self.fields: dict[str, Field] = {
            cell: _LEAVES[cell](replace(specs[cell], hint=hint), context, f"{name}.{cell}")
            for cell, hint in _HINTS.items()
        }
        for cell, field in self.fields.items():
            field.setContentsMargins(0, _ROOM, 0, _ROOM)
            self.box(cell).setToolTip(_TIPS.get((step, cell), ""))
            self.box(cell).setAccessibleName(f"{NUMBER[step]} {step} {_HINTS[cell]}")
            field.edited.connect(self.edited)
        day = self.box()
        longest = day.fontMetrics().horizontalAdvance(_LONGEST)
        day.setMinimumWidth(
            longest + round(_BUTTON * day.fontMetrics().height())
        )  # with its button

    def box(self, cell: str = "on") -> QWidget:
        """Return what a cell gives the focus to."""
        return self.fields[cell].focusProxy() or self.fields[cell]

    def value(self) -> StepRow:
        """Return the row, which may be empty."""
        return StepRow(step=self.step, **{name: f.value() for name, f in self.fields.items()})

    def kept(self, before: StepRow) -> StepRow:
        """Return the row as it is to be saved: a day that cannot be read is as it was before."""
        fields = self.fields.items()
        return StepRow(step=self.step, **{n: f.kept(getattr(before, n)) for n, f in fields})

    def set_value(self, row: StepRow) -> None:
        """Show a row."""
        for name, field in self.fields.items():
            field.set_value(getattr(row, name))

    def shorten(self, short: bool) -> None:
        """Call the step by few words, where there is little room."""
        if short is not self._is_short:
            self._is_short = short
            self._show_name()

    def trouble(self) -> str:
        """Return why the day cannot be read."""
        said = self.fields["on"].trouble()
        return f"{self.step}：{said}" if said else ""

    def say(self, at: PathStep) -> None:
        """Show how the step stands on the way."""
        self.mark.say(at.state)
        self.mark.beside(self.fields["on"].sizeHint().height() // 2)
        set_role(self.name, _ROLES.get(at.state, "muted"))
        self._is_missed = at.state is State.MISSED
        self._show_name()
        told = [*(bound.show() for bound in at.bounds), f"材料：{at.papers}"]
        self.name.setToolTip("\n".join([str(self.step), *told]))
        self.told.setText("；".join(told) if at.state is State.NEXT else "")
        self.told.setVisible(at.state is State.NEXT)

    def _show_name(self) -> None:
        name = SHORT.get(self.step, self.step) if self._is_short else self.step
        self.name.setText(f"{name}{'（未登记日期）' if self._is_missed else ''}")


def _label(text: str) -> QLabel:
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made
