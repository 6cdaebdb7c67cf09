"""Where everyone stands: a row for each way, a column for each phase, and what comes next."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ...records.day import Day
from ...records.record import Ref, ref
from ...rules.bounds import Side
from ...rules.path import Path, PathStep, State
from ...rules.steps import SHORT, Phase

PHASES = tuple(Phase)
COLUMNS = ("姓名", "申请", "培养", "对象", "接收", "转正", "下一步")
NEXT = len(COLUMNS) - 1
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class OverviewModel(QAbstractTableModel):
    """Ways as they stand on a day, those nearest to the end first."""

    def __init__(self) -> None:
        super().__init__()
        self._paths: list[Path] = []

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._paths = sorted(paths, key=_order)
        self.endResetModel()

    def path(self, row: int) -> Path:
        """Return the way of a row."""
        return self._paths[row]

    def entry(self, row: int) -> Ref:
        """Return the entry of a row."""
        return ref(self._paths[row].way)

    def place(self, entry: str) -> int | None:
        """Return the row of an entry by its id; None where it is not among them."""
        found = (row for row, path in enumerate(self._paths) if path.way.id == entry)
        return next(found, None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._paths)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.DisplayRole:
            return COLUMNS[section]
        if role == _Role.ToolTipRole and 0 < section < NEXT:
            return str(PHASES[section - 1])
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = 0) -> Any:
        path, column = self._paths[index.row()], index.column()
        if role == _Role.DisplayRole and column == 0:
            return path.way.who.name if path.way.who else ""
        if role == _Role.AccessibleTextRole:
            return self._told(path, column)
        if role == _Role.ToolTipRole:
            # As markup of ours, lest a name be taken for markup of its own.
            return f"<qt>{'<br>'.join(map(escape, self._told(path, column).splitlines()))}</qt>"
        return None

    def _told(self, path: Path, column: int) -> str:
        if column == 0:
            return path.way.who.name if path.way.who else ""
        if column == NEXT and path.next:
            bounds = [bound.show() for bound in path.next.bounds]
            return "\n".join([f"{path.next.number} {path.next.step}", *bounds])
        if column == NEXT:
            return next_told(path)[0]
        steps = path.of(PHASES[column - 1])
        return "\n".join(f"{step.number} {step.step}：{_day(step)}" for step in steps)


def next_told(path: Path) -> tuple[str, str]:
    """Return what comes next in few words, and when: on a planned day, by its last day, from its
    first, or on a day that suits."""
    step = path.next
    if step is None:
        return ("已停止" if path.way.stopped_on else "全部完成"), ""
    return SHORT.get(step.step, str(step.step)), _when(step)


def _when(step: PathStep) -> str:
    if step.on is not None:
        return f"定在{_short(step.on.last())}"
    if bound := step.latest or step.earliest:
        end = "起" if bound.side is Side.EARLIEST else "前"
        return f"{'' if bound.first == bound.last else '约'}{_short(bound.day)}{end}"
    return f"建议{_short(step.suggested)}" if step.suggested else ""


def _short(day: date) -> str:
    return Day(day.isoformat()).show_short()


def _day(step: PathStep) -> str:
    return step.on.show() if step.on else str(step.state)


def _order(path: Path) -> tuple[bool, int, str]:
    done = [step.number for step in path.steps if step.state is State.DONE]
    return path.next is None, -max(done, default=0), path.way.started_on or ""
