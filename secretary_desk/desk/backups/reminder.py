"""A quiet bar over the pages: the second place was not seen for a while."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ..buttons import small_button
from ..card import label
from ..look import set_role


class Reminder(QWidget):
    """Says a sentence and offers what can be done about it; it takes the keyboard from nobody."""

    backup_wanted = Signal()
    place_wanted = Signal()
    dismissed = Signal()  # for good

    def __init__(self) -> None:
        super().__init__()
        self.hide()
        notice = QFrame()
        set_role(notice, "notice")
        self._said = label("")
        self._said.setWordWrap(True)
        self._now = small_button("现在备份", self.backup_wanted.emit)
        self._choose = small_button("选第二处…", self.place_wanted.emit)
        self._never = small_button("不再提醒", self._on_never, "quiet")
        self._later = small_button("以后再说", self._on_later, "quiet")
        self._put_off = False
        around, layout = QHBoxLayout(self), QHBoxLayout(notice)
        around.setContentsMargins(22, 8, 22, 0)
        around.addWidget(notice)
        layout.setContentsMargins(12, 5, 8, 5)
        layout.addWidget(self._said, 1)
        for pressed in (self._now, self._choose, self._never, self._later):
            layout.addWidget(pressed)

    def say(self, sentence: str, *, has_place: bool) -> None:
        """Say a sentence, or nothing at all; one that was put off waits for the next start."""
        self._said.setText(sentence)
        self._now.setVisible(has_place)
        self._choose.setText("换一处…" if has_place else "选第二处…")
        self._never.setVisible(not has_place)
        self.setVisible(bool(sentence) and not self._put_off)

    def _on_later(self) -> None:
        self._put_off = True
        self.hide()

    def _on_never(self) -> None:
        self.hide()
        self.dismissed.emit()
