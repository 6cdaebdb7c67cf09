"""Looking at attachments in a worker, and hearing in the window what was seen."""

from collections.abc import Iterable
from concurrent.futures import Future

from PySide6.QtCore import QObject, QTimer, Signal

from ...records.record import Attachment
from .context import Context
from .thumbnail import Seen

_WAIT = 30  # milliseconds between looks at what the worker has done


class Looks(QObject):
    """Asks after files; ``seen`` comes for each, in the window's own thread."""

    seen = Signal(object, object)  # Attachment, Seen

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._pending: dict[Attachment, Future[Seen]] = {}
        self._poll = QTimer(self, interval=_WAIT)
        self._poll.timeout.connect(self._on_timeout)

    def ask(self, files: Iterable[Attachment], side: int) -> None:
        """Begin to look at these files, and no longer at others."""
        for look in self._pending.values():
            look.cancel()
        self._pending = {file: self._context.look_at(file, side) for file in files}
        self._on_timeout()

    def _on_timeout(self) -> None:
        for file in [file for file, look in self._pending.items() if look.done()]:
            self.seen.emit(file, self._pending.pop(file).result())
        if not self._pending:
            self._poll.stop()
        elif not self._poll.isActive():
            self._poll.start()
