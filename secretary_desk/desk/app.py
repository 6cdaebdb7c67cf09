"""The window's start: the application is dressed, watched over, and opens an archive."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from .ask import Ask
from .collecting import Collecting
from .crash import CrashHandler
from .log import catch_hard_crashes, route_qt_messages, start_log
from .look import dress
from .memory import Memory
from .program import Program
from .warming import Warming


def main(arguments: Sequence[str]) -> int:
    """Run the desk until its window is closed; an argument names the archive to open."""
    start_log()
    catch_hard_crashes()
    route_qt_messages()
    _keep_off_the_network()
    app = QApplication([sys.argv[0]])
    app.setApplicationName("secretary_desk")
    dress(app)
    ask = Ask()
    program = Program(Memory(), ask)
    CrashHandler(ask, program.archive, program.leave, app).install()
    archive = Path(arguments[0]) if arguments else None
    if not program.start(archive):
        return 0
    gc.freeze()  # what stands now stays: collecting does not go through it again
    Collecting(app)
    Warming(app, lambda: program.window.desk if program.window else None)
    return app.exec()


def _keep_off_the_network() -> None:
    """Have CUPS, which Qt asks for printers on Linux, speak to this computer's own server as
    neighbours do: by itself it would look up a name and knock at TCP ports."""
    os.environ.setdefault("CUPS_SERVER", "/run/cups/cups.sock")
