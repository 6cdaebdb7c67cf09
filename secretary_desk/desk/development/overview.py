"""Everyone's way beside one another."""

from datetime import date

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent

from ...kinds.development import KIND, Development, Step
from ...kinds.rule_value import KIND as RULE_VALUE
from ...records.record import Record
from ...rules.path import path
from ...rules.values import Values
from ..desk import Desk
from ..plain_table import PlainTable
from .overview_cell import OverviewCell
from .overview_model import PHASES, OverviewModel

# Characters that a column takes at least, and shares of what room is left.
_LEAST = (4.6, *[3.4] * len(PHASES), 7.2)
_SHARES = (0.5, *[1.0] * len(PHASES), 2.0)


class Overview(PlainTable):
    """Rows are people. ``chosen`` says which one the user went to."""

    chosen = Signal(object)  # Ref

    def __init__(self, desk: Desk) -> None:
        table = OverviewModel()
        super().__init__(table, "发展党员进度", 2.4)
        self._desk, self._table = desk, table
        self._is_moving = False
        self._cell = OverviewCell(self._table)
        self.setItemDelegate(self._cell)
        columns = self.horizontalHeader()
        columns.setSectionsClickable(False)
        columns.setMinimumSectionSize(1)
        self.selectionModel().selectionChanged.connect(self._on_selected)

    def load(self) -> None:
        """Show what the archive holds of the year, and who awaits an approval from before."""
        values = Values(self._desk.store.entries(RULE_VALUE))
        period = self._desk.period()
        on = min(self._desk.today(), period.end)
        every: list[Development] = self._desk.store.entries(KIND)
        here = [
            w for w in every if KIND.when.holds(w, period) is not False or _waits(w, period.end)
        ]
        self._is_moving = True
        self._table.set_paths([path(way, values, on) for way in here])
        self._is_moving = False

    def select(self, record: Record | None) -> None:
        """Mark an entry as the one in the form; None where none is."""
        place = self._table.place(record.id) if record else None
        self._is_moving = True
        if place is None:
            self.selectionModel().clear()
        else:
            flags = QItemSelectionModel.SelectionFlag
            index = self._table.index(place, 0)
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
        self._is_moving = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        character = self.fontMetrics().horizontalAdvance("国")
        over = max(0, self.viewport().width() - sum(_LEAST) * character)
        for column, (least, share) in enumerate(zip(_LEAST, _SHARES, strict=True)):
            self.setColumnWidth(column, int(least * character + over * share / sum(_SHARES)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.selectionModel().clearCurrentIndex()  # so that ↓ goes to the first row

    def _on_selected(self) -> None:
        for index in self.selectionModel().selectedRows():
            if not self._is_moving:
                self.chosen.emit(self._table.entry(index.row()))


def _waits(way: Development, end: date) -> bool:
    """Whether 转正 was decided before and its approval is still awaited."""
    confirmed = way.on(Step.CONFIRMATION)
    approved = way.stopped_on or way.on(Step.CONFIRMATION_APPROVAL)
    return confirmed is not None and not approved and confirmed.first() <= end
