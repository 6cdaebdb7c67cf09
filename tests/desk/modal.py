"""Dialogs that hold up whoever opened them, used while they are open."""

from collections import deque
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

_LOOK, _PATIENCE = 10, 20  # milliseconds, seconds


def while_open(opening: Callable[[], object], *uses: Callable[[QDialog], None]) -> None:
    """Open a dialog and use it, once for each time that it comes; each use must close it.

    Whatever goes wrong is raised here, and leaves none open: a dialog waits for ever.
    """
    left, failures, began = deque(uses), [], monotonic()

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            return
        late = monotonic() - began > _PATIENCE
        if not dialog.isActiveWindow() and not late:
            dialog.activateWindow()
            return
        looking.stop()
        try:
            assert left, "it came once more"
            left.popleft()(dialog)
            assert not dialog.isVisible(), "it is still open"
        except BaseException as failure:
            failures.append(failure)
            dialog.done(QDialog.DialogCode.Rejected)
        looking.start(_LOOK)

    looking = QTimer(interval=_LOOK)
    looking.timeout.connect(look)
    looking.start()
    try:
        opening()
    finally:
        looking.stop()
    if failures:
        raise failures[0]
    assert not left, f"it came {len(uses) - len(left)} times"
