"""A quiet bar over the pages: the second place was not seen for a while."""

from PySide6.QtCore import Signal

from ..notice import Notice


class Reminder(Notice):
    """Says a sentence and offers what can be done about it."""

    backup_wanted = Signal()
    place_wanted = Signal()
    dismissed = Signal()  # for good

    def __init__(self) -> None:
        super().__init__()
        self._put_off = False
        self._now = self.offer("现在备份", self.backup_wanted.emit)
        self._choose = self.offer("选第二处…", self.place_wanted.emit)
        self._never = self.offer("不再提醒", self._on_never, "quiet")
        self.offer("以后再说", self._on_later, "quiet")
        self.tell("")

    def say(self, sentence: str, *, has_place: bool) -> None:
        """Say a sentence, or nothing at all; one that was put off waits for the next start."""
        self._now.setVisible(has_place)
        self._choose.setText("换一处…" if has_place else "选第二处…")
        self._never.setVisible(not has_place)
        self.tell("" if self._put_off else sentence)

    def _on_later(self) -> None:
        self._put_off = True
        self.hide()

    def _on_never(self) -> None:
        self.hide()
        self.dismissed.emit()
