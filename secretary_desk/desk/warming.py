"""What the report page needs, loaded in small pieces while nobody waits for it."""

from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from .autosave import Autosave

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
)


def pieces() -> Iterator[None]:
    """Load and compile, a little at each step."""
    for name in _MODULES:
        import_module(name, __package__)
        yield
    from ..report.wording import compiled, load_wording

    for wording in load_wording().values():
        for template in wording.templates:
            compiled(template)
            yield


class Warming(QObject):
    """Takes one step after the other whenever the window has nothing else to do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pieces = pieces()
        self._timer = QTimer(self, interval=_FIRST)
        self._timer.timeout.connect(self._on_rest)
        self._timer.start()

    def _on_rest(self) -> None:
        self._timer.setInterval(_FIRST if Autosave.waiting else _NEXT)
        if Autosave.waiting:
            return  # somebody types: nothing may keep what he types from being saved
        if next(self._pieces, self) is self:
            self._timer.stop()
