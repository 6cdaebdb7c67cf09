"""A quiet bar over the pages: the archive lies where it is in danger. Once read, it stays away."""

from pathlib import Path

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from .. import paths
from .buttons import small_button
from .card import label
from .look import set_role
from .memory import Memory
from .places import place_warning

_READ = "place_read"  # what was read of an archive's place: of another one it is said again


class PlaceNote(QWidget):
    """Speaks of one archive's place until that is dismissed; it takes the keyboard from nobody."""

    def __init__(self, archive: Path, memory: Memory) -> None:
        super().__init__()
        self._archive, self._memory = archive, memory
        self._warning = place_warning(archive, carried=_is_carried(archive))
        notice, said = QFrame(), label(f"档案现在完好。不过{self._warning}。")
        set_role(notice, "notice")
        said.setWordWrap(True)
        around, layout = QHBoxLayout(self), QHBoxLayout(notice)
        around.setContentsMargins(22, 8, 22, 0)
        around.addWidget(notice)
        layout.setContentsMargins(12, 5, 8, 5)
        layout.addWidget(said, 1)
        layout.addWidget(small_button("知道了，不再提醒", self._on_read, "quiet"))
        self.setVisible(self._warning not in ("", memory.about(archive).get(_READ)))

    def _on_read(self) -> None:
        self.hide()
        self._memory.keep_about(self._archive, **{_READ: self._warning})


def _is_carried(archive: Path) -> bool:
    """Whether an archive lies beside the program itself, on a stick on purpose."""
    home = paths.carried()
    return home is not None and archive.resolve().is_relative_to(home.resolve())
