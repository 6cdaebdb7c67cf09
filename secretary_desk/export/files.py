"""Files written whole or not at all."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import DeskError
from ..paths import whole_file
from ..records.text import one_line
from ..store.reasons import reason_of

_NOT_OPEN = {19, 21, 112}  # what Windows says of a disk rather than of a file: see its reasons


def write_whole(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file; raises DeskError when it cannot be, or exists and ``force`` is not given.

    Then what was there is there still, byte for byte.
    """
    with part_of(path, force=force) as part:
        part.write_bytes(data)


@contextmanager
def part_of(path: Path, *, force: bool = False) -> Iterator[Path]:
    """Give a file to write in place of one, whose name it takes when all went well.

    Raises as ``write_whole``.
    """
    try:
        if path.exists() and not force:
            raise DeskError(f"“{path}”已经存在；要覆盖请加 --force")
        if path.is_dir():
            raise _not_written(path, "那里已有同名的文件夹，请换一个名称", is_there=False)
        with whole_file(path) as part:
            yield part
            with suppress(OSError):  # a stick knows no rights
                part.chmod(_rights(path))
    except PermissionError as error:
        raise _refused(path, error) from None
    except (FileExistsError, NotADirectoryError):
        raise DeskError(
            f"“{path.parent}”不是文件夹，没有写成；请另选一个文件夹，档案没有变动"
        ) from None
    except (OSError, ValueError) as error:  # a name with a zero byte
        raise _not_written(path, _reason(error), is_there=os.path.isfile(path)) from None


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


def _refused(path: Path, error: PermissionError) -> DeskError:
    """Return what to do: a file that is open cannot be replaced on Windows."""
    if getattr(error, "winerror", None) in _NOT_OPEN:
        return _not_written(path, reason_of(error), is_there=os.path.isfile(path))
    if path.is_file() and os.access(path.parent, os.W_OK):
        return DeskError(is_open_elsewhere(path))
    return DeskError(
        f"“{path.parent}”里写不进文件：文件夹是只读的，或没有权限；请另选一个文件夹，"
        "档案和原来的文件没有变动"
    )


def _not_written(path: Path, reason: str, *, is_there: bool) -> DeskError:
    safe = "原来的文件和档案都没有变动" if is_there else "档案没有变动"
    return DeskError(f"“{one_line(path.name)}”没有写成：{reason}；{safe}")


def _reason(error: OSError | ValueError) -> str:
    return (
        reason_of(error) if isinstance(error, OSError) else "文件名里有不能用的字符，请改一个名称"
    )
