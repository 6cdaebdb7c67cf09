"""What is typed on the report page is saved: soon, when asked, and again where it failed."""

import uuid
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Signal

from ...errors import DeskError
from ...report.template import Reference, read
from ..autosave import CAUGHT_UP, RETRY, Autosave
from .working import Working

Shape = tuple[str, bool]  # a reference, and whether the user typed its text
REST = 20  # seconds without an edit, after which another step begins
_AGAIN = f"刚写的还没有保存，都留在这一页上；每{RETRY}秒自动再存一次，不用重写。"


class Saving(QObject):
    """Writes what is typed. ``troubled`` gives what the page is to say, nothing when all is well.

    Edits of one visit are one step of the archive. Another one begins with another part, after
    another passage, after a rest, and where a figure comes, goes or is typed over.
    """

    troubled = Signal(str)
    noted = Signal(str)  # a sentence for the status bar

    def __init__(
        self, working: Working, parent: QObject, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._working, self._visit, self._clock = working, "", clock
        self._edited, self._unsaved, self._parted = clock(), False, False
        self._shapes: dict[str, list[Shape]] = {}
        self.why = ""  # the last save failed
        self._autosave = Autosave(self)
        self._autosave.due.connect(self.save)
        self.begin_visit()

    @property
    def told(self) -> str:
        """What the page is to say while the last save is one that failed; else nothing."""
        return f"{self.why}\n{_AGAIN}" if self.why else ""

    def begin_visit(self) -> None:
        """Let what comes be a step of its own."""
        self._visit = str(uuid.uuid4())
        self._parted = False
        self._shapes.clear()

    def part(self) -> None:
        """Let what comes after the edits so far be a step of its own."""
        self._parted = self._unsaved
        if not self._parted:
            self.begin_visit()

    def take_text(self, key: str, before: str, text: str) -> None:
        """Take note of a passage's new text; ``before`` is how it was told last."""
        self.take_note()
        shape = _shape(text)
        if self._shapes.get(key, _shape(before)) != shape:
            self.begin_visit()
        self._shapes[key] = shape

    def take_note(self) -> None:
        """Save what was edited just now, after a pause."""
        now = self._clock()
        if now - self._edited >= REST:
            self.begin_visit()
        self._edited, self._unsaved = now, True
        self._autosave.start()

    def save(self) -> bool:
        """Write what has changed; False, and tried again, where that cannot be."""
        self.stop()
        failed_before = bool(self.why)
        try:
            self._working.save(self._visit)
        except DeskError as error:
            self.why = str(error)
            self._autosave.try_again()
            self.troubled.emit(self.told)
            return False
        self.why, self._unsaved = "", False
        if self._parted:
            self.begin_visit()
        self.troubled.emit("")
        if failed_before:
            self.noted.emit(CAUGHT_UP)
        return True

    def give_up(self) -> None:
        """Save no more of what could not be: the user has let it go."""
        self.stop()
        self.why = ""
        self.troubled.emit("")

    def stop(self) -> None:
        """Save nothing by itself until something is edited."""
        self._autosave.stop()


def _shape(template: str) -> list[Shape]:
    """Return the references of a template, in order, without what is typed over them."""
    found = (piece for piece in read(template) if isinstance(piece, Reference))
    return [(str(each.bare()), each.text is None) for each in found]
