"""Which ledgers go with the report: a box to tick for each."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from ...kinds.report_settings import NO_LEDGER
from ...records.specs import Spec
from ...report.outline import load_annexes
from ..fields.context import Context
from ..fields.field import Field

_ABREAST = 2
_USUAL = tuple(annex.name.value for annex in load_annexes() if annex.usual)


class LedgerField(Field):
    """Ticked are those named, the usual ones where nothing is."""

    def __init__(self, spec: Spec, context: Context, name: str = "") -> None:
        super().__init__(spec, context, name)
        self._given: tuple[str, ...] = ()
        self._boxes = {annex.name.value: QCheckBox(annex.name) for annex in load_annexes()}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, box in enumerate(self._boxes.values()):
            grid.addWidget(box, place // _ABREAST, place % _ABREAST)
            box.clicked.connect(self._on_clicked)
        self._lay_out(inside)
        inside.setFocusProxy(next(iter(self._boxes.values())))
        self.set_value(())

    def value(self) -> tuple[str, ...]:
        return self._given

    def set_value(self, value: tuple[str, ...]) -> None:
        self._given = value
        for name, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(name in (value or _USUAL))

    def _on_clicked(self) -> None:
        ticked = tuple(name for name, box in self._boxes.items() if box.isChecked())
        self._given = () if ticked == _USUAL else ticked or (NO_LEDGER,)
        self.edited.emit()
