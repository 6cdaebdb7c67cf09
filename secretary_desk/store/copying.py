"""What every copy of an archive needs: room on the disk, its attachments, and sentences."""

import errno
import filecmp
import re
import shutil
import sqlite3
from hashlib import sha256
from pathlib import Path

from ..errors import DeskError
from ..paths import private_folder, whole_file
from .reasons import reason_of

Files = list[tuple[Path, Path]]  # from where, to where
_KEPT = re.compile(r"([0-9a-f]{64})(\.[a-z0-9]{1,10})?", re.ASCII)
_MB = 1024 * 1024


def not_written(error: OSError | sqlite3.Error) -> DeskError:
    """Return the sentence for a copy that failed."""
    return DeskError(f"没有写成：{reason_of(error)}；原来的档案没有变动")


def new_files(source: Path, target: Path, *, exact: bool = False) -> Files:
    """Return the attachments in a folder that another one lacks.

    A file is there when it has the same size; with ``exact``, when it has the same bytes.
    """
    pairs = ((path, target / path.parent.name / path.name) for path in kept_in(source))
    return [(path, there) for path, there in pairs if not _same(path, there, exact=exact)]


def kept_in(folder: Path) -> list[Path]:
    """Return the files in a folder of attachments, by their names."""
    return [path for path in sorted(folder.glob("??/*")) if _is_kept(path)]


def _is_kept(path: Path) -> bool:
    named = _KEPT.fullmatch(path.name) and path.name[:2] == path.parent.name
    return bool(named) and path.is_file() and not path.is_symlink()


def _same(path: Path, there: Path, *, exact: bool) -> bool:
    if not there.is_file() or there.stat().st_size != path.stat().st_size:
        return False
    return not exact or filecmp.cmp(path, there, shallow=False)


def write_files(files: Files, *, only_sound: bool = False) -> None:
    """Copy attachments and read each back; with ``only_sound``, none that its hash disowns."""
    for source, target in files:
        data = source.read_bytes()  # store.attachments keeps none over 20 MB
        if only_sound and sha256(data).hexdigest() != source.name[:64]:
            continue
        private_folder(target.parent)
        with whole_file(target) as part:
            part.write_bytes(data)
            if part.read_bytes() != data:
                raise OSError(errno.EIO, "read back differently")


def check_name(path: Path) -> None:
    """Refuse a name that no file can have; raises DeskError."""
    if "\0" in str(path) or not str(path).isprintable():
        raise DeskError("没有写成：文件名里有不能用的字符，请改一个名称；档案没有变动")


def check_space(folder: Path, archive: Path, files: Files) -> None:
    """Refuse a copy for which there is no room; raises DeskError."""
    # Twice the archive: the copy is packed before it counts.
    need = 2 * archive.stat().st_size + sum(source.stat().st_size for source, _ in files) + _MB
    there, free = _there(folder), free_room(folder)
    if need > free:
        raise DeskError(
            f"没有写成：“{there}”所在的磁盘只剩{free // _MB}MB，需要{need // _MB + 1}MB；"
            "请清理磁盘或换一个位置，原来的档案没有变动"
        )


def free_room(folder: Path) -> int:
    """Return the bytes free on the disk of a folder, be it there already or not."""
    return shutil.disk_usage(_there(folder)).free


def _there(folder: Path) -> Path:
    return next(path for path in (folder, *folder.absolute().parents) if path.exists())
