"""The form of 发展党员: a person, the 25 steps, and what belongs to each of them."""

from typing import Any

from ...kinds.development import Development, Step
from ...kinds.rule_value import KIND as RULE_VALUE
from ...records.fields import Rows, specs_of
from ...records.record import Record
from ...records.specs import Spec
from ...rules.path import path
from ...rules.values import Values
from ..fields.context import Context
from ..fields.field import Field
from ..fields.make import make_field
from ..record.form import LABEL, RecordForm
from .steps_field import Guest, StepsField

_STEPS = "steps"
# Which lists stand beside which step.
_BESIDE = {
    Step.SPONSORS: ("sponsors",),
    Step.TRAINING: ("reports", "examinations"),
    Step.CANDIDATE: ("notices",),
    Step.INTRODUCERS: ("introducers",),
    Step.COURSE: ("courses",),
    Step.ADMISSION: ("votes",),
}
_GUESTS = {name for names in _BESIDE.values() for name in names}


class DevelopmentForm(RecordForm):
    """Tells with every edit what comes next."""

    def build(self, context: Context) -> None:
        self._context, self._values = context, Values()
        super().build(context)

    def set_record(self, record: Record) -> None:
        self._read_values()
        super().set_record(record)
        self._tell_path()

    def rebase(self, record: Record) -> None:
        self._read_values()
        super().rebase(record)
        self._tell_path()

    def _read_values(self) -> None:
        self._values = Values(self._context.entries(RULE_VALUE.name))  # type: ignore[arg-type]

    def _make_field(self, spec: Spec, context: Context, name: str) -> Field:
        return (
            StepsField(spec, context, name) if name == _STEPS else make_field(spec, context, name)
        )

    def _arrange(self, columns: int) -> None:
        """Lay out in one column, once: the steps take what width there is."""
        if self._columns:
            return
        self._columns = 1
        cells: dict[str, Any] = self._cells
        self._steps().place(
            {step: [self._guest(name) for name in names] for step, names in _BESIDE.items()}
        )
        for row, name in enumerate(name for name in cells if name not in _GUESTS):
            if name == _STEPS:
                self._grid.addWidget(cells[name].body, row, 0, 1, 2)
            else:
                self._grid.addWidget(cells[name].label, row, 0, LABEL)
                self._grid.addWidget(cells[name].body, row, 1)
        # Above the steps: 25 lines below, nobody would read it.
        said = cells[_STEPS].body.layout().takeAt(1).widget()
        cells[_STEPS].body.layout().insertWidget(0, said)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(len(cells), 1)

    def _guest(self, name: str) -> Guest:
        cell, spec = self._cells[name], self.kind.specs[name]
        is_wide = isinstance(spec, Rows) and len(specs_of(spec.row)) > 1
        return Guest(cell.label, cell.body, is_wide)

    def _on_edited(self) -> None:
        super()._on_edited()
        self._tell_path()

    def _tell_path(self) -> None:
        record = self.record()
        assert isinstance(record, Development)
        today = self._today()
        self._steps().tell(path(record, self._values, today), today)

    def _steps(self) -> StepsField:
        field = self._fields[_STEPS]
        assert isinstance(field, StepsField)
        return field
