"""A quiet bar over the pages: the archive lies where it is in danger, or cannot be written."""

import os
from pathlib import Path

from .. import paths
from .memory import Memory
from .notice import Notice
from .places import place_warning

_READ = "place_read"  # what was read of an archive's place: of another one it is said again

_READ_ONLY = (
    "这份档案现在只能看、能导出，存不下改动：文件或文件夹是只读的。"
    "请关闭优盘的写保护，或把档案和旁边的附件文件夹复制到本机再打开；已保存的内容都在。"
)


class PlaceNote(Notice):
    """Speaks of one archive's place until that is dismissed.

    What was read stays away for good; that nothing can be saved is said at each opening.
    """

    def __init__(self, archive: Path, memory: Memory) -> None:
        super().__init__()
        self._archive, self._memory = archive, memory
        self._warning = place_warning(archive, carried=_is_carried(archive))
        if _is_read_only(archive):
            self.offer("知道了", self.hide, "quiet")
            self.tell(_READ_ONLY)
            return
        self.offer("知道了，不再提醒", self._on_read, "quiet")
        is_news = self._warning not in ("", memory.about(archive).get(_READ))
        self.tell(f"档案现在完好。不过{self._warning}。" if is_news else "")

    def _on_read(self) -> None:
        self.hide()
        self._memory.keep_about(self._archive, **{_READ: self._warning})


def _is_read_only(archive: Path) -> bool:
    """Whether nothing can be saved: a step needs a journal beside the archive."""
    return not (os.access(archive, os.W_OK) and os.access(archive.parent, os.W_OK))


def _is_carried(archive: Path) -> bool:
    """Whether an archive lies beside the program itself, on a stick on purpose."""
    home = paths.carried()
    return home is not None and archive.resolve().is_relative_to(home.resolve())
