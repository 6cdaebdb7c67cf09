"""One row of a list: its cells beside one another where they fit, else on several lines."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...records.fields import Row, specs_of
from ...records.specs import Amount, Choice, Count, Day, Linked, Spec, Yes
from ..look import set_role
from .buttons import tool
from .context import Context
from .field import Field
from .leaves import make_leaf

_GAP = 2  # pixels between a caption and its field
# Characters that a cell needs at least: a whole date, a name, a number with its unit.
_LEAST = {Day: 11, Linked: 6, Count: 5, Amount: 5, Yes: 4, Choice: 13}
_LEAST_TEXT = 8


class RowCard(QFrame):
    """The cells of one row, and the buttons that move and remove it."""

    edited = Signal()
    moved = Signal(object, int)  # the card itself; -1 up, 1 down
    removed = Signal(object)  # the card itself

    def __init__(self, row: type[Row], context: Context, name: str) -> None:
        super().__init__()
        self._row = row
        self._kept: dict[str, Any] = {name: spec.empty for name, spec in specs_of(row).items()}
        self.fields: dict[str, Field] = {
            cell: make_leaf(spec, context, f"{name}.{cell}") for cell, spec in specs_of(row).items()
        }
        self._cells = [_Cell(field, self) for field in self.fields.values()]
        for field in self.fields.values():
            field.edited.connect(self.edited)
        self._number, self._tools = _muted("", self), self._make_tools()
        self._column = QVBoxLayout(self)
        self._lines: list[QBoxLayout] = []
        self._shape: list[int] = []

    def value(self) -> Row | None:
        """Return the row; None while all of it is empty."""
        return self._made({name: field.value() for name, field in self.fields.items()})

    def kept(self) -> Row | None:
        """Return the row as it is to be saved: a cell that cannot be read is as it was before."""
        self._kept = {name: f.kept(self._kept[name]) for name, f in self.fields.items()}
        return self._made(self._kept)

    def set_value(self, row: Row | None) -> None:
        """Show a row, or an empty one."""
        for name, field in self.fields.items():
            self._kept[name] = getattr(row, name) if row else field.spec.empty
            field.set_value(self._kept[name])

    def trouble(self) -> str:
        """Return why a cell cannot be read; empty when all can."""
        return next((said for field in self.fields.values() if (said := field.trouble())), "")

    def boxes(self) -> list[QWidget]:
        """Return what the cells give the focus to, in order."""
        return [box for field in self.fields.values() if (box := field.focusProxy())]

    def arrange(self, width: int, number: int) -> None:
        """Lay the cells out for a width: as a row of a table, whose first has the captions, or,
        where one line is too narrow, as a card of several lines under the row's number."""
        table = self._fits_a_line(width)
        lines = [self._cells] if table else self._broken(width)
        captioned = len(self._cells) > 1 and (number == 1 or not table)
        if (shape := [table, *map(len, lines)]) != self._shape:
            self._shape = shape
            self._fill(lines, table=table)
        if table:
            self._share(width)
        self._number.setText("" if table else str(number))
        for label in (self._number, *(cell.caption for cell in self._cells)):
            label.setVisible(captioned)

    def _made(self, values: dict[str, Any]) -> Row | None:
        empty = all(value == self.fields[name].spec.empty for name, value in values.items())
        return None if empty else self._row(**values)

    def _fits_a_line(self, width: int) -> bool:
        """Whether every cell has the least room for what it holds, and the buttons theirs."""
        return sum(cell.least() for cell in self._cells) <= self._line_room(width)

    def _line_room(self, width: int) -> int:
        gaps = len(self._cells) * max(self._column.spacing(), 0)
        return width - gaps - self._tools.sizeHint().width()

    def _share(self, width: int) -> None:
        """Give each cell what it needs, and of the rest a share by what it wants beyond that.

        As stretches: minimum widths would keep the form from becoming narrower.
        """
        over = self._line_room(width) - sum(cell.least() for cell in self._cells)
        beyond = [max(cell.wanted() - cell.least(), 0) + 1 for cell in self._cells]
        for at, (cell, share) in enumerate(zip(self._cells, beyond, strict=True)):
            self._lines[0].setStretch(at, cell.least() + over * share // sum(beyond))

    def _make_tools(self) -> QWidget:
        tools = QWidget(self)
        layout = QHBoxLayout(tools)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        up, down = tool("arrow-up", "上移（Ctrl+↑）"), tool("arrow-down", "下移（Ctrl+↓）")
        remove = tool("x", "删去这一行（Ctrl+Delete）")
        up.clicked.connect(self._on_up)
        down.clicked.connect(self._on_down)
        remove.clicked.connect(self._on_remove)
        for button in (up, down, remove):
            set_role(button, "tight")
            layout.addWidget(button)
        return tools

    def _on_up(self) -> None:
        self.moved.emit(self, -1)

    def _on_down(self) -> None:
        self.moved.emit(self, 1)

    def _on_remove(self) -> None:
        self.removed.emit(self)

    def _broken(self, width: int) -> list[list["_Cell"]]:
        """Return the cells in as few lines as the width allows, these as even as can be."""
        lines = self._greedy(width)
        widest = max(map(_wanted, lines))
        evener = self._greedy(widest - 1)
        while len(evener) == len(lines) and max(map(_wanted, evener)) < widest:
            lines, widest = evener, max(map(_wanted, evener))
            evener = self._greedy(widest - 1)
        return lines

    def _greedy(self, width: int) -> list[list["_Cell"]]:
        lines: list[list[_Cell]] = [[]]
        for cell in self._cells:
            if lines[-1] and _wanted([*lines[-1], cell]) > width:
                lines.append([])
            lines[-1].append(cell)
        return lines

    def _fill(self, lines: list[list["_Cell"]], *, table: bool) -> None:
        old, self._lines = self._lines, [QHBoxLayout() for _ in lines]
        for line, cells in zip(self._lines, lines, strict=True):
            for cell in cells:
                line.addWidget(cell, cell.wanted())
        head = self._head(beside=table)
        if table:
            self._lines[0].addLayout(head)
        else:
            self._lines.insert(0, head)
        for line in self._lines:
            self._column.addLayout(line)
        for line in old:  # now empty: a widget leaves its layout for the next
            self._column.removeItem(line)
            line.deleteLater()
        set_role(self, "row" if table else "card")
        edge = 0 if table else self.fontMetrics().height() // 2
        self._column.setContentsMargins(edge, edge, edge, edge)

    def _head(self, *, beside: bool) -> QBoxLayout:
        """Return the number and the buttons: in a column beside the cells, or on a line above."""
        head: QBoxLayout = QVBoxLayout() if beside else QHBoxLayout()
        head.setSpacing(_GAP)
        head.addWidget(self._number)
        if beside:
            head.addWidget(self._tools)
        head.addStretch(1)
        if not beside:
            head.addWidget(self._tools)
        return head


class _Cell(QWidget):
    """A field under its caption."""

    def __init__(self, field: Field, card: RowCard) -> None:
        super().__init__(card)
        self._field, self._spec = field, field.spec
        self.caption = _muted(field.spec.label, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.caption)
        layout.addWidget(field)
        layout.addStretch(1)

    def wanted(self) -> int:
        """Return how wide the cell wants to be, in pixels."""
        return _characters(self._spec) * self.fontMetrics().horizontalAdvance("国")

    def least(self) -> int:
        """Return with how little width the cell can do, in pixels."""
        characters = min(_characters(self._spec), _least_characters(self._spec))
        least = characters * self.fontMetrics().horizontalAdvance("国")
        caption, field = self.caption.sizeHint(), self._field.minimumSizeHint()
        return max(least, caption.width(), field.width())


def _muted(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "muted")
    return label


def _wanted(cells: list[_Cell]) -> int:
    return sum(cell.wanted() for cell in cells)


def _least_characters(spec: Spec) -> int:
    if isinstance(spec, Count) and spec.most < 100:
        return 3
    return _LEAST.get(type(spec), _LEAST_TEXT)


def _characters(spec: Spec) -> int:
    """Return how many Chinese characters wide a cell is with its frame."""
    match spec:
        case Choice():
            return min(max(map(len, spec.options)), 12) + 4
        case Day():
            return 11
        case Linked():
            return 9
        case Count() | Amount():
            return 7
        case Yes():
            return 5
    return 18
