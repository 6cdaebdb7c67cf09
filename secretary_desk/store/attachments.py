"""Files that belong to entries: kept beside the archive under their content's hash."""

import hashlib
import re
from pathlib import Path

from ..errors import DeskError
from ..paths import whole_file
from ..records.record import Attachment
from ..records.text import one_line

LIMIT = 20 * 1024 * 1024  # bytes: a phone's photo has 3–8 MB


def folder(archive: Path) -> Path:
    """Return the folder that travels with an archive."""
    return archive.with_name(archive.name + ".files")


def keep(archive: Path, source: Path) -> Attachment:
    """Copy a file beside the archive and return what the entry keeps of it; raises DeskError."""
    try:
        data = _read(source)
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
    if not re.fullmatch("[0-9a-f]{64}", attachment.sha256):
        return False
    path = path_of(archive, attachment)
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == attachment.sha256


def _read(source: Path) -> bytes:
    if not source.is_file():  # a pipe or device would be read for ever
        raise DeskError(f"附件“{source}”没有存进来：没有这个文件")
    with source.open("rb") as file:
        data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise DeskError(f"附件“{source.name}”超过每个20MB的上限")
    return data


def _write_once(path: Path, data: bytes) -> None:
    if not path.is_file() or path.read_bytes() != data:
        with whole_file(path) as part:
            part.write_bytes(data)
