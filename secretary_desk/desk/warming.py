"""What the slow pages need, made ready in small pieces while nobody waits for it."""

from collections.abc import Callable, Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from ..errors import DeskError
from .autosave import Autosave
from .desk import Desk

_FIRST, _NEXT = 2_000, 10  # ms after the start, and between two pieces
_MODULES = (
    "jinja2",
    "..report.document",
    "..report.wording",
    "..report.build",
    "..report.proof.proofread",
    "..render.pages",
    ".report.editor.editor",
    ".report.passage_pane",
    ".report.panes",
    ".report.page",
    ".checking.page",
    ".development.form",
    ".development.list",
)


def pieces(wanted: Callable[[], Desk | None] = lambda: None) -> Iterator[None]:
    """Load and compile, then set the lines of the report of the desk that there is by then; a
    little at each step."""
    for name in _MODULES:
        import_module(name, __package__)
        yield
    from ..report.wording import compiled, load_wording

    for wording in load_wording().values():
        for template in wording.templates:
            compiled(template)
            yield
    if desk := wanted():
        yield from _lines(desk)


def _lines(desk: Desk) -> Iterator[None]:
    """Set each paragraph of the report once: its lines are kept (``pages_text.set_lines``)."""
    from ..render.pages_blocks import strips
    from ..report.style import load_style

    try:
        document = desk.report()
    except DeskError:  # its page says why
        return
    for _ in strips(document, load_style(), annexes=False):
        yield


class Warming(QObject):
    """Takes one step after the other whenever the window has nothing else to do."""

    def __init__(self, parent: QObject, wanted: Callable[[], Desk | None] = lambda: None) -> None:
        super().__init__(parent)
        self._pieces = pieces(wanted)
        self._timer = QTimer(self, interval=_FIRST)
        self._timer.timeout.connect(self._on_rest)
        self._timer.start()

    def _on_rest(self) -> None:
        self._timer.setInterval(_FIRST if Autosave.waiting else _NEXT)
        if Autosave.waiting:
            return  # somebody types: nothing may keep what he types from being saved
        if next(self._pieces, self) is self:
            self._timer.stop()
