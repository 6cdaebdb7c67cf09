"""The program's own log: what went wrong and where, and never a word of the records.

An exception's message may hold what the user wrote, and so may its variables: only its type and
the places in the code are written down.
"""

import faulthandler
import logging
import re
import traceback
from collections.abc import Iterator
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from .. import paths

LOG = logging.getLogger("secretary_desk")
_SIZE, _COUNT = 512 * 1024, 3
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# faulthandler writes into it when the process dies, so it stays open until then.
_crash_file: TextIOWrapper | None = None
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|“[^”]*”")
_NOT_ASCII = re.compile(r"[^\x20-\x7e]+")


def start_log(folder: Path | None = None) -> logging.Handler | None:
    """Begin to write the log; None, and the program works without, when the folder is no good."""
    folder = folder or paths.logs()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "书记案头.log", maxBytes=_SIZE, backupCount=_COUNT, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    logging.raiseExceptions = False  # a full disk must not become a second error
    return handler


def catch_hard_crashes(folder: Path | None = None) -> None:
    """Have the places of a crash inside Qt or Python themselves written beside the log."""
    global _crash_file
    with suppress(OSError):
        _crash_file = ((folder or paths.logs()) / "崩溃.log").open("a", encoding="utf-8")
        faulthandler.enable(_crash_file)


def route_qt_messages() -> None:
    """Write Qt's own warnings into the log."""
    qInstallMessageHandler(_on_qt_message)


def note_exception(error: BaseException) -> None:
    """Write down what went wrong and where."""
    LOG.error("%s", traced(error))


def traced(error: BaseException) -> str:
    """Return an exception's types and places, its causes first; no values, no message."""
    return "\n".join(_traced(error, set()))


def _traced(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier and id(earlier) not in seen:
        yield from _traced(earlier, seen)
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            yield from _traced(part, seen)
    kind = type(error)
    yield f"{kind.__module__}.{kind.__qualname__}"
    yield from _frames(error.__traceback__)


def _frames(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in traceback.walk_tb(trace):
        code = frame.f_code
        yield f"  {_place(code.co_filename)}:{line} {code.co_qualname}"


def _place(file: str) -> str:
    """Return a source file's name from the package on: what is above may name the user."""
    parts = Path(file).parts
    start = max((at for at, part in enumerate(parts) if part == "secretary_desk"), default=-1)
    return "/".join(parts[start:])


class _Formatter(logging.Formatter):
    def formatException(self, ei: Any) -> str:
        return traced(ei[1]) if ei[1] else ""


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    # Qt speaks English; what it quotes, and what is not ASCII, may be the user's.
    told = _NOT_ASCII.sub("…", _QUOTED.sub("“…”", text))
    LOG.log(_LEVELS.get(kind, logging.WARNING), "Qt %s: %s", context.category or "", told)
