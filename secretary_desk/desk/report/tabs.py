"""The order in which Tab goes over the report page: as it is read, from the left to the right."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def chain(*areas: QWidget) -> None:
    """Let Tab go from area to area of one window, within each as its widgets were made."""
    for before, after in pairwise(_stops(areas)):
        QWidget.setTabOrder(before, after)


def _stops(areas: Iterable[QWidget]) -> Iterator[QWidget]:
    """Yield what takes the keyboard by Tab."""
    for area in areas:
        for widget in (area, *area.findChildren(QWidget)):
            is_here = widget.window() is area.window()  # and not in a list that opens
            if is_here and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
