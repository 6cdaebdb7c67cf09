"""The slip beside a backup: what it was when it was made, so that a changed byte shows.

SQLite has no checksums of its own, and our rows' do not cover its pages' unused parts. A backup
without its slip, copied out by hand or older than slips, is held against its rows' alone.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any

from ..errors import DeskError
from ..paths import whole_file
from .health import called

SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class Slip:
    """A backup's digest, its place in the order of backups, why it was made, its entries."""

    sha256: str
    number: int
    reason: str
    entries: int


def path_of(backup: Path) -> Path:
    """Return where a backup's slip lies: ``NAME-20261121-140302.sdesk.json``."""
    return backup.with_name(backup.name + SUFFIX)


def write(backup: Path, slip: Slip) -> None:
    """Write a backup's slip; raises OSError."""
    text = json.dumps(asdict(slip), ensure_ascii=False, indent=1)
    with whole_file(path_of(backup)) as part:
        part.write_text(text + "\n", "utf-8")


def read(backup: Path) -> Slip | None:
    """Return a backup's slip, or None without one; raises DeskError when it cannot be read."""
    try:
        found = json.loads(path_of(backup).read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError):
        raise changed(backup) from None
    slip = _slip(found)
    if slip is None:
        raise changed(backup)
    return slip


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits; raises OSError."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def changed(backup: Path) -> DeskError:
    """Return the sentence for a backup that is not what its slip says."""
    return DeskError(
        f"备份“{called(backup)}”与做成时的记录不符，可能已损坏，没有使用；请换一份备份，"
        "现在的档案没有变动"
    )


def numbers(folder: Path, stem: str) -> Iterator[int]:
    """Yield the places in the order that slips of an archive's backups have taken."""
    for path in folder.glob("*" + SUFFIX):
        if path.name.startswith(stem + "-"):
            try:
                slip = _slip(json.loads(path.read_text("utf-8")))
            except (OSError, ValueError, RecursionError):
                continue
            if slip:
                yield slip.number


def _slip(found: Any) -> Slip | None:
    match found:
        case {"sha256": str(sha256), "number": int(number), "reason": str(reason),
              "entries": int(entries)}:  # fmt: skip
            return Slip(sha256, number, reason, entries)
    return None
