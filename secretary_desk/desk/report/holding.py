"""Points of a page held where they are on the screen while its pages grow or shrink."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QScrollBar


class Held(NamedTuple):
    """A point of a page, in millimetres, and where in the view it is to stay."""

    page: int
    point: QPointF
    at: QPointF


def nearest(point: QPointF, area: QRectF) -> QPointF:
    """Return the point of an area that is nearest to a point."""
    return QPointF(
        min(max(point.x(), area.left()), area.right()),
        min(max(point.y(), area.top()), area.bottom()),
    )


def span(bar: QScrollBar, whole: int, view: int) -> None:
    """Let a bar scroll over what does not fit into the view, and no farther."""
    bar.setPageStep(view)
    bar.setRange(0, max(0, whole - view))
