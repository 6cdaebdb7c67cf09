"""Files that belong to entries: kept beside the archive under their content's hash."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path

from ..errors import DeskError
from ..paths import private_folder, whole_file
from ..records.record import Attachment, Record
from ..records.text import one_line
from .reasons import reason_of

LIMIT = 20 * 1024 * 1024  # bytes: a phone's photo has 3–8 MB
_HASH = re.compile("[0-9a-f]{64}", re.ASCII)
_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}", re.ASCII)


class State(Enum):
    """What has become of an attachment's file, in words to be read on it."""

    SOUND = ""
    MISSING = "文件不见了"
    CHANGED = "文件被改动"


def folder(archive: Path) -> Path:
    """Return the folder that travels with an archive."""
    return archive.with_name(archive.name + ".files")


def keep(archive: Path, source: Path) -> Attachment:
    """Copy a file beside the archive and return what the entry keeps of it; raises DeskError."""
    try:
        data = _read(source)
    except OSError as error:
        raise _not_kept(source.name, reason_of(error)) from None
    except ValueError:
        raise _not_kept(source.name, "文件名里有不能用的字符") from None  # a NUL
    return keep_bytes(archive, source.name, data)


def keep_bytes(archive: Path, name: str, data: bytes) -> Attachment:
    """Write content beside the archive, the same content once; raises DeskError."""
    if len(data) > LIMIT:
        raise _too_large(name, len(data))
    if not os.path.exists(archive):  # its folder would be made on the computer's own disk
        raise _not_kept(name, "找不到档案，优盘可能已拔出，或网络断开了，接好后再试")
    attachment = Attachment(
        name=one_line(name) or "未命名", sha256=hashlib.sha256(data).hexdigest(), size=len(data)
    )
    try:
        _write_once(path_of(archive, attachment), data)
    except OSError as error:
        raise _not_kept(name, reason_of(error)) from None
    return attachment


def path_of(archive: Path, attachment: Attachment) -> Path:
    """Return where an attachment's file lies: ``NAME.sdesk.files/ab/<sha256>.<ext>``."""
    suffix = suffix_of(attachment.name).lower()
    suffix = suffix if _SUFFIX.fullmatch(suffix) else ""
    return folder(archive) / attachment.sha256[:2] / f"{attachment.sha256}{suffix}"


def suffix_of(name: str) -> str:
    """Return the ending of an attachment's name, which says where its file lies."""
    return Path(name).suffix


def state(archive: Path, attachment: Attachment) -> State:
    """Return whether an attachment's file is there and unchanged; reads it whole.

    The archive may be another's: nothing outside its folder is read, nor through a link.
    """
    path = path_of(archive, attachment)
    try:
        if not _HASH.fullmatch(attachment.sha256) or not path.is_file():
            return State.MISSING
        is_own = not path.is_symlink() and path.stat().st_size <= LIMIT
        same = is_own and hashlib.sha256(path.read_bytes()).hexdigest() == attachment.sha256
    except OSError:
        return State.MISSING
    return State.SOUND if same else State.CHANGED


def is_sound(archive: Path, attachment: Attachment) -> bool:
    """Whether an attachment's file is there and unchanged."""
    return state(archive, attachment) is State.SOUND


def unsound(archive: Path, records: Iterable[Record]) -> Iterator[tuple[Record, Attachment, State]]:
    """Yield the attachments whose files are missing or changed, with their entries."""
    for record in records:
        for attachment in record.files:
            if (found := state(archive, attachment)) is not State.SOUND:
                yield record, attachment, found


def copy_out(archive: Path, attachment: Attachment, target: Path) -> None:
    """Write a copy of an attachment's file; raises DeskError."""
    if (found := state(archive, attachment)) is not State.SOUND:
        raise DeskError(
            f"附件“{attachment.name}”没有另存：{found.value}；请从备份里找回，或重新添加，记录没有变动"
        )
    try:
        with whole_file(target) as part:
            part.write_bytes(path_of(archive, attachment).read_bytes())
    except OSError as error:
        reason = reason_of(error)
        raise DeskError(f"附件“{attachment.name}”没有另存：{reason}；档案里的还在") from None


def _read(source: Path) -> bytes:
    if source.is_dir():
        raise DeskError(
            f"“{one_line(source.name)}”是文件夹，没有存进来：请打开它，把里面的文件拖进来"
        )
    if not source.is_file():  # a pipe or device would be read for ever
        raise DeskError(
            f"附件“{one_line(str(source))}”没有存进来：没有这个文件，请重新选择；已有的附件都在"
        )
    if (size := source.stat().st_size) > LIMIT:
        raise _too_large(source.name, size)
    with source.open("rb") as file:
        return file.read(LIMIT + 1)


def _too_large(name: str, size: int) -> DeskError:
    return DeskError(
        f"附件“{one_line(name)}”没有存进来：它有{size / 2**20:.1f}MB，超过每个20MB的上限；"
        "可以压缩或只截取需要的部分再添加"
    )


def _not_kept(name: str, reason: str) -> DeskError:
    return DeskError(f"附件“{one_line(name)}”没有存进来：{reason}；原来的文件没有变动")


def _write_once(path: Path, data: bytes) -> None:
    if path.is_symlink() or not path.is_file() or path.read_bytes() != data:
        private_folder(path.parent)
        with whole_file(path) as part:
            part.write_bytes(data)
