"""A menu whose lines lead to places; it is gone when it closes."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from ...kinds import kind_of
from ...records.day import Day
from ...records.record import Record
from ..page import Place
from .beginning import Beginning

_FIRST = 6  # sorts of entry at once; the others fold


class LeadingMenu(QMenu):
    """Offers places, and new entries of a day."""

    def __init__(self, owner: QWidget, go: Callable[[Place], object]) -> None:
        super().__init__(owner)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._go = go

    def lead(self, text: str, place: Place) -> None:
        """Add a line that leads to a place."""
        self._add(self, text, place)

    def begin(self, on: Day, sorts: Iterable[Beginning]) -> None:
        """Add a line for each sort of entry that may be begun on a day."""
        every = list(sorts)
        for sort in every[:_FIRST]:
            self._add(self, f"新增{sort.label}", sort.place(on))
        rest = self.addMenu("新增其他记录")
        for sort in every[_FIRST:]:
            self._add(rest, sort.label, sort.place(on))

    def open_below(self, widget: QWidget, corner: QPoint | None = None) -> None:
        """Open under a widget, or at a point in it."""
        self.popup(widget.mapToGlobal(corner or widget.rect().bottomLeft()))

    def _add(self, menu: QMenu, text: str, place: Place) -> None:
        menu.addAction(text.replace("&", "&&"), lambda: self._go(place))


def titled(entry: Record) -> str:
    """Return an entry's title, and its topic where the title does not name it."""
    kind = kind_of(entry)
    topic = "" if "topic" in kind.columns[:2] else getattr(entry, "topic", "")
    return f"{kind.title(entry)} {topic}".strip()
