"""The 25 steps in five phases as one field, other fields beside the steps they belong to."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ...kinds.development import Step, StepRow
from ...records.day import Day
from ...records.specs import Spec
from ...rules.path import Path, State
from ...rules.steps import NUMBER, PHASE, STEPS, Phase
from ..fields.context import Context
from ..fields.field import Field
from ..fields.scrolling import bring_into_view
from ..look import set_role
from .next_card import NextCard
from .step_line import StepLine

_COLUMNS = 5  # the mark, the name, the day, the papers, the note
_NARROW = 40  # characters below which steps are called by few words
_STRETCH = {1: 4, 2: 1, 4: 3}


class Guest(NamedTuple):
    """A labelled widget that belongs to a step; one that is wide stands below its label."""

    label: QWidget
    body: QWidget
    is_wide: bool


Guests = Mapping[Step, Sequence[Guest]]


class StepsField(Field):
    """A line for each step. ↑ and ↓ go from day to day; what a record holds twice is kept."""

    def __init__(self, spec: Spec, context: Context, name: str = "") -> None:
        super().__init__(spec, context, name)
        self._given: tuple[StepRow, ...] = ()
        self._card = NextCard()
        self._card.taken.connect(self._on_taken)
        self._card.looked_for.connect(lambda step: self._go_to(self._lines[step].box()))
        self._heads = {phase: _Head(phase) for phase in Phase}
        self._lines = {step: StepLine(step, context, name) for step in STEPS}
        for line in self._lines.values():
            line.edited.connect(self.edited)
            line.box().installEventFilter(self)

    def place(self, guests: Guests) -> None:
        """Lay the steps out, each with the labelled widgets that belong to it, in order of Tab."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._card, 0, 0, 1, _COLUMNS)
        for column, stretch in _STRETCH.items():
            grid.setColumnStretch(column, stretch)
        phase = None
        for step, line in self._lines.items():
            if PHASE[step] is not phase:
                phase = PHASE[step]
                grid.addWidget(self._heads[phase], grid.rowCount(), 0, 1, _COLUMNS)
            row = grid.rowCount()
            grid.addWidget(line.name, row, 1)
            for column, field in enumerate(line.fields.values(), 2):
                grid.addWidget(field, row, column)
            grid.addWidget(line.told, row + 1, 1, 1, _COLUMNS - 1)
            for guest in guests.get(step, ()):
                self._place_guest(grid, guest)
            grid.addWidget(line.mark, row, 0, grid.rowCount() - row, 1)
        self.setFocusProxy(self._lines[STEPS[0]].box())

    def _place_guest(self, grid: QGridLayout, guest: Guest) -> None:
        row, above = grid.rowCount(), 1 if guest.is_wide else 0
        first = 1 if guest.is_wide else 2
        grid.addWidget(guest.label, row, 1, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(guest.body, row + above, first, 1, _COLUMNS - first)

    def value(self) -> tuple[StepRow, ...]:
        return self._with({step: line.value() for step, line in self._lines.items()})

    def kept(self, before: Sequence[StepRow]) -> tuple[StepRow, ...]:
        # A day that cannot be read keeps none of the other steps back.
        was = {row.step: row for row in reversed(before)}
        lines = self._lines.items()
        return self._with({s: line.kept(was.get(s) or StepRow(step=s)) for s, line in lines})

    def _with(self, shown: Mapping[Step, StepRow]) -> tuple[StepRow, ...]:
        """Return the rows given as they stand now, with those that are new."""
        found = [self._now(row, shown) for row in self._given]
        for step in STEPS:
            if not self._is_given(step) and not _is_empty(row := shown[step]):
                later = (i for i, r in enumerate(found) if r and _after(r, step))
                found.insert(next(later, len(found)), row)
        return tuple(row for row in found if row is not None)

    def set_value(self, value: tuple[StepRow, ...]) -> None:
        self._given = value
        first = {row.step: row for row in reversed(value)}
        for step, line in self._lines.items():
            line.set_value(first.get(step) or StepRow(step=step))

    def trouble(self) -> str:
        return next((said for line in self._lines.values() if (said := line.trouble())), "")

    def tell(self, path: Path, today: date) -> None:
        """Show where someone stands on a day."""
        self._card.say(path, today)
        for at in path.steps:
            self._lines[at.step].say(at)
        for phase, head in self._heads.items():
            steps = path.of(phase)
            head.say(sum(step.state is State.DONE for step in steps), len(steps))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW * self.fontMetrics().horizontalAdvance("国")
        for line in self._lines.values():
            line.shorten(is_narrow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            boxes = [line.box() for line in self._lines.values()]
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if by and not plain and watched in boxes:
                place = boxes.index(watched) + by
                if 0 <= place < len(boxes):
                    self._go_to(boxes[place])
                return True
        return super().eventFilter(watched, event)

    def _go_to(self, box: QWidget) -> None:
        box.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(box)

    def _on_taken(self, step: Step, day: Day) -> None:
        line = self._lines[step]
        line.fields["on"].set_value(day)
        self._go_to(line.box())  # where it is seen, and can be mended
        self.edited.emit()

    def _is_given(self, step: Step) -> bool:
        return any(row.step is step for row in self._given)

    def _now(self, given: StepRow, shown: Mapping[Step, StepRow]) -> StepRow | None:
        """Return a row that was given as it stands now; None where it was emptied."""
        is_shown = next((row for row in self._given if row.step is given.step), None) is given
        if given.step is None or not is_shown:
            return given
        now = shown[given.step]
        return None if _is_empty(now) and now != given else now


class _Head(QLabel):
    """A phase's name, and how many of its steps are done."""

    def __init__(self, phase: Phase) -> None:
        super().__init__()
        self._phase = phase
        set_role(self, "h")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(0, self.fontMetrics().height() // 2, 0, 2)

    def say(self, done: int, count: int) -> None:
        self.setText(f"{self._phase}　{done}/{count}")


def _is_empty(row: StepRow) -> bool:
    return row == StepRow(step=row.step)


def _after(row: StepRow, step: Step) -> bool:
    return row.step is not None and NUMBER[row.step] > NUMBER[step]
