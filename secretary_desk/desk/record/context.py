"""What the fields of one form ask: earlier words, the roster, files kept beside the archive."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ...errors import DeskError
from ...kinds import KINDS, find_kind
from ...kinds.branch import KIND as BRANCH
from ...kinds.branch import Branch
from ...kinds.expected import expected
from ...kinds.person import KIND as PERSON
from ...kinds.person import Person
from ...records.day import Day
from ...records.kind import Kind, OneAYear
from ...records.record import Attachment, Record
from ...records.specs import Link, Spec, Tags
from ...records.text import file_name
from ...store import attachments
from ..desk import Desk
from ..fields.thumbnail import Seen, look

_OPENED = {
    ".pdf", ".ofd", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".ppt", ".pptx", ".dps",
    ".odt", ".ods", ".odp", ".rtf", ".txt", ".csv", ".jpg", ".jpeg", ".png", ".gif", ".bmp",
    ".tif", ".tiff", ".webp", ".heic", ".mp3", ".m4a", ".wav", ".amr", ".mp4", ".mov", ".avi",
    ".wmv", ".mkv", ".zip", ".rar", ".7z",
}  # fmt: skip


class FormContext:
    """Answers for the form of one kind; ``shown`` gives the record as it stands in the form."""

    def __init__(self, desk: Desk, kind: Kind[Any], shown: Callable[[], Record]) -> None:
        self.desk, self.ask, self._kind, self._shown = desk, desk.ask, kind, shown

    @property
    def year(self) -> int:
        """The year switch, which completes ``3月5日``."""
        return self.desk.year

    def suggestions(self, field_name: str, spec: Spec) -> list[str]:
        """Return earlier values of a field, or of a list's cell, the latest first; of a private
        field none, for they are other people's."""
        if spec.private:
            return []
        if isinstance(spec, Tags):
            return self._tags()
        name, _, cell = field_name.partition(".")
        # Without the entry's own words: what is being typed is saved in the making.
        earlier = self.desk.store.earlier(self._kind, name, but=self._shown().id)
        values = [getattr(row, cell) for rows in earlier for row in rows] if cell else earlier
        words = (value.name if isinstance(value, Link) else value for value in values)
        return list(dict.fromkeys(word for word in words if isinstance(word, str) and word))

    def people(self, on: Day | None) -> list[Person]:
        """Return who is expected at the form's meeting on a day; without one, all the roster."""
        roster: list[Person] = self.desk.store.entries(PERSON)
        if on is None:
            return roster
        profiles: list[Branch] = self.desk.store.entries(BRANCH)
        profile = OneAYear().nearest(profiles, self.desk.year)
        return expected(self._shown(), roster, profile, on.first())

    def entries(self, kind: str) -> list[Any]:
        """Return the entries that a reference may mean."""
        return self.desk.store.entries(find_kind(kind))

    def attach(self, path: Path) -> Attachment:
        """Copy a file beside the archive; raises DeskError."""
        return attachments.keep(self.desk.store.path, path)

    def attach_bytes(self, name: str, data: bytes) -> Attachment:
        """Keep content beside the archive that has no file yet; raises DeskError."""
        return attachments.keep_bytes(self.desk.store.path, name, data)

    def look_at(self, attachment: Attachment, side: int) -> "Future[Seen]":
        """Begin to look at an attachment's file in a worker."""
        return look(self.desk.store.path, attachment, side)

    def now(self) -> datetime:
        """Return the time on the user's wall."""
        return self.desk.now()

    def save_attachment(self, attachment: Attachment) -> None:
        """Write a copy of an attachment where the user wants it, under a name that can be."""
        suffix = attachments.suffix_of(attachment.name)
        name = file_name(attachment.name.removesuffix(suffix), "附件")
        suggested = self.desk.memory.folder("attachments") / f"{name}{suffix.lower()}"
        target = self.ask.save_file("另存附件", suggested, ("全部文件 (*)",))
        if target is None:
            return
        try:
            attachments.copy_out(self.desk.store.path, attachment, target)
        except DeskError as error:
            self.ask.tell(str(error))
            return
        self.desk.memory.keep_folder(target.parent, "attachments")

    def open_attachment(self, attachment: Attachment) -> None:
        """Show an attachment in the program that the machine has for it.

        The archive may be another's: what is not the file that was kept is not opened, and what
        might be a program only has its folder shown.
        """
        if not attachments.is_sound(self.desk.store.path, attachment):
            self.ask.tell(
                f"附件“{attachment.name}”不在档案旁边的附件文件夹里，可能没有一起拷过来，"
                "也可能被改动过"
            )
            return
        path = attachments.path_of(self.desk.store.path, attachment)
        if path.suffix in _OPENED:
            _open(path)
        elif self.ask.confirm(
            f"附件“{attachment.name}”不是常见的文档、图片或音像，也可能是程序，所以不直接打开。",
            "打开所在文件夹",
        ):
            _open(path.parent)

    def _tags(self) -> list[str]:
        """Return the tags of all kinds: they are what groups entries across them."""
        lists = (self.desk.store.earlier(kind, "tags") for kind in KINDS)
        return list(dict.fromkeys(tag for tags in chain(*lists) for tag in tags))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
