"""Steps as a list, and what can be done with the one chosen in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QPlainTextEdit, QVBoxLayout, QWidget

from ...errors import DeskError
from ...kinds import STORED, kind_of
from ...records.record import Ref
from ...store.journal import Step
from ..buttons import action, button
from ..card import wrapped
from ..desk import Desk
from ..page import Place
from ..pages import ELSEWHERE
from .no_way import no_way
from .steps_model import StepsModel, hindrance, lines
from .steps_painter import StepsPainter

_DETAILS = 4.6  # lines of text that are seen at once
_NAMED = 30  # entries of one step that are named


class StepsView(QWidget):
    """All steps day by day, with what the chosen one did below; or those of one entry."""

    wanted = Signal(object)  # Place
    noted = Signal(str)  # a sentence for the status bar
    history_wanted = Signal(object)  # Ref: all steps of this entry

    def __init__(self, desk: Desk, name: str, nothing: str, *, by_day: bool) -> None:
        super().__init__()
        self._desk, self._by_day, self._of = desk, by_day, Ref("", "")
        self._says = wrapped(nothing, "muted")
        self._steps = StepsModel(desk)
        self._list = QListView(uniformItemSizes=by_day)
        self._list.setAccessibleName(name)
        self._list.setModel(self._steps)
        self._painter = StepsPainter("23:59国" if by_day else "11月28日 23:59国")
        self._list.setItemDelegate(self._painter)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._list.activated.connect(lambda _: self._on_open())
        self._list.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self._details = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self._details.setAccessibleName("这一步改了什么")
        self._details.setFixedHeight(round(self.fontMetrics().height() * _DETAILS) + 12)
        self._why = wrapped("", "muted")
        self._why.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)  # the list keeps still
        self._make_actions()
        self._lay_out()
        self.setFocusProxy(self._list)

    def reload(self, of: Ref | None = None) -> None:
        """Read the steps anew; the chosen one stays chosen while the user looks at it."""
        is_same = self.isVisible() and (of is None or of == self._of)
        chosen = self._step() if is_same else None
        at_top = self._list.verticalScrollBar().value()
        self._of = of or Ref("", "")
        self._steps.reload(of)
        place = self._steps.place(chosen.number) if chosen else None
        if place is None:
            place = next((r for r in range(self._steps.rowCount()) if self._steps.step(r)), None)
        if place is not None:
            self._list.setCurrentIndex(self._steps.index(place))
            self._list.verticalScrollBar().setValue(at_top if chosen else 0)
        has_steps = self._steps.rowCount() > 0
        for part in (self._list, self._foot):
            part.setVisible(has_steps)
        self._says.setVisible(not has_steps)
        self._tell()

    def _step(self) -> Step | None:
        return self._steps.step(self._list.currentIndex().row())

    def _tell(self) -> None:
        """Say what the chosen step did, and offer what can be done with it."""
        step = self._step()
        why = hindrance(self._desk, step) if step else ""
        self._why.setText(why)
        self._undo.setWhatsThis(why)
        self._undo.setEnabled(step is not None and not why)
        self._tell_way(step)
        self._whole.setEnabled(bool(step and step.refs))
        if self._by_day:
            self._details.setPlainText("\n".join(self._lines(step)) if step else "")

    def _tell_way(self, step: Step | None) -> None:
        """Offer the way to the entry; day by day, who takes it to one that is gone is told so."""
        blocked = no_way(self._desk, step) if step else ""
        self._open.setWhatsThis(blocked)
        self._open.setEnabled(bool(step and step.refs) and (self._by_day or not blocked))

    def _lines(self, step: Step) -> list[str]:
        """Return what a step did: which fields of its one entry, or which entries."""
        if len(step.refs) == 1:
            return [step.words, *lines(self._desk, step, step.refs[0])]
        try:
            words = [change.words for change in self._desk.store.changes(step.number)]
        except DeskError as error:
            return [str(error)]
        more = len(words) - _NAMED
        return words[:_NAMED] + ([f"……另有{more}条"] if more > 0 else [])

    def _on_undo(self) -> None:
        if (step := self._step()) is None:
            return
        try:
            self._desk.undo_step(step.number)
        except DeskError as error:
            self._desk.ask.tell(str(error))
        else:
            self.noted.emit(f"已撤销这一步：{step.words}")

    def _on_open(self) -> None:
        """Lead to the entry that a step names, to the report of its year if it is of that."""
        if (step := self._step()) is None or not step.refs:
            return
        if blocked := no_way(self._desk, step):
            self.noted.emit(blocked)
            return
        entry = step.refs[0]
        year = getattr(self._desk.store.get(entry), "year", None)
        if entry.kind in ELSEWHERE and year:
            self._desk.set_year(year)
        self.wanted.emit(Place(entry.kind, entry))

    def _on_whole(self) -> None:
        if (step := self._step()) and step.refs:
            self.history_wanted.emit(step.refs[0])

    def _make_actions(self) -> None:
        self._open = action(self, "打开记录", "file-text", None, self._on_open)
        self._whole = action(self, "这条记录的全部改动", "history", None, self._on_whole)
        self._undo = action(self, "撤销这一步", "undo-2", None, self._on_undo)
        self._whole.setVisible(self._by_day)
        self._list.addActions([self._open, self._whole, self._undo])

    def _lay_out(self) -> None:
        self._foot = QWidget()
        foot, buttons, layout = QVBoxLayout(self._foot), QHBoxLayout(), QVBoxLayout(self)
        for each in (foot, layout):
            each.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(button(self._undo))
        buttons.addWidget(button(self._open))
        if self._by_day:
            buttons.addWidget(button(self._whole))
            foot.addWidget(self._details)
        else:
            self._details.hide()
        buttons.addWidget(self._why, 1)
        foot.addLayout(buttons)
        layout.addWidget(self._says, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._foot)


def called(desk: Desk, entry: Ref) -> str:
    """Return what people call an entry; empty when it is not living."""
    known = {kind.name for kind in STORED}
    found = desk.store.get(entry) if entry.kind in known else None
    return f"{kind_of(found).label} {kind_of(found).title(found)}".strip() if found else ""
