"""Files written whole or not at all."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from ..errors import DeskError
from ..paths import whole_file


def write_whole(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file; raises DeskError when it cannot be, or exists and ``force`` is not given."""
    if path.exists() and not force:
        raise DeskError(f"“{path}”已经存在；要覆盖请加 --force")
    try:
        with whole_file(path) as part:
            part.write_bytes(data)
            with suppress(OSError):  # a stick knows no rights
                part.chmod(_rights(path))
    except PermissionError:
        raise DeskError(_refused(path)) from None
    except (FileExistsError, NotADirectoryError):
        raise DeskError(f"“{path.parent}”不是文件夹，没有写成；请另选一个文件夹") from None
    except OSError as error:
        raise DeskError(f"“{path}”没有写成：{error.strerror or error}") from None


def is_open_elsewhere(path: Path) -> str:
    """Return the sentence that asks to close a file; ``path`` need not be there."""
    if path.suffix.lower() == ".docx":
        return f"请先关闭 Word（或 WPS）中打开的“{path.name}”，再生成一次；原来的文件没有动过"
    return f"请先关闭正打开着“{path.name}”的程序，再生成一次；原来的文件没有动过"


def _rights(path: Path) -> int:
    """Return who may read a file: whoever might so far, of a new one whoever the system lets.

    Unlike an archive, which is its owner's alone, a report is there to be handed on.
    """
    if path.is_file():
        return stat.S_IMODE(path.stat().st_mode) | stat.S_IRUSR | stat.S_IWUSR
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _refused(path: Path) -> str:
    """Return what to do: a file that is open cannot be replaced on Windows."""
    if path.is_file() and os.access(path.parent, os.W_OK):
        return is_open_elsewhere(path)
    return f"“{path.parent}”里写不进文件：文件夹是只读的，或没有权限；请另选一个文件夹"
