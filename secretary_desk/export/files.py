"""Files written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from ..errors import DeskError


def write_whole(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file under a temporary name in its folder, then give it its name.

    Raises DeskError when it exists and ``force`` is not given, or when it cannot be written.
    """
    if path.exists() and not force:
        raise DeskError(f"“{path}”已经存在；要覆盖请加 --force")
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except PermissionError:
        raise DeskError(f"“{path}”写不进去：文件可能正被打开，或文件夹是只读的") from None
    except OSError as error:
        raise DeskError(f"“{path}”没有写成：{error.strerror or error}") from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
