"""What is typed on the report page is saved: soon, when asked, and again where it failed."""

import uuid

from PySide6.QtCore import QObject, QTimer, Signal

from ...errors import DeskError
from ..autosave import Autosave
from .working import Working

RETRY = 10  # seconds: an archive that is locked holds the window for five of them at each try
_AGAIN = f"刚写的还没有保存，都留在这一页上；每{RETRY}秒自动再存一次，不用重写。"
_CAUGHT_UP = "刚才没有存成的内容，现在已经保存"


class Saving(QObject):
    """Writes what is typed. ``troubled`` gives what the page is to say, nothing when all is well.

    Edits of one visit to a part are one step of the archive.
    """

    troubled = Signal(str)
    noted = Signal(str)  # a sentence for the status bar

    def __init__(self, working: Working, parent: QObject) -> None:
        super().__init__(parent)
        self._working, self._visit = working, ""
        self.why = ""  # the last save failed
        self._autosave = Autosave(self)
        self._retry = QTimer(self, singleShot=True, interval=RETRY * 1000)
        self._autosave.due.connect(self.save)
        self._retry.timeout.connect(self.save)
        self.begin_visit()

    def begin_visit(self) -> None:
        """Let what comes be a step of its own."""
        self._visit = str(uuid.uuid4())

    def take_note(self) -> None:
        """Save what was edited just now, after a pause."""
        self._autosave.start()

    def save(self) -> bool:
        """Write what has changed; False, and tried again, where that cannot be."""
        self.stop()
        failed_before = bool(self.why)
        try:
            self._working.save(self._visit)
        except DeskError as error:
            self.why = str(error)
            self._retry.start()
            self.troubled.emit(f"{self.why}\n{_AGAIN}")
            return False
        self.why = ""
        self.troubled.emit("")
        if failed_before:
            self.noted.emit(_CAUGHT_UP)
        return True

    def give_up(self) -> None:
        """Save no more of what could not be: the user has let it go."""
        self.stop()
        self.why = ""
        self.troubled.emit("")

    def stop(self) -> None:
        """Save nothing by itself until something is edited."""
        self._autosave.stop()
        self._retry.stop()
