"""What narrows a table down: words, stars, what is unfinished; or widens it to all years."""

from functools import lru_cache

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from ...records.pinyin import matches
from ...records.record import Record, is_complete
from ...records.text import halfwidth
from ..fields.edits import LineEdit
from ..look import set_role
from .table_model import RecordTable

# Few names and choices stand in thousands of rows.
_sounds_like = lru_cache(maxsize=10_000)(matches)
_PAUSE = 150  # milliseconds after the last letter


class Narrowing(QWidget):
    """Stands over a table; what it asks for, the table's list does."""

    narrowed = Signal()
    widened = Signal()  # to all years, or back to one

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.narrowed)
        self._words = LineEdit()
        self._words.setPlaceholderText("在表中查找")
        self._words.setAccessibleName("在表中查找")
        self._words.setClearButtonEnabled(True)
        self._words.textChanged.connect(lambda _: self._timer.start())
        self._starred, self._unfinished = QCheckBox("加星"), QCheckBox("未填完")
        self._everything = QCheckBox("所有年度")
        self._starred.toggled.connect(lambda _: self.narrowed.emit())
        self._unfinished.toggled.connect(lambda _: self.narrowed.emit())
        self._everything.toggled.connect(lambda _: self.widened.emit())
        self._count = QLabel()
        set_role(self._count, "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words, 1)
        for widget in (self._starred, self._unfinished, self._everything, self._count):
            layout.addWidget(widget)

    def is_wide(self) -> bool:
        """Whether all years are asked for."""
        return self._everything.isChecked()

    def narrow(self, table: RecordTable) -> None:
        """Show only the entries asked for."""
        words = halfwidth(self._words.text()).casefold().split()
        starred, unfinished = self._starred.isChecked(), self._unfinished.isChecked()

        def wanted(record: Record) -> bool:
            if (starred and not record.starred) or (unfinished and is_complete(record)):
                return False
            return all(_is_in(word, record, table) for word in words)

        table.keep_only(wanted)

    def say_count(self, table: RecordTable) -> None:
        """Say how many entries there are, and how many of them are shown."""
        shown, count = table.rowCount(), len(table.records)
        self._count.setText(f"{count}条" if shown == count else f"{shown}/{count}条")


def _is_in(word: str, record: Record, table: RecordTable) -> bool:
    if word in table.text(record):
        return True
    return word.isascii() and any(_sounds_like(word, name) for name in table.names(record))
