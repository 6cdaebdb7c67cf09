"""The ground on which delegates paint a row."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem


@contextmanager
def row_panel(painter: QPainter, option: QStyleOptionViewItem) -> Iterator[None]:
    """Paint a row's ground, chosen or not, and leave the painter afterwards as it was."""
    panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
    option.widget.style().drawPrimitive(panel, option, painter, option.widget)
    painter.save()
    try:
        yield
    finally:
        painter.restore()
