"""What a field may ask of the page around it."""

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from ...kinds.person import Person
from ...records.day import Day
from ...records.record import Attachment, Record
from ...records.specs import Spec
from ..ask import Ask
from .thumbnail import Seen


class Context(Protocol):
    """The year at work, the earlier entries, the roster, and the files of the archive.

    ``year`` completes dates typed without one.
    """

    ask: Ask

    @property
    def year(self) -> int: ...

    def suggestions(self, field_name: str, spec: Spec) -> Sequence[str]:
        """Return what earlier entries hold in a field, the likeliest first, each once.

        A cell of a list goes by ``list.cell``, as ``steps.measure``. Asked on every focus.
        """

    def people(self, on: Day | None) -> Sequence[Person]:
        """Return who is expected at the entry's meeting on a day; for None as of today."""

    def entries(self, kind: str) -> Sequence[Record]:
        """Return the entries of a kind that a reference may mean."""

    def attach(self, path: Path) -> Attachment:
        """Take a copy of a file into the archive; raises DeskError."""

    def attach_bytes(self, name: str, data: bytes) -> Attachment:
        """Take content into the archive that has no file yet; raises DeskError."""

    def look_at(self, attachment: Attachment, side: int) -> "Future[Seen]":
        """Begin to look at an attachment's file; its picture fits ``side`` pixels."""

    def save_attachment(self, attachment: Attachment) -> Any:
        """Write a copy of an attachment where the user wants it."""

    def now(self) -> datetime:
        """Return the time on the user's wall."""

    def open_attachment(self, attachment: Attachment) -> Any:
        """Show an attachment with the program that the machine has for it."""
