"""The form of one entry, made from its kind's specs."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from ...records.day import Day
from ...records.kind import Kind, Point, Span
from ...records.record import Problem, Record, problems
from ...records.specs import Spec
from ..fields.context import Context
from ..fields.edits import ENTER, LineEdit
from ..fields.field import Field
from ..fields.files import FilesField
from ..fields.make import make_field
from ..fields.pasted import is_for_files
from ..look import set_role
from .form_cell import Cell

_HIDDEN = ("filed_under", "starred", "left_out")
_LAST = ("tags", "files")
LABEL = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_TWO_COLUMNS = 46  # characters of the form's font that two columns need


class RecordForm(QScrollArea):
    """Fields under their labels, what is wrong beside them. It edits a copy and saves nothing."""

    edited = Signal()
    noted = Signal(str)  # a sentence for the status bar

    def __init__(self, kind: Kind[Any], today: Callable[[], date] = date.today) -> None:
        super().__init__(widgetResizable=True)
        self.kind, self._today, self._base = kind, today, kind.record()
        self._fields: dict[str, Field] = {}
        self._cells: dict[str, Cell] = {}
        self._columns = 0
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click between the fields moves nothing
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def build(self, context: Context) -> None:
        """Make the fields; ``context`` answers what they ask."""
        inside = QWidget()
        set_role(inside, "page")
        self.setWidget(inside)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(2, 2, 10, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        for name, spec in form_specs(self.kind).items():
            field = self._fields[name] = self._make_field(spec, context, name)
            field.edited.connect(self._on_edited)
            self._cells[name] = Cell(spec, field)
        self.setFocusProxy(next(iter(self._fields.values())))
        self._arrange(1)

    @property
    def base(self) -> Record:
        """The entry as it was last set or saved."""
        return self._base

    def set_record(self, record: Record) -> None:
        """Show another entry."""
        self._base = record
        for name, field in self._fields.items():
            field.set_value(getattr(record, name))
            field.cover()
        self.verticalScrollBar().setValue(0)
        self._tell_day()
        self.show_problems()

    def rebase(self, record: Record) -> None:
        """Take an entry as saved; what the user has not touched shows what it holds now."""
        before, self._base = self._base, record
        for name, field in self._fields.items():
            given = getattr(record, name)
            untouched = not field.trouble() and field.value() == getattr(before, name)
            if untouched and field.value() != given:
                field.set_value(given)
        self.show_problems()

    def record(self) -> Record:
        """Return the entry as it stands in the form."""
        return replace(self._base, **self.values())

    def values(self) -> Mapping[str, Any]:
        """Return the fields' values; what cannot be read is as it was before."""
        base = self._base
        return {name: field.kept(getattr(base, name)) for name, field in self._fields.items()}

    def take_in(self) -> None:
        """Take in what an input method still composes."""
        for field in self._fields.values():
            field.take_in()

    def troubles(self) -> list[str]:
        """Return a sentence for every field whose text cannot be read."""
        return [trouble for field in self._fields.values() if (trouble := field.trouble())]

    def field(self, name: str) -> Field:
        """Return the field of a name."""
        return self._fields[name]

    def focus_first(self, *, at_top: bool = False) -> None:
        """Let the user type: into the first field, or the first required one that is not whole."""
        required = (n for n, spec in self.kind.specs.items() if spec.required and not at_top)
        wanting = (name for name in required if not _is_whole(getattr(self._base, name)))
        first = self._fields[next(wanting, next(iter(self._fields)))]
        first.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(box := first.focusProxy(), LineEdit):
            box.selectAll()  # what stands there is replaced by typing

    def focus_trouble(self) -> None:
        """Let the user mend the first field that cannot be read."""
        for field in self._fields.values():
            if field.trouble():
                field.setFocus()
                self.ensureWidgetVisible(field)
                return

    def show_problems(self) -> None:
        """Say beside each field what is wrong with it; an untouched new entry is spared."""
        record = self.record()
        new = not self._base.created and record == self._base
        said: dict[str, list[str]] = {}
        for problem in () if new else (*problems(record), *self._early(record)):
            said.setdefault(problem.field, []).append(problem.text)
        for name, cell in self._cells.items():
            trouble = self._fields[name].trouble()
            cell.say([trouble] if trouble else said.get(name, []))

    def _make_field(self, spec: Spec, context: Context, name: str) -> Field:
        """Return the field for a spec: a kind's own form may have another."""
        return make_field(spec, context, name)

    def _early(self, record: Record) -> Iterator[Problem]:
        """Yield a word about a day that has not come: it may be a slip of the pen."""
        when = self.kind.when
        day: Day | None = getattr(record, when.on) if isinstance(when, Point) else None
        if isinstance(when, Point) and day and day.first() > self._today():
            yield Problem(when.on, "这一天还没有到，请核对")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next field with Enter: what a box wants of it, it has taken."""
        if event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.focusNextPrevChild(True)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._take_files(QGuiApplication.clipboard().mimeData())
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_for_files(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()  # else the scroll area beneath would refuse

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take_files(event.mimeData())

    def _take_files(self, data: QMimeData) -> None:
        """Attach what is dropped anywhere, and what is pasted where no text is wanted."""
        files = self._fields["files"]
        if isinstance(files, FilesField) and (taken := files.take(data)):
            self.noted.emit(taken)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cells:
            wide = (
                self.viewport().width() >= self.fontMetrics().horizontalAdvance("国") * _TWO_COLUMNS
            )
            self._arrange(2 if wide else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        row = column = 0
        for cell in self._cells.values():
            whole = columns == 1 or cell.is_wide
            if whole and column:
                row, column = row + 1, 0
            self._grid.addWidget(cell.label, row, 2 * column, LABEL)
            self._grid.addWidget(cell.body, row, 2 * column + 1, 1, 2 * columns - 1 if whole else 1)
            column = 0 if whole else (column + 1) % columns
            row += not column
        for number in (1, 3):
            self._grid.setColumnStretch(number, 1 if number < 2 * columns else 0)
        self._grid.setRowStretch(row + 1, 1)

    def _tell_day(self) -> None:
        """Tell the fields the entry's day: who is expected depends on it."""
        name = _day_field(self.kind)
        day: Day | None = self.values().get(name)  # 发展党员 begins with its first step
        for field in self._fields.values():
            field.set_day(day)

    def _on_edited(self) -> None:
        self._tell_day()
        self.show_problems()
        self.edited.emit()


def _day_field(kind: Kind[Any]) -> str:
    """Return which field holds the day, or the first of the days; empty for none."""
    match kind.when:
        case Point(on=name) | Span(start=name):
            return name
    return ""


def _is_whole(value: Any) -> bool:
    return value.whole if isinstance(value, Day) else bool(value)


def form_specs(kind: Kind[Any]) -> dict[str, Spec]:
    """Return the fields that a form shows, the kind's own first."""
    own = {n: s for n, s in kind.specs.items() if n not in (*_HIDDEN, *_LAST)}
    return own | {name: kind.specs[name] for name in _LAST}
