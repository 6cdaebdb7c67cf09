"""The scroll area around a form: shows what opened, and keeps still what is pointed at."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QScrollArea, QWidget


def bring_into_view(widget: QWidget) -> None:
    """Scroll until a widget that has just come is seen; of a tall one, its beginning."""
    _lay_out_now()
    _show(widget)


@contextmanager
def kept_still(widget: QWidget) -> Iterator[None]:
    """Keep a widget where it is on the screen, whatever comes or goes above it."""
    area = _around(widget)
    if area is None or not widget.isVisible():
        yield
        return
    before = widget.mapTo(area, QPoint()).y()
    yield
    _lay_out_now()
    bar = area.verticalScrollBar()
    bar.setValue(bar.value() + widget.mapTo(area, QPoint()).y() - before)


def _show(widget: QWidget) -> None:
    if area := _around(widget):
        bar, room = area.verticalScrollBar(), area.viewport().height()
        top = widget.mapTo(area.viewport(), QPoint()).y()
        below = top + widget.height() - room
        bar.setValue(bar.value() + (top if top < 0 else max(min(below, top), 0)))


def _around(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    if parent is None or isinstance(parent, QScrollArea):
        return parent
    return _around(parent)


def _lay_out_now() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
