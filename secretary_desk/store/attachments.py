"""Files that belong to entries: kept beside the archive under their content's hash."""

import hashlib
import os
import re
from pathlib import Path

from ..errors import DeskError
from ..records.record import Attachment
from ..records.text import one_line

LIMIT = 20 * 1024 * 1024  # bytes: a phone's photo has 3–8 MB


def folder(archive: Path) -> Path:
    """Return the folder that travels with an archive."""
    return archive.with_name(archive.name + ".files")


def keep(archive: Path, source: Path) -> Attachment:
    """Copy a file beside the archive and return what the entry keeps of it; raises DeskError."""
    try:
        size = source.stat().st_size
        if size > LIMIT:
            raise DeskError(f"附件“{source.name}”有{size // 1048576}MB，超过每个20MB的上限")
        data = source.read_bytes()
        attachment = Attachment(
            name=one_line(source.name), sha256=hashlib.sha256(data).hexdigest(), size=len(data)
        )
        _write_once(path_of(archive, attachment), data)
    except OSError as error:
        raise DeskError(f"附件“{source}”没有存进来：{error.strerror or error}") from None
    return attachment


def path_of(archive: Path, attachment: Attachment) -> Path:
    """Return where an attachment's file lies: ``NAME.sdesk.files/ab/<sha256>.<ext>``."""
    suffix = Path(attachment.name).suffix.lower()
    suffix = suffix if re.fullmatch(r"\.[a-z0-9]{1,10}", suffix) else ""
    return folder(archive) / attachment.sha256[:2] / f"{attachment.sha256}{suffix}"


def is_sound(archive: Path, attachment: Attachment) -> bool:
    """Whether an attachment's file is there and unchanged."""
    path = path_of(archive, attachment)
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == attachment.sha256


def _write_once(path: Path, data: bytes) -> None:
    if path.exists() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)
