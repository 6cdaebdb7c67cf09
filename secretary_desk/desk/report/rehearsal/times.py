"""The times of a rehearsal: of each section what it should take, takes, and took last time."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from ....report.speech import Timing, about, length
from ...look import LINE, WASH

_COLUMNS = ("部分", "稿子", "本次", "上次")
_HEADING, _WANTED, _NOW, _LAST = range(4)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_STYLE = f"""
QTreeView {{ border: none; border-left: 1px solid {LINE}; }}
QTreeView::item {{ padding: 5px 6px; }}
"""


class TimesList(QTreeWidget):
    """A line for each section, and one for all; the one that is spoken is marked."""

    def __init__(self, timings: Sequence[Timing]) -> None:
        super().__init__()
        self._timings = timings
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("各部分用时")
        self.setStyleSheet(_STYLE)
        self._lines = [_line(timing.heading, timing.seconds) for timing in timings]
        self._whole = _line("全文", timings[-1].until)
        self.addTopLevelItems([*self._lines, self._whole])
        self._set_header()

    def show_section(self, section: int) -> None:
        """Mark the section that is spoken; none where there is none."""
        for number, line in enumerate(self._lines):
            brush = QBrush(QColor(WASH)) if number == section else QBrush()
            for column in range(len(_COLUMNS)):
                line.setBackground(column, brush)

    def show_times(self, seconds: Sequence[float]) -> None:
        """Show what each section takes, once something of it was spoken."""
        for line, taken in zip((*self._lines, self._whole), (*seconds, sum(seconds)), strict=True):
            line.setText(_NOW, length(int(taken)) if taken else "")

    def show_last(self, seconds: Mapping[str, int]) -> None:
        """Show what the sections took last time, by their keys."""
        for line, timing in zip(self._lines, self._timings, strict=True):
            line.setText(_LAST, length(seconds[timing.key]) if timing.key in seconds else "")
        self._whole.setText(_LAST, length(sum(seconds.values())))
        self.setColumnHidden(_LAST, not seconds)

    def _set_header(self) -> None:
        self.setHeaderLabels(list(_COLUMNS))
        header, measure = self.header(), self.fontMetrics()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_HEADING, QHeaderView.ResizeMode.Stretch)
        for column in (_WANTED, _NOW, _LAST):
            self.headerItem().setTextAlignment(column, _RIGHT)
            self.setColumnWidth(column, measure.horizontalAdvance("88分88秒国"))
        self.setFixedWidth(measure.horizontalAdvance("国" * 12) + 3 * self.columnWidth(_NOW))


def _line(heading: str, seconds: int) -> QTreeWidgetItem:
    line = QTreeWidgetItem([heading, about(seconds)])
    # As markup of ours: a highlight's heading is a user's words.
    line.setToolTip(_HEADING, f"<qt>{escape(heading)}</qt>")
    for column in (_WANTED, _NOW, _LAST):
        line.setTextAlignment(column, _RIGHT)
    return line
