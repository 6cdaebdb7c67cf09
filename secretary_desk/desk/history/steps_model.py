"""The steps of the journal as rows, read so far as the list was scrolled down."""

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ...errors import DeskError
from ...kinds import KINDS, kind_of
from ...records.record import Ref
from ...store.journal import Step
from ...store.told import Told, told
from ..desk import Desk
from ..moments import spoken, spoken_clock, spoken_day

LINES = Qt.ItemDataRole.UserRole + 1  # what changed, line by line
_MORE = 100  # steps are read at a time
_MOST = 40  # lines of one step
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TITLED = {kind.name for kind in KINDS}


class StepsModel(QAbstractListModel):
    """Days as headings and the steps of each; or one entry's steps with what they changed.

    A heading can be neither chosen nor come to by keys.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._is_all = desk, True
        self._of: Ref | None = None
        self._rows: list[str | Step] = []
        self._told: dict[int, tuple[str, ...]] = {}

    def reload(self, of: Ref | None = None) -> None:
        """Read the latest steps anew: all of them, or one entry's."""
        self.beginResetModel()
        self._of, self._rows, self._told = of, [], {}
        self._rows += self._more(None)
        self.endResetModel()

    def step(self, row: int) -> Step | None:
        """Return the step of a row, None for a heading or where there is no row."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Step) else None

    def place(self, number: int) -> int | None:
        """Return the row of a step; None while it is not read."""
        rows = ((row, each) for row, each in enumerate(self._rows) if isinstance(each, Step))
        return next((row for row, each in rows if each.number == number), None)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.UserRole) else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "；".join((self._said(row), *self._lines(row)))
            case Qt.ItemDataRole.AccessibleTextRole:
                told = (self._said(row), self._excerpt(row), *self._lines(row))
                return "；".join(filter(None, told))
            case Qt.ItemDataRole.UserRole:
                words = f"{self._words(row)}　{self._excerpt(row)}".rstrip()
                return self._when(row), words, row.undone
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return hindrance(self._desk, row)
            case Qt.ItemDataRole.ToolTipRole:
                return _markup(row.words, *self._lines(row))
            case _ if role == LINES:
                return self._lines(row)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._is_all

    def fetchMore(self, parent: _Index) -> None:
        known, last = len(self._rows), self._rows[-1]
        more = list(self._more(last if isinstance(last, Step) else None))
        if more:
            self.beginInsertRows(QModelIndex(), known, known + len(more) - 1)
            self._rows += more
            self.endInsertRows()

    def _more(self, last: Step | None) -> Iterator[str | Step]:
        """Yield the steps before one, each day's under its heading."""
        before = last.number if last else None
        steps = self._desk.store.history(_MORE, before=before, of=self._of)
        self._is_all, now = len(steps) < _MORE, self._desk.now()
        day = spoken_day(last.at, now) if last else ""
        for step in steps:
            if self._of is None and spoken_day(step.at, now) != day:
                day = spoken_day(step.at, now)
                yield day
            yield step

    def _said(self, step: Step) -> str:
        when = spoken(step.at, self._desk.now())
        return f"{when} {self._words(step)}{'，已撤销' if step.undone else ''}"

    def _when(self, step: Step) -> str:
        speak = spoken if self._of else spoken_clock
        return speak(step.at, self._desk.now())

    def _words(self, step: Step) -> str:
        more = step.entries - 1 if self._of else 0
        if self._of in step.gone:
            more = step.entries - len(step.gone)
            return f"{step.words}；同一步里的另外{more}条不受影响" if more else step.words
        return f"{step.words}（连同另外{more}条）" if more > 0 else step.words

    def _excerpt(self, step: Step) -> str:
        """Return what tells the one entry of a step from others; above one entry's it stands."""
        alone = self._of is None and len(step.refs) == 1
        return excerpt(self._desk, step.refs[0]) if alone else ""

    def _lines(self, step: Step) -> tuple[str, ...]:
        if self._of is None:
            return ()
        if step.number not in self._told:
            self._told[step.number] = tuple(lines(self._desk, step, self._of))
        return self._told[step.number]


def hindrance(desk: Desk, step: Step) -> str:
    """Return why a step cannot be taken back, in a sentence; empty when it can."""
    try:
        said = desk.store.hindrance(step.number)
    except DeskError as error:
        return str(error)
    return f"不能撤销这一步：{said}" if said else ""


def excerpt(desk: Desk, entry: Ref) -> str:
    """Return what tells an entry, also a deleted one, from others of its title."""
    if entry.kind not in _TITLED:
        return ""
    try:
        found = desk.store.even_deleted(entry)
    except DeskError:  # the list tells of the step all the same
        return ""
    return kind_of(found).excerpt(found) if found else ""


def lines(desk: Desk, step: Step, of: Ref) -> list[str]:
    """Return what a step changed in one entry, field by field: 主题：甲 → 乙."""
    try:
        found = [c for c in desk.store.changes(step.number) if (c.kind, c.entry) == of]
        said = [line(each) for change in found for each in told(change)]
    except DeskError as error:
        return [str(error)]
    return [*said[:_MOST], "……"] if len(said) > _MOST else said


def _markup(*texts: str) -> str:
    """Return the users' words as a tooltip shows them: as they are, and broken into lines."""
    return f"<qt>{'<br>'.join(map(escape, texts))}</qt>"


def line(said: Told) -> str:
    """Return what became of a field, on one line."""
    if said.is_list:
        parts = (f"去掉 {said.before}" * bool(said.before), f"加上 {said.after}" * bool(said.after))
        return f"{said.label}：{'；'.join(filter(None, parts))}"
    if not said.before:
        return f"{said.label}：{said.after}"
    return f"{said.label}：{said.before} → {said.after or '（空）'}"
