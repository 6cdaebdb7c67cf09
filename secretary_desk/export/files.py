"""Files written whole or not at all."""

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
    except PermissionError:
        raise DeskError(f"“{path}”写不进去：文件可能正被打开，或文件夹是只读的") from None
    except OSError as error:
        raise DeskError(f"“{path}”没有写成：{error.strerror or error}") from None
